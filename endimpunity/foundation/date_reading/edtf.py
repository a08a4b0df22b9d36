"""Spans to and from the Extended Date/Time Format (ISO 8601-2, levels 0 to 2).

https://www.loc.gov/standards/datetime/
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from endimpunity.foundation.date_reading.spans import (
    DECEMBER,
    OPEN,
    Span,
    a_day,
    hull,
    some_months,
)

_DATE = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T[0-9:.]+(?:Z|[+-]\d\d(?::?\d\d)?)?")
_SET = re.compile(r"[\[{](.+)[\]}]")
# Divisions of a year that EDTF numbers like months: (first month, last month). A
# season runs on into the months that the equinoxes and solstices fall in; a winter
# is of the year before or after.
_DIVISIONS = {
    **dict.fromkeys((21, 25, 31), (3, 6)),
    **dict.fromkeys((22, 26, 32), (6, 9)),
    **dict.fromkeys((23, 27, 29), (9, 12)),
    **dict.fromkeys((24, 28), (-1, 15)),
    30: (-1, 3),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    37: (1, 4),
    38: (5, 8),
    39: (9, 12),
    40: (1, 6),
    41: (7, 12),
}
FIRST_DIVISION = 21


def write(earliest: date | None, latest: date | None) -> str:
    """Return the span in EDTF: a day, month, year, or one of a set of days.

    "" where both ends are unbounded.
    """
    if earliest is None and latest is None:
        return ""
    if earliest is None or latest is None:
        return f"[{earliest or ''}..{latest or ''}]"
    if earliest == latest:
        return earliest.isoformat()
    if is_year(earliest, latest):
        return f"{earliest.year:04}"
    if is_month(earliest, latest):
        return f"{earliest.year:04}-{earliest.month:02}"
    return f"[{earliest}..{latest}]"


def is_year(earliest: date, latest: date) -> bool:
    """Tell whether the span is exactly one calendar year."""
    return (
        earliest.year == latest.year
        and (earliest.month, earliest.day) == (1, 1)
        and (latest.month, latest.day) == (12, 31)
    )


def is_month(earliest: date, latest: date) -> bool:
    """Tell whether the span is exactly one calendar month."""
    return (
        (earliest.year, earliest.month) == (latest.year, latest.month)
        and earliest.day == 1
        and latest.day == monthrange(latest.year, latest.month)[1]
    )


def read(text: str) -> Span:
    """Read EDTF; "" is unbounded.

    A date marked uncertain or approximate (?, ~, %) is not read: its day may lie
    outside of the days it names.

    Raises:
        ValueError: the text is not EDTF, or says no days of the calendar.
    """
    text = text.strip()
    if not text:
        return OPEN
    if members := _SET.fullmatch(text):
        return hull(_read_members(members[1]))
    if "/" in text:
        first, _, last = text.partition("/")
        return _between(_read_end(first).earliest, _read_end(last).latest)
    return _read_date(text)


def _read_members(text: str) -> Iterator[Span]:
    """Yield the members of a set: dates, and a..b, ..b or a.. ."""
    for member in text.split(","):
        first, dots, last = member.strip().partition("..")
        if dots:
            yield _between(_read_end(first).earliest, _read_end(last).latest)
        else:
            yield _read_date(first)


def _read_end(text: str) -> Span:
    """Read one end of an interval: a date, or open ("..") or unknown ("")."""
    return OPEN if text in ("", "..") else _read_date(text)


def _between(earliest: date | None, latest: date | None) -> Span:
    if earliest and latest and earliest > latest:
        raise ValueError(earliest, latest)
    return Span(earliest, latest)


def _read_date(text: str) -> Span:
    """Read one date, whose digits may be unspecified (X)."""
    if moment := _MOMENT.fullmatch(text):
        text = moment[1]
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day = found.groups()
    if month and month.isdecimal() and int(month) >= FIRST_DIVISION:
        return _read_division(year, int(month), day)
    return hull((_first_match(year, month, day), _first_match(year, month, day, -1)))


def _read_division(year: str, division: int, day: str | None) -> Span:
    """Read a season, quarter, third or half of a year."""
    if division not in _DIVISIONS or day is not None or not year.isdecimal():
        raise ValueError(year, division, day)
    first, last = _DIVISIONS[division]
    if first > 0:
        return some_months(int(year), first, last)
    december = some_months(int(year) - 1, DECEMBER, DECEMBER).earliest
    of_next = last > DECEMBER
    end = some_months(int(year) + of_next, 1, last - DECEMBER * of_next).latest
    return Span(december, end)


def _first_match(year: str, month: str | None, day: str | None, step: int = 1) -> Span:
    """Return the first day (the last if step is -1) that the pattern can mean."""
    for some_year in _matches(year, range(10_000)[::step]):
        for some_month in _matches(month or "XX", range(1, 13)[::step]):
            days = range(1, monthrange(max(some_year, 1), some_month)[1] + 1)
            for some_day in _matches(day or "XX", days[::step]):
                return a_day(some_year, some_month, some_day)
    raise ValueError(year, month, day)


def _matches(pattern: str, numbers: range) -> Iterator[int]:
    """Yield the numbers whose digits the pattern allows, in the order given."""
    if pattern.isdecimal():
        if int(pattern) in numbers:
            yield int(pattern)
        return
    for number in numbers:
        digits = f"{number:0{len(pattern)}}"
        if all(asked in ("X", met) for asked, met in zip(pattern, digits, strict=True)):
            yield number
