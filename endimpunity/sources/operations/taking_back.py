"""Take a file that came in by mistake out of its list; nothing of it is erased."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.foundation import bulk, events
from endimpunity.sources.events import SnapshotImported
from endimpunity.sources.models import (
    Continuation,
    Release,
    Sighting,
    Snapshot,
    Withdrawal,
)
from endimpunity.sources.operations.chaining import ONE_LIST_AT_A_TIME, chain_before
from endimpunity.sources.operations.concluding import (
    replace_judgements,
    replace_withdrawals,
)
from endimpunity.sources.operations.publishing import end_release
from endimpunity.sources.operations.rereading import (
    Reading,
    adopt_keys,
    end_misplaced,
    read_on,
    reread,
)
from endimpunity.sources.operations.storing import store_new_records
from endimpunity.sources.queries import snapshot_of
from endimpunity.sources.vocabulary import SnapshotState


class UnableToTakeBack(Exception):
    """There is no such file to take back, or no reason is given."""


@dataclass(frozen=True, kw_only=True)
class TakenBack:
    """What taking a file back meant for its list.

    Attributes:
        snapshot_id: the file.
        records: how many records it named.
        emptied: keys of those that no file names any more.
        reread_rows: how many rows of later files are another record now.
        withdrawn_later: address of a later complete file -> how many records it
            withdraws now and did not before.
        was_open: whether the file was open to the world.
    """

    snapshot_id: int
    records: int
    emptied: Sequence[int]
    reread_rows: int
    withdrawn_later: dict[str, int]
    was_open: bool


@dataclass(frozen=True, kw_only=True)
class _Read:
    """The later files, read without the one taken back.

    Attributes:
        new: keys of the records made.
        touched: keys of records that rows left or joined, two a row.
        moved: (record left without a sighting, record its rows went to).
        withdrawn_later: as in `TakenBack`.
        withdrawn: keys of all records that the later files withdraw.
    """

    new: Sequence[int]
    touched: list[int]
    moved: tuple[tuple[int, int], ...]
    withdrawn_later: dict[str, int]
    withdrawn: list[int]


def take_back(
    *,
    publisher_code: str,
    stated_on: date,
    reason: str,
    by: User,
    at: datetime,
) -> TakenBack:
    """Take a file out of its list and read the later files again without it.

    Its bytes and rows stay, and that it was in from one moment until another: a
    lens of that time reads the list as it then was. Its sightings, its withdrawals,
    the judgements on its rows and its releases end. Another file of that day, or
    the same again, may come in.

    Args:
        publisher_code: whose list.
        stated_on: the day of the file.
        reason: why; the addresses of what it alone showed answer with it.
        by: the actor.
        at: the moment.

    Raises:
        UnableToTakeBack: no such file is in, or no reason is given.
    """
    _check_reason(reason)
    with transaction.atomic():
        bulk.one_at_a_time(ONE_LIST_AT_A_TIME)
        snapshot = _file_in(publisher_code, stated_on)
        named = _end_what_it_said(snapshot, reason, by=by, at=at)
        read = _read_without(snapshot, by=by, at=at)
        left = named - _standing(named) - {old for old, _ in read.moved}
        taken_back = TakenBack(
            snapshot_id=snapshot.pk,
            records=len(named),
            emptied=sorted(left),
            reread_rows=len(read.touched) // 2,
            withdrawn_later=read.withdrawn_later,
            was_open=Release.objects.filter(snapshot=snapshot, ended_at=None).exists(),
        )
        _tell(snapshot, taken_back, read, named, reason, by=by, at=at)
    return taken_back


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise UnableToTakeBack(
            "a file is taken back for a reason, which the addresses of what it alone"
            " showed answer with: give it with --reason.",
        )


def _file_in(publisher_code: str, stated_on: date) -> Snapshot:
    """Return the file that is in for a day.

    Raises:
        UnableToTakeBack: with the sentence that says what there is instead.
    """
    found = snapshot_of(publisher_code, stated_on)
    if found is not None:
        return found
    address = f"{publisher_code}@{stated_on}"
    before = (
        Snapshot.objects.filter(
            publisher=publisher_code,
            stated_on=stated_on,
            state=SnapshotState.TAKEN_BACK,
        )
        .order_by("-taken_back_at", "-id")
        .first()
    )
    if before is not None and before.taken_back_at is not None:
        raise UnableToTakeBack(
            f"{address} was taken back already, on {before.taken_back_at.date()}:"
            f" {before.taken_back_reason.rstrip('.')}. Nothing was changed."
            f" `endimpunity snapshots --publisher {publisher_code} --taken-back` lists"
            " what was.",
        )
    raise UnableToTakeBack(
        f"no file of {publisher_code} stated on {stated_on} is in, so there is nothing"
        " to take back. `endimpunity snapshots` lists the files that are.",
    )


def _end_what_it_said(
    snapshot: Snapshot,
    reason: str,
    *,
    by: User,
    at: datetime,
) -> set[int]:
    """End all that rests on a file, and return the records that it named."""
    sightings = Sighting.objects.filter(snapshot=snapshot, superseded_at=None)
    named = set(sightings.values_list("record_id", flat=True))
    sightings.update(superseded_at=at)
    Withdrawal.objects.filter(snapshot=snapshot, superseded_at=None).update(
        superseded_at=at,
    )
    Continuation.objects.filter(
        Q(earlier_row__snapshot=snapshot) | Q(later_row__snapshot=snapshot),
        undone_at=None,
    ).update(
        undone_at=at,
        undone_by=by,
        undone_reason=f"{snapshot} was taken back: {reason}",
    )
    snapshot.state = SnapshotState.TAKEN_BACK
    snapshot.taken_back_at = at
    snapshot.taken_back_by = by
    snapshot.taken_back_reason = reason
    snapshot.save(
        update_fields=["state", "taken_back_at", "taken_back_by", "taken_back_reason"],
    )
    return named


def _read_without(snapshot: Snapshot, *, by: User, at: datetime) -> _Read:
    """Read the files after this one again, as if it had never been in."""
    chain = chain_before(snapshot.publisher_id, snapshot.stated_on)
    read = Reading(owners={})
    read_on(chain, read, snapshot)
    adopt_keys(chain, read)
    new = store_new_records(chain, snapshot.publisher_id, at)
    moving = end_misplaced(chain, read, at=at)
    touched, moved = reread(chain, moving, read.owners, by=by, at=at)
    replace_judgements([(file, one) for file, one, _ in read.steps], by=by, at=at)
    concluded = replace_withdrawals(chain, read.steps, at=at)
    return _Read(
        new=new,
        touched=touched,
        moved=moved,
        withdrawn_later={one.file: one.more for one in concluded if one.more},
        withdrawn=sorted({key for one in concluded for key in one.record_ids}),
    )


def _standing(record_ids: set[int]) -> set[int]:
    return {
        record_id
        for some in bulk.batches(sorted(record_ids))
        for record_id in Sighting.objects.filter(
            record__in=some,
            superseded_at=None,
        ).values_list("record_id", flat=True)
    }


def _tell(
    snapshot: Snapshot,
    taken_back: TakenBack,
    read: _Read,
    named: set[int],
    reason: str,
    *,
    by: User,
    at: datetime,
) -> None:
    """Journal the deed, announce what it changed, and close the file if it was open."""
    audit.record(
        deed="sources.take_back",
        by=by.key,
        at=at,
        subject=str(snapshot),
        detail={
            "reason": reason,
            "sha256": snapshot.sha256,
            "records": taken_back.records,
            "emptied": len(taken_back.emptied),
            "reread": taken_back.reread_rows,
        },
    )
    gone = {*taken_back.emptied, *(old for old, _ in read.moved)}
    events.announce(
        SnapshotImported(
            snapshot_id=snapshot.pk,
            publisher_code=snapshot.publisher_id,
            by=by.key,
            at=at,
            new_record_ids=read.new,
            changed_record_ids=sorted({*named, *read.touched} - gone - set(read.new)),
            moved=read.moved,
            withdrawn_record_ids=read.withdrawn,
            emptied_record_ids=taken_back.emptied,
        ),
    )
    if taken_back.was_open:
        end_release(snapshot=snapshot, reason=reason, by=by, at=at)
