"""One date of a sentence: what is said of it, and the days that can mean."""

from dataclasses import dataclass
from datetime import date

from endimpunity.foundation.date_reading import words
from endimpunity.foundation.date_reading.spans import (
    DECEMBER,
    Span,
    a_day,
    a_month,
    a_year,
    some_months,
)

Season = tuple[tuple[int, int], tuple[int, int]]


class Unreadable(ValueError):
    """The sentence does not say days that this reader understands."""


@dataclass(kw_only=True)
class Mention:
    """One date of the sentence, whose year may be known only later."""

    bound: str | None
    ends_range: bool
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None
    season: Season | None = None
    whole: Span | None = None
    century: bool = False

    def starts(self) -> tuple[int, int]:
        """Return the month and day that it begins with in any year."""
        if self.season is not None:
            return self.season[0]
        return (self.month or 1, self.day or 1)

    def span(self) -> Span:
        """Return the days it can mean; raises ValueError where there are none."""
        if self.whole is not None:
            return self.whole
        if self.year is None:
            raise Unreadable(self)
        span = self._in_year(self.year)
        return span._replace(century=self.century)

    def _in_year(self, year: int) -> Span:
        if self.season is not None:
            return season_of(year, self.season)
        if self.month is None:
            return _part_of_year(year, self.part) if self.part else a_year(year)
        if self.day is not None:
            return a_day(year, self.month, self.day)
        if self.part is not None:
            return _part_of_month(year, self.month, self.part)
        return a_month(year, self.month)


def season_of(year: int, season: Season) -> Span:
    """Return the season; a winter of one year may be the one before or after it."""
    first, last = season
    if season is words.WINTER:
        return Span(date(year - 1, *first), date(year + 1, *last))
    return Span(date(year, *first), date(year, *last))


def _part_of_month(year: int, month: int, part: str) -> Span:
    """Return the early, middle or late days of a month."""
    whole = a_month(year, month)
    first, last = words.DAYS_OF_PART[part]
    end = whole.latest.day if whole.latest else last
    return Span(date(year, month, first), date(year, month, min(last, end)))


def _part_of_year(year: int, part: str) -> Span:
    """Return the early, middle or late months of a year."""
    return some_months(year, *words.MONTHS_OF_PART[part])


def year_before(mention: Mention, later: Mention | None, year: int) -> int:
    """Return the year of a date that leaves it to a later one.

    A range that seems to run backwards crosses the turn of the year ("November to
    February 1994"), and so does a December said before a January.
    """
    if later is None or mention.starts() <= later.starts():
        return year
    over_new_year = mention.month == DECEMBER and later.month == 1
    return year - 1 if later.ends_range or over_new_year else year
