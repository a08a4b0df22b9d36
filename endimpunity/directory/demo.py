"""The States of the invented world, with names in six languages."""

from dataclasses import dataclass
from datetime import datetime

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.directory.models import State
from endimpunity.directory.operations.name_lists import load_shipped_names
from endimpunity.directory.rules.shipped import NameFact, NameTable, read_table
from endimpunity.directory.vocabulary import LANGUAGES, NameListKind, StateKind

_TABLE = "invented_states"
# The code of their list of names.
_LIST = "INVENTED"


@dataclass(frozen=True, kw_only=True)
class InventedState:
    """A State that does not exist.

    Attributes:
        code: one that ISO 3166-1 leaves to its users.
        names: its name by language.
        tongue: whose syllables its people and towns are called by.
        weight: how much of the world's attacks happen there.
    """

    code: str
    names: dict[str, str]
    tongue: str
    weight: float


def invented_states() -> tuple[InventedState, ...]:
    """Return the States of the invented world, by code."""
    return tuple(
        InventedState(
            code=code,
            names={language: entry[language] for language in LANGUAGES},
            tongue=entry["tongue"],
            weight=entry["weight"],
        )
        for code, entry in sorted(read_table(_TABLE)["state"].items())
    )


def add_states(*, world: str, by: User, at: datetime) -> None:
    """Add the invented States, and mark this installation as showing a world.

    To be called inside the transaction that invents the rest of it.

    Args:
        world: which world it is, in words that no other has.
        by: the actor.
        at: the moment.
    """
    states = invented_states()
    State.objects.bulk_create(
        # A user's own letters again: one letter more.
        State(code=one.code, kind=StateKind.STATE, alpha3=f"{one.code}A")
        for one in states
    )
    load_shipped_names(
        table=NameTable(
            version=world,
            source=read_table(_TABLE)["source"],
            stated_on=None,
            names=tuple(
                NameFact(one.code, language, name)
                for one in states
                for language, name in sorted(one.names.items())
            ),
        ),
        code=_LIST,
        kind=NameListKind.INVENTED,
        at=at,
    )
    audit.record(
        deed="directory.add_states",
        by=by.key,
        at=at,
        detail={"world": world, "states": len(states)},
    )
