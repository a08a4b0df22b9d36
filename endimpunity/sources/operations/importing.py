"""Take in a file of a publisher's list, whole or not at all."""

from dataclasses import dataclass
from datetime import datetime
from io import SEEK_END
from typing import BinaryIO

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.foundation import bulk, events
from endimpunity.foundation.gateways.blobs import BlobStore
from endimpunity.sources.events import SnapshotImported
from endimpunity.sources.models import Publisher, Snapshot
from endimpunity.sources.operations.accounting import account_for, compare_with_before
from endimpunity.sources.operations.chaining import (
    ONE_LIST_AT_A_TIME,
    chain_before,
)
from endimpunity.sources.operations.deriving import Derived, derive
from endimpunity.sources.operations.opening import (
    BytesKept,
    OpenedList,
    UnableToOpenList,
    keep_bytes,
    open_list,
)
from endimpunity.sources.operations.ordering import ImportOrder
from endimpunity.sources.operations.refusing import (
    RefusedListError,
    check_quarantine,
    check_withdrawals,
    keep_refusal,
)
from endimpunity.sources.operations.registering import coverage_of, ensure_publisher
from endimpunity.sources.operations.staging import Progress, stage_rows
from endimpunity.sources.rules.kept_mapping import mapping_as_stored
from endimpunity.sources.rules.report import ImportReport
from endimpunity.sources.rules.tables import UnableToReadFile
from endimpunity.sources.vocabulary import SnapshotState


class UnableToImport(Exception):
    """The file was not taken in; only its bytes and the reason are kept."""


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
    fault = order.fault(at) or order.fault_of_size(content.seek(0, SEEK_END))
    if fault:
        raise UnableToImport(fault)
    content.seek(0)
    kept = keep_bytes(content, blobs)
    before = _standing(order)
    if before is not None:
        return _same_day(before, kept, order, by=by, at=at)
    try:
        opened = open_list(
            kept,
            file_name=file_name,
            blobs=blobs,
            mapping=order.mapping,
            stated_on=order.stated_on,
            coverage_from=coverage_of(order.publisher_code, order.mapping),
            longest_cell=order.longest_cell,
        )
    except UnableToOpenList as error:
        keep_refusal(order, kept, file_name, str(error), {}, by=by, at=at)
        raise UnableToImport(str(error)) from error
    try:
        with transaction.atomic():
            return _take_in(order, opened, by=by, at=at, progress=progress)
    # Rows are read as they come, and what is wrong may lie far down.
    except (RefusedListError, UnableToReadFile) as refused:
        reasons = refused.reasons if isinstance(refused, RefusedListError) else {}
        keep_refusal(order, kept, file_name, str(refused), reasons, by=by, at=at)
        raise UnableToImport(str(refused)) from refused
    finally:
        opened.close()


def _standing(order: ImportOrder) -> Snapshot | None:
    """Return the file that is in for this publisher and day."""
    return Snapshot.objects.filter(
        publisher=order.publisher_code,
        stated_on=order.stated_on,
        state=SnapshotState.IMPORTED,
    ).first()


def _same_day(
    before: Snapshot,
    kept: BytesKept,
    order: ImportOrder,
    *,
    by: User,
    at: datetime,
) -> ImportOutcome:
    if (
        before.sha256 == kept.sha256
        and order.complete
        and (not before.complete or before.scope != order.scope)
    ):
        raise UnableToImport(
            f"this very file is in already as {before}, and was not said to be"
            " complete in this scope then. A file is read once: if the list is"
            " complete, say so with its next file. Nothing was changed.",
        )
    if before.sha256 == kept.sha256:
        # A mapping that now says more of the publisher is heard all the same.
        ensure_publisher(
            code=order.publisher_code,
            mapping=order.mapping,
            by=by,
            at=at,
        )
        return ImportOutcome(
            snapshot_id=before.pk,
            report=ImportReport(
                identical=True,
                mapping_unused=(
                    order.mapping is not None
                    and order.mapping.fingerprint != before.mapping_version
                ),
            ),
        )
    raise UnableToImport(
        f"another file of {order.publisher_code} stated on {order.stated_on} is in"
        f" already ({before.file_name}, sha256 {before.sha256[:12]}…), with other"
        " bytes. Nothing was changed. If the publisher stated this file on another"
        f" day, give that day with --stated-on; `endimpunity snapshots --publisher"
        f" {order.publisher_code}` lists the days that are in. If the file that is in"
        f" came in by mistake, `endimpunity take-back {before} --reason TEXT` takes it"
        " out of its list; then give this command again.",
    )


def _take_in(
    order: ImportOrder,
    opened: OpenedList,
    *,
    by: User,
    at: datetime,
    progress: Progress,
) -> ImportOutcome:
    # Two files at once would each be read against a list without the other.
    bulk.one_at_a_time(ONE_LIST_AT_A_TIME)
    before = _standing(order)
    if before is not None:
        return _same_day(before, opened.bytes_kept, order, by=by, at=at)
    publisher = ensure_publisher(
        code=order.publisher_code,
        mapping=opened.mapping,
        by=by,
        at=at,
    )
    snapshot = _new_snapshot(order, opened, publisher, by=by, at=at)
    with bulk.nothing_to_collect():
        report, derived, changed = _read(
            order,
            opened,
            snapshot,
            by=by,
            at=at,
            progress=progress,
        )
    check_withdrawals(order, derived)
    snapshot.report = report.as_json()
    snapshot.save(update_fields=["report"])
    _tell(snapshot, derived, changed, by=by, at=at)
    return ImportOutcome(snapshot_id=snapshot.pk, report=report)


def _read(
    order: ImportOrder,
    opened: OpenedList,
    snapshot: Snapshot,
    *,
    by: User,
    at: datetime,
    progress: Progress,
) -> tuple[ImportReport, Derived, list[int]]:
    """Read the file into its list, and return also the keys of changed records."""
    chain = chain_before(snapshot.publisher_id, order.stated_on)
    staged = stage_rows(
        snapshot,
        opened.rows(),
        opened.normaliser,
        known=chain.known_cells(snapshot.mapping_version),
        noted=chain.noted_cells(),
        progress=progress,
    )
    check_quarantine(order, staged.report, opened.table.notes)
    progress("matching", staged.report.rows)
    derived = derive(chain=chain, snapshot=snapshot, rows=staged.rows, by=by, at=at)
    progress("accounting", staged.report.rows)
    places = account_for(staged.report, derived)
    compare_with_before(staged.report, snapshot)
    changed = [chain.records[place].record_id or 0 for place in places]
    return staged.report, derived, changed


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
        mapping=mapping_as_stored(opened.mapping),
        encoding=opened.encoding,
        headers=list(opened.headers),
        complete=order.complete,
        scope=order.scope,
        recorded_at=at,
        recorded_by=by,
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
            changed_record_ids=sorted(
                {*changed, *derived.reread, *derived.naming, *derived.revived},
            ),
            moved=derived.moved,
            withdrawn_record_ids=derived.withdrawn,
        ),
    )
