"""The published lists, taken in as their monitor would, and what is then known."""

import contextlib
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import transaction
from django.test import override_settings

from endimpunity.sources.models import Sighting, Withdrawal
from tests.journeys.terminal import endimpunity, taken_in

# The file, the day on which it was stated, and the words that go with it.
CPJ = {
    "2016-10": ("cpj/cpj-2016-10.csv", "2016-10-31", ()),
    "2020-07": ("cpj/cpj-2020-07.csv", "2020-07-01", ()),
    "2020-11": ("cpj/cpj-2020-11.csv", "2020-11-10", ()),
    "2024-03": ("cpj/cpj-2024-03.csv", "2024-03-12", ()),
    "2025-05": ("cpj/cpj-2025-05.csv", "2025-05-26", ("--complete",)),
    "2025-06": (
        "cpj/cpj-2025-06-dates-urls.csv",
        "2025-06-06",
        ("--complete", "--scope", "motive=CONFIRMED", "role=JOURNALIST"),
    ),
}


def take_in(shared_data: Path, which: str, *words: object) -> dict[str, Any]:
    """Import one of the lists, and return the account."""
    file, stated_on, own = CPJ[which]
    whose = ("--publisher", "CPJ", "--stated-on", stated_on)
    return taken_in(shared_data / file, *whose, *own, *words)


def records(
    publisher: str = "CPJ", stated_on: str | None = None
) -> list[dict[str, Any]]:
    """Return the lines of `endimpunity records`, each a JSON object of its own."""
    day = ("--stated-on", stated_on) if stated_on else ()
    said = endimpunity("records", "--publisher", publisher, *day, "--json")
    assert said.status == 0, said.err
    return [json.loads(line) for line in said.out.splitlines()]


def sightings() -> dict[int, frozenset[tuple[str, int, str]]]:
    """Return of each record the rows it was seen in, and what each says."""
    seen: dict[int, set[tuple[str, int, str]]] = {}
    for record, day, row, digest in Sighting.objects.filter(
        superseded_at=None,
    ).values_list("record", "snapshot__stated_on", "row__number", "version__digest"):
        seen.setdefault(record, set()).add((str(day), row, digest))
    return {record: frozenset(rows) for record, rows in seen.items()}


def standing() -> tuple[set[object], set[object]]:
    """Return what the lists say and take back, whatever the keys of records."""
    seen = sightings()
    gone = Withdrawal.objects.filter(superseded_at=None).values_list(
        *("record", "snapshot__stated_on", "ambiguous"),
    )
    withdrawn: set[object] = {
        (seen[record], str(day), ambiguous) for record, day, ambiguous in gone
    }
    return set(seen.values()), withdrawn


@contextlib.contextmanager
def a_world_of_its_own(blocker: Any) -> Iterator[None]:  # pytest-django's
    """Open the database to a whole module, and leave it as it was found."""
    with (
        blocker.unblock(),
        tempfile.TemporaryDirectory() as home,
        override_settings(ENDIMPUNITY_HOME=Path(home)),
        transaction.atomic(),
    ):
        yield
        transaction.set_rollback(True)
