"""Lists made by the project, and taken in as a person's import does."""

import csv
import io
from datetime import UTC, date, datetime

from endimpunity.foundation.gateways.blobs import MemoryBlobs
from endimpunity.sources.models import Sighting, Withdrawal
from endimpunity.sources.operations import ImportOrder, import_list
from endimpunity.sources.rules.mapping import read_mapping

AT = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
HEADERS = ("name", "year", "country", "outlet", "manner", "impunity")
MAPPING = """
publisher = "LISTA"
[columns]
name = "name"
year = "year"
country = "country"
outlets = "outlet"
manner = "manner"
impunity = "impunity"
"""


def mapping(text=MAPPING):
    return read_mapping(text, name="lista.toml")


def table(*rows, headers=HEADERS):
    """Return a CSV file of these rows, short ones filled with blanks."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(headers)
    for row in rows:
        writer.writerow([*row, *[""] * (len(headers) - len(row))])
    return text.getvalue().encode()


def take_in(content, stated_on, *, by, code="LISTA", at=AT, blobs=None, **order):
    """Import a file and return its outcome."""
    order.setdefault("mapping", mapping())
    return import_list(
        order=ImportOrder(
            publisher_code=code,
            stated_on=date.fromisoformat(stated_on),
            **order,
        ),
        content=io.BytesIO(content),
        file_name="list.csv",
        blobs=blobs or MemoryBlobs(),
        by=by,
        at=at,
    )


def sightings():
    """Return which rows are one record and what each says, whatever the keys."""
    records: dict[int, set[tuple[str, int, str]]] = {}
    for one in Sighting.objects.filter(superseded_at=None).select_related(
        "snapshot",
        "row",
        "version",
    ):
        records.setdefault(one.record_id, set()).add(
            (str(one.snapshot.stated_on), one.row.number, one.version.digest),
        )
    return {frozenset(rows) for rows in records.values()}


def withdrawals():
    """Return which file withdrew the record first seen where."""
    first: dict[int, tuple[str, int]] = {}
    for one in (
        Sighting.objects.filter(superseded_at=None)
        .select_related("snapshot", "row")
        .order_by("snapshot__stated_on")
    ):
        first.setdefault(
            one.record_id,
            (str(one.snapshot.stated_on), one.row.number),
        )
    return {
        (str(one.snapshot.stated_on), first[one.record_id], one.ambiguous)
        for one in Withdrawal.objects.filter(superseded_at=None).select_related(
            "snapshot",
        )
    }
