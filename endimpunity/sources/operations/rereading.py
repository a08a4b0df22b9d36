"""Read the files of a list that come after a day again, and write what that changes.

Where a row turns out to belong to another record, its sighting ends and another
begins; where a record is left without any, it is said to have moved.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from endimpunity.accounts.models import User
from endimpunity.foundation import bulk
from endimpunity.sources.models import Sighting, Snapshot
from endimpunity.sources.operations.chaining import rows_of, snapshots_after
from endimpunity.sources.operations.storing import store_sightings
from endimpunity.sources.operations.withholding import carry_withholdings
from endimpunity.sources.rules.chain import Chain
from endimpunity.sources.rules.folding import Values
from endimpunity.sources.rules.listed import Placed, Step

# No key of a bigint column comes near it.
ABOVE_ALL_KEYS = 2**62


@dataclass(kw_only=True)
class Reading:
    """Files of a list from one on, read in their order.

    Attributes:
        owners: row key -> record key of rows that have a sighting.
        steps: each file, where its rows went, and what the records that it
            misses had said until it, which decides what it withdraws.
        again: each file with its rows that have a sighting already.
    """

    owners: dict[int, int]
    steps: list[tuple[Snapshot, Step, list[Values]]] = field(default_factory=list)
    again: list[tuple[Snapshot, list[Placed]]] = field(default_factory=list)

    def add(
        self,
        chain: Chain,
        snapshot: Snapshot,
        step: Step,
        *,
        again: list[Placed],
    ) -> None:
        """Add a file that the chain has just been moved on by."""
        said = chain.folded(step.missed) if snapshot.complete else []
        self.steps.append((snapshot, step, said))
        self.again.append((snapshot, again))


def read_on(chain: Chain, read: Reading, snapshot: Snapshot) -> None:
    """Move the chain on by every file that its publisher stated after this one."""
    for following in snapshots_after(snapshot.publisher_id, snapshot.stated_on):
        if read.steps:
            chain.keep_saying(read.steps[-1][1].placed)
        stored = rows_of(following)
        read.owners.update(owners_of({row.row_id for row in stored}))
        step = chain.advance(stored, following.mapping_version)
        read.add(chain, following, step, again=step.placed)


def owners_of(row_ids: set[int]) -> dict[int, int]:
    """Return row key -> record key of the standing sightings of these rows."""
    return {
        row_id: record_id
        for some in bulk.batches(sorted(row_ids))
        for row_id, record_id in Sighting.objects.filter(
            row__in=some,
            superseded_at=None,
        ).values_list("row_id", "record_id")
    }


def adopt_keys(chain: Chain, read: Reading) -> None:
    """Give a record of the chain the key under which its later rows are known.

    So that a file which comes late moves the beginning of an entry back and does
    not make another entry of it.
    """
    owned = {record.record_id for record in chain.records}
    for _, placed in read.again:
        for found in placed:
            record = chain.records[found.place]
            key = read.owners[found.row.row_id]
            if record.record_id is None and key not in owned:
                record.record_id = key
                owned.add(key)


def end_misplaced(
    chain: Chain,
    read: Reading,
    *,
    at: datetime,
) -> list[tuple[Snapshot, list[Placed]]]:
    """End the sightings whose row is another record now, and return these rows."""
    moving = []
    for snapshot, placed in read.again:
        other = [
            found
            for found in placed
            if chain.records[found.place].record_id != read.owners[found.row.row_id]
        ]
        for some in bulk.batches(found.row.row_id for found in other):
            Sighting.objects.filter(row__in=some, superseded_at=None).update(
                superseded_at=at,
            )
        moving.append((snapshot, other))
    return moving


def reread(
    chain: Chain,
    moving: Sequence[tuple[Snapshot, Sequence[Placed]]],
    owners: Mapping[int, int],
    *,
    by: User,
    at: datetime,
) -> tuple[list[int], tuple[tuple[int, int], ...]]:
    """Give each of these rows a sighting of the record it is now.

    Returns:
        The records that rows left or joined, two a row; and (record left without a
        sighting, record its rows went to).
    """
    touched: list[int] = []
    went: dict[int, int] = {}
    for snapshot, other in moving:
        # By now every record has its parts and versions, those made now too.
        store_sightings(chain, snapshot, other, at=at, fresh_from=ABOVE_ALL_KEYS)
        for found in other:
            key = chain.records[found.place].record_id or 0
            touched.extend((key, owners[found.row.row_id]))
            went.setdefault(owners[found.row.row_id], key)
    carry_withholdings(moves=went, by=by, at=at)
    still = {
        record_id
        for some in bulk.batches(went)
        for record_id in Sighting.objects.filter(
            record__in=some,
            superseded_at=None,
        ).values_list("record_id", flat=True)
    }
    moved = tuple(sorted((old, new) for old, new in went.items() if old not in still))
    return touched, moved
