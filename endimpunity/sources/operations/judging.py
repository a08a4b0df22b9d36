"""Let a person decide whether two rows of one list are the same entry."""

from datetime import datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.foundation import bulk, events
from endimpunity.sources.events import SnapshotImported
from endimpunity.sources.models import Continuation, Row, Sighting
from endimpunity.sources.operations.chaining import (
    ONE_LIST_AT_A_TIME,
    chain_before,
    rows_of,
)
from endimpunity.sources.operations.deriving import Derived, derive
from endimpunity.sources.vocabulary import Verdict


class UnableToJudge(Exception):
    """These two rows cannot be judged together."""


def judge_rows(
    *,
    earlier: Row,
    later: Row,
    verdict: Verdict,
    reason: str,
    by: User,
    at: datetime,
) -> Derived:
    """Store a person's judgement on two rows and read the list again with it.

    What the program or a person had judged of these rows before is ended, not
    erased. DIFFERENT parts them; SAME joins them; UNSURE leaves the program to
    weigh them again.

    Raises:
        UnableToJudge: the rows are not of two files of one list in this order, or
            one of them was not read, or no reason is given.
    """
    with transaction.atomic():
        bulk.one_at_a_time(ONE_LIST_AT_A_TIME)
        _check(earlier, later, reason)
        Continuation.objects.filter(
            earlier_row=earlier,
            later_row=later,
            undone_at=None,
        ).update(undone_at=at, undone_by=by, undone_reason=reason)
        Continuation.objects.create(
            earlier_row=earlier,
            later_row=later,
            verdict=verdict,
            given=True,
            reason=reason,
            recorded_at=at,
            recorded_by=by,
        )
        snapshot = later.snapshot
        derived = derive(
            chain=chain_before(snapshot.publisher_id, snapshot.stated_on),
            snapshot=snapshot,
            rows=[],
            standing=rows_of(snapshot),
            by=by,
            at=at,
        )
        _tell(earlier, later, verdict, derived, by=by, at=at)
    return derived


def _check(earlier: Row, later: Row, reason: str) -> None:
    if not reason.strip():
        raise UnableToJudge("a judgement needs its reason: give it with --reason.")
    if earlier.snapshot.publisher_id != later.snapshot.publisher_id:
        raise UnableToJudge(
            f"{earlier.snapshot}#{earlier.number} and {later.snapshot}#{later.number}"
            " are of two publishers. Judgements between lists come with linking.",
        )
    if earlier.snapshot.stated_on >= later.snapshot.stated_on:
        raise UnableToJudge(
            "give the row of the earlier file first, and of the later file second;"
            " two rows of one file are always two entries.",
        )
    for row in (earlier, later):
        if not Sighting.objects.filter(row=row, superseded_at=None).exists():
            raise UnableToJudge(
                f"row {row.number} of {row.snapshot} was not read as a record"
                f" ({row.outcome.lower()}: {row.reason}).",
            )


def _tell(
    earlier: Row,
    later: Row,
    verdict: Verdict,
    derived: Derived,
    *,
    by: User,
    at: datetime,
) -> None:
    """Journal the judgement, and announce what it changed."""
    snapshot = later.snapshot
    audit.record(
        deed="sources.judge_rows",
        by=by.key,
        at=at,
        subject=f"{later.snapshot}#{later.number}",
        detail={
            "verdict": verdict.value,
            "earlier": f"{earlier.snapshot}#{earlier.number}",
        },
    )
    events.announce(
        SnapshotImported(
            snapshot_id=snapshot.pk,
            publisher_code=snapshot.publisher_id,
            by=by.key,
            at=at,
            new_record_ids=derived.new,
            changed_record_ids=derived.reread,
            moved=derived.moved,
            withdrawn_record_ids=derived.withdrawn,
        ),
    )
