"""Write what a file's place in the chain means: records, versions, sightings."""

from collections.abc import Sequence
from datetime import datetime

from endimpunity.foundation import bulk
from endimpunity.sources.models import (
    Part,
    RecordVersion,
    Sighting,
    Snapshot,
    SourceRecord,
)
from endimpunity.sources.rules.chain import Chain
from endimpunity.sources.rules.listed import Placed
from endimpunity.sources.rules.people import match_people


def store_new_records(
    chain: Chain,
    publisher_code: str,
    at: datetime,
) -> Sequence[int]:
    """Give every record of the chain that has no key one, and return the keys."""
    waiting = [record for record in chain.records if record.record_id is None]
    keys = bulk.reserve_keys(SourceRecord, len(waiting))
    moment = bulk.stored_moment(at)
    bulk.append_rows(
        SourceRecord,
        ("id", "publisher_id", "recorded_at"),
        ((key, publisher_code, moment) for key in keys),
    )
    for record, key in zip(waiting, keys, strict=True):
        record.record_id = key
    return keys


def store_sightings(
    chain: Chain,
    snapshot: Snapshot,
    placed: Sequence[Placed],
    *,
    at: datetime,
    fresh_from: int,
) -> set[int]:
    """Write parts, versions and sightings for these rows of a file.

    Returns the records that name somebody whom they had not named.

    Args:
        chain: gives each place its record's key and last version.
        snapshot: the file.
        placed: its rows with their places.
        at: the moment recorded.
        fresh_from: record keys from this one on were made now, and have no part
            or version yet.
    """
    naming = _store_parts(chain, placed, fresh_from)
    versions = _store_versions(chain, snapshot, placed, fresh_from)
    keys = bulk.reserve_keys(Sighting, len(placed))
    moment = bulk.stored_moment(at)
    records = chain.records
    bulk.append_rows(
        Sighting,
        (
            "id",
            "snapshot_id",
            "row_id",
            "record_id",
            "version_id",
            "recorded_at",
            "superseded_at",
        ),
        (
            (
                key,
                snapshot.pk,
                found.row.row_id,
                records[found.place].record_id,
                versions[found.row.number],
                moment,
                None,
            )
            for key, found in zip(keys, placed, strict=True)
        ),
    )
    return naming


def _key(chain: Chain, found: Placed) -> int:
    key = chain.records[found.place].record_id
    if key is None:  # every record has its key before its sightings are written
        raise LookupError(found.place)
    return key


def _store_parts(
    chain: Chain,
    placed: Sequence[Placed],
    fresh_from: int,
) -> set[int]:
    """Give each person that a row names a part, unless the record has it by name."""
    read = [found for found in placed if found.row.values_json is not None]
    known = _known_parts(
        [_key(chain, found) for found in read if _key(chain, found) < fresh_from],
    )
    wanted: list[tuple[int, int, str]] = []
    for found in read:
        key, names = _key(chain, found), found.row.names
        have = known.get(key, [])
        matched = match_people([name for _, name in have], names) if have else {}
        number = max((number for number, _ in have), default=0)
        for place, name in enumerate(names):
            if place not in matched:
                number += 1
                wanted.append((key, number, name))
    keys = bulk.reserve_keys(Part, len(wanted))
    bulk.append_rows(
        Part,
        ("id", "record_id", "number", "name"),
        ((key, *part) for key, part in zip(keys, wanted, strict=True)),
    )
    return {key for key, _, _ in wanted}


def _known_parts(record_ids: Sequence[int]) -> dict[int, list[tuple[int, str]]]:
    """Return record -> number and name of its parts."""
    found: dict[int, list[tuple[int, str]]] = {}
    for some in bulk.batches(record_ids):
        for record_id, number, name in (
            Part.objects.filter(record__in=some)
            .order_by("record_id", "number")
            .values_list("record_id", "number", "name")
        ):
            found.setdefault(record_id, []).append((number, name))
    return found


def _store_versions(
    chain: Chain,
    snapshot: Snapshot,
    placed: Sequence[Placed],
    fresh_from: int,
) -> dict[int, int]:
    """Return row number -> version key, writing the versions that are new."""
    known = _known_versions(chain, placed, fresh_from)
    versions: dict[int, int] = {}
    waiting: list[Placed] = []
    for found in placed:
        if found.version_id is not None:
            versions[found.row.number] = found.version_id
            continue
        kept = known.get((_key(chain, found), found.row.version_digest))
        if kept is None:
            waiting.append(found)
        else:
            versions[found.row.number] = kept
    keys = bulk.reserve_keys(RecordVersion, len(waiting))
    bulk.append_rows(
        RecordVersion,
        (
            "id",
            "record_id",
            "digest",
            "values",
            "mapping_version",
            "sort_key",
            "noted",
        ),
        (
            (
                key,
                _key(chain, found),
                found.row.version_digest,
                found.row.values_json,
                # A row retried under another mapping keeps that one's version.
                found.row.mapping_version or snapshot.mapping_version,
                found.row.sort_key,
                found.row.noted,
            )
            for key, found in zip(keys, waiting, strict=True)
        ),
    )
    versions.update(
        (found.row.number, key) for key, found in zip(keys, waiting, strict=True)
    )
    return versions


def _known_versions(
    chain: Chain,
    placed: Sequence[Placed],
    fresh_from: int,
) -> dict[tuple[int, str], int]:
    """Return the versions these rows' records have already, by content."""
    old = [
        _key(chain, found)
        for found in placed
        if found.version_id is None and _key(chain, found) < fresh_from
    ]
    return {
        (record_id, digest): version_id
        for some in bulk.batches(old)
        for version_id, record_id, digest in RecordVersion.objects.filter(
            record__in=some,
        ).values_list("id", "record_id", "digest")
    }
