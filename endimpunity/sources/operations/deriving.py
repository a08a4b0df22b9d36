"""Put a file into the chain of its list and read the later files again.

The new file's rows become sightings. Where a later file's row turns out to
belong to another record, its sighting ends and another begins; where a record
is left without any, it is said to have moved.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from endimpunity.accounts.models import User
from endimpunity.foundation import bulk
from endimpunity.sources.models import Sighting, Snapshot
from endimpunity.sources.operations.chaining import rows_of, snapshots_after
from endimpunity.sources.operations.concluding import (
    replace_judgements,
    replace_withdrawals,
)
from endimpunity.sources.operations.storing import (
    store_new_records,
    store_sightings,
)
from endimpunity.sources.operations.withholding import carry_withholdings
from endimpunity.sources.rules.chain import Chain, ListedRow, Placed, Step
from endimpunity.sources.rules.folding import Values
from endimpunity.sources.rules.withdrawal import in_scope

# No key of a bigint column comes near it.
ABOVE_ALL_KEYS = 2**62


@dataclass(kw_only=True)
class Derived:
    """What putting a file into its place meant.

    Attributes:
        step: the file's own rows with their records.
        new: keys of the records made.
        reread: keys of the records that rows of later files left or joined.
        reread_rows: how many such rows.
        naming: keys of known records in which this file names somebody new.
        moved: (record left without a sighting, record its rows went to).
        said_next: place -> what the next file that has it says, of records that
            were known from later files only.
        withdrawn: record keys that this file withdraws.
        scope_size: how many records the list had in the file's scope before it.
        withdrawn_later: of each complete later file that now withdraws more: its
            address, how many more, and the records it speaks of or withdraws.
        withdrawn_indistinct: how many of them another record equals.
    """

    step: Step
    new: Sequence[int]
    reread: list[int] = field(default_factory=list)
    reread_rows: int = 0
    naming: list[int] = field(default_factory=list)
    moved: tuple[tuple[int, int], ...] = ()
    said_next: dict[int, Values] = field(default_factory=dict)
    withdrawn: list[int] = field(default_factory=list)
    scope_size: int = 0
    withdrawn_later: list[tuple[str, int, int]] = field(default_factory=list)
    withdrawn_indistinct: int = 0


def derive(
    *,
    chain: Chain,
    snapshot: Snapshot,
    rows: Sequence[ListedRow],
    standing: Sequence[ListedRow] = (),
    by: User,
    at: datetime,
) -> Derived:
    """Move the chain on by this file and by every later one, and write the result.

    Args:
        chain: the files before it.
        snapshot: the file.
        rows: its rows that have no sighting yet.
        standing: its rows that have one already, if it was in the chain before.
        by: the actor.
        at: the moment recorded.
    """
    standing_keys = {row.row_id for row in standing}
    everything = sorted([*rows, *standing], key=lambda row: row.number)
    step = chain.advance(everything, snapshot.mapping_version)
    read = _Reading(owners=_owners(standing_keys))
    read.add(
        chain,
        snapshot,
        step,
        again=[one for one in step.placed if one.row.row_id in standing_keys],
    )
    scope_size = _scope_size(chain, snapshot, step)
    _read_on(chain, read)
    _adopt(chain, read.again, read.owners)
    new = store_new_records(chain, snapshot.publisher_id, at)
    # What no longer holds ends first: a row read now may be the record that
    # another row of its file stood for until now.
    moving = _end_misplaced(chain, read.again, read.owners, at=at)
    fresh = [one for one in step.placed if one.row.row_id not in standing_keys]
    naming = store_sightings(chain, snapshot, fresh, at=at, fresh_from=_first(new))
    touched, moved = _reread(chain, moving, read.owners, by=by, at=at)
    replace_judgements(
        [(file, one) for file, one, _ in read.steps],
        by=by,
        at=at,
    )
    gone, later = replace_withdrawals(chain, read.steps, at=at)
    return Derived(
        step=step,
        new=new,
        reread=sorted(set(touched)),
        naming=sorted(naming.difference(new)),
        reread_rows=len(touched) // 2,
        moved=moved,
        said_next=_said_next(chain, read, new),
        withdrawn=gone,
        scope_size=scope_size,
        withdrawn_later=later,
        withdrawn_indistinct=len(
            {chain.records[place].record_id for place in step.indistinct} & set(gone),
        ),
    )


@dataclass(kw_only=True)
class _Reading:
    """The file and those after it, read in their order.

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


def _read_on(chain: Chain, read: _Reading) -> None:
    """Move the chain on by every file after the first one read."""
    first = read.steps[0][0]
    for following in snapshots_after(first.publisher_id, first.stated_on):
        chain.keep_saying(read.steps[-1][1].placed)
        stored = rows_of(following)
        read.owners.update(_owners({row.row_id for row in stored}))
        step = chain.advance(stored, following.mapping_version)
        read.add(chain, following, step, again=step.placed)


def _scope_size(chain: Chain, snapshot: Snapshot, step: Step) -> int:
    """Return how many records known before a complete file lie in its scope."""
    if not snapshot.complete:
        return 0
    places = [found.place for found in step.placed if not found.is_new]
    said = [found.before for found in step.placed if not found.is_new]
    if snapshot.scope:
        unread = [place for place, one in zip(places, said, strict=True) if one is None]
        folded = dict(zip(unread, chain.folded(unread), strict=True))
        said = [
            one if one is not None else folded[place]
            for place, one in zip(places, said, strict=True)
        ]
        kept = sum(in_scope(one or {}, snapshot.scope) for one in said)
    else:
        kept = len(places)
    missed = zip(step.missed, chain.folded(step.missed), strict=True)
    return kept + sum(in_scope(one, snapshot.scope) for _, one in missed if one)


def _said_next(chain: Chain, read: _Reading, new: Sequence[int]) -> dict[int, Values]:
    """Return what later files say of records that this file now begins."""
    made = set(new)
    begun = {
        found.place
        for found in read.steps[0][1].placed
        if found.is_new and chain.records[found.place].record_id not in made
    }
    said: dict[int, Values] = {}
    for _, step, _ in read.steps[1:]:
        for found in step.placed:
            if found.place in begun:
                said.setdefault(found.place, found.row.values)
    return said


def _first(keys: Sequence[int]) -> int:
    """Return the first key made now; with none made, one above all there are."""
    return keys[0] if keys else ABOVE_ALL_KEYS


def _owners(row_ids: set[int]) -> dict[int, int]:
    """Return row key -> record key of the standing sightings of these rows."""
    return {
        row_id: record_id
        for some in bulk.batches(sorted(row_ids))
        for row_id, record_id in Sighting.objects.filter(
            row__in=some,
            superseded_at=None,
        ).values_list("row_id", "record_id")
    }


def _adopt(
    chain: Chain,
    again: Sequence[tuple[Snapshot, Sequence[Placed]]],
    owners: Mapping[int, int],
) -> None:
    """Give a record of the chain the key under which its later rows are known.

    So that a file which comes late moves the beginning of an entry back and does
    not make another entry of it.
    """
    owned = {record.record_id for record in chain.records}
    for _, placed in again:
        for found in placed:
            record = chain.records[found.place]
            key = owners[found.row.row_id]
            if record.record_id is None and key not in owned:
                record.record_id = key
                owned.add(key)


def _end_misplaced(
    chain: Chain,
    again: Sequence[tuple[Snapshot, Sequence[Placed]]],
    owners: Mapping[int, int],
    *,
    at: datetime,
) -> list[tuple[Snapshot, list[Placed]]]:
    """End the sightings whose row is another record now, and return these rows."""
    moving = []
    for snapshot, placed in again:
        other = [
            found
            for found in placed
            if chain.records[found.place].record_id != owners[found.row.row_id]
        ]
        for some in bulk.batches(found.row.row_id for found in other):
            Sighting.objects.filter(row__in=some, superseded_at=None).update(
                superseded_at=at,
            )
        moving.append((snapshot, other))
    return moving


def _reread(
    chain: Chain,
    moving: Sequence[tuple[Snapshot, Sequence[Placed]]],
    owners: Mapping[int, int],
    *,
    by: User,
    at: datetime,
) -> tuple[list[int], tuple[tuple[int, int], ...]]:
    """Give each of these rows a sighting of the record it is now."""
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
