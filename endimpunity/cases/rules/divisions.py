"""Read a first-level division from the words that a place is stated in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from endimpunity.foundation.text import fold

# Signs between the parts of a place: also the Arabic, Chinese and Japanese commas.
_COMMAS = re.compile("[,;\u060c\u061b\uff0c\u3001\uff1b]")
# "Sofia (stolitsa)": what the standard says besides the name.
_BESIDE = re.compile(r"\s*\([^)]*\)|\s*†")
_NOT_A_WORD = re.compile(r"[\W_]+")
# Names that are first of all those of a large city in another division, "Lima" of
# Metropolitan Lima: such a word alone does not say which of the two is meant.
CITIES_ELSEWHERE: Mapping[str, tuple[str, ...]] = {
    "AR": ("Buenos Aires",),
    "KG": ("Osh",),
    "PE": ("Lima",),
    "US": ("Washington",),
}
# Parts that a name with commas of its own can have: "Madrid, Comunidad de".
_MOST_PARTS = 3


@dataclass(frozen=True, kw_only=True)
class Name:
    """A name of a division, or of a part of it; `kind` is English: "State"."""

    code: str
    name: str
    kind: str


def reading_table(
    names: Iterable[Name],
    *,
    parts: Iterable[Name] = (),
    unread: Iterable[str] = (),
) -> Mapping[str, str]:
    """Return key -> code of the one division of a country that a text names.

    A name decides before a name with its kind ("Sinaloa State", "State of Sinaloa"),
    and that before the name of a part ("Maguindanao", a province). What several
    divisions are called so is left out, and none of the weaker fills the gap.

    Args:
        names: every name of each division of one country.
        parts: names of what lies in them, under their codes.
        unread: what the word alone says of something else: the country's own names
            and those of `CITIES_ELSEWHERE`.
    """
    every, inner = tuple(names), tuple(parts)
    table: dict[str, str] = dict.fromkeys(map(key_of, unread), "")
    for spelt in (
        [(one.code, one.code) for one in every],
        [(text, one.code) for one in every for text in _spellings(one)],
        [(text, one.code) for one in every for text in _with_kind(one)],
        [(text, one.code) for one in inner for text in _spellings(one)],
        [(text, one.code) for one in inner for text in _with_kind(one)],
    ):
        met: dict[str, set[str]] = {}
        for text, code in spelt:
            met.setdefault(key_of(text), set()).add(code)
        for key, codes in met.items():
            table.setdefault(key, codes.pop() if len(codes) == 1 else "")
    return {key: code for key, code in table.items() if key and code}


def division_of(place: str, table: Mapping[str, str]) -> str:
    """Return the code of the division that a place's own words name, "" for none.

    Whole parts between commas are read, several together before one, and the last
    before the first: nothing is guessed from a city within a part.
    """
    return next(
        (table[key] for text in _parts(place) if (key := key_of(text)) in table),
        "",
    )


def key_of(text: str) -> str:
    """Return the words of a text, folded, one blank between."""
    return _NOT_A_WORD.sub(" ", fold(text)).strip()


def _parts(place: str) -> Iterator[str]:
    parts = [one for one in _COMMAS.split(place) if one.strip()]
    for length in range(min(_MOST_PARTS, len(parts)), 0, -1):
        for first in range(len(parts) - length, -1, -1):
            yield " ".join(parts[first : first + length])


def _spellings(one: Name) -> tuple[str, ...]:
    """Return a name, without what stands beside it, and as it is spoken."""
    bare = _BESIDE.sub("", one.name)
    behind, comma, before = bare.partition(", ")
    spoken = f"{before} {behind}" if comma else bare
    return one.name, bare, spoken


def _with_kind(one: Name) -> tuple[str, ...]:
    if not one.kind:
        return ()
    bare = _BESIDE.sub("", one.name)
    return f"{bare} {one.kind}", f"{one.kind} of {bare}"
