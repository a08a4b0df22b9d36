"""The years in which a State was asked, answered or acknowledged."""

import re

from endimpunity.sources.rules.normalising.cleaning import clean, is_blank
from endimpunity.sources.rules.normalising.literals import read_literal
from endimpunity.sources.rules.normalising.reading import BLANK, Reading

_YEARS = re.compile(r"(?:19|20)\d\d(?:[\s,;|/]+(?:19|20)\d\d)*[\s,;]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_KEYS = ("text_1", "year")
_URL_KEYS = ("text_2", "url")


def read_follow_up(text: str) -> Reading:
    """Read years with addresses: [{'text_1': '2017', 'text_2': 'https://…'}].

    An empty address is an answer that was not published. An empty list says that
    there was none; a blank cell says nothing.
    """
    cleaned, _ = clean(text)
    said = read_literal(cleaned)
    if isinstance(said, list):
        entries = [_entry(each) for each in said]
        if all(entries):
            return Reading([each for each in entries if each])
        return Reading(None, unread=cleaned)
    if is_blank(cleaned):
        return BLANK
    if _YEARS.fullmatch(cleaned):
        years = _YEAR.findall(cleaned)
        return Reading([{"year": int(year), "url": None} for year in years])
    return Reading(None, unread=cleaned)


def _entry(said: object) -> dict[str, object] | None:
    if not isinstance(said, dict):
        said = {"year": said}
    year = next((said[key] for key in _YEAR_KEYS if said.get(key)), None)
    url = next((said[key] for key in _URL_KEYS if said.get(key)), None)
    match = _YEAR.search(str(year))
    if not match or (url and not str(url).lower().startswith(("http://", "https://"))):
        return None
    return {"year": int(match[0]), "url": str(url) if url else None}
