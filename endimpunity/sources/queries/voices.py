"""A publisher's voice: its list on a day, as known at a moment."""

from collections.abc import Collection, Generator
from datetime import date, datetime
from itertools import groupby, islice
from operator import attrgetter

from django.db.models import Exists, OuterRef, QuerySet

from endimpunity.foundation import bulk
from endimpunity.sources.models import (
    Part,
    Sighting,
    Withdrawal,
    Withholding,
)
from endimpunity.sources.queries.openings import open_releases
from endimpunity.sources.queries.sayings import RecordSaying, sayings_of, standing_at
from endimpunity.sources.queries.snapshots import ListedRecord, coverage_of
from endimpunity.sources.rules.dates import known_date, since_when
from endimpunity.sources.rules.folding import fold

# Records folded at a time.
BATCH = 2_000


def sightings_at(
    publisher_code: str,
    *,
    as_of: date,
    known_at: datetime | None = None,
    released: bool = False,
) -> QuerySet[Sighting]:
    """Return the last sighting of every record on a publisher's list on a day.

    A complete file stands for itself: what it withdrew is not on the list. A
    later partial file amends and never replaces.

    Args:
        publisher_code: whose voice.
        as_of: files stated by that day.
        known_at: only what stood then; None for what stands now.
        released: only files opened to the world, and what they withdrew.
    """
    seen = _of_list(publisher_code, as_of, known_at, released=released)
    gone = Withdrawal.objects.filter(
        standing_at(known_at),
        record=OuterRef("record"),
        snapshot__stated_on__lte=as_of,
        snapshot__stated_on__gt=OuterRef("snapshot__stated_on"),
    )
    if released:
        # A file that was not opened to the world takes nothing from its sight.
        gone = gone.filter(snapshot__in=released_snapshots(publisher_code, known_at))
    later = _of_list(publisher_code, as_of, known_at, released=released).filter(
        record=OuterRef("record"),
        snapshot__stated_on__gt=OuterRef("snapshot__stated_on"),
    )
    return seen.filter(~Exists(later), ~Exists(gone))


def _of_list(
    publisher_code: str,
    as_of: date,
    known_at: datetime | None,
    *,
    released: bool,
) -> QuerySet[Sighting]:
    found = Sighting.objects.filter(
        standing_at(known_at),
        snapshot__publisher=publisher_code,
        snapshot__stated_on__lte=as_of,
    )
    if not released:
        return found
    # Protection has no lens: what is withheld now is withheld in every past.
    withheld = Withholding.objects.filter(superseded_at=None)
    # Asked part by part: PostgreSQL reads a list of all withheld ones for each record.
    shown = Part.objects.filter(
        ~Exists(withheld.filter(part=OuterRef("pk"))),
        record=OuterRef("record"),
    )
    return found.filter(
        ~Exists(withheld.filter(part__record=OuterRef("record"))) | Exists(shown),
        snapshot__in=released_snapshots(publisher_code, known_at),
    )


def withheld_parts(part_ids: Collection[int]) -> set[int]:
    """Return which of these parts are kept from the world."""
    return {
        part_id
        for some in bulk.batches(part_ids)
        for part_id in Withholding.objects.filter(
            part__in=some,
            superseded_at=None,
        ).values_list("part_id", flat=True)
    }


def released_snapshots(
    publisher_code: str,
    known_at: datetime | None,
) -> list[int]:
    """Return the keys of the files of a list open to the world, then and now."""
    return list(
        open_releases(known_at)
        .filter(snapshot__publisher=publisher_code)
        .values_list("snapshot_id", flat=True),
    )


def records_of_list(
    publisher_code: str,
    *,
    as_of: date,
    known_at: datetime | None = None,
) -> Generator[ListedRecord, None, None]:
    """Yield the records on a publisher's list on a day, by their keys."""
    covered = coverage_of(publisher_code)
    last = (
        sightings_at(publisher_code, as_of=as_of, known_at=known_at)
        .order_by("record_id")
        .values_list("record_id", flat=True)
        .iterator(chunk_size=BATCH)
    )
    while batch := list(islice(last, BATCH)):
        sayings = sayings_of(batch, known_at=known_at, stated_until=as_of)
        for record_id, group in groupby(sayings, key=attrgetter("record_id")):
            said: list[RecordSaying] = list(group)
            values = fold(saying.values for saying in said)
            yield ListedRecord(
                record=record_id,
                stated_on=said[-1].stated_on,
                row=said[-1].row_number,
                values=values,
                known=known_date(
                    values,
                    stated_on=said[since_when([one.values for one in said])].stated_on,
                    coverage_from=covered,
                ),
            )
