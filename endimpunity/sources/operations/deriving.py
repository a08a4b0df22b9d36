"""Put a file into the chain of its list and read the later files again.

The new file's rows become sightings. Where a later file's row turns out to
belong to another record, its sighting ends and another begins; where a record
is left without any, it is said to have moved.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from endimpunity.accounts.models import User
from endimpunity.sources.models import Snapshot
from endimpunity.sources.operations.concluding import (
    replace_judgements,
    replace_withdrawals,
)
from endimpunity.sources.operations.rereading import (
    ABOVE_ALL_KEYS,
    Reading,
    adopt_keys,
    end_misplaced,
    owners_of,
    read_on,
    reread,
)
from endimpunity.sources.operations.reviving import keep_protected, revive
from endimpunity.sources.operations.storing import (
    store_new_records,
    store_sightings,
)
from endimpunity.sources.rules.chain import Chain
from endimpunity.sources.rules.folding import Values
from endimpunity.sources.rules.listed import ListedRow, Step
from endimpunity.sources.rules.withdrawal import in_scope


@dataclass(kw_only=True)
class Derived:
    """What putting a file into its place meant.

    Attributes:
        step: the file's own rows with their records.
        new: keys of the records made.
        reread: keys of the records that rows of later files left or joined.
        reread_rows: how many such rows.
        naming: keys of known records in which this file names somebody new.
        revived: keys of records that had been left without a file and that this
            one names again.
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
    revived: list[int] = field(default_factory=list)
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
    read = Reading(owners=owners_of(standing_keys))
    again = [one for one in step.placed if one.row.row_id in standing_keys]
    fresh = [one for one in step.placed if one.row.row_id not in standing_keys]
    read.add(chain, snapshot, step, again=again)
    scope_size = _scope_size(chain, snapshot, step)
    read_on(chain, read, snapshot)
    adopt_keys(chain, read)
    revival = revive(chain, snapshot.publisher_id, fresh)
    new = store_new_records(chain, snapshot.publisher_id, at)
    # What no longer holds ends first: a row read now may be the record that
    # another row of its file stood for until now.
    moving = end_misplaced(chain, read, at=at)
    naming = store_sightings(chain, snapshot, fresh, at=at, fresh_from=_first(new))
    keep_protected(chain, revival, by=by, at=at)
    touched, moved = reread(chain, moving, read.owners, by=by, at=at)
    replace_judgements(
        [(file, one) for file, one, _ in read.steps],
        by=by,
        at=at,
    )
    own, *later = replace_withdrawals(chain, read.steps, at=at)
    gone = own.record_ids
    return Derived(
        step=step,
        new=new,
        reread=sorted(set(touched)),
        naming=sorted(naming.difference(new)),
        revived=revival.record_ids,
        reread_rows=len(touched) // 2,
        moved=moved,
        said_next=_said_next(chain, read, new),
        withdrawn=gone,
        scope_size=scope_size,
        withdrawn_later=[(one.file, one.more, one.size) for one in later if one.more],
        withdrawn_indistinct=len(
            {chain.records[place].record_id for place in step.indistinct} & set(gone),
        ),
    )


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


def _said_next(chain: Chain, read: Reading, new: Sequence[int]) -> dict[int, Values]:
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
