"""Questions about rows that could not be read."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from endimpunity.sources.models import Row, Sighting, Snapshot
from endimpunity.sources.vocabulary import Outcome, SnapshotState


def quarantined_rows(snapshot: Snapshot | None = None) -> QuerySet[Row]:
    """Return rows in quarantine: of files that are in, not read at import, nor since.

    Args:
        snapshot: of one file; None for all files.
    """
    read_since = Sighting.objects.filter(row=OuterRef("pk"), superseded_at=None)
    found = Row.objects.filter(
        ~Exists(read_since),
        outcome=Outcome.QUARANTINED,
        snapshot__state=SnapshotState.IMPORTED,
    )
    return found if snapshot is None else found.filter(snapshot=snapshot)


@dataclass(frozen=True, kw_only=True)
class QuarantineLine:
    """A row in quarantine: where it stands, why, and its cells by header."""

    publisher: str
    stated_on: date
    row: int
    reason: str
    cells: dict[str, str]


def quarantine_lines(
    *,
    publisher_code: str | None = None,
    stated_on: date | None = None,
) -> list[QuarantineLine]:
    """Return rows in quarantine, of all files or of those asked for."""
    rows = quarantined_rows().select_related("snapshot")
    if publisher_code is not None:
        rows = rows.filter(snapshot__publisher=publisher_code)
    if stated_on is not None:
        rows = rows.filter(snapshot__stated_on=stated_on)
    return [
        QuarantineLine(
            publisher=row.snapshot.publisher_id,
            stated_on=row.snapshot.stated_on,
            row=row.number,
            reason=row.reason,
            cells=dict(zip(row.snapshot.headers, row.cells, strict=False)),
        )
        for row in rows.order_by(
            "snapshot__publisher",
            "snapshot__stated_on",
            "number",
        )
    ]
