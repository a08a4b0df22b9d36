"""Dates of one fixed form: figures, or figures and the name of one month.

Each reader returns None where the form is another, and raises ValueError where
the form is its own and the calendar has no such day.
"""

import re
from datetime import date

from endimpunity.foundation.date_reading.spans import (
    DECEMBER,
    Span,
    a_day,
    a_month,
    a_year,
    hull,
    pivot,
)
from endimpunity.foundation.date_reading.words import MONTHS

_WORD = r"([^\W\d_]{3,11})"
_DAY_WORD_YEAR = re.compile(rf"(\d{{1,2}})([-/. ]){_WORD}\.?\2(\d{{4}}|\d{{2}})")
_LEADING_WORD = re.compile(_WORD)
# What follows a month's name.
_DAY_YEAR = re.compile(r"(?:\.? |[-/])(\d{1,2})(?:, ?|[-/ ])(\d{4})")
_YEAR = re.compile(r"(?:\.?,? |[-/,])(\d{4})")
_SHORT_YEAR = re.compile(r"(?:[-/]'?| ')(\d\d)")
_YEAR_WORD = re.compile(rf"(\d{{4}})[-/ ]{_WORD}(?:[-/ ](\d{{1,2}}))?")
_THREE_NUMBERS = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})")
_NUMBER_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_YEAR_NUMBER = re.compile(r"(\d{4})[-/.](\d{1,2})")
_HAN = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?")
_TIME = re.compile(
    r"(?<=\d)[Tt ]\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)? ?(?:[AaPp][Mm])?"
    r" ?(?:[Zz]|UTC|[+-]\d\d:?\d\d)?"
)
YEAR_DIGITS, SHORT_DIGITS = 4, 2
COMPACT_DIGITS = 8
LAST_DAY_OF_MONTH = 31


def read(text: str, stated_on: date, order: str | None) -> Span | None:
    """Read a date of figures and at most one month's name, or return None.

    Args:
        text: the whole text, trimmed; upper or lower case, any decimal digits.
        stated_on: the day that two-digit years pivot on.
        order: "MDY", "DMY" or "YMD" for forms such as 4/5/18; without it both of
            MDY and DMY are taken as possible, and the span holds both days.

    Raises:
        ValueError: the form is clear, and there is no such day.
    """
    if text[:1].isdecimal():
        return _read_from_figure(text, stated_on, order)
    return _read_from_word(text, stated_on)


def without_time(text: str) -> str:
    """Return the text without a time of day at its end: the day is as written."""
    time = _TIME.search(text)
    return text[: time.start()] if time and time.end() == len(text) else text


def _read_from_figure(text: str, stated_on: date, order: str | None) -> Span | None:
    """Read what begins with a figure."""
    if text.isdecimal():
        return _read_figures_only(text)
    if found := _DAY_WORD_YEAR.fullmatch(text):
        day, _, word, year = found.groups()
        month = MONTHS.get(word.lower())
        if month is None:
            return None
        return _on_day(year, month, int(day), stated_on)
    if found := _THREE_NUMBERS.fullmatch(text):
        first, _, second, third = found.groups()
        return _three_numbers(first, second, third, stated_on, order)
    return _read_month_of_figures(text)


def _read_figures_only(text: str) -> Span | None:
    """Read a year, or year, month and day without a mark between."""
    if len(text) == YEAR_DIGITS:
        return a_year(int(text))
    if len(text) == COMPACT_DIGITS:
        return a_day(int(text[:4]), int(text[4:6]), int(text[6:]))
    return None


def _read_month_of_figures(text: str) -> Span | None:
    """Read 04/2018, 2018-04, 2018 April (30), 2018年4月30日; 2015-16 is two years."""
    if found := _NUMBER_YEAR.fullmatch(text):
        return a_month(int(found[2]), int(found[1]))
    if found := _YEAR_NUMBER.fullmatch(text):
        year, number = int(found[1]), int(found[2])
        if number > DECEMBER and number == (year + 1) % 100:
            return hull((a_year(year), a_year(year + 1)))
        return a_month(year, number)
    if found := _YEAR_WORD.fullmatch(text):
        month = MONTHS.get(found[2].lower())
        return None if month is None else _parts(int(found[1]), month, found[3])
    if found := _HAN.fullmatch(text):
        month = None if found[2] is None else int(found[2])
        return _parts(int(found[1]), month, found[3])
    return None


def _parts(year: int, month: int | None, day: str | None) -> Span:
    """Return the year, the month of it or the day of that, as far as given."""
    if month is None:
        return a_year(year)
    return a_month(year, month) if day is None else a_day(year, month, int(day))


def _read_from_word(text: str, stated_on: date) -> Span | None:
    """Read what begins with a month's name."""
    word = _LEADING_WORD.match(text)
    month = MONTHS.get(word[0].lower()) if word else None
    if word is None or month is None:
        return None
    rest = text[word.end() :]
    if found := _DAY_YEAR.fullmatch(rest):
        return a_day(int(found[2]), month, int(found[1]))
    if found := _YEAR.fullmatch(rest):
        return a_month(int(found[1]), month)
    if found := _SHORT_YEAR.fullmatch(rest):
        return _month_of_short_year(int(found[1]), month, stated_on)
    return None


def _month_of_short_year(short_year: int, month: int, stated_on: date) -> Span:
    """Return the month whose first day is the last such day not after the day."""
    first = pivot(short_year, month, 1, stated_on).earliest
    year = first.year if first else stated_on.year
    return a_month(year, month)._replace(century=True)


def _on_day(year: str, month: int, day: int, stated_on: date) -> Span:
    """Return the day of a year of four digits or of two."""
    if len(year) == YEAR_DIGITS:
        return a_day(int(year), month, day)
    return pivot(int(year), month, day, stated_on)


def _three_numbers(
    first: str, second: str, third: str, stated_on: date, order: str | None
) -> Span | None:
    """Read year, month and day in the order stated, or in every order possible.

    A year of two digits comes last unless the order says "YMD" or no day of a
    month is so high. Where the stated order gives no day of the calendar, the
    text is not read by another.
    """
    if len(first) == YEAR_DIGITS:
        return a_day(int(first), int(second), int(third))
    short = len(first) == SHORT_DIGITS and len(third) <= SHORT_DIGITS
    if short and (order == "YMD" or int(first) > LAST_DAY_OF_MONTH):
        return pivot(int(first), int(second), int(third), stated_on)
    if len(first) > SHORT_DIGITS or len(third) < SHORT_DIGITS:
        return None
    month_first = (int(first), int(second))
    day_first = (int(second), int(first))
    pairs = {"MDY": [month_first], "DMY": [day_first]}.get(
        order or "", [month_first, day_first]
    )
    spans = [
        _on_day(third, month, day, stated_on)
        for month, day in pairs
        if 1 <= month <= DECEMBER and 1 <= day <= LAST_DAY_OF_MONTH
    ]
    return spans[0] if len(spans) == 1 else hull(spans)
