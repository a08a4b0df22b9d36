"""Common names of Unicode's CLDR, as the babel package carries them."""

import importlib.metadata
from functools import cache

from babel import Locale
from babel.core import get_cldr_version  # type: ignore[attr-defined]  # not in its stubs yet

from endimpunity.directory.rules.shipped import NameFact, NameTable
from endimpunity.directory.vocabulary import LANGUAGES
from endimpunity.foundation import countries

# How CLDR writes the languages that it writes otherwise than this program.
_LOCALES = {"zh-hans": "zh_Hans"}


def version() -> str:
    """Return the version of CLDR that babel carries, as "47"."""
    return str(get_cldr_version())


def cldr_names() -> NameTable:
    """Return the names of every code that CLDR knows in all six languages."""
    names = (
        NameFact(code, language, text)
        for language in LANGUAGES
        for code, text in _territories(language).items()
        if code in countries.COUNTRIES
    )
    babel = importlib.metadata.version("babel")
    return NameTable(
        version=f"babel {babel}",
        source=f"Unicode CLDR {version()}, by babel {babel}",
        stated_on=None,
        names=tuple(sorted(names)),
    )


def region_name(code: str, language: str) -> str:
    """Return CLDR's name of an M49 region ("002"), or the code where it has none."""
    return _territories(language).get(code, code)


@cache
def _territories(language: str) -> dict[str, str]:
    locale = Locale.parse(_LOCALES.get(language, language))
    return dict(locale.territories.items())
