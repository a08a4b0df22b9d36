"""Correct rows that could not be read, and read them again."""

from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.foundation import bulk, events
from endimpunity.sources.events import SnapshotImported
from endimpunity.sources.models import Correction, Row, Sighting, Snapshot
from endimpunity.sources.operations.chaining import (
    ONE_LIST_AT_A_TIME,
    chain_before,
    rows_of,
    snapshots_after,
)
from endimpunity.sources.operations.deriving import derive
from endimpunity.sources.operations.staging import listed_row
from endimpunity.sources.queries.quarantine import quarantined_rows
from endimpunity.sources.rules.kept_mapping import mapping_from_stored
from endimpunity.sources.rules.listed import ListedRow
from endimpunity.sources.rules.mapping import Mapping
from endimpunity.sources.rules.normalising import Normaliser

# Reasons found in opening a file, before any mapping: only a correction mends them.
DAMAGE = (
    "The row holds bytes",
    "The row holds control characters",
    "The end of a web page",
    "A cell holds a formula",
)


class UnableToCorrect(Exception):
    """This row cannot be corrected so."""


@dataclass(frozen=True, kw_only=True)
class Retried:
    """What reading the quarantined rows of a file again gave.

    Attributes:
        imported: row numbers that are records now.
        left: row number -> why it still cannot be read.
    """

    imported: list[int] = field(default_factory=list)
    left: dict[int, str] = field(default_factory=dict)


def correct_row(
    *,
    row: Row,
    cells: Dict[str, str],
    reason: str,
    by: User,
    at: datetime,
) -> Correction:
    """Say what cells of a quarantined row should have read; the row stays as it was.

    Args:
        row: a row in quarantine.
        cells: header -> text, only those that change.
        reason: on what the correction rests.
        by: the actor.
        at: the moment.

    Raises:
        UnableToCorrect: the row is not in quarantine, a header is unknown, or no
            reason is given.
    """
    if not reason.strip():
        raise UnableToCorrect("a correction needs its reason: give it with --reason.")
    if not quarantined_rows(row.snapshot).filter(pk=row.pk).exists():
        raise UnableToCorrect(f"{row.snapshot}#{row.number} is not in quarantine.")
    headers = row.snapshot.headers
    unknown = [header for header in cells if header not in headers]
    if unknown:
        raise UnableToCorrect(
            f"{row.snapshot} has no column {unknown[0]!r}. Its columns are:"
            f" {', '.join(headers)}.",
        )
    corrected = _padded(current_cells(row), len(headers))
    for header, text in cells.items():
        corrected[headers.index(header)] = text
    with transaction.atomic():
        correction = Correction.objects.create(
            row=row,
            cells=corrected,
            reason=reason,
            recorded_at=at,
            recorded_by=by,
        )
        audit.record(
            deed="sources.correct_row",
            by=by.key,
            at=at,
            subject=f"{row.snapshot}#{row.number}",
            detail={"columns": sorted(cells)},
        )
    return correction


def current_cells(row: Row) -> list[str]:
    """Return a row's cells as last corrected."""
    latest = Correction.objects.filter(row=row).order_by("-id").first()
    return list(latest.cells if latest else row.cells)


def _padded(cells: list[str], width: int) -> list[str]:
    """Return cells as many as there are headers; what hung over is kept raw."""
    return (cells + [""] * width)[:width]


def retry_quarantined(
    *,
    snapshot: Snapshot,
    mapping: Mapping | None = None,
    by: User,
    at: datetime,
) -> Retried:
    """Read the quarantined rows of a file again, with their corrections.

    Args:
        snapshot: the file.
        mapping: how to read them; None for the one the file was read by.
        by: the actor.
        at: the moment.

    Raises:
        UnableToMap: the mapping does not fit the file's headers.
    """
    with transaction.atomic():
        bulk.one_at_a_time(ONE_LIST_AT_A_TIME)
        retried, read = _retry(snapshot, mapping, {}, by=by, at=at)
        # A later file that holds the same cells is corrected with this one, so
        # that it does not matter which of them came in first.
        for following in snapshots_after(snapshot.publisher_id, snapshot.stated_on):
            if read and following.headers == snapshot.headers:
                _retry(following, mapping, read, by=by, at=at)
    return retried


def _retry(
    snapshot: Snapshot,
    mapping: Mapping | None,
    corrected: Dict[str, list[str]],
    *,
    by: User,
    at: datetime,
) -> tuple[Retried, dict[str, list[str]]]:
    """Read a file's quarantined rows again, and return what became of them.

    Args:
        snapshot: the file.
        mapping: how to read them; None for the one the file was read by.
        corrected: digest of raw cells -> cells as corrected in an earlier file;
            if any, only rows of such cells are read.
        by: the actor.
        at: the moment.
    """
    normaliser = Normaliser(
        mapping or mapping_from_stored(snapshot.mapping),
        tuple(snapshot.headers),
        stated_on=snapshot.stated_on,
        coverage_from=snapshot.publisher.coverage_from,
    )
    rows: list[ListedRow] = []
    retried = Retried()
    read: dict[str, list[str]] = {}
    waiting = quarantined_rows(snapshot).select_related("snapshot")
    for row in waiting.order_by("number"):
        if corrected and row.digest not in corrected:
            continue
        cells = corrected.get(row.digest) or current_cells(row)
        why = _read_again(row, cells, normaliser, rows)
        if why:
            retried.left[row.number] = why
        else:
            read[row.digest] = cells
    if rows:
        _put_in(snapshot, rows, by=by, at=at)
        retried.imported.extend(row.number for row in rows)
    return retried, read


def _read_again(
    row: Row,
    cells: list[str],
    normaliser: Normaliser,
    rows: list[ListedRow],
) -> str:
    """Read one row; append it if it can be read, else return why not."""
    if len(cells) != len(row.snapshot.headers):
        return row.reason
    if cells == row.cells and row.reason.startswith(DAMAGE):
        return row.reason
    read = normaliser.row(tuple(cells))
    if read.values is None:
        return read.quarantine or read.skip or row.reason
    rows.append(
        listed_row(
            row.number,
            row.pk,
            row.digest,
            read,
            normaliser.mapping_version,
        ),
    )
    return ""


def _put_in(
    snapshot: Snapshot,
    rows: list[ListedRow],
    *,
    by: User,
    at: datetime,
) -> None:
    derived = derive(
        chain=chain_before(snapshot.publisher_id, snapshot.stated_on),
        snapshot=snapshot,
        rows=rows,
        standing=rows_of(snapshot),
        by=by,
        at=at,
    )
    touched = {
        record_id
        for some in bulk.batches(row.row_id for row in rows)
        for record_id in Sighting.objects.filter(
            row__in=some,
            superseded_at=None,
        ).values_list("record_id", flat=True)
    }
    audit.record(
        deed="sources.retry_quarantined",
        by=by.key,
        at=at,
        subject=str(snapshot),
        detail={"rows": [row.number for row in rows]},
    )
    events.announce(
        SnapshotImported(
            snapshot_id=snapshot.pk,
            publisher_code=snapshot.publisher_id,
            by=by.key,
            at=at,
            new_record_ids=derived.new,
            changed_record_ids=sorted({*touched, *derived.reread} - set(derived.new)),
            moved=derived.moved,
            withdrawn_record_ids=derived.withdrawn,
        ),
    )
