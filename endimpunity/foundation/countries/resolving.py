"""From the words of a list to a country or an area.

A name is looked up whole, never by one of its words: "South Sudan" is not Sudan and
"Papua New Guinea" not Guinea. What is not known resolves to None, and the caller puts
the row aside instead of guessing.
"""

from dataclasses import dataclass
from functools import lru_cache

from endimpunity.foundation.countries.codes import AREAS
from endimpunity.foundation.countries.names import (
    code_table,
    deciding_table,
    fold,
    name_table,
)

# The lists met spell some two hundred places of last resort in a few thousand ways.
_REMEMBERED = 16_384

# Words before a name that do not change which country is meant.
_FORMAL = ("republic of the ", "republic of ")


@dataclass(frozen=True)
class Place:
    """Where something happened: a country, or an area that spans several."""

    # Code of COUNTRIES; None where only an area is known.
    country: str | None
    # Code of AREAS; None where the country is known.
    area: str | None = None


@lru_cache(maxsize=_REMEMBERED)
def resolve_country(text: str) -> Place | None:
    """Return the country or area that the whole text names.

    Codes (alpha-2, alpha-3) count in capitals only, since "no" and "in" are words.

    Returns:
        None where the text is empty or names no country that is known.
    """
    stripped = text.strip()
    code = code_table().get(stripped) or _by_name(fold(stripped))
    if code is None:
        return None
    return Place(None, code) if code in AREAS else Place(code)


@lru_cache(maxsize=_REMEMBERED)
def resolve_place(place: str) -> Place | None:
    """Return the country that the end of "town, province, country" names, whole.

    Names that carry commas themselves ("Yemen, Rep.") are seen first: the longest end
    that is a name counts. Where that end is an area, a part before it may decide.

    Returns:
        None where no end of the text is a country's name, or the text is empty.
    """
    parts = place.split(",")
    for first in range(len(parts)):
        where = resolve_country(",".join(parts[first:]))
        if where is not None:
            return settle(where, ",".join(parts[:first]))
    return None


def settle(where: Place, place: str) -> Place:
    """Return the country that a place decides for within an area, else the area.

    Args:
        where: what the country column says; a country stays as it is.
        place: the place column, its parts joined by commas. Each part is looked up
            whole in the reviewed table; parts that decide differently decide nothing.
    """
    if where.area is None:
        return where
    table = deciding_table(where.area)
    decided = {table[part] for part in map(fold, place.split(",")) if part in table}
    return Place(decided.pop()) if len(decided) == 1 else where


def _by_name(folded: str) -> str | None:
    table = name_table()
    if folded in table:
        return table[folded]
    for formal in _FORMAL:
        if folded.startswith(formal):
            return table.get(folded.removeprefix(formal))
    return None
