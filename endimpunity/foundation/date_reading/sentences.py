"""A sentence about days, as it is heard word by word.

Days wait for their month ("22 and 23 October") or follow it ("October 22, 23"),
both wait for their year ("May 29, 30, June 1, 2014"), and bounds hold for what
comes after them ("after May 2 and before May 7, 2015").
"""

from datetime import date

from endimpunity.foundation.date_reading import words
from endimpunity.foundation.date_reading.mentions import (
    Mention,
    Season,
    Unreadable,
    season_of,
    year_before,
)
from endimpunity.foundation.date_reading.spans import (
    ONE_DAY,
    OPEN,
    Span,
    a_year,
    hull,
    pivot_year,
)


class Sentence:
    """What has been heard so far; every method but `span` takes one more word."""

    def __init__(self, stated_on: date) -> None:
        self.stated_on = stated_on
        self._mentions: list[Mention] = []
        self._waiting_for_month: list[int | str] = []
        self._waiting_for_year: list[Mention] = []
        self._month: int | None = None
        self._day_first = False
        self._ends_range = False
        self._and_is_range = False
        self._bound: str | None = None
        self._bound_waits = False
        self._says_unknown = False

    def day(self, day: int) -> None:
        """Take a day, before or after its month."""
        if self._month is None:
            self._waiting_for_month.append(day)
            self._day_first = True
            return
        last = self._waiting_for_year[-1]
        if last.day is None and last.part is None and last.month == self._month:
            last.day = day
        else:
            self._mention(month=self._month, day=day)

    def part(self, part: str) -> None:
        """Take "early", "mid" or "late", which come before what they divide."""
        self._waiting_for_month.append(part)

    def month(self, month: int) -> None:
        """Take a month: of the days before it, or of those that follow."""
        for waiting in self._waiting_for_month:
            if isinstance(waiting, str):
                self._mention(month=month, part=waiting)
            else:
                self._mention(month=month, day=waiting)
        if not self._waiting_for_month:
            self._mention(month=month)
        self._waiting_for_month = []
        self._month = None if self._day_first else month

    def season(self, season: Season) -> None:
        """Take a season; "late summer" is read as the summer."""
        if self._days_wait():
            raise Unreadable(season)
        self._waiting_for_month = []
        self._month = None
        self._mention(season=season)

    def year(self, year: int, *, century: bool = False) -> None:
        """Take a year: of all that waits for one, or a year by itself."""
        if self._waiting_for_month and not self._waiting_for_year:
            for waiting in self._waiting_for_month:
                if isinstance(waiting, int):
                    raise Unreadable(waiting)
                self._mention(part=waiting)
            self._waiting_for_month = []
        elif not self._waiting_for_year:
            self._mention()
        later = None
        for mention in reversed(self._waiting_for_year):
            mention.year = year_before(mention, later, year)
            mention.century = century
            year, later = mention.year, mention
        self._waiting_for_year = []
        self._month, self._day_first = None, False

    def short_year(self, short_year: int) -> None:
        """Take a year of two digits, marked as such by an apostrophe."""
        self.year(pivot_year(short_year, self.stated_on), century=True)

    def two_years(self, year: int) -> None:
        """Take a year and its next: "winter 1993-94" is one, "2004-05" is either."""
        if not self._waiting_for_year:
            self._whole(hull((a_year(year), a_year(year + 1))))
            return
        mention = self._waiting_for_year.pop()
        if mention.season is None or self._waiting_for_month or self._waiting_for_year:
            raise Unreadable(year)
        first, last = mention.season
        over_new_year = mention.season is words.WINTER
        mention.whole = (
            Span(date(year, *first), date(year + 1, *last))
            if over_new_year
            else hull(season_of(one, mention.season) for one in (year, year + 1))
        )

    def waits_for_season_year(self) -> bool:
        """Tell whether the last date said is a season without its year."""
        return bool(self._waiting_for_year and self._waiting_for_year[-1].season)

    def whole(self, span: Span) -> None:
        """Take a date complete in itself; "late 1990s" is read as the decade."""
        if self._days_wait() or self._waiting_for_year:
            raise Unreadable(span)
        self._waiting_for_month = []
        self._whole(span)

    def bound(self, bound: str) -> None:
        """Take a word such as "before", which holds until the next such word."""
        self._bound = bound
        self._bound_waits = True

    def range(self) -> None:
        """Take "to": the next date ends a range; the dash of "mid-April" does not."""
        if self._waiting_for_month and isinstance(self._waiting_for_month[-1], str):
            return
        if not self._mentions and not self._waiting_for_month:
            raise Unreadable(self)
        self._ends_range = True
        if self._bound == words.FROM:
            self._bound = None
        for mention in self._mentions:
            if mention.bound == words.FROM:
                mention.bound = None

    def until(self) -> None:
        """Take "until": the end of a range, or with nothing before it a bound."""
        if self._mentions or self._waiting_for_month:
            self.range()
        else:
            self.bound(words.BY)

    def between(self) -> None:
        """Take "between": the "and" that follows is a range."""
        self._and_is_range = True

    def join(self) -> None:
        """Take "and"."""
        if self._and_is_range:
            self.range()

    def unknown(self) -> None:
        """Take "unknown": the sentence may say no more than that."""
        self._says_unknown = True

    def span(self) -> Span:
        """Return the days the whole sentence can mean.

        Raises:
            ValueError: something still waits for its month or year, days are of
                no calendar, or the bounds exclude each other.
        """
        waiting = (self._waiting_for_month, self._waiting_for_year)
        if any((*waiting, self._ends_range, self._bound_waits)):
            raise Unreadable(self)
        if not self._mentions:
            if self._says_unknown:
                return OPEN
            raise Unreadable(self)
        spans = [(mention.bound, mention.span()) for mention in self._mentions]
        if all(bound is None for bound, _ in spans):
            return hull(span for _, span in spans)
        return _bounded(spans)

    def _days_wait(self) -> bool:
        return any(isinstance(waiting, int) for waiting in self._waiting_for_month)

    def _mention(
        self,
        *,
        month: int | None = None,
        day: int | None = None,
        part: str | None = None,
        season: Season | None = None,
    ) -> None:
        mention = Mention(
            bound=self._bound,
            ends_range=self._ends_range,
            month=month,
            day=day,
            part=part,
            season=season,
        )
        self._ends_range = self._bound_waits = False
        self._mentions.append(mention)
        self._waiting_for_year.append(mention)

    def _whole(self, span: Span) -> None:
        self._mention()
        self._waiting_for_year.pop().whole = span


def _bounded(spans: list[tuple[str | None, Span]]) -> Span:
    """Return what lies between the bounds; of alternatives, the widest holds."""
    if any(bound is None for bound, _ in spans):
        raise Unreadable(spans)
    lows: list[date] = []
    highs: list[date] = []
    for bound, span in spans:
        if span.earliest is None or span.latest is None:
            raise Unreadable(spans)
        if bound == words.BEFORE:
            highs.append(span.earliest - ONE_DAY)
        elif bound == words.AFTER:
            lows.append(span.latest + ONE_DAY)
        elif bound == words.BY:
            highs.append(span.latest)
        else:
            lows.append(span.earliest)
    span = Span(min(lows, default=None), max(highs, default=None))
    if span.earliest and span.latest and span.earliest > span.latest:
        raise Unreadable(spans)
    return span._replace(century=any(span.century for _, span in spans))
