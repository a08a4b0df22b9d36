"""First-level divisions of ISO 3166-2, as the package pycountry carries them."""

import importlib.metadata
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pycountry
from babel.core import get_global
from babel.languages import get_official_languages
from babel.messages.mofile import read_mo

from endimpunity.foundation import countries
from endimpunity.foundation.languages import script_of

UNDETERMINED = "und"
# A name in another language with its own code: "Wales [Cymru GB-CYM]".
_OTHER_CODE = re.compile(r" \[[^\]]*\]")
# How iso-codes, whose translations the package carries, writes our languages.
_CATALOGUES = {"zh-hans": "zh_CN"}


@dataclass(frozen=True, kw_only=True)
class DivisionFact:
    """A division that lies in no other, with its local name."""

    code: str
    state: str
    category: str
    name: str
    # Of the name: "fr", "ar-Latn", "und".
    language: str


@cache
def source() -> str:
    """Return whose codes and names these are."""
    package = importlib.metadata.version("pycountry")
    return f"ISO 3166-2, by pycountry {package}"


@cache
def division_facts() -> tuple[DivisionFact, ...]:
    """Return the first-level divisions of every State known here, by code."""
    return tuple(
        DivisionFact(
            code=code,
            state=one.country_code,
            category=one.type,
            name=(local := _OTHER_CODE.sub("", one.name)),
            language=local_language(local, one.country_code),
        )
        for code, one in sorted(_first_level().items())
    )


@cache
def translated_names(language: str) -> Mapping[str, str]:
    """Return code -> name in one of the six languages, where iso-codes has it."""
    said = _translations(language)
    return {
        code: _OTHER_CODE.sub("", said[one.name])
        for code, one in _first_level().items()
        if one.name in said
    }


@cache
def inner_parts() -> tuple[DivisionFact, ...]:
    """Return the parts of first-level divisions, under the code of the division.

    A province is named where people say in which of their regions: the standard says
    in which region a province lies.
    """
    every = {one.code: one for one in pycountry.subdivisions}
    first = _first_level()
    found = []
    for code, one in sorted(every.items()):
        outer = one
        while outer.parent_code in every:
            outer = every[outer.parent_code]
        if outer.code in first and outer.code != code:
            local = _OTHER_CODE.sub("", one.name)
            found.append(
                DivisionFact(
                    code=outer.code,
                    state=one.country_code,
                    category=one.type,
                    name=local,
                    language=local_language(local, one.country_code),
                ),
            )
    return tuple(found)


@cache
def _first_level() -> Mapping[str, Any]:
    return {
        one.code: one
        for one in pycountry.subdivisions
        if one.parent_code is None and one.country_code in countries.COUNTRIES
    }


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
