"""Dates as intervals: what a list said of a day, and the days it can have meant.

That a death fell on "May 2, 3 or 4, 2015" is knowledge and is kept as such. An end
that nothing bounds is None, never a far-off day.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Self

from endimpunity.foundation.date_reading import edtf as edtf_format
from endimpunity.foundation.date_reading.reader import LONGEST, ORDERS, read_span
from endimpunity.foundation.date_reading.spans import Span

EARLIEST_FROM_COVERAGE = "EARLIEST_FROM_COVERAGE"
LATEST_FROM_STATED_ON = "LATEST_FROM_STATED_ON"
CENTURY = "CENTURY"

# Thirty years of days, each in one or two spellings, are some 12,000 texts.
_TEXTS_REMEMBERED = 16_384


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "DAY"
    MONTH = "MONTH"
    YEAR = "YEAR"
    INTERVAL = "INTERVAL"
    OPEN = "OPEN"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, kw_only=True, slots=True)
class PartialDate:
    """An interval of days, ends included, with the text it was read from.

    Raises:
        ValueError: the earliest day is after the latest.
    """

    #: The first day it can have been; None is unbounded.
    earliest: date | None
    #: The last day it can have been; None is unbounded.
    latest: date | None
    #: What the source said, exactly as met.
    text: str = ""
    #: What the source did not say: EARLIEST_FROM_COVERAGE, LATEST_FROM_STATED_ON,
    #: CENTURY.
    inferred: tuple[str, ...] = ()
    #: False where the text could not be read: unbounded, and to be reported.
    readable: bool = True

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(
                f"A date cannot begin on {self.earliest} and end on {self.latest}."
            )

    @property
    def precision(self) -> Precision:
        """Return how much is known; OPEN has one end, UNKNOWN none."""
        if self.earliest is None or self.latest is None:
            known = self.earliest or self.latest
            return Precision.OPEN if known else Precision.UNKNOWN
        if self.earliest == self.latest:
            return Precision.DAY
        if edtf_format.is_month(self.earliest, self.latest):
            return Precision.MONTH
        if edtf_format.is_year(self.earliest, self.latest):
            return Precision.YEAR
        return Precision.INTERVAL

    @property
    def edtf(self) -> str:
        """Return the interval in EDTF, levels 0 and 2; "" where it has no end."""
        return edtf_format.write(self.earliest, self.latest)

    def cut(self, *, stated_on: date | None, coverage_from: date | None) -> Self:
        """Return the part of it that its list can know of, the cuts marked.

        Args:
            stated_on: the day the list was stated; it tells of no later day.
            coverage_from: the first day the list covers.

        A date that lies wholly outside contradicts its list. It is returned as it
        is, for the import to report.
        """
        earliest, latest, inferred = self.earliest, self.latest, list(self.inferred)
        if coverage_from and (earliest is None or earliest < coverage_from):
            earliest = coverage_from
            inferred.append(EARLIEST_FROM_COVERAGE)
        if stated_on and (latest is None or latest > stated_on):
            latest = stated_on
            inferred.append(LATEST_FROM_STATED_ON)
        if earliest and latest and earliest > latest:
            return self
        unchanged = (earliest, latest) == (self.earliest, self.latest)
        marks = tuple(dict.fromkeys(inferred))
        return (
            self
            if unchanged
            else replace(self, earliest=earliest, latest=latest, inferred=marks)
        )

    def surely_in(self, first: date, last: date) -> bool:
        """Tell whether every day it can have been is in the window, ends included.

        Raises:
            ValueError: the window ends before it begins.
        """
        _refuse_backward(first, last)
        return (
            self.earliest is not None
            and self.latest is not None
            and first <= self.earliest
            and self.latest <= last
        )

    def possibly_in(self, first: date, last: date) -> bool:
        """Tell whether some day it can have been is in the window, ends included.

        Raises:
            ValueError: the window ends before it begins.
        """
        _refuse_backward(first, last)
        return (self.earliest is None or self.earliest <= last) and (
            self.latest is None or self.latest >= first
        )

    def as_stored(self) -> dict[str, str | None]:
        """Return what JSON can hold; a key that says nothing is left out."""
        stored = {
            "text": self.text,
            "earliest": self.earliest.isoformat() if self.earliest else None,
            "latest": self.latest.isoformat() if self.latest else None,
        }
        if self.inferred:
            stored["inferred"] = " ".join(self.inferred)
        if not self.readable:
            stored["readable"] = "no"
        return stored

    @classmethod
    def from_stored(cls, stored: dict[str, str | None]) -> Self:
        """Return the date that `as_stored` wrote.

        Raises:
            ValueError: a day is not an ISO day, or the ends are reversed.
        """
        earliest, latest = stored.get("earliest"), stored.get("latest")
        return cls(
            text=stored.get("text") or "",
            earliest=date.fromisoformat(earliest) if earliest else None,
            latest=date.fromisoformat(latest) if latest else None,
            inferred=tuple((stored.get("inferred") or "").split()),
            readable=stored.get("readable") != "no",
        )


def read_date(text: str, *, stated_on: date, order: str | None = None) -> PartialDate:
    """Read the text of a list's date; one that nobody can read bounds nothing.

    Days, months, years, parts of them, seasons of the north, lists, ranges and
    bounds, in figures and in words, mostly English: `tests/test_date_reading.py`
    shows every form. A moment is the day as written, in its own time zone.

    Args:
        text: as met in the list, of any length; it is kept exactly.
        stated_on: the day the list was stated, on which two-digit years pivot.
        order: "MDY", "DMY" or "YMD", as the list writes 4/5/18. Without it such a
            date is the interval from the one possible day to the other.

    Raises:
        ValueError: `order` is none of the three.
    """
    if order is not None and order not in ORDERS:
        raise ValueError(f"The order {order!r} is none of {', '.join(ORDERS)}.")
    if len(text) > LONGEST:
        return _made(text, None)
    return _read(text, stated_on, order)


@lru_cache(maxsize=_TEXTS_REMEMBERED)
def _read(text: str, stated_on: date, order: str | None) -> PartialDate:
    return _made(text, read_span(text, stated_on, order))


def from_edtf(text: str) -> PartialDate:
    """Read EDTF, levels 0 to 2; what is not EDTF stays as text, unbounded.

    So does a date marked uncertain or approximate (?, ~, %): its day may be
    outside of the days it names.
    """
    try:
        return _made(text, edtf_format.read(text))
    except ValueError:
        return _made(text, None)


def _made(text: str, span: Span | None) -> PartialDate:
    """Return the date of a span, or an unreadable one."""
    if span is None:
        return PartialDate(earliest=None, latest=None, text=text, readable=False)
    return PartialDate(
        earliest=span.earliest,
        latest=span.latest,
        text=text,
        inferred=(CENTURY,) if span.century else (),
    )


def _refuse_backward(first: date, last: date) -> None:
    if first > last:
        raise ValueError(f"The window from {first} to {last} ends before it begins.")
