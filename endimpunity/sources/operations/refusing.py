"""Refuse a file with a sentence, and keep its bytes and the reasons."""

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.sources.models import Snapshot
from endimpunity.sources.operations.deriving import Derived
from endimpunity.sources.operations.opening import BytesKept
from endimpunity.sources.operations.ordering import ImportOrder
from endimpunity.sources.operations.registering import ensure_publisher
from endimpunity.sources.rules.reasons import counted, in_sentences
from endimpunity.sources.rules.report import ImportReport
from endimpunity.sources.rules.withdrawal import LARGEST_SHARE
from endimpunity.sources.vocabulary import SnapshotState

# Rows of each reason that a refused file keeps: enough to mend the file by.
KEPT_ROWS = 100


class RefusedListError(Exception):
    """Undo the transaction and keep these reasons."""

    def __init__(
        self, reason: str, reasons: dict[str, list[int]] | None = None
    ) -> None:
        super().__init__(reason)
        self.reasons = reasons or {}


def check_quarantine(
    order: ImportOrder,
    report: ImportReport,
    notes: Sequence[str] = (),
) -> None:
    """Refuse a file of which more rows cannot be read than is accepted.

    Raises:
        RefusedListError: with the share, the most frequent reasons and what to do.
    """
    data = report.data_rows
    if not data:
        raise RefusedListError(
            "the file has no data rows. Check that it is the whole list, and with a"
            " mapping that [file] header_row points at its header.",
            report.reasons,
        )
    share = Fraction(report.quarantined, data)
    if share <= order.accept_quarantine and report.quarantined < data:
        return
    advice = (
        "Check that it is the right file and layout; a mapping may state its encoding."
        if report.quarantined == data
        else "Repair it at its source, or take the rest with --accept-quarantine"
        f" {int(share * 100) + 1}%."
    )
    said = (
        f"{report.quarantined} of {data} rows cannot be read ({float(share):.1%};"
        f" at most {float(order.accept_quarantine):.0%} are accepted)."
        f" {in_sentences(report.reasons)} `endimpunity snapshots --publisher"
        f" {order.publisher_code} --refused` lists every reason with its rows."
    )
    raise RefusedListError(" ".join([said, advice, *notes]), report.reasons)


def check_withdrawals(order: ImportOrder, derived: Derived) -> None:
    """Refuse a file that withdraws, or makes a later one withdraw, too much.

    Raises:
        RefusedListError: with the number and what to do.
    """
    gone = len(derived.withdrawn)
    more = sum(count for _, count, _ in derived.withdrawn_later)
    expected = order.accept_withdrawals
    if gone + more == 0 or (expected is not None and gone + more <= expected):
        return
    too_many = [
        (file, count, size)
        for file, count, size in [
            ("it", gone, derived.scope_size),
            *derived.withdrawn_later,
        ]
        if count and Fraction(count, max(size, count)) > LARGEST_SHARE
    ]
    if expected is None and not too_many:
        return
    file, count, size = (too_many or [("it", gone + more, derived.scope_size)])[0]
    said = (
        "as a complete list it would withdraw"
        if file == "it"
        else f"with it in its place, the complete list {file} would withdraw"
    )
    raise RefusedListError(
        f"{said} {count} of {size} records"
        f" ({float(Fraction(count, max(size, count))):.1%}). If that list covers only"
        " a part of the publisher's, say which with --scope FIELD=CODE (several may"
        " follow); if it is not complete, leave --complete out; if they were"
        f" withdrawn, give --accept-withdrawals {gone + more}.",
    )


def keep_refusal(
    order: ImportOrder,
    bytes_kept: BytesKept,
    file_name: str,
    refusal: str,
    reasons: dict[str, list[int]],
    *,
    by: User,
    at: datetime,
) -> None:
    """Keep a refused file's bytes and reasons, once for the same refusal.

    Args:
        order: of the import.
        bytes_kept: the file.
        file_name: its name.
        refusal: the sentence that refuses it.
        reasons: for each reason the rows that cannot be read, all of them.
        by: the actor.
        at: the moment.
    """
    with transaction.atomic():
        publisher = ensure_publisher(
            code=order.publisher_code,
            mapping=order.mapping,
            by=by,
            at=at,
        )
        same = Snapshot.objects.filter(
            publisher=publisher,
            stated_on=order.stated_on,
            sha256=bytes_kept.sha256,
            state=SnapshotState.REFUSED,
            refusal=refusal,
        )
        if same.exists():
            return
        Snapshot.objects.create(
            publisher=publisher,
            stated_on=order.stated_on,
            sha256=bytes_kept.sha256,
            byte_size=bytes_kept.size,
            file_name=file_name,
            state=SnapshotState.REFUSED,
            refusal=refusal,
            report={
                "reasons": {why: rows[:KEPT_ROWS] for why, rows in reasons.items()},
                "reason_counts": counted(reasons),
            },
            recorded_at=at,
            recorded_by=by,
        )
        audit.record(
            deed="sources.refuse_list",
            by=by.key,
            at=at,
            subject=f"{publisher.code}@{order.stated_on}",
            detail={"sha256": bytes_kept.sha256},
        )
