"""Read a file row by row, keep every row as it was met, and say what each says."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from json.encoder import encode_basestring

from endimpunity.foundation import bulk
from endimpunity.foundation.names import sort_key
from endimpunity.sources.models import Row, Snapshot
from endimpunity.sources.rules.last_cells import LastCells
from endimpunity.sources.rules.listed import ListedRow
from endimpunity.sources.rules.normalising import Normalised, Normaliser
from endimpunity.sources.rules.people import names_in
from endimpunity.sources.rules.report import ImportReport
from endimpunity.sources.rules.tables import RawRow
from endimpunity.sources.vocabulary import Outcome

# Rows kept at a time; a batch of the widest list met is four megabytes.
BATCH = 2_000
# Of a sort key, what the column holds.
SORT_KEY_LENGTH = 200

# Made once: `json.dumps` with options makes an encoder anew at each call.
_encode_values = json.JSONEncoder(
    ensure_ascii=False,
    separators=(",", ":"),
    sort_keys=True,
).encode

Progress = Callable[[str, int], None]


@dataclass(kw_only=True)
class Staged:
    """What reading a file gave: its readable rows, and the account so far.

    `known` has the places of the records last seen in the cells of each digest; a
    row of such cells takes one of them and needs no reading, but for the places that
    `noted` has with the digest of what was said there.
    """

    known: LastCells
    noted: Mapping[int, str]
    rows: list[ListedRow] = field(default_factory=list)
    report: ImportReport = field(default_factory=ImportReport)

    def leave_out(self, outcome: Outcome, reason: str, number: int) -> None:
        """Count a row that is not read as a record."""
        if outcome is Outcome.SKIPPED:
            self.report.skipped += 1
            self.report.skipping.setdefault(reason, []).append(number)
        else:
            self.report.quarantined += 1
            self.report.reasons.setdefault(reason, []).append(number)


def stage_rows(
    snapshot: Snapshot,
    rows: Iterable[RawRow],
    normaliser: Normaliser,
    *,
    known: LastCells,
    noted: Mapping[int, str],
    progress: Progress,
) -> Staged:
    """Append every row of a file to the table of rows, and read those that are new.

    Args:
        snapshot: the file.
        rows: as met, numbered from 1.
        normaliser: reads cells under the file's mapping.
        known: places of this list's records by the digest of the cells they were
            last seen in: these need no reading.
        noted: of some of these places, the digest of what was said there: they are
            read all the same, and are where they were if they still say it.
        progress: told "reading" and the rows so far.
    """
    staged = Staged(known=known, noted=noted)
    remaining = iter(rows)
    while batch := list(islice(remaining, BATCH)):
        keys = bulk.reserve_keys(Row, len(batch))
        bulk.append_rows(
            Row,
            ("id", "snapshot_id", "number", "cells", "digest", "outcome", "reason"),
            list(_stage_batch(snapshot, batch, keys, normaliser, staged)),
        )
        staged.report.rows += len(batch)
        progress("reading", staged.report.rows)
    return staged


def _stage_batch(
    snapshot: Snapshot,
    batch: list[RawRow],
    keys: Sequence[int],
    normaliser: Normaliser,
    staged: Staged,
) -> Iterator[tuple[object, ...]]:
    take, snapshot_id = staged.known.take, snapshot.pk
    imported, keep = Outcome.IMPORTED.value, staged.rows.append
    noted = staged.noted
    for key, raw in zip(keys, batch, strict=True):
        number, raw_cells, problem = raw
        cells = cells_as_stored(raw_cells)
        digest = digest_of(cells)
        place = None if problem else take(digest)
        if place is not None and place not in noted:
            keep(ListedRow(number, key, digest, None, place=place))
            yield (key, snapshot_id, number, cells, digest, imported, "")
            continue
        outcome, reason = _read(
            raw, key, digest, place=place, normaliser=normaliser, staged=staged
        )
        yield (key, snapshot_id, number, cells, digest, outcome.value, reason)


def _read(
    raw: RawRow,
    key: int,
    digest: str,
    *,
    place: int | None,
    normaliser: Normaliser,
    staged: Staged,
) -> tuple[Outcome, str]:
    """Read a row and say what became of it.

    Its cells were sought: `place` is of the record last seen in them, if any.
    """
    outcome, reason = Outcome.QUARANTINED, raw.problem or ""
    if not raw.problem:
        read = normaliser.row(raw.cells)
        outcome, reason = outcome_of(read)
        if read.values is not None:
            count_reading(staged.report, read)
            row = listed_row(raw.number, key, digest, read)
            same = place is not None and row.version_digest == staged.noted[place]
            row.place = place if same else None
            staged.rows.append(row)
    if outcome is not Outcome.IMPORTED:
        staged.leave_out(outcome, reason, raw.number)
    return outcome, reason


def cells_as_stored(cells: Sequence[str]) -> str:
    """Return raw cells as the JSON array they are kept in.

    PostgreSQL's text holds no NUL; the bytes in the blob store do.
    """
    # Texts alone need no encoder of arrays: this takes half its time.
    text = "[" + ",".join(map(encode_basestring, cells)) + "]"
    if "\\u0000" in text:
        # A NUL, or a cell that reads so: only the first is not to be kept.
        without = [cell.replace("\0", "\ufffd") for cell in cells]
        return "[" + ",".join(map(encode_basestring, without)) + "]"
    return text


def digest_of(text: str) -> str:
    """Return sixteen bytes of BLAKE2b of a text, in hexadecimal."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def outcome_of(read: Normalised) -> tuple[Outcome, str]:
    """Return what became of a row, and why if it was left out."""
    if read.skip:
        return Outcome.SKIPPED, read.skip
    if read.quarantine:
        return Outcome.QUARANTINED, read.quarantine
    return Outcome.IMPORTED, ""


def count_reading(report: ImportReport, read: Normalised) -> None:
    """Add what was noticed in reading one row to the account."""
    for field_name, text in read.unknown:
        report.count_unknown(field_name, text)
    report.repaired += read.repaired
    report.country_unknown += read.country_unknown
    report.before_coverage += read.before_coverage


def listed_row(
    number: int,
    key: int,
    digest: str,
    read: Normalised,
    mapping_version: str = "",
) -> ListedRow:
    """Return a read row as the chain takes it; "" is read by the file's mapping."""
    values = read.values or {}
    text = _encode_values(values)
    name = str(values.get("name") or values.get("name_native") or "")
    return ListedRow(
        number=number,
        row_id=key,
        digest=digest,
        values_json=text,
        version_digest=digest_of(text),
        sort_key=sort_key(name)[:SORT_KEY_LENGTH],
        names=names_in(values),
        mapping_version=mapping_version,
        noted=read.noted,
    )
