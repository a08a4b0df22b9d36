"""First-level divisions of a State, named as well as a source allows."""

from dataclasses import dataclass

from endimpunity.directory import queries


@dataclass(frozen=True, kw_only=True)
class DivisionCard:
    """A division that ISO 3166-2 lists."""

    code: str
    # Code of the State it is a part of.
    state: str
    # In the language asked for, else on the spot.
    name: str
    # Of the name: "fr", "ar-Latn"; "und" where nobody says.
    language: str
    # What it is, in English: "Province".
    category: str


def division_cards(state: str, *, language: str) -> tuple[DivisionCard, ...]:
    """Return the cards of a State's divisions, in the order of their names."""
    return tuple(
        DivisionCard(
            code=one.code,
            state=one.state,
            name=one.name,
            language=one.language,
            category=one.category,
        )
        for one in queries.divisions_of(state, language)
    )
