"""When something happened: as a record states it, and as its list can know it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from endimpunity.foundation.partial_dates import PartialDate

_SPEAK = ("date", "year")


def stated_date(values: Mapping[str, Any]) -> PartialDate:
    """Return the date that a record's values state, a bare year included."""
    if values.get("date"):
        return PartialDate.from_stored(values["date"])
    return _whole_year(values.get("year"))


def known_date(
    values: Mapping[str, Any],
    *,
    stated_on: date,
    coverage_from: date | None,
) -> PartialDate:
    """Return the date stated, cut by what its list can know, the cuts marked.

    A list tells of nothing after the day it was stated, nor before the day from
    which it says it reaches: so even a date that it leaves open has its bounds. One
    that contradicts its list stays as it is.

    Args:
        values: a record's; what they state is not changed.
        stated_on: the day the list stated them.
        coverage_from: the first day the list covers, where declared.
    """
    met = stated_date(values)
    if met.earliest is None and met.latest is None:
        year = _whole_year(values.get("year"))
        met = replace(met, earliest=year.earliest, latest=year.latest)
    return met.cut(stated_on=stated_on, coverage_from=coverage_from)


def since_when(sayings: Sequence[Mapping[str, Any]]) -> int:
    """Return the place of the saying from which on the date stands as it does now.

    What a list says again unchanged it knew already; a saying that is silent of the
    date says it neither again nor otherwise.

    Args:
        sayings: what one record said, the earliest first, one at least.
    """
    speaking = [
        at for at, one in enumerate(sayings) if any(field in one for field in _SPEAK)
    ]
    if not speaking:
        return 0
    since = speaking[-1]
    for at in reversed(speaking):
        if _said(sayings[at]) != _said(sayings[since]):
            break
        since = at
    return since


def _said(saying: Mapping[str, Any]) -> list[object]:
    return [saying.get(field) for field in _SPEAK]


def _whole_year(year: int | None) -> PartialDate:
    if year is None:
        return PartialDate(earliest=None, latest=None)
    return PartialDate(
        earliest=date(year, 1, 1),
        latest=date(year, 12, 31),
        text=str(year),
    )
