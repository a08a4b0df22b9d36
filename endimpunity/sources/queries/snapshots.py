"""Questions about the files that came in, and the records of a list on a day."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from endimpunity.sources.models import Publisher, Row, Sighting, Snapshot
from endimpunity.sources.queries.sayings import standing_at
from endimpunity.sources.rules.folding import Values
from endimpunity.sources.rules.reasons import by_frequency, counted
from endimpunity.sources.vocabulary import SnapshotState


@dataclass(frozen=True, kw_only=True)
class SnapshotLine:
    """A file that came in, was refused or was taken back, in a line.

    Attributes:
        publisher: code.
        stated_on: the day the list was stated.
        sha256: of the bytes.
        layout: by which it was read, "" if it was refused.
        complete: whether it said it was.
        scope: field -> code, of what.
        records: rows read as records; of a file taken back, when it was.
        quarantined: rows that still cannot be read.
        state: a code of `SnapshotState`.
        refusal: why, if refused.
        taken_in_at: when it came, or was refused.
        taken_back_at: until when it was in; None if it is.
        taken_back_reason: why it was taken back, "" if it was not.
        reasons: of a refused file, for each reason why rows cannot be read the
            first of these rows, the most frequent reason first.
        reason_counts: for each reason, how many rows.
    """

    publisher: str
    stated_on: date
    sha256: str
    layout: str
    complete: bool
    scope: dict[str, str]
    records: int
    quarantined: int
    state: str
    refusal: str
    taken_in_at: datetime
    taken_back_at: datetime | None
    taken_back_reason: str
    reasons: dict[str, list[int]]
    reason_counts: dict[str, int]


def snapshot_lines(
    publisher_code: str | None = None,
    *,
    state: SnapshotState = SnapshotState.IMPORTED,
) -> list[SnapshotLine]:
    """Return the files that are in, by publisher and day.

    Args:
        publisher_code: of whom; None for all.
        state: those that were refused, or taken back, in their place.
    """
    found = Snapshot.objects.filter(state=state)
    if publisher_code is not None:
        found = found.filter(publisher=publisher_code)
    standing = Q(superseded_at=None)
    if state == SnapshotState.TAKEN_BACK:
        standing = Q(superseded_at=F("snapshot__taken_back_at"))
    records = _counts(Sighting.objects.filter(standing))
    unread = _counts(
        Row.objects.filter(outcome="QUARANTINED").exclude(
            Q(
                pk__in=Sighting.objects.filter(
                    superseded_at=None,
                    row__outcome="QUARANTINED",
                ).values("row"),
            ),
        ),
    )
    return [
        SnapshotLine(
            publisher=one.publisher_id,
            stated_on=one.stated_on,
            sha256=one.sha256,
            layout=one.layout,
            complete=one.complete,
            scope=one.scope,
            records=records.get(one.pk, 0),
            quarantined=unread.get(one.pk, 0),
            state=one.state,
            refusal=one.refusal,
            taken_in_at=one.recorded_at,
            taken_back_at=one.taken_back_at,
            taken_back_reason=one.taken_back_reason,
            **_reasons(one),
        )
        for one in found.order_by("publisher_id", "stated_on", "id")
    ]


def _reasons(one: Snapshot) -> dict[str, dict[str, Any]]:
    """Return why the rows of a refused file cannot be read, by frequency.

    A file refused before counts were kept counts the rows that it names.
    """
    if one.state != SnapshotState.REFUSED:
        return {"reasons": {}, "reason_counts": {}}
    rows: dict[str, list[int]] = one.report.get("reasons", {})
    counts = {**counted(rows), **one.report.get("reason_counts", {})}
    ordered = by_frequency(rows, counts)
    return {
        "reasons": {reason: rows[reason] for reason in ordered},
        "reason_counts": {reason: counts[reason] for reason in ordered},
    }


def _counts(rows: QuerySet[Any]) -> dict[int, int]:
    return dict(
        rows.order_by()
        .values("snapshot_id")
        .annotate(n=Count("pk"))
        .values_list("snapshot_id", "n"),
    )


def snapshot_of(publisher_code: str, stated_on: date) -> Snapshot | None:
    """Return the file of a publisher that is in for a day."""
    return Snapshot.objects.filter(
        publisher=publisher_code,
        stated_on=stated_on,
        state=SnapshotState.IMPORTED,
    ).first()


def publisher_exists(code: str) -> bool:
    """Tell whether a publisher of this code is known here."""
    return Publisher.objects.filter(code=code).exists()


def latest_snapshot(publisher_code: str) -> Snapshot | None:
    """Return the last file of a publisher by the day stated."""
    return (
        Snapshot.objects.filter(
            publisher=publisher_code,
            state=SnapshotState.IMPORTED,
        )
        .order_by("-stated_on")
        .first()
    )


def row_at(publisher_code: str, stated_on: date, number: int) -> Row | None:
    """Return the row at CODE@DATE#ROW."""
    return (
        Row.objects.filter(
            snapshot__publisher=publisher_code,
            snapshot__stated_on=stated_on,
            snapshot__state=SnapshotState.IMPORTED,
            number=number,
        )
        .select_related("snapshot")
        .first()
    )


@dataclass(frozen=True, kw_only=True)
class ListedRecord:
    """A record as its list has it, by the file and row it was last seen in.

    Attributes:
        record: the record's key.
        stated_on: the day of the file.
        row: the row's number in it.
        values: what that file said, or what the list had said by a day.
    """

    record: int
    stated_on: date
    row: int
    values: Values


def records_in(
    snapshot: Snapshot,
    *,
    known_at: datetime | None = None,
) -> Generator[ListedRecord, None, None]:
    """Yield what a file said of each record, in the order of its rows."""
    for record, number, values in (
        Sighting.objects.filter(standing_at(known_at), snapshot=snapshot)
        .order_by("row__number")
        .values_list("record_id", "row__number", "version__values")
        .iterator(2_000)
    ):
        yield ListedRecord(
            record=record,
            stated_on=snapshot.stated_on,
            row=number,
            values=values,
        )
