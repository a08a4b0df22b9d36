"""Whether a case whose day is an interval belongs to a period."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from endimpunity.foundation.partial_dates import (
    EARLIEST_FROM_COVERAGE,
    LATEST_FROM_STATED_ON,
    PartialDate,
)
from endimpunity.indicators.rules.refusals import UnableToCount


@dataclass(frozen=True, kw_only=True)
class Period:
    """The days a figure is about, ends included; None is no end.

    Raises:
        UnableToCount: it ends before it begins.
    """

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise UnableToCount(
                f"The period from {self.first} to {self.last} ends before it begins."
            )

    def __str__(self) -> str:
        """Return the period in words."""
        if self.first and self.last:
            return f"{self.first} to {self.last}"
        if self.first:
            return f"since {self.first}"
        return f"until {self.last}" if self.last else "all time"


ALL_TIME = Period()


class Belonging(StrEnum):
    """How a case belongs to a period."""

    #: Every day it can have been lies in it.
    SURELY = "SURELY"
    #: Some day that its source states lies in it, and another does not.
    BY_OVERLAP = "BY_OVERLAP"
    #: It reaches out of it only as far as the list's own coverage lets it.
    BY_DEFAULT = "BY_DEFAULT"
    OUTSIDE = "OUTSIDE"


def belonging(day: PartialDate, period: Period) -> Belonging:
    """Return how a date, cut by what its list knows, belongs to a period.

    By default belongs what sticks out at an end that no source states: the list's
    first day of coverage, or the day the list was stated.
    """
    first, last = period.first, period.last
    if first and day.latest and day.latest < first:
        return Belonging.OUTSIDE
    if last and day.earliest and day.earliest > last:
        return Belonging.OUTSIDE
    early = first is not None and (day.earliest is None or day.earliest < first)
    late = last is not None and (day.latest is None or day.latest > last)
    if not early and not late:
        return Belonging.SURELY
    stated_early = early and not _is_open(day.earliest, EARLIEST_FROM_COVERAGE, day)
    stated_late = late and not _is_open(day.latest, LATEST_FROM_STATED_ON, day)
    if stated_early or stated_late:
        return Belonging.BY_OVERLAP
    return Belonging.BY_DEFAULT


def is_undated(day: PartialDate) -> bool:
    """Tell whether no source states an end of the interval, whatever was inferred."""
    return _is_open(day.earliest, EARLIEST_FROM_COVERAGE, day) and _is_open(
        day.latest, LATEST_FROM_STATED_ON, day
    )


def is_exact(day: PartialDate) -> bool:
    """Tell whether the very day is known."""
    return day.earliest is not None and day.earliest == day.latest


def year_of(day: PartialDate) -> int | None:
    """Return the one year the interval lies in; None where it lies in several."""
    if day.earliest and day.latest and day.earliest.year == day.latest.year:
        return day.earliest.year
    return None


def twelve_months_to(last: date) -> Period:
    """Return the twelve months that end on a day."""
    after = last + timedelta(days=1)
    return Period(first=_year_before(after), last=last)


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # the 29th of February
        return date(day.year - 1, 3, 1)


def _is_open(end: date | None, mark: str, day: PartialDate) -> bool:
    return end is None or mark in day.inferred
