"""What ships with the program is loaded; loading it again changes nothing."""

import hashlib
import importlib.metadata
from dataclasses import asdict, dataclass
from datetime import date, datetime

import pypopulation  # type: ignore[import-untyped]  # ships no types
from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.directory.events import StateNamesChanged
from endimpunity.directory.models import Membership, PopulationVintage, State
from endimpunity.directory.operations.divisions import load_divisions
from endimpunity.directory.operations.name_lists import (
    CLDR,
    CONTESTED,
    load_shipped_names,
)
from endimpunity.directory.operations.population import write_vintage
from endimpunity.directory.operations.shipped_offices import load_offices
from endimpunity.directory.rules import cldr, shipped
from endimpunity.directory.rules.periods import MembershipFact, clashes
from endimpunity.directory.vocabulary import NameListKind
from endimpunity.foundation import countries, events

# The package has one number a State and gives no year for it. Its data are those of
# the World Bank on the day below, so that the year is the vintage's own name, and the
# number mostly the estimate for the middle of 2019, the last there was on that day.
DEFAULT_VINTAGE = "PYPOPULATION-2020"
DEFAULT_YEAR = 2020
DEFAULT_STATED_ON = date(2020, 7, 1)


@dataclass(frozen=True, kw_only=True)
class LoadedReference:
    """What a load wrote; all zero where nothing was new."""

    states: int
    name_lists: int
    memberships_added: int
    memberships_closed: int
    populations: int
    divisions: int
    # Rows of the offices that ship, new or ended.
    offices: int


@transaction.atomic
def load_reference(*, by: User, at: datetime) -> LoadedReference:
    """Load what ships: States and divisions, memberships, population, offices.

    What is there already is left; a membership that ships otherwise than before is
    closed at this moment and written anew; official lists and imported vintages are
    not touched.
    """
    added, closed = _memberships_to_write()
    states = _load_states()
    divisions = load_divisions(at)
    loaded = LoadedReference(
        states=states,
        name_lists=_load_names(at),
        memberships_added=len(added),
        memberships_closed=_close(closed, at),
        populations=_load_population(at),
        divisions=divisions,
        offices=load_offices(by, at),
    )
    Membership.objects.bulk_create(_membership(fact, at) for fact in added)
    if any(asdict(loaded).values()):
        audit.record(
            deed="directory.load_reference",
            by=by.key,
            at=at,
            detail=asdict(loaded),
        )
    if loaded.name_lists:
        events.announce(StateNamesChanged(by=by.key, at=at))
    return loaded


def _load_states() -> int:
    known = State.objects.in_bulk()
    shipped_states = [
        State(
            code=country.code,
            kind=country.kind.value,
            alpha3=country.alpha3,
            m49=country.numeric,
            existed_from=country.existed_from,
            existed_to=country.existed_to,
        )
        for country in countries.COUNTRIES.values()
    ]
    other = [
        state
        for state in shipped_states
        if state.code not in known or _facts(state) != _facts(known[state.code])
    ]
    State.objects.bulk_create(
        other,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["kind", "alpha3", "m49", "existed_from", "existed_to"],
    )
    return len(other)


def _facts(state: State) -> tuple[object, ...]:
    return state.kind, state.alpha3, state.m49, state.existed_from, state.existed_to


def _load_names(at: datetime) -> int:
    return sum(
        (
            load_shipped_names(
                table=cldr.cldr_names(),
                code=f"{CLDR}{cldr.version()}",
                kind=NameListKind.CLDR,
                at=at,
            ),
            load_shipped_names(
                table=shipped.contested_names(),
                code=CONTESTED,
                kind=NameListKind.CONTESTED,
                at=at,
            ),
        ),
    )


def _memberships_to_write() -> tuple[list[MembershipFact], list[int]]:
    """Return the facts not held yet, and the keys of rows that ship no more."""
    facts = shipped.membership_facts()
    if wrong := clashes(facts):
        message = f"Shipped memberships overlap: {wrong[0]}"
        raise ValueError(message)
    held = {
        _fact(row): row.pk
        for row in Membership.objects.filter(recorded_to__isnull=True)
    }
    added = [fact for fact in facts if fact not in held]
    closed = [key for fact, key in held.items() if fact not in set(facts)]
    return added, closed


def _close(keys: list[int], at: datetime) -> int:
    if not keys:
        return 0
    return Membership.objects.filter(pk__in=keys).update(recorded_to=at)


def _fact(row: Membership) -> MembershipFact:
    return MembershipFact(
        scheme=row.scheme,
        state=row.state_id,
        group=row.group,
        from_on=row.from_on,
        to_on=row.to_on,
        source=row.source,
        grade=row.grade,
    )


def _membership(fact: MembershipFact, at: datetime) -> Membership:
    return Membership(
        scheme=fact.scheme,
        state_id=fact.state,
        group=fact.group,
        from_on=fact.from_on,
        to_on=fact.to_on,
        source=fact.source,
        grade=fact.grade,
        recorded_from=at,
    )


def _load_population(at: datetime) -> int:
    if PopulationVintage.objects.filter(code=DEFAULT_VINTAGE).exists():
        return 0
    numbers = {
        (code, DEFAULT_YEAR): people
        for code in countries.COUNTRIES
        if (people := pypopulation.get_population_a2(code)) is not None
    }
    package = importlib.metadata.version("pypopulation")
    words = "\n".join(f"{code}\t{people}" for (code, _), people in numbers.items())
    vintage = PopulationVintage(
        code=DEFAULT_VINTAGE,
        source=(
            f"World Bank, SP.POP.TOTL of {DEFAULT_STATED_ON}, by the package"
            f" pypopulation {package}; one number a State, its year not stated"
        ),
        stated_on=DEFAULT_STATED_ON,
        sha256=hashlib.sha256(words.encode()).hexdigest(),
        is_default=not PopulationVintage.objects.filter(is_default=True).exists(),
        recorded_at=at,
    )
    write_vintage(vintage, numbers)
    return len(numbers)
