"""Dates said in words: lists, ranges, parts of a month, seasons, bounds.

A sentence is read word by word; one word that is in no table leaves the whole
text unread, because it may say the contrary ("not", "about", "perhaps").
"""

import re
from collections.abc import Callable
from datetime import date

from endimpunity.foundation.date_reading import numerals, words
from endimpunity.foundation.date_reading.mentions import Unreadable
from endimpunity.foundation.date_reading.sentences import Sentence
from endimpunity.foundation.date_reading.spans import Span, a_year, hull

_TOKEN = re.compile(
    r"(?P<whole>\d{1,4}([-/.])(?:\d{1,2}|[^\W\d_]{3,11})\2\d{1,4}(?![\w]))"
    r"|(?P<pair>\d{4}[-/](?:\d{4}|\d{2})(?!\w))"
    r"|(?P<decade>\d{3}0'?s(?!\w))"
    r"|(?P<number>\d+)(?:st|nd|rd|th|er|o|a|°)?(?!\w)"
    r"|'(?P<short>\d\d)(?!\w)"
    r"|(?P<word>[^\W\d_]+|&)"
    r"|(?P<dash>[-/])"
    r"|(?P<nothing>[\s,;()]+|\.(?!\.))"
)
_PHRASES = re.compile(rf"\b({'|'.join(words.PHRASES)})\b")
YEAR_DIGITS = 4
DECADE = 10


def read(text: str, stated_on: date, order: str | None) -> Span:
    """Read a sentence already freed of marks and case.

    Raises:
        ValueError: it holds a word of no table, or days of no calendar.
    """
    text = _PHRASES.sub(lambda found: words.PHRASES[found[0]], text)
    sentence = Sentence(stated_on)
    position = 0
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None:
            raise Unreadable(text)
        position = token.end()
        # The last group to close is the alternative: no other closes after it.
        kind = next(kind for kind, found in token.groupdict().items() if found)
        if kind == "whole":
            sentence.whole(_whole(token["whole"], stated_on, order))
        else:
            _HEARERS[kind](sentence, token[kind])
    return sentence.span()


def _whole(text: str, stated_on: date, order: str | None) -> Span:
    """Read a date of figures inside a sentence."""
    span = numerals.read(text, stated_on, order)
    if span is None:
        raise Unreadable(text)
    return span


def _hear_number(sentence: Sentence, figures: str) -> None:
    """A figure is a year of four digits or a day."""
    if len(figures) == YEAR_DIGITS:
        sentence.year(int(figures))
    else:
        sentence.day(int(figures))


def _hear_pair(sentence: Sentence, figures: str) -> None:
    """1993-94 is two years, 1993-11 a month, and 2004-05 may be either."""
    year, number = int(figures[:4]), int(figures[5:])
    both_full = len(figures) > len("1993-94")
    if both_full and not sentence.waits_for_season_year():
        sentence.year(year)
        sentence.range()
        sentence.year(number)
    elif number % 100 == (year + 1) % 100:
        sentence.two_years(year)
    else:
        sentence.whole(_whole(figures, sentence.stated_on, None))


def _hear_decade(sentence: Sentence, figures: str) -> None:
    """The 1990s are ten years."""
    first = int(figures[:4])
    sentence.whole(hull((a_year(first), a_year(first + DECADE - 1))))


def _hear_word(sentence: Sentence, word: str) -> None:
    """A word is of one table or of none."""
    if (month := words.MONTHS.get(word)) is not None:
        sentence.month(month)
    elif (season := words.SEASONS.get(word)) is not None:
        sentence.season(season)
    elif (part := words.PARTS.get(word)) is not None:
        sentence.part(part)
    elif (bound := words.BOUNDS.get(word)) is not None:
        sentence.bound(bound)
    else:
        _hear_small_word(sentence, word)


def _hear_small_word(sentence: Sentence, word: str) -> None:
    """Small words join dates, say that there is none, or add nothing."""
    if word in words.RANGE_WORDS:
        sentence.range()
    elif word in words.UNTIL_WORDS:
        sentence.until()
    elif word in words.BETWEEN_WORDS:
        sentence.between()
    elif word in words.AND_WORDS:
        sentence.join()
    elif word in words.UNKNOWN_WORDS:
        sentence.unknown()
    elif word not in words.FILLERS:
        raise Unreadable(word)


_HEARERS: dict[str, Callable[[Sentence, str], None]] = {
    "pair": _hear_pair,
    "decade": _hear_decade,
    "number": _hear_number,
    "short": lambda sentence, figures: sentence.short_year(int(figures)),
    "word": _hear_word,
    "dash": lambda sentence, _: sentence.range(),
    "nothing": lambda _, __: None,
}
