"""Spans of days: a first and a last day, either of which may be unbounded."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

# Journalism has no older dead; what looks like an earlier or later year is a
# typing error, and is left unread.
FIRST_YEAR, LAST_YEAR = 1500, 2999

ONE_DAY = timedelta(days=1)
DECEMBER = 12


class Span(NamedTuple):
    """The days a text can mean; `century` says the century was inferred."""

    earliest: date | None
    latest: date | None
    century: bool = False


OPEN = Span(None, None)


def a_day(year: int, month: int, day: int) -> Span:
    """Return one day.

    Raises:
        ValueError: there is no such day, or the year is out of all reason.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(year)
    day_meant = date(year, month, day)
    return Span(day_meant, day_meant)


def a_month(year: int, month: int) -> Span:
    """Return a whole month; raises ValueError as `a_day`."""
    first = a_day(year, month, 1).earliest
    return Span(first, date(year, month, monthrange(year, month)[1]))


def some_months(year: int, first: int, last: int) -> Span:
    """Return whole months of one year; raises ValueError as `a_day`."""
    return Span(a_month(year, first).earliest, a_month(year, last).latest)


def a_year(year: int) -> Span:
    """Return a whole year; raises ValueError as `a_day`."""
    return some_months(year, 1, DECEMBER)


def hull(spans: Iterable[Span]) -> Span:
    """Return the shortest span that holds all of them, of which there is one.

    Raises:
        ValueError: there are none.
    """
    spans = list(spans)
    lows = [span.earliest for span in spans if span.earliest is not None]
    highs = [span.latest for span in spans if span.latest is not None]
    if not spans:
        raise ValueError(spans)
    return Span(
        min(lows) if len(lows) == len(spans) else None,
        max(highs) if len(highs) == len(spans) else None,
        any(span.century for span in spans),
    )


def pivot(short_year: int, month: int, day: int, stated_on: date) -> Span:
    """Return the last such day of a two-digit year that is not after `stated_on`.

    A list tells of what has happened: the century is the one that keeps the day
    in its past. Only where the past has no such day (29 February) may it be later.

    Raises:
        ValueError: there is no such day in either century.
    """
    century = stated_on.year - stated_on.year % 100
    for year in (century + short_year, century - 100 + short_year):
        if (month, day) == (2, 29) and monthrange(year, 2)[1] < day:
            continue
        span = a_day(year, month, day)
        if span.latest is not None and span.latest <= stated_on:
            return Span(span.earliest, span.latest, century=True)
    later = a_day(century + short_year, month, day)
    return Span(later.earliest, later.latest, century=True)


def pivot_year(short_year: int, stated_on: date) -> int:
    """Return the last such year that is not after the year of `stated_on`."""
    year = stated_on.year - stated_on.year % 100 + short_year
    return year if year <= stated_on.year else year - 100
