"""How the cells of each field are read."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial

from endimpunity.foundation.countries import (
    INVENTED,
    Place,
    resolve_country,
    resolve_place,
)
from endimpunity.foundation.partial_dates import read_date
from endimpunity.sources.rules.mapping.checking import BOOLEANS, CODES
from endimpunity.sources.rules.mapping.meaning import exact
from endimpunity.sources.rules.normalising import spellings
from endimpunity.sources.rules.normalising.addresses import the_address_in
from endimpunity.sources.rules.normalising.cleaning import (
    BLANK_COUNTRIES,
    BLANK_NAMES,
    BLANK_WORDS,
    clean,
    is_blank,
    loose,
)
from endimpunity.sources.rules.normalising.followups import read_follow_up
from endimpunity.sources.rules.normalising.literals import read_literal
from endimpunity.sources.rules.normalising.reading import BLANK, Reader, Reading
from endimpunity.sources.rules.normalising.splitting import (
    split_outlets,
    split_people,
    split_several,
)

_OLDEST_YEAR = 1800
_OLDEST_PERSON = 120
_LINE_END = re.compile(r"[\r\n]+")
_WHOLE_NUMBER = re.compile(r"(\d{1,4})(?:\.0+)?")
_FOLLOW_UPS = ("requests", "responses", "acknowledgements")
_SEVERAL = ("media", "beats", "perpetrators")


def reader_of(
    field: str,
    *,
    values: dict[str, str],
    stated_on: date,
    order: str | None,
) -> Reader:
    """Return how the cells of a field are read.

    Args:
        field: one of FIELDS.
        values: the mapping's own codes, by exact text.
        stated_on: the day of the list; nothing in it happened later.
        order: of numeric dates.
    """
    if field in CODES or field in BOOLEANS:
        return partial(_read_code, field, values)
    match field:
        case "name" | "name_native":
            return read_name
        case "date":
            return partial(_read_date, stated_on, order)
        case "year" | "resolved_year":
            return partial(_read_year, field, stated_on)
        case "country":
            return partial(_read_country, values)
        case _:
            return _READERS.get(field, read_text)


def read_text(text: str) -> Reading:
    """Read a text; words that say nothing are blank."""
    cleaned, repaired = clean(text)
    if is_blank(cleaned):
        return BLANK
    return Reading(cleaned, repaired=repaired)


def read_name(text: str) -> Reading:
    """Read a name; "Unknown" and "Unidentified" name a person all the same."""
    cleaned, repaired = clean(text)
    if is_blank(cleaned, BLANK_NAMES):
        return BLANK
    if "\ufffd" in cleaned:
        return Reading(
            None,
            refused=f'Letters of the name "{cleaned}" were lost before this file.',
        )
    return Reading(cleaned, repaired=repaired)


def read_people(text: str) -> Reading:
    """Read the people whom an incident names: none, one or several."""
    cleaned, repaired = clean(_LINE_END.sub(";", text.strip()))
    if is_blank(cleaned):
        return BLANK
    return Reading(split_people(cleaned), repaired=repaired)


def _read_summary(text: str) -> Reading:
    """Read a text of several lines."""
    lines = [clean(line) for line in text.splitlines()]
    kept = "\n".join(line for line, _ in lines).strip()
    if is_blank(kept):
        return BLANK
    return Reading(kept, repaired=int(any(repaired for _, repaired in lines)))


def _read_list(split: Callable[[str], list[str]], text: str) -> Reading:
    # A line end parts values as a semicolon does.
    cleaned, repaired = clean(_LINE_END.sub(";", text.strip()))
    if is_blank(cleaned):
        return BLANK
    return Reading(split(cleaned) or None, repaired=repaired)


def _split_nationalities(text: str) -> list[str]:
    """Split, but for a country whose name has a comma."""
    return [text] if resolve_country(text) else split_several(text)


def _read_code(field: str, values: dict[str, str], text: str) -> Reading:
    """Read a code: the mapping's own values first, then the known spellings."""
    cleaned, repaired = clean(text)
    own = values.get(exact(cleaned))
    if own is not None:
        return Reading(_meant(field, own), repaired=repaired)
    word = loose(cleaned)
    known = spellings.BOOLEANS if field in BOOLEANS else spellings.SPELLINGS[field]
    if word in known:
        return Reading(known[word], repaired=repaired)
    if word in BLANK_WORDS:
        return BLANK
    if field == "violation" and "," in cleaned:
        return _gravest(
            [_read_code(field, values, each) for each in cleaned.split(",")]
        )
    return Reading(None, unread=cleaned, repaired=repaired)


def _meant(field: str, code: str) -> str | bool | None:
    if field in BOOLEANS and code:
        return code == "true"
    return code or None


def _gravest(readings: list[Reading]) -> Reading:
    """Return the gravest of several acts; the codes stand in that order."""
    unread = ", ".join(each.unread for each in readings if each.unread)
    codes = [str(each.value) for each in readings if each.value]
    gravest = min(codes, key=CODES["violation"].index, default=None)
    return Reading(gravest, unread=unread or None)


def _read_date(stated_on: date, order: str | None, text: str) -> Reading:
    cleaned, repaired = clean(text)
    if is_blank(cleaned, BLANK_NAMES):
        return BLANK
    met = read_date(cleaned, stated_on=stated_on, order=order)
    if met.earliest and met.earliest > stated_on:
        return Reading(
            None,
            refused=f'The date "{cleaned}" is after the day of the list, {stated_on}.',
        )
    unread = None if met.readable else cleaned
    return Reading(met.as_stored(), unread=unread, repaired=repaired)


def _read_year(field: str, stated_on: date, text: str) -> Reading:
    number = _read_number(text)
    if not isinstance(number.value, int):
        return number
    if number.value > stated_on.year:
        return Reading(
            None,
            refused=f"{field} {number.value} is after the day of the list,"
            f" {stated_on}.",
        )
    return number if number.value >= _OLDEST_YEAR else Reading(None, unread=text)


def _read_number(text: str) -> Reading:
    cleaned, _ = clean(text)
    match = _WHOLE_NUMBER.fullmatch(cleaned)
    if match:
        return Reading(int(match[1]))
    return BLANK if is_blank(cleaned) else Reading(None, unread=cleaned)


def _read_age(text: str) -> Reading:
    age = _read_number(text)
    if isinstance(age.value, int) and not 0 < age.value <= _OLDEST_PERSON:
        return Reading(None, unread=text.strip())
    return age


def _read_country(values: dict[str, str], text: str) -> Reading:
    """Read a country: a name, a code, a list of codes, or a place that ends in one."""
    cleaned, repaired = clean(text)
    own = values.get(exact(cleaned), cleaned)
    # Only the mappings of an invented world mean such a code: none that a person
    # writes may, and a cell never does by itself.
    if own in INVENTED and exact(cleaned) in values:
        return Reading(Place(own), repaired=repaired)
    if is_blank(own, BLANK_COUNTRIES):
        return BLANK
    said = read_literal(own)
    if isinstance(said, list):
        own = str(said[0]) if len(said) == 1 else "; ".join(map(str, said))
        if not said:
            return BLANK
    place = resolve_country(own) or resolve_place(own)
    if place is None:
        return Reading(
            None,
            refused=f'"{cleaned}" is no country that is known; if it is one, write it'
            " under [values.country] of a mapping.",
        )
    return Reading(place, repaired=repaired)


def _read_url(text: str) -> Reading:
    """Read an address of the web: bare, under the key "url", or the one in a text."""
    cleaned, _ = clean(text)
    said = read_literal(cleaned)
    if isinstance(said, dict):
        cleaned = str(said.get("url") or "")
    if is_blank(cleaned):
        return BLANK
    address = the_address_in(cleaned)
    return Reading(address) if address else Reading(None, unread=cleaned)


_READERS: dict[str, Reader] = {
    "age": _read_age,
    "outlets": partial(_read_list, split_outlets),
    "nationality": partial(_read_list, _split_nationalities),
    "summary": _read_summary,
    "url": _read_url,
    **dict.fromkeys(_SEVERAL, partial(_read_list, split_several)),
    **dict.fromkeys(_FOLLOW_UPS, read_follow_up),
}
