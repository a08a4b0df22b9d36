"""Places in words: their names, their order, their addresses."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from babel.lists import format_list
from django.utils.translation import gettext

from endimpunity.cases import published as cases_published
from endimpunity.doors.site.locales import locale_of
from endimpunity.foundation.names import romanise

# The address of the cases whose country nobody knows; no code is spelt so.
UNKNOWN = "unknown"


def is_code(text: str) -> bool:
    """Tell whether a text can be a country's code."""
    return len(text) == len("ML") and text.isascii() and text.isupper()


class PlaceCodeConverter:
    """The part of an address that names a country, an area or the unknown."""

    regex = r"unknown|[A-Z]{2}(?:\+[A-Z]{2})*"

    def to_python(self, value: str) -> str:
        """Return the code that rooms understand: nothing for the unknown."""
        return "" if value == UNKNOWN else value

    def to_url(self, value: str) -> str:
        """Return the code as it stands in an address."""
        return value or UNKNOWN


class DivisionCodeConverter:
    """The part of an address that names a first-level division of a country."""

    regex = r"[A-Z]{2}-[A-Z0-9]{1,3}"

    def to_python(self, value: str) -> str:
        """Return the code as rooms understand it."""
        return value

    def to_url(self, value: str) -> str:
        """Return the code as it stands in an address."""
        return value


@dataclass(frozen=True, kw_only=True)
class PlaceNames:
    """The names of States and territories in one language."""

    names: Mapping[str, str]
    language: str

    def name(self, code: str) -> str:
        """Return the name of a country, of an area ("IL+PS") or of the unknown."""
        if not code:
            return gettext("Country unknown")
        if code in self.names:
            return self.names[code]
        parts = [self.names.get(part, part) for part in code.split("+")]
        return format_list(parts, locale=locale_of(self.language))

    def in_order(
        self,
        counts: Iterable[cases_published.CountryCount],
    ) -> list[cases_published.CountryCount]:
        """Return counts in the order of the names; areas, then the unknown, last."""

        def place(count: cases_published.CountryCount) -> tuple[bool, bool, str]:
            name = alphabetical(self.name(count.code), self.language)
            return not count.code, "+" in count.code, name

        return sorted(counts, key=place)

    def knows(self, code: str) -> bool:
        """Tell whether every part of a code has a name."""
        return all(part in self.names for part in code.split("+"))


def alphabetical(name: str, language: str) -> str:
    """Return a key that orders names as a reader of the language looks them up.

    Accents do not move a name; Arabic names are looked up without their article and
    Chinese names by their sound.
    """
    if language == "ru":
        return name.casefold().replace("ё", "е")  # noqa: RUF001  # Russian
    if language == "zh-hans":
        return romanise(name).casefold()
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return plain.removeprefix("ال") if language == "ar" else plain
