"""Every name a country is looked up by, folded, with whom it means."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

import pycountry
from babel import Locale

from endimpunity.foundation.countries.codes import COUNTRIES, Kind, read_table

# The six official languages of the United Nations, as babel writes them.
CLDR_LOCALES = ("ar", "zh_Hans", "en", "fr", "ru", "es")

_NOT_A_WORD = re.compile(r"[\W_]+")
_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
# "Niger (the)", "Pérou (le)", "Gambia, The": how lists of the United Nations and of
# the World Bank put the article behind the name.
_ARTICLE_BEHIND = re.compile(r"\((the|le|la|les|l'|el|los|las)\)|, the$", re.IGNORECASE)


def fold(text: str) -> str:
    """Return the text as names are compared: case, accents, punctuation gone.

    "&" reads as "and", "St." as "saint"; a leading "the" and an article behind the
    name are dropped.
    """
    spelt = text.replace("&", " and ").replace(_APOSTROPHE, "'").strip()
    spelt = _ARTICLE_BEHIND.sub(" ", spelt)
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", spelt).casefold()
        if not unicodedata.combining(letter)
    )
    words = _NOT_A_WORD.sub(" ", plain).split()
    while len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join("saint" if word == "st" else word for word in words)


@cache
def code_table() -> dict[str, str]:
    """Return alpha-2, alpha-3 and other codes in use, in capitals -> our code.

    A code that ISO gave to two countries in turn means the later one.
    """
    # Those in force come last: ATF was FQ and is TF.
    oldest_first = sorted(COUNTRIES.values(), key=lambda c: c.kind is not Kind.FORMER)
    table = {country.alpha3: country.code for country in oldest_first}
    table |= {code: code for code in COUNTRIES}
    own: dict[str, str] = read_table("spellings")["codes"]
    return own | table


@cache
def name_table() -> dict[str, str]:
    """Return folded name -> code of the country or of the area.

    The reviewed table decides; of the other sources a name that two countries share
    is left out, so that nothing resolves by accident.
    """
    met: dict[str, set[str]] = {}
    for name, code in (*_cldr_names(), *_formal_names()):
        met.setdefault(fold(name), set()).add(code)
    table = {name: codes.pop() for name, codes in met.items() if len(codes) == 1}
    spellings = read_table("spellings")
    for code, names in (*spellings["spellings"].items(), *spellings["areas"].items()):
        table |= {fold(name): code for name in names}
    for name in spellings["shared"]:
        table.pop(name, None)
    return table


@cache
def deciding_table(area: str) -> dict[str, str]:
    """Return folded place -> the code it decides for within the area."""
    tables: dict[str, dict[str, Iterable[str]]] = read_table("spellings")["deciding"]
    return {
        fold(place): code
        for code, places in tables.get(area, {}).items()
        for place in places
    }


def _cldr_names() -> Iterator[tuple[str, str]]:
    for locale in CLDR_LOCALES:
        for code, name in Locale.parse(locale).territories.items():
            if code in COUNTRIES:
                yield name, code


def _formal_names() -> Iterator[tuple[str, str]]:
    for country in pycountry.countries:
        for kind in ("name", "official_name", "common_name"):
            # Asking pycountry for a common name it lacks only warns.
            name = country._fields.get(kind)
            if name:
                yield name, country.alpha_2
    for own in COUNTRIES.values():
        yield own.name, own.code
        for period in own.periods:
            yield period.name, own.code
