"""What the cases do when a list has come in."""

from collections.abc import Sequence

from endimpunity.accounts.models import User
from endimpunity.cases.models import Membership
from endimpunity.cases.operations.adopting import NewPart, adopt
from endimpunity.cases.operations.refreshing import refresh
from endimpunity.cases.operations.regrouping import regroup
from endimpunity.cases.queries import adoption
from endimpunity.sources import events as sources_events
from endimpunity.sources import queries as sources_queries

# Records looked up at a time: below the parameters that either engine takes.
BATCH = 2_000


def snapshot_imported(event: sources_events.SnapshotImported) -> None:
    """Make cases of new entries, follow those that moved, refresh what changed.

    A second publisher's entries make no cases. Nothing is published here.
    """
    by = User.objects.get(key=event.by)
    if event.new_record_ids and adoption.adopts_lists_of(event.publisher_code):
        adopt(
            publisher_code=event.publisher_code,
            parts=(
                NewPart(part_id=part_id, number=number, values=values)
                for part_id, number, values in sources_queries.folded_values(
                    event.new_record_ids,
                )
            ),
            by=by,
            at=event.at,
        )
    changed = set(regroup(moved=event.moved, by=by, at=event.at))
    changed.update(_cases_with(event.changed_record_ids))
    if changed:
        refresh(case_ids=changed, by=by, at=event.at)


def _cases_with(record_ids: Sequence[int]) -> set[int]:
    ids = list(record_ids)
    found: set[int] = set()
    for first in range(0, len(ids), BATCH):
        found.update(
            Membership.objects.filter(
                part__record__in=ids[first : first + BATCH],
                superseded_at=None,
            ).values_list("case_id", flat=True),
        )
    return found
