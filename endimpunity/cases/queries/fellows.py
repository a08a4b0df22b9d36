"""Who was harmed in the same attack."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Exists, OuterRef

from endimpunity.cases.models import Case, Membership
from endimpunity.cases.queries.identity import Identity
from endimpunity.cases.queries.standing import standing_at
from endimpunity.cases.rules.reasons import MADE


def fellows_of(
    case_ids: Collection[int],
    known: Identity,
    known_at: datetime | None,
) -> frozenset[int]:
    """Return all cases of the attack, or attacks, of cases that are read as one.

    The registry's own cases are of the attack that it put them in. Of a case made
    of a list it is the entry that says so, by whom it names beside: an entry may
    turn out to be about another case, and no attack is ever repointed.

    Args:
        case_ids: the cases that are read as one.
        known: who is whom.
        known_at: the memberships that stood then; None for those of now.
    """
    of_a_list = Membership.objects.filter(case=OuterRef("pk"), reason=MADE)
    own = Case.objects.filter(~Exists(of_a_list))
    attacks = own.filter(id__in=case_ids).values("attack")
    found = set(own.filter(attack__in=attacks).values_list("id", flat=True))
    members = Membership.objects.filter(standing_at(known_at))
    entries = members.filter(case__in=case_ids).values("part__record")
    named = members.filter(part__record__in=entries)
    found.update(named.values_list("case_id", flat=True))
    return frozenset(one for case_id in found for one in known.all_of(case_id))
