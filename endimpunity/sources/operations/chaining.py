"""Build the chain of a publisher's list up to a day, and read the files after it."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter

from endimpunity.sources.models import (
    Continuation,
    RecordVersion,
    Sighting,
    Snapshot,
)
from endimpunity.sources.queries import sayings_of
from endimpunity.sources.rules.chain import Chain
from endimpunity.sources.rules.folding import Values, fold
from endimpunity.sources.rules.listed import ListedRecord, ListedRow
from endimpunity.sources.rules.people import names_in
from endimpunity.sources.vocabulary import SnapshotState, Verdict

# Said to `bulk.one_at_a_time` by every deed that reads a list and writes it anew;
# one word for all lists, since the first list of all makes the cases.
ONE_LIST_AT_A_TIME = "sources.list"


def chain_before(publisher_code: str, stated_on: date) -> Chain:
    """Return the chain of the files that a publisher stated before a day."""
    judged = _judgements(publisher_code)
    wanted = {earlier for pairs in judged.values() for earlier, _ in pairs}
    noted = _noted(publisher_code)
    records: dict[int, ListedRecord] = {}
    places: dict[int, int] = {}
    places_of_rows: dict[int, int] = {}
    for record_id, row_id, digest, version_id, mapping_version in (
        Sighting.objects.filter(
            superseded_at=None,
            snapshot__publisher=publisher_code,
            snapshot__stated_on__lt=stated_on,
        )
        .order_by("snapshot__stated_on", "row__number")
        .values_list(
            "record_id",
            "row_id",
            "row__digest",
            "version_id",
            "snapshot__mapping_version",
        )
        .iterator(chunk_size=5_000)
    ):
        place = places.setdefault(record_id, len(places))
        records[record_id] = ListedRecord(
            record_id=record_id,
            digest=digest,
            mapping_version=mapping_version,
            version_id=version_id,
            row_id=row_id,
            noted=noted.get(version_id, ""),
        )
        if row_id in wanted:
            places_of_rows[row_id] = place

    def load(record_ids: Sequence[int]) -> Mapping[int, Values]:
        return _folded_before(record_ids, stated_on)

    return Chain(list(records.values()), load, places_of_rows, judged)


def _noted(publisher_code: str) -> dict[int, str]:
    """Return key -> digest of the versions whose cells are read again."""
    return dict(
        RecordVersion.objects.filter(
            record__publisher=publisher_code,
            noted=True,
        ).values_list("id", "digest"),
    )


def _folded_before(record_ids: Sequence[int], stated_on: date) -> dict[int, Values]:
    sayings = (
        saying
        for saying in sayings_of(record_ids, stated_until=stated_on)
        if saying.stated_on < stated_on
    )
    return {
        record_id: fold(saying.values for saying in group)
        for record_id, group in groupby(sayings, key=attrgetter("record_id"))
    }


def _judgements(publisher_code: str) -> dict[int, list[tuple[int, bool]]]:
    """Return people's standing judgements by their later row."""
    found: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for judgement in (
        Continuation.objects.filter(
            undone_at=None,
            later_row__snapshot__publisher=publisher_code,
            given=True,
        )
        .exclude(verdict=Verdict.UNSURE)
        .order_by("id")
    ):
        found[judgement.later_row_id].append(
            (judgement.earlier_row_id, judgement.verdict == Verdict.SAME),
        )
    return dict(found)


def snapshots_after(publisher_code: str, stated_on: date) -> list[Snapshot]:
    """Return the imported files of a list that were stated after a day."""
    return list(
        Snapshot.objects.filter(
            publisher=publisher_code,
            state=SnapshotState.IMPORTED,
            stated_on__gt=stated_on,
        ).order_by("stated_on"),
    )


def rows_of(snapshot: Snapshot) -> list[ListedRow]:
    """Return the rows of a stored file that are read as records."""
    return [
        _stored_row(sighting)
        for sighting in Sighting.objects.filter(snapshot=snapshot, superseded_at=None)
        .select_related("row", "version")
        .order_by("row__number")
    ]


def _stored_row(sighting: Sighting) -> ListedRow:
    values = sighting.version.values
    return ListedRow(
        number=sighting.row.number,
        row_id=sighting.row_id,
        digest=sighting.row.digest,
        values_json=json.dumps(
            values,
            ensure_ascii=False,
            separators=(",", ":"),
            sort_keys=True,
        ),
        version_digest=sighting.version.digest,
        sort_key=sighting.version.sort_key,
        names=names_in(values),
        mapping_version=sighting.version.mapping_version,
        noted=sighting.version.noted,
    )
