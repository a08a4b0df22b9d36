"""States: names, membership, region."""

from dataclasses import dataclass
from datetime import date

from endimpunity.directory import queries
from endimpunity.directory.models import State
from endimpunity.directory.rules import cldr


@dataclass(frozen=True, kw_only=True)
class StateCard:
    """A State or territory on a day."""

    code: str
    # In the language asked for.
    name: str
    # STATE, TERRITORY or FORMER (vocabulary.StateKind).
    kind: str
    unesco_member: bool
    # "I" … "V(b)"; "" where none is recorded for the day.
    unesco_group: str
    # Name of the M49 region in the language asked for; "" where there is none.
    m49_region: str


def state_card(code: str, *, language: str, on: date) -> StateCard | None:
    """Return the card of a code on a day, or None where there is no such code."""
    state = State.objects.filter(code=code).first()
    if state is None:
        return None
    region = queries.m49_region(code)
    return StateCard(
        code=code,
        name=queries.state_names(language)[code],
        kind=state.kind,
        unesco_member=queries.is_unesco_member(code, on),
        unesco_group=queries.unesco_group(code, on) or "",
        m49_region=cldr.region_name(region, language) if region else "",
    )


def state_names(language: str) -> dict[str, str]:
    """Return code -> name of every State, territory and area, ordered by name."""
    return queries.state_names(language)


def states_named(query: str) -> tuple[str, ...]:
    """Return the codes of the States that are called so in any of the languages."""
    return queries.states_named(query)
