"""Texts of cells: trimmed, repaired, freed of reference marks; and what is blank."""

import re
import unicodedata

from endimpunity.sources.rules.normalising.repairing import repair

# "[1]", "[12][13]", "[Wikidata]", "[note 3]", "[a]", "[citation needed]", and "[ar]"
# for a page in another language.
_REFERENCE = re.compile(
    r"\[(?:\d{1,4}|[a-z]{1,3}|wikidata|(?:note|nb|n) ?\d*|citation needed|source\?)\]",
    re.IGNORECASE,
)
# Marks that steer the direction of text, and blanks of no width: they come from
# copying, make equal names unequal, and can make a name read backwards.
_INVISIBLE = dict.fromkeys(
    map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\u00ad"),
)
_NO_WORD = re.compile(r"[\W_]+")

# Words by which lists say that they say nothing, as `loose` writes them.
BLANK_WORDS = frozenset(
    {
        "",
        "n a",
        "na",
        "nan",
        "none",
        "null",
        "nil",
        "undefined",
        "unknown",
        "not known",
        "not available",
        "not applicable",
        "not indicated",
        "not specified",
        "not stated",
        "unspecified",
        "no data",
        "no information",
        "tbd",
        "desconocido",
        "inconnu",
        "non précisé",
        "неизвестно",
        "غير معروف",
        "不详",
        "未知",
    },
)
_LONGEST_BLANK = 24
_BEGINS_NO_BLANK = frozenset("ABCEFGHJKLMOPQRSVWXYZabcefghjklmopqrsvwxyz0123456789")
# A person may be called Nan or Nil, and "Unknown" is how a list names a person or a
# day that it knows of and cannot name.
BLANK_NAMES = frozenset({"", "n a", "none", "null", "not available", "no data"})
# NA is Namibia's code.
BLANK_COUNTRIES = BLANK_WORDS - {"na"}


def clean(text: str) -> tuple[str, int]:
    """Return a cell's text ready to be read, and 1 if it was repaired."""
    repaired = 0
    if not text.isascii():
        text, repaired = _clean_beyond_ascii(text)
    if "[" in text:
        text = _REFERENCE.sub("", text)
    return " ".join(text.split()), repaired


def is_blank(text: str, words: frozenset[str] = BLANK_WORDS) -> bool:
    """Tell whether a cleaned text says nothing."""
    # Asked of every cell: what begins otherwise, or is longer, is one of no words.
    if len(text) > _LONGEST_BLANK or text[:1] in _BEGINS_NO_BLANK:
        return False
    return loose(text) in words


def loose(text: str) -> str:
    """Return a text for comparison: case folded, words parted by single blanks."""
    return _NO_WORD.sub(" ", text.casefold()).strip()


def _clean_beyond_ascii(text: str) -> tuple[str, int]:
    undamaged = repair(text)
    kept = text if undamaged is None else undamaged
    kept = unicodedata.normalize("NFC", kept).translate(_INVISIBLE)
    return kept, int(undamaged is not None)
