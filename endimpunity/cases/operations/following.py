"""What the cases do when a file of a list has come in, or was taken back."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from endimpunity.accounts.models import User
from endimpunity.cases.models import Membership
from endimpunity.cases.operations.adopting import NewPart, adopt
from endimpunity.cases.operations.refreshing import refresh
from endimpunity.cases.operations.regrouping import leave, regroup, reopen
from endimpunity.cases.operations.rejoining import rejoin
from endimpunity.cases.operations.withholding import keep_withdrawn
from endimpunity.cases.queries import adoption
from endimpunity.sources import events as sources_events
from endimpunity.sources import queries as sources_queries

# Records looked up at a time: below the parameters that either engine takes.
BATCH = 2_000


def snapshot_imported(event: sources_events.SnapshotImported) -> None:
    """Follow entries that moved or went, make cases of new people, refresh the rest.

    A person whom an entry names, in whichever of its files, gets a case whenever
    that comes to be known, so that it does not matter which file came in first. A
    second publisher's entries make no cases, until nothing of the first list stands.
    Nothing is published here.
    """
    by = User.objects.get(key=event.by)
    changed = set(regroup(moved=event.moved, by=by, at=event.at))
    changed.update(leave(record_ids=event.emptied_record_ids, by=by, at=event.at))
    if adoption.adopts_lists_of(event.publisher_code):
        changed.update(leave(record_ids=event.changed_record_ids, by=by, at=event.at))
        speaking = (
            *event.new_record_ids,
            *event.changed_record_ids,
            *(to_record for _, to_record in event.moved),
        )
        changed.update(_take_up(event.publisher_code, speaking, by, event.at))
    waiting = adoption.list_that_waits() if event.emptied_record_ids else None
    if waiting is not None:
        records = sources_queries.records_standing(waiting)
        changed.update(_take_up(waiting, records, by, event.at))
    changed.update(_cases_with(event.changed_record_ids))
    if changed:
        refresh(case_ids=changed, by=by, at=event.at)


def _take_up(
    publisher_code: str,
    record_ids: Iterable[int],
    by: User,
    at: datetime,
) -> set[int]:
    """Give the people whom records name their cases, the old ones where there are.

    Returns the cases to be refreshed.
    """
    speaking = dict.fromkeys(record_ids)
    known = adoption.known_before(speaking)
    reopened = reopen(known, (), by, at)
    # Whom people took from sight stays so when a file names that person again.
    keep_withdrawn(case_ids=reopened, by=by, at=at)
    rejoined = rejoin(publisher_code=publisher_code, by=by, at=at)
    speaking.update(dict.fromkeys(rejoined.record_ids))
    adopt(
        publisher_code=publisher_code,
        parts=_without_case(speaking),
        by=by,
        at=at,
    )
    return reopened | rejoined.case_ids


def _without_case(record_ids: Iterable[int]) -> Iterator[NewPart]:
    """Yield the people whom records name now and who have no case yet."""
    remaining = iter(record_ids)
    while batch := list(islice(remaining, BATCH)):
        waiting = adoption.parts_without_case(batch)
        attacks = adoption.attacks_of(set(waiting.values()))
        records = sorted(set(waiting.values()))
        for part_id, number, values in sources_queries.people_named(records):
            if part_id in waiting:
                yield NewPart(
                    part_id=part_id,
                    number=number,
                    values=values,
                    record_id=waiting[part_id],
                    attack_id=attacks.get(waiting[part_id]),
                )


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
