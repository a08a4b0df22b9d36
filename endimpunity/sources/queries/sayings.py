"""What records said, sighting by sighting, as known at a moment."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import Q

from endimpunity.foundation import bulk
from endimpunity.sources.models import Part, Sighting
from endimpunity.sources.rules.folding import fold
from endimpunity.sources.rules.people import Known, people_ever_named, people_of

# Rows held of a long answer at a time.
BATCH = 2_000


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordSaying:
    """One sighting: what a record said in one row of one file.

    Attributes:
        record_id: the record.
        publisher_code: whose list.
        stated_on: the day the list was stated.
        row_number: the row of that file, from 1.
        recorded_at: when this reading of the row was recorded.
        values: the normalised fields that the file's layout speaks of.
    """

    record_id: int
    publisher_code: str
    stated_on: date
    row_number: int
    recorded_at: datetime
    values: Mapping[str, Any]

    @property
    def address(self) -> str:
        """Return CODE@DATE#ROW."""
        return f"{self.publisher_code}@{self.stated_on}#{self.row_number}"


def standing_at(known_at: datetime | None) -> Q:
    """Return the condition for sightings or withdrawals that stood at a moment."""
    if known_at is None:
        return Q(superseded_at=None)
    return Q(recorded_at__lte=known_at) & (
        Q(superseded_at=None) | Q(superseded_at__gt=known_at)
    )


def sayings_of(
    record_ids: Iterable[int],
    *,
    known_at: datetime | None = None,
    stated_until: date | None = None,
) -> Iterator[RecordSaying]:
    """Yield what these records said, record by record, the earliest first.

    Args:
        record_ids: the records, any number of them, each once.
        known_at: only sightings that stood then; None for those standing now.
        stated_until: only files stated by that day.
    """
    for batch in bulk.batches(record_ids):
        # Plain columns: a model instance a row would double the time of a list.
        for record_id, code, stated_on, number, recorded_at, values in _sightings(
            batch,
            known_at,
            stated_until,
        ):
            yield RecordSaying(
                record_id=record_id,
                publisher_code=code,
                stated_on=stated_on,
                row_number=number,
                recorded_at=recorded_at,
                values=values,
            )


def _sightings(
    record_ids: Sequence[int],
    known_at: datetime | None,
    stated_until: date | None,
) -> Iterator[tuple[int, str, date, int, datetime, dict[str, Any]]]:
    """Yield what is asked of sightings, the records of a batch in their order."""
    found = Sighting.objects.filter(standing_at(known_at), record__in=record_ids)
    if stated_until is not None:
        found = found.filter(snapshot__stated_on__lte=stated_until)
    return (
        found.order_by("record_id", "snapshot__stated_on", "row__number")
        .values_list(
            "record_id",
            "snapshot__publisher_id",
            "snapshot__stated_on",
            "row__number",
            "recorded_at",
            "version__values",
        )
        .iterator(BATCH)
    )


def folded_values(
    record_ids: Iterable[int],
    *,
    known_at: datetime | None = None,
    stated_until: date | None = None,
) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """Yield (part key, part number, values) for every person these records name.

    The values are those of the record's sightings read one after another; a
    part that the record no longer names is left out.
    """
    for batch in bulk.batches(record_ids):
        parts = parts_of(batch)
        sayings = sayings_of(batch, known_at=known_at, stated_until=stated_until)
        for record_id, group in groupby(sayings, key=attrgetter("record_id")):
            said = [saying.values for saying in group]
            values = fold(said) if len(said) > 1 else dict(said[0])
            yield from people_of(parts.get(record_id, []), values)


def people_named(
    record_ids: Iterable[int],
    *,
    known_at: datetime | None = None,
) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """Yield (part key, part number, values) for every person these records named.

    As `folded_values`, and also whoever an earlier saying names and the last does
    not, with what the list last said of that person.
    """
    for batch in bulk.batches(record_ids):
        parts = parts_of(batch)
        sayings = sayings_of(batch, known_at=known_at)
        for record_id, group in groupby(sayings, key=attrgetter("record_id")):
            said = [saying.values for saying in group]
            yield from people_ever_named(parts.get(record_id, []), said)


def parts_of(record_ids: Sequence[int]) -> dict[int, list[Known]]:
    """Return record -> key, number and name of its parts, by number."""
    parts: dict[int, list[Known]] = {}
    for some in bulk.batches(record_ids):
        for key, record_id, number, name in (
            Part.objects.filter(record__in=some)
            .order_by("record_id", "number")
            .values_list("id", "record_id", "number", "name")
        ):
            parts.setdefault(record_id, []).append((key, number, name))
    return parts


def records_standing(publisher_code: str) -> list[int]:
    """Return the records of a publisher that a file names now, by key."""
    return list(
        Sighting.objects.filter(
            superseded_at=None,
            snapshot__publisher=publisher_code,
        )
        .order_by("record_id")
        .values_list("record_id", flat=True)
        .distinct(),
    )


def records_of_rows_left(record_ids: Iterable[int]) -> dict[int, set[int]]:
    """Return for each record those that rows which were once its own belong to now."""
    once: dict[int, set[int]] = {}
    for some in bulk.batches(record_ids):
        left = Sighting.objects.filter(record__in=some, superseded_at__isnull=False)
        for row_id, record_id in left.order_by("id").values_list("row_id", "record_id"):
            once.setdefault(row_id, set()).add(record_id)
    found: dict[int, set[int]] = {}
    for some in bulk.batches(once):
        now = Sighting.objects.filter(row__in=some, superseded_at=None)
        for row_id, owner in now.order_by("id").values_list("row_id", "record_id"):
            for record_id in once[row_id] - {owner}:
                found.setdefault(record_id, set()).add(owner)
    return found
