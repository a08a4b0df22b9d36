"""Refuse a file with a sentence, and keep its bytes and the reasons."""

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.sources.models import Snapshot
from endimpunity.sources.operations.opening import BytesKept
from endimpunity.sources.operations.ordering import ImportOrder
from endimpunity.sources.operations.registering import ensure_publisher
from endimpunity.sources.rules.report import ImportReport
from endimpunity.sources.rules.withdrawal import LARGEST_SHARE
from endimpunity.sources.vocabulary import SnapshotState

# Rows whose reasons a refused file keeps: enough to see what broke.
KEPT_REASONS = 100


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
        RefusedListError: with the share, the first reason and what to do.
    """
    data = report.rows - report.skipped
    if not data:
        raise RefusedListError(
            "the file has no data rows. Check that it is the whole list, and with a"
            " mapping that [file] header_row points at its header.",
            report.reasons,
        )
    share = Fraction(report.quarantined, data)
    if share <= order.accept_quarantine and report.quarantined < data:
        return
    reason, rows = next(
        (reason, rows)
        for reason, rows in sorted(
            report.reasons.items(), key=lambda item: -len(item[1])
        )
        if rows
    )
    advice = (
        "Check that it is the right file and layout; a mapping may state its encoding."
        if report.quarantined == data
        else "Repair it at its source, or take the rest with --accept-quarantine"
        f" {int(share * 100) + 1}%."
    )
    said = " ".join([advice, *notes])
    raise RefusedListError(
        f"{report.quarantined} of {data} rows cannot be read"
        f" ({float(share):.1%}; at most {float(order.accept_quarantine):.0%} are"
        f" accepted). The first: row {rows[0]}: {reason.rstrip('.')}. {said}",
        report.reasons,
    )


def check_withdrawals(order: ImportOrder, report: ImportReport) -> None:
    """Refuse a complete file that withdraws more than a review would.

    Raises:
        RefusedListError: with the number and what to do.
    """
    gone = report.withdrawn
    in_scope = gone + report.changed + report.unchanged
    expected = order.accept_withdrawals
    if gone == 0 or (expected is not None and gone <= expected):
        return
    if expected is None and Fraction(gone, in_scope) <= LARGEST_SHARE:
        return
    raise RefusedListError(
        f"as a complete list it would withdraw {gone} of {in_scope} records"
        f" ({float(Fraction(gone, in_scope)):.1%}). If it covers only a part of the"
        " list, say which with --scope FIELD=CODE; if it is not complete, leave"
        f" --complete out; if they were withdrawn, give --accept-withdrawals {gone}.",
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
    """Keep a refused file's bytes and reasons, once for the same refusal."""
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
                "reasons": {why: rows[:KEPT_REASONS] for why, rows in reasons.items()}
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
