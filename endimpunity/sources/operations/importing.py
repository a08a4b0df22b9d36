"""Take in a file of a publisher's list, whole or not at all."""

from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from typing import BinaryIO

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.foundation import events
from endimpunity.foundation.gateways.blobs import BlobStore
from endimpunity.sources.events import SnapshotImported
from endimpunity.sources.models import Publisher, Snapshot
from endimpunity.sources.operations.accounting import account_for
from endimpunity.sources.operations.chaining import chain_before
from endimpunity.sources.operations.deriving import Derived, derive
from endimpunity.sources.operations.opening import (
    BytesKept,
    OpenedList,
    UnableToOpenList,
    open_list,
)
from endimpunity.sources.operations.registering import coverage_of, ensure_publisher
from endimpunity.sources.operations.staging import Progress, Staged, stage_rows
from endimpunity.sources.rules.mapping import Mapping
from endimpunity.sources.rules.report import ImportReport
from endimpunity.sources.rules.withdrawal import LARGEST_SHARE
from endimpunity.sources.vocabulary import SnapshotState

# A file of which more rows than this cannot be read has broken at its source: the
# damaged file met lost one row in six, the sound ones none.
LARGEST_QUARANTINE = Fraction(5, 100)
# Rows whose reasons a refused file keeps: enough to see what broke.
KEPT_REASONS = 100


class UnableToImport(Exception):
    """The file was not taken in; nothing of it is kept but its bytes and this reason."""


@dataclass(frozen=True, kw_only=True)
class ImportOrder:
    """What is to be taken in, and on what terms.

    Attributes:
        publisher_code: whose list.
        stated_on: the day the publisher stated it.
        mapping: how to read it; None to recognise a built-in layout.
        complete: whether a record that it lacks is withdrawn by it.
        scope: field -> code, of what it is complete; empty is the whole list.
        accept_quarantine: the largest share of rows that may be unreadable.
        accept_withdrawals: how many withdrawals are expected, where more than
            five in a hundred.
        longest_cell: characters; a longer cell is refused.
        largest_file: bytes.
    """

    publisher_code: str
    stated_on: date
    mapping: Mapping | None = None
    complete: bool = False
    scope: dict[str, str] = field(default_factory=dict)
    accept_quarantine: Fraction = LARGEST_QUARANTINE
    accept_withdrawals: int | None = None
    longest_cell: int = 1_000_000
    largest_file: int = 256 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class ImportOutcome:
    """The file's key and the account of its rows."""

    snapshot_id: int
    report: ImportReport


def quiet(stage: str, rows: int) -> None:
    """Tell nobody of the progress."""


def import_list(
    *,
    order: ImportOrder,
    content: BinaryIO,
    file_name: str,
    blobs: BlobStore,
    by: User,
    at: datetime,
    progress: Progress = quiet,
) -> ImportOutcome:
    """Take in one file of a list in one transaction.

    The same bytes for the same day change nothing. A refused file leaves its
    bytes and the reason, and no row.

    Raises:
        UnableToImport: with the sentence that says what is wrong and what to do.
    """
    _check_order(order, at)
    try:
        opened = open_list(
            content,
            file_name=file_name,
            blobs=blobs,
            mapping=order.mapping,
            stated_on=order.stated_on,
            coverage_from=coverage_of(order.publisher_code, order.mapping),
            longest_cell=order.longest_cell,
        )
    except UnableToOpenList as error:
        _keep_refusal(order, error.bytes_kept, file_name, str(error), {}, by=by, at=at)
        raise UnableToImport(str(error)) from error
    before = Snapshot.objects.filter(
        publisher=order.publisher_code,
        stated_on=order.stated_on,
        state=SnapshotState.IMPORTED,
    ).first()
    if before is not None:
        return _same_day(before, opened, order)
    try:
        with transaction.atomic():
            return _take_in(order, opened, by=by, at=at, progress=progress)
    except _Refused as refused:
        _keep_refusal(
            order,
            opened.bytes_kept,
            file_name,
            str(refused),
            refused.reasons,
            by=by,
            at=at,
        )
        raise UnableToImport(str(refused)) from refused
    finally:
        opened.close()


class _Refused(Exception):
    """Undo the transaction and keep these reasons."""

    def __init__(
        self, reason: str, reasons: dict[str, list[int]] | None = None
    ) -> None:
        super().__init__(reason)
        self.reasons = reasons or {}


def _check_order(order: ImportOrder, at: datetime) -> None:
    if order.stated_on > at.date():
        raise UnableToImport(
            f"--stated-on {order.stated_on} lies in the future. Give the day on"
            " which the publisher stated the list.",
        )
    if order.scope and not order.complete:
        raise UnableToImport(
            "--scope says of what a file is complete; give --complete with it,"
            " or leave both out.",
        )


def _same_day(
    before: Snapshot, opened: OpenedList, order: ImportOrder
) -> ImportOutcome:
    opened.close()
    if before.sha256 == opened.bytes_kept.sha256:
        return ImportOutcome(snapshot_id=before.pk, report=ImportReport(identical=True))
    raise UnableToImport(
        f"another file of {order.publisher_code} stated on {order.stated_on} is in"
        f" already ({before.file_name}, sha256 {before.sha256[:12]}…), with other"
        " bytes. Nothing was changed. If the publisher stated this file on another"
        f" day, give that day with --stated-on; `endimpunity snapshots --publisher"
        f" {order.publisher_code}` lists the days that are in.",
    )


def _take_in(
    order: ImportOrder,
    opened: OpenedList,
    *,
    by: User,
    at: datetime,
    progress: Progress,
) -> ImportOutcome:
    publisher = ensure_publisher(
        code=order.publisher_code,
        mapping=opened.mapping,
        at=at,
    )
    snapshot = _new_snapshot(order, opened, publisher, by=by, at=at)
    chain = chain_before(publisher.code, order.stated_on)
    staged = stage_rows(
        snapshot,
        opened.rows(),
        opened.normaliser,
        chain.known_cells(snapshot.mapping_version),
        progress,
    )
    _check_quarantine(order, staged)
    progress("matching", staged.report.rows)
    derived = derive(chain=chain, snapshot=snapshot, rows=staged.rows, by=by, at=at)
    progress("accounting", staged.report.rows)
    places = account_for(staged.report, derived)
    changed = [chain.records[place].record_id or 0 for place in places]
    _check_withdrawals(order, derived, staged.report)
    snapshot.report = staged.report.as_json()
    snapshot.save(update_fields=["report"])
    _tell(snapshot, derived, changed, by=by, at=at)
    return ImportOutcome(snapshot_id=snapshot.pk, report=staged.report)


def _new_snapshot(
    order: ImportOrder,
    opened: OpenedList,
    publisher: Publisher,
    *,
    by: User,
    at: datetime,
) -> Snapshot:
    return Snapshot.objects.create(
        publisher=publisher,
        stated_on=order.stated_on,
        sha256=opened.bytes_kept.sha256,
        byte_size=opened.bytes_kept.size,
        file_name=opened.file_name,
        state=SnapshotState.IMPORTED,
        layout=opened.mapping.name,
        mapping_version=opened.mapping.fingerprint,
        mapping_text=opened.mapping.text,
        encoding=opened.encoding,
        headers=list(opened.headers),
        complete=order.complete,
        scope=order.scope,
        recorded_at=at,
        recorded_by=by,
    )


def _check_quarantine(order: ImportOrder, staged: Staged) -> None:
    report = staged.report
    data = report.rows - report.skipped
    if not data:
        raise _Refused(
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
    raise _Refused(
        f"{report.quarantined} of {data} rows cannot be read"
        f" ({float(share):.1%}; at most {float(order.accept_quarantine):.0%} are"
        f" accepted). The first: row {rows[0]}: {reason}. {advice}",
        report.reasons,
    )


def _check_withdrawals(
    order: ImportOrder,
    derived: Derived,
    report: ImportReport,
) -> None:
    gone = len(derived.withdrawn)
    in_scope = gone + report.changed + report.unchanged
    expected = order.accept_withdrawals
    if gone == 0 or (expected is not None and gone <= expected):
        return
    if expected is None and Fraction(gone, in_scope) <= LARGEST_SHARE:
        return
    raise _Refused(
        f"as a complete list it would withdraw {gone} of {in_scope} records"
        f" ({float(Fraction(gone, in_scope)):.1%}). If it covers only a part of the"
        " list, say which with --scope FIELD=CODE; if it is not complete, leave"
        f" --complete out; if they were withdrawn, give --accept-withdrawals {gone}.",
    )


def _tell(
    snapshot: Snapshot,
    derived: Derived,
    changed: list[int],
    *,
    by: User,
    at: datetime,
) -> None:
    audit.record(
        deed="sources.import_list",
        by=by.key,
        at=at,
        subject=str(snapshot),
        detail={
            key: snapshot.report[key]
            for key in ("rows", "imported", "changed", "quarantined", "withdrawn")
        },
    )
    events.announce(
        SnapshotImported(
            snapshot_id=snapshot.pk,
            publisher_code=snapshot.publisher_id,
            by=by.key,
            at=at,
            new_record_ids=derived.new,
            changed_record_ids=sorted({*changed, *derived.reread}),
            moved=derived.moved,
            withdrawn_record_ids=derived.withdrawn,
        ),
    )


def _keep_refusal(
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

