"""First-level divisions and what they are called."""

import json
from dataclasses import dataclass

from django.db.models import Count, Max

from endimpunity.directory.models import Division
from endimpunity.directory.rules import divisions
from endimpunity.directory.vocabulary import LANGUAGES
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


def spellings_of(state: str) -> list[NamedDivision]:
    """Return every name that a source has for each of a State's divisions.

    The local one first, then those in the six languages; a division may come often.
    """
    found = []
    for one in Division.objects.filter(state=state, recorded_to=None).order_by("code"):
        names = {one.name: one.language}
        for language in LANGUAGES:
            said = divisions.translated_names(language).get(one.code)
            if said:
                names.setdefault(said, language)
        found += [_named(one, name, language) for name, language in names.items()]
    return found


def parts_in_divisions(state: str) -> list[NamedDivision]:
    """Return the parts of a State's divisions: each under its division's code."""
    standing = set(
        Division.objects.filter(state=state, recorded_to=None).values_list(
            "code",
            flat=True,
        ),
    )
    return [
        NamedDivision(
            code=one.code,
            state=state,
            category=one.category,
            name=one.name,
            language=one.language,
        )
        for one in divisions.inner_parts()
        if one.state == state and one.code in standing
    ]


def spellings_mark() -> str:
    """Return a text that is another as soon as a division has another name."""
    standing = Division.objects.filter(recorded_to=None)
    held = standing.aggregate(number=Count("*"), latest=Max("recorded_from"))
    return json.dumps([divisions.source(), held["number"], str(held["latest"])])


def _named(one: Division, name: str, language: str) -> NamedDivision:
    return NamedDivision(
        code=one.code,
        state=one.state_id,
        category=one.category,
        name=name,
        language=language,
    )
