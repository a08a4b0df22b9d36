"""First-level divisions and what they are called."""

from collections import defaultdict
from dataclasses import dataclass

from endimpunity.directory.models import Division, DivisionName
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
    names: dict[str, dict[bool, tuple[str, str]]] = defaultdict(dict)
    rows = DivisionName.objects.filter(division__state=state, recorded_to=None)
    for code, spoken, is_local, text in rows.values_list(
        "division", "language", "is_local", "text"
    ):
        if is_local or spoken == language:
            names[code][is_local] = text, spoken
    standing = Division.objects.filter(state=state, recorded_to=None)
    found = [
        NamedDivision(
            code=one.code,
            state=state,
            category=one.category,
            name=text,
            language=spoken,
        )
        for one in standing
        for text, spoken in [names[one.code].get(False) or names[one.code][True]]
    ]
    return sorted(found, key=lambda one: (fold(one.name), one.code))
