"""First-level divisions on pages: their names beside the numbers of their cases."""

from collections.abc import Iterable
from dataclasses import dataclass

from endimpunity.cases import published as cases_published
from endimpunity.directory import published as directory_published
from endimpunity.doors.site.locales import page_language
from endimpunity.doors.site.places import alphabetical


@dataclass(frozen=True, kw_only=True)
class CountedDivision(cases_published.Counted):
    """A division with its name and its cases, by the words of their places."""

    code: str
    name: str
    # Of the name; "und" where nobody says.
    language: str


def division_of(code: str) -> directory_published.DivisionCard | None:
    """Return the card of a division in the page's language; None for a code of none."""
    if not code:
        return None
    country = code.partition("-")[0]
    cards = directory_published.division_cards(country, language=page_language())
    return next((card for card in cards if card.code == code), None)


def counted(
    country: str,
    counts: Iterable[cases_published.DivisionCount],
) -> list[CountedDivision]:
    """Return a country's divisions that have cases, in the order of their names."""
    cases = {count.code: count for count in counts}
    language = page_language()
    cards = (
        directory_published.division_cards(country, language=language) if cases else ()
    )
    found = [
        CountedDivision(
            code=card.code,
            name=card.name,
            language=card.language,
            cases=cases[card.code].cases,
            killings=cases[card.code].killings,
            unresolved_killings=cases[card.code].unresolved_killings,
            unresolved_others=cases[card.code].unresolved_others,
        )
        for card in cards
        if card.code in cases
    ]
    return sorted(found, key=lambda it: (alphabetical(it.name, language), it.code))
