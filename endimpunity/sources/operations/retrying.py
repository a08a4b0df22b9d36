"""Correct rows that could not be read, and read them again."""

import json
from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.foundation import events
from endimpunity.sources.events import SnapshotImported
from endimpunity.sources.models import Correction, Row, Sighting, Snapshot
from endimpunity.sources.operations.chaining import chain_before, rows_of
from endimpunity.sources.operations.deriving import derive
from endimpunity.sources.operations.staging import listed_row
from endimpunity.sources.queries.quarantine import quarantined_rows
from endimpunity.sources.rules.chain import ListedRow
from endimpunity.sources.rules.kept_mapping import mapping_from_stored
from endimpunity.sources.rules.mapping import Mapping
from endimpunity.sources.rules.normalising import Normaliser


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
    reading = mapping or mapping_from_stored(snapshot.mapping)
    normaliser = Normaliser(
        reading,
        tuple(snapshot.headers),
        stated_on=snapshot.stated_on,
        coverage_from=snapshot.publisher.coverage_from,
    )
    rows: list[ListedRow] = []
    retried = Retried()
    for row in quarantined_rows(snapshot).order_by("number"):
        why = _read_again(row, normaliser, rows)
        if why:
            retried.left[row.number] = why
    if rows:
        with transaction.atomic():
            _put_in(snapshot, rows, by=by, at=at)
        retried.imported.extend(row.number for row in rows)
    return retried


def _read_again(row: Row, normaliser: Normaliser, rows: list[ListedRow]) -> str:
    """Read one row; append it if it can be read, else return why not."""
    cells = current_cells(row)
    if len(cells) != len(row.snapshot.headers):
        return row.reason
    if not Correction.objects.filter(row=row).exists() and "\\x" in json.dumps(cells):
        return row.reason
    read = normaliser.row(tuple(cells))
    if read.values is None:
        return read.quarantine or read.skip or row.reason
    rows.append(listed_row(row.number, row.pk, row.digest, read.values))
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
    touched = Sighting.objects.filter(
        row__in=[row.row_id for row in rows],
        superseded_at=None,
    ).values_list("record_id", flat=True)
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
