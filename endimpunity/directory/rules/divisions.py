"""First-level divisions of ISO 3166-2, as the package pycountry carries them."""

import importlib.metadata
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pycountry
from babel.core import get_global
from babel.languages import get_official_languages
from babel.messages.mofile import read_mo

from endimpunity.directory.vocabulary import LANGUAGES
from endimpunity.foundation import countries
from endimpunity.foundation.languages import script_of

UNDETERMINED = "und"
# A name in another language with its own code: "Wales [Cymru GB-CYM]".
_OTHER_CODE = re.compile(r" \[[^\]]*\]")
# How iso-codes, whose translations the package carries, writes our languages.
_CATALOGUES = {"zh-hans": "zh_CN"}


@dataclass(frozen=True, kw_only=True, order=True)
class DivisionNameFact:
    """What a division is called; the local name, or a translation of it."""

    language: str
    is_local: bool
    text: str


@dataclass(frozen=True, kw_only=True)
class DivisionFact:
    """A division that lies in no other."""

    code: str
    state: str
    category: str
    names: tuple[DivisionNameFact, ...]


def source() -> str:
    """Return whose codes and names these are."""
    package = importlib.metadata.version("pycountry")
    return f"ISO 3166-2 and iso-codes, by pycountry {package}"


@cache
def division_facts() -> tuple[DivisionFact, ...]:
    """Return the first-level divisions of every State known here, by code.

    Names are the local one, marked with its language where that is certain, and
    the translations there are into the six languages.
    """
    first = [
        one
        for one in pycountry.subdivisions
        if one.parent_code is None and one.country_code in countries.COUNTRIES
    ]
    translated = {language: _translations(language) for language in LANGUAGES}
    return tuple(
        DivisionFact(
            code=one.code,
            state=one.country_code,
            category=one.type,
            names=tuple(_names(one.name, one.country_code, translated)),
        )
        for one in sorted(first, key=lambda one: str(one.code))
    )


def _names(
    spelt: str,
    state: str,
    translated: Mapping[str, Mapping[str, str]],
) -> Iterator[DivisionNameFact]:
    local = _OTHER_CODE.sub("", spelt)
    yield DivisionNameFact(
        language=local_language(local, state),
        is_local=True,
        text=local,
    )
    for language, names in translated.items():
        if spelt in names:
            text = _OTHER_CODE.sub("", names[spelt])
            yield DivisionNameFact(language=language, is_local=False, text=text)


def local_language(name: str, state: str) -> str:
    """Return the language of a local name: "fr", "ar-Latn", or "und".

    The standard does not say it. It is certain where the State has one official
    language; a name spelt in other letters than that language's own says so.
    """
    official = get_official_languages(state)
    if len(official) != 1:
        return UNDETERMINED
    usual = get_global("likely_subtags").get(official[0], "").split("_")
    script = script_of(name)
    own = len(usual) > 1 and usual[1] == script
    return official[0] if own else f"{official[0]}-{script}"


def _translations(language: str) -> dict[str, str]:
    """Return the translations of names that can be trusted to be of that division.

    The catalogue is keyed by the name alone. A name that several divisions bear may
    be translated for another of them, and a translation that several names share is
    wrong for one at least: both are left out.
    """
    folder = _CATALOGUES.get(language, language)
    file = Path(pycountry.LOCALES_DIR) / folder / "LC_MESSAGES" / "iso3166-2.mo"
    if not file.exists():
        return {}
    with file.open("rb") as opened:
        said = {str(one.id): str(one.string) for one in read_mo(opened) if one.id}
    bearers = Counter(one.name for one in pycountry.subdivisions)
    found = {
        name: said[name]
        for name, number in bearers.items()
        if number == 1 and said.get(name)
    }
    shared = Counter(found.values())
    return {name: text for name, text in found.items() if shared[text] == 1}
