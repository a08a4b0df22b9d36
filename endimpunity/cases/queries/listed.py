"""Which cases a publisher's list names, as far as it is open to the world."""

from datetime import datetime

from endimpunity.cases.models import Membership
from endimpunity.cases.queries import releases
from endimpunity.cases.queries.identity import identity
from endimpunity.sources import models as sources_models
from endimpunity.sources import queries as sources_queries


def listed_cases(publisher_code: str, at: datetime) -> dict[int, bool]:
    """Return the cases with an entry of a list, and whether it names them still.

    Left out are those of whom all that the list says is withheld: they are on it,
    and stay as people decided.
    """
    on_list = _named_on_list(publisher_code, at)
    withheld = set(
        sources_models.Withholding.objects.filter(
            part__record__publisher=publisher_code,
            superseded_at=None,
        ).values_list("part_id", flat=True),
    )
    known = identity()
    listed: dict[int, bool] = {}
    protected: set[int] = set()
    # Ended ones too: a case that its list has left is no longer listed.
    members = Membership.objects.filter(publisher=publisher_code).order_by("id")
    for case_id, part_id, ended_at in members.values_list(
        "case_id",
        "part_id",
        "superseded_at",
    ):
        stands = known.of(case_id)
        if ended_at is None and part_id in withheld:
            protected.add(stands)
            continue
        named = ended_at is None and part_id in on_list
        listed[stands] = listed.get(stands, False) or named
    return {
        case_id: named
        for case_id, named in listed.items()
        if named or case_id not in protected
    }


def named_elsewhere(publisher_code: str, at: datetime) -> dict[int, int]:
    """Return the cases that other open lists name, and the policy of the first.

    Args:
        publisher_code: whose list is left out.
        at: the moment.
    """
    others = sources_queries.open_policies(at).exclude(publisher=publisher_code)
    found: dict[int, int] = {}
    for policy in others.order_by("publisher"):
        for case_id, named in listed_cases(policy.publisher_id, at).items():
            if named:
                found.setdefault(case_id, policy.pk)
    return found


def _named_on_list(publisher_code: str, at: datetime) -> set[int]:
    """Return the parts whom the records on a list name, as far as released."""
    sightings = sources_queries.sightings_at(
        publisher_code,
        as_of=at.date(),
        known_at=at,
        released=True,
    )
    records = sorted(set(sightings.values_list("record_id", flat=True)))
    named = releases.named_people(records, releases.opened_at(at), known_at=at)
    return {one.part_id for one in named}
