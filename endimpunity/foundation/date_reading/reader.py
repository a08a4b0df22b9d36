"""The way into the reader: a list's text becomes a span of days, or nothing."""

import re
import unicodedata
from datetime import date

from endimpunity.foundation.date_reading import edtf, numerals, phrases
from endimpunity.foundation.date_reading.spans import (
    FIRST_YEAR,
    LAST_YEAR,
    OPEN,
    Span,
    hull,
)
from endimpunity.foundation.date_reading.words import NO_DATE

ORDERS = ("MDY", "DMY", "YMD")
# The longest date seen in a list has 51 characters. Nobody says a date in more
# than this, and a sentence so long is not one.
LONGEST = 200
ISO_LENGTH = 10
_BLANKS = re.compile(r"\s+")
_RANGE = re.compile(r" (?:-|to|until|through|or|and|ou|o|et|y|au|al) | ?/ ?|\.\.")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc`\u00b4", "'"),
        "\u060c": ",",
        "\u3001": ",",
        "\u0640": None,
    }
)


def read_span(text: str, stated_on: date, order: str | None) -> Span | None:
    """Return the days a text can mean, or None where it cannot be read."""
    if len(text) > LONGEST:
        return None
    try:
        return (
            _iso_day(text)
            or _fixed_form(_trimmed(text), stated_on, order)
            or _read_freely(text, stated_on, order)
        )
    except ValueError:
        return None


def _iso_day(text: str) -> Span | None:
    """Read 2018-04-30, the form of most lists, at once."""
    if len(text) == ISO_LENGTH and text[4] == text[7] == "-":
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return None
        return Span(day, day) if FIRST_YEAR <= day.year <= LAST_YEAR else None
    return None


def _fixed_form(text: str, stated_on: date, order: str | None) -> Span | None:
    """Read one date of a fixed form."""
    return numerals.read(text, stated_on, order) if text else None


def _read_freely(text: str, stated_on: date, order: str | None) -> Span | None:
    """Read what is no fixed form as it stands."""
    plain = _plain(text)
    if plain in NO_DATE:
        return OPEN
    span = _fixed_form(numerals.without_time(plain), stated_on, order)
    span = span or _range_of_fixed_forms(plain, stated_on, order)
    if span is not None:
        return span
    try:
        return phrases.read(plain, stated_on, order)
    except ValueError:
        return edtf.read(text)


def _plain(text: str) -> str:
    """Return the text without marks, case, doubled blanks and variants of signs."""
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return _trimmed(_BLANKS.sub(" ", bare.translate(_SIGNS).casefold()))


def _trimmed(text: str) -> str:
    """Return the text without blanks around it, and its last comma or full stop."""
    text = text.strip(" \t\r\n,;")
    return text if text.endswith("..") else text.removesuffix(".")


def _range_of_fixed_forms(text: str, stated_on: date, order: str | None) -> Span | None:
    """Read "2-Oct-16 to 5-Oct-16": complete dates joined by a word or a sign."""
    texts = _RANGE.split(text)
    spans = [_fixed_form(numerals.without_time(one), stated_on, order) for one in texts]
    known = [span for span in spans if span is not None]
    return hull(known) if len(known) == len(texts) > 1 else None
