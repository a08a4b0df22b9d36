"""From the entries of a list to the cases that they are about."""

from collections.abc import Sequence

from endimpunity.cases.models import Membership
from endimpunity.cases.published.lines import visible
from endimpunity.cases.queries.identity import identity
from endimpunity.cases.queries.standing import standing_at
from endimpunity.foundation.lens import Lens


def cases_of_records(record_ids: Sequence[int], *, lens: Lens) -> dict[int, str]:
    """Return the address of the case that each record is about, where one is shown.

    A record whose people are told in several cases leads to none of them: its
    one name would name them all.

    Args:
        record_ids: keys of records of lists, as many as a page holds.
        lens: the registry's lens.
    """
    known = identity(lens.known_at)
    about: dict[int, set[int]] = {}
    for record_id, case_id in Membership.objects.filter(
        standing_at(lens.known_at),
        part__record__in=record_ids,
    ).values_list("part__record_id", "case_id"):
        about.setdefault(record_id, set()).update((case_id, known.of(case_id)))
    lines = visible(lens).filter(case__in=set().union(*about.values()))
    shown = dict(lines.values_list("case_id", "public_id"))
    found = {
        record_id: [shown[case_id] for case_id in cases if case_id in shown]
        for record_id, cases in about.items()
    }
    return {
        record_id: addresses[0]
        for record_id, addresses in found.items()
        if len(addresses) == 1
    }
