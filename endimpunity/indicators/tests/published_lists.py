"""Facts read from published lists through the project's own reading of files."""

from collections import Counter
from datetime import date
from typing import Any

from endimpunity.foundation.partial_dates import PartialDate
from endimpunity.indicators.rules.facts import CaseFact
from endimpunity.sources.rules.layouts import detect_layout, known_headers
from endimpunity.sources.rules.normalising import Normaliser
from endimpunity.sources.rules.tables import FileOptions, open_table

COVERAGE_FROM = date(1992, 1, 1)
_CODES = (
    "country",
    "area",
    "role",
    "motive",
    "manner",
    "impunity",
    "sex",
    "employment",
    "local_foreign",
)


def facts_of_list(folder, path, stated_on):
    """Return the facts of a file; a case is its name, place and how often met."""
    with (folder / path).open("rb") as source:
        table = open_table(
            source,
            name=path,
            options=FileOptions(),
            longest_cell=1_000_000,
            known_headers=known_headers(),
        )
        rows = list(table.rows)
    layout = detect_layout(table.headers)
    assert layout
    normaliser = Normaliser(
        layout, table.headers, stated_on=stated_on, coverage_from=COVERAGE_FROM
    )
    met: Counter[str] = Counter()
    found = []
    for row in rows:
        values: dict[str, Any] = normaliser.row(row.cells).values or {}
        name = values["name"]
        met[name] += 1
        codes: Any = {code: values.get(code) for code in _CODES}
        fact = CaseFact(
            case=f"{name} {met[name]}",
            publisher="CPJ",
            stated_on=stated_on,
            row=row.number,
            name=name,
            date=date_of(values).cut(stated_on=stated_on, coverage_from=COVERAGE_FROM),
            **codes,
            media=tuple(values.get("media") or ()) or None,
        )
        found.append(fact)
    return tuple(found)


def date_of(values):
    if values.get("date"):
        return PartialDate.from_stored(values["date"])
    year = values.get("year")
    if year is None:
        return PartialDate(earliest=None, latest=None)
    return PartialDate(
        earliest=date(year, 1, 1), latest=date(year, 12, 31), text=str(year)
    )
