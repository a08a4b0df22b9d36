"""First-level divisions and what they are called."""

from dataclasses import dataclass

from endimpunity.directory.models import Division
from endimpunity.directory.rules import divisions
from endimpunity.foundation.countries.names import fold


@dataclass(frozen=True, kw_only=True)
class NamedDivision:
    """A division with one name of it."""

    code: str
    state: str
    category: str
    name: str
    # Of the name: "fr", "ru-Latn", "und".
    language: str


def division_codes() -> frozenset[str]:
    """Return every code that is or was one of ISO 3166-2's first level."""
    return frozenset(Division.objects.values_list("code", flat=True))


def divisions_of(state: str, language: str) -> list[NamedDivision]:
    """Return a State's divisions that ISO lists, in the order of their names.

    Each is named in the language asked for where a source has that, else by its
    local name under the language of that name.
    """
    translated = divisions.translated_names(language)
    found = [
        NamedDivision(
            code=one.code,
            state=state,
            category=one.category,
            name=translated.get(one.code, one.name),
            language=language if one.code in translated else one.language,
        )
        for one in Division.objects.filter(state=state, recorded_to=None)
    ]
    return sorted(found, key=lambda one: (fold(one.name), one.code))
