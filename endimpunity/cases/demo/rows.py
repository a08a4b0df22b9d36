"""Turn what is invented of an attack into the rows that a real attack has."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from endimpunity.cases.demo import words
from endimpunity.cases.demo.follow_up import FollowUp
from endimpunity.cases.demo.keys import permanent_keys, public_id
from endimpunity.cases.demo.tables import Tables
from endimpunity.cases.demo.telling import Facts, Fate, Telling, Victim
from endimpunity.cases.operations.showing import LineWriter
from endimpunity.cases.queries import publications, releases
from endimpunity.cases.queries.public_facts import PublicFacts
from endimpunity.cases.rules import columns
from endimpunity.cases.rules.allowance import OF_THE_REGISTRY
from endimpunity.cases.rules.settling import settle
from endimpunity.cases.rules.standing import Event, standing_after
from endimpunity.cases.vocabulary import PublicationState, Subject
from endimpunity.foundation import bulk, languages


@dataclass(frozen=True, kw_only=True)
class Keepers:
    """Who keeps the invented registry: two readers, under their keys."""

    writer: str
    reader: str


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A victim whose case has its rows."""

    case_id: int
    telling: Telling
    victim: Victim


@dataclass
class WorldRows:
    """The rows of a batch of attacks."""

    seed: int
    keepers: Keepers
    last_day: date
    cases: int = 0
    _tables: Tables = field(default_factory=Tables)
    _lines: LineWriter = field(default_factory=LineWriter)

    def __post_init__(self) -> None:
        kinds = ("attack", "person")
        self._permanent = {kind: permanent_keys(self.seed, kind) for kind in kinds}
        self._follow_up = FollowUp(self.seed, self._tables, self.keepers.writer)

    def add(self, telling: Telling) -> list[Placed]:
        """Add an attack with all that is said of it."""
        told = bulk.stored_moment(telling.told_at)
        cited = [
            self._tables.add_with_key(
                "citation",
                one.label,
                one.url,
                "",
                one.stated_edtf,
                telling.told_at.date().isoformat(),
                told,
            )
            for one in telling.sources
        ]
        attack = self._attack(telling)
        self._assert(Subject.ATTACK, attack, telling.facts, cited[:2], told)
        cases = [self._case(one, telling, attack, cited) for one in telling.victims]
        events = self._follow_up.add(telling, attack, cases, cited)
        placed = []
        for victim, case_id in zip(telling.victims, cases, strict=True):
            self._publish(telling, victim, case_id, attack, events.get(case_id, ()))
            one = Placed(case_id=case_id, telling=telling, victim=victim)
            placed.append(one)
        return placed

    def write(self) -> None:
        """Append what was added since the last time."""
        self._tables.write()
        self._lines.write()

    def _attack(self, telling: Telling) -> int:
        return self._tables.add_with_key(
            "attack",
            next(self._permanent["attack"]),
            bulk.stored_moment(telling.met_at),
            *columns.stored(columns.attack_columns(telling.facts)),
        )

    def _case(
        self,
        victim: Victim,
        telling: Telling,
        attack: int,
        cited: Sequence[int],
    ) -> int:
        facts = {**telling.facts, **victim.person, **victim.case}
        met = bulk.stored_moment(telling.met_at)
        told = bulk.stored_moment(telling.told_at)
        person = self._tables.add_with_key(
            "person",
            next(self._permanent["person"]),
            met,
            *columns.stored(columns.person_columns(facts)),
        )
        for text, kind in columns.names_in(facts):
            script, language = languages.script_of(text), languages.language_of(text)
            self._tables.add("name", person, text, script, language, kind, told, None)
        case = self._tables.add_with_key(
            "case",
            public_id(self.seed, self.cases),
            met,
            attack,
            person,
            *columns.stored(columns.case_columns(facts)),
        )
        self.cases += 1
        self._assert(Subject.PERSON, person, victim.person, cited[:1], told)
        self._assert(Subject.CASE, case, victim.case, cited[:2][-1:], told)
        if victim.first_motive:
            self._assert_once(case, victim.first_motive, met, told, cited[:1])
        return case

    def _assert(
        self,
        subject: Subject,
        of: int,
        facts: Facts,
        cited: Sequence[int],
        told: str,
    ) -> None:
        for name, value in facts.items():
            row = (name, _json(value), None, told, None)
            self._assertion(str(subject), of, row, words.REASON, cited)

    def _assert_once(
        self, case: int, motive: str, met: str, told: str, cited: Sequence[int]
    ) -> None:
        """Add what the registry stated first and no longer states."""
        row = ("motive", _json(motive), None, met, told)
        self._assertion(str(Subject.CASE), case, row, words.REVISED, cited)

    def _assertion(
        self,
        subject: str,
        of: int,
        row: tuple[object, ...],
        reason: str,
        cited: Iterable[int],
    ) -> None:
        key = self._tables.add_with_key(
            "assertion", subject, of, *row, self.keepers.writer, reason
        )
        for citation in cited:
            self._tables.add("assertion.citations", key, citation)

    def _publish(
        self,
        telling: Telling,
        victim: Victim,
        case_id: int,
        attack: int,
        events: Sequence[Event],
    ) -> None:
        """Add how far a case is on its way to the world, and its public line."""
        fate = victim.fate
        if fate is Fate.HELD:
            return
        gone = telling.ended_at if fate is Fate.WITHDRAWN else None
        shown = PublicationState.PUBLISHED
        if fate is Fate.REVIEWED:
            shown = PublicationState.REVIEWED
        key = self._state(case_id, shown, words.REVIEW, telling.shown_at, gone)
        if gone:
            reason = words.WITHDRAWALS[case_id % len(words.WITHDRAWALS)]
            self._state(case_id, PublicationState.WITHDRAWN, reason, gone, None)
        if fate is not Fate.PUBLISHED:
            return
        facts = {**telling.facts, **victim.person, **victim.case}
        self._lines.add(
            PublicFacts(
                case_id=case_id,
                public_id=public_id(self.seed, self._place(telling, victim)),
                attack_id=attack,
                state=_published(key, telling.shown_at),
                settled=settle(
                    [{n: it for n, it in facts.items() if n in OF_THE_REGISTRY}]
                ),
                assertions={},
                members=(),
                said=(),
                opened=_NOTHING_OPENED,
            ),
            standing_after(events, as_of=self.last_day),
        )

    def _place(self, telling: Telling, victim: Victim) -> int:
        first = self.cases - len(telling.victims)
        return first + [one is victim for one in telling.victims].index(True)

    def _state(
        self,
        case_id: int,
        state: PublicationState,
        reason: str,
        since: datetime,
        until: datetime | None,
    ) -> int:
        return self._tables.add_with_key(
            "publication",
            case_id,
            str(state),
            reason,
            False,  # noqa: FBT003  # the column `alone`
            state != PublicationState.WITHDRAWN,
            bulk.stored_moment(since),
            bulk.stored_moment(until) if until else None,
            self.keepers.reader,
        )


_NOTHING_OPENED = releases.Opened(policies={}, days=frozenset())


def _published(key: int, since: datetime) -> publications.State:
    return publications.State(
        id=key,
        state=PublicationState.PUBLISHED,
        policy_id=None,
        reason=words.REVIEW,
        alone=False,
        second_read=True,
        recorded_at=since,
    )


def _json(value: Any) -> str | None:  # noqa: ANN401  # a field's value, of any kind
    return _codes(value) if isinstance(value, str) else json.dumps(value)


@lru_cache(maxsize=4_096)
def _codes(value: str) -> str:
    return json.dumps(value)
