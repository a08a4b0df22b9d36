"""Several values in one cell: outlets, media, and the people of an incident."""

import re

from endimpunity.sources.rules.normalising.cleaning import is_blank
from endimpunity.sources.rules.normalising.literals import read_literal

# Lists join outlets by a comma with no blank after it. A comma with a blank stands
# in what a person typed as one: "Noticias, Voz e Imagen de Oaxaca", "WKAT, Miami".
# Of 110 cells of one list with a comma 69 have the second kind only: whole they stay.
_OUTLETS = re.compile(r"[;|]|,(?=\S)(?<!\d,)|,(?=[^\s\d])|,\s*$")
_SEVERAL = re.compile(r"[,;|]")
_PEOPLE = re.compile(r"[,;](?![^()]*\))")
_WITH_OUTLETS = re.compile(r"(?P<name>[^()]+?)\s*\((?P<outlets>.*)\)\s*", re.DOTALL)


def split_outlets(text: str) -> list[str]:
    """Return the outlets that a cell names."""
    return _without_blanks(_inside(text) or _OUTLETS.split(text))


def split_several(text: str) -> list[str]:
    """Return the values of a cell that holds several words of a closed vocabulary."""
    return _without_blanks(_inside(text) or _SEVERAL.split(text))


def split_people(text: str) -> list[dict[str, object]]:
    """Return the people that a cell names, each with the outlets in parentheses."""
    people: list[dict[str, object]] = []
    for part in _PEOPLE.split(text):
        name = " ".join(part.split())
        match = _WITH_OUTLETS.fullmatch(name)
        if match:
            outlets = _without_blanks(_SEVERAL.split(match["outlets"]))
            people.append({"name": match["name"], "outlets": outlets})
        elif name:
            people.append({"name": name})
    return people


def _inside(text: str) -> list[str]:
    """Return the texts of a list written in the cell, or none."""
    said = read_literal(text)
    if not isinstance(said, list):
        return []
    return [str(each) for each in said if isinstance(each, (str, int))]


def _without_blanks(parts: list[str]) -> list[str]:
    kept: dict[str, None] = {}
    for part in parts:
        trimmed = " ".join(part.split())
        if not is_blank(trimmed):
            kept[trimmed] = None
    return list(kept)
