"""The rows of what courts did and of who says what of an invented attack."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from endimpunity.cases.demo.keys import permanent_keys
from endimpunity.cases.demo.sayings import BODY, BODY_ADDRESS
from endimpunity.cases.demo.tables import Tables
from endimpunity.cases.demo.telling import Course, Happening, Telling
from endimpunity.cases.rules.standing import Event
from endimpunity.foundation import bulk
from endimpunity.foundation.partial_dates import PartialDate


class FollowUp:
    """Gathers the rows of proceedings, tolls, condemnations and statements."""

    def __init__(self, seed: int, tables: Tables, writer: str) -> None:
        self._seed = seed
        self._tables = tables
        self._writer = writer
        self._permanent: dict[str, Iterator[str]] = {}
        self._told = ""

    def add(
        self,
        telling: Telling,
        attack: int,
        cases: Sequence[int],
        cited: Sequence[int],
    ) -> dict[int, list[Event]]:
        """Add all of an attack, and return the events that touch each case."""
        self._told = bulk.stored_moment(telling.told_at)
        touching: dict[int, list[Event]] = {case: [] for case in cases}
        for course in telling.courses:
            self._course(course, cases, cited, touching)
        self._tolls(telling, attack, cited)
        self._reproofs(telling, attack, cases, cited)
        self._words(telling, attack, cited)
        return touching

    def _key(self, kind: str) -> str:
        if kind not in self._permanent:
            self._permanent[kind] = permanent_keys(self._seed, kind)
        return next(self._permanent[kind])

    def _recorded(self, kind: str) -> tuple[object, ...]:
        return self._key(kind), self._told, None, self._writer

    def _link(self, table: str, key: int, ends: Iterable[int]) -> None:
        for end in ends:
            self._tables.add(table, key, end)

    def _course(
        self,
        course: Course,
        cases: Sequence[int],
        cited: Sequence[int],
        touching: dict[int, list[Event]],
    ) -> None:
        key = self._tables.add_with_key(
            "proceeding",
            self._key("proceeding"),
            course.jurisdiction,
            course.court,
            str(course.kind),
            self._told,
            self._writer,
        )
        for case in cases:
            self._tables.add("proceeding.cases", key, case, self._told)
        for citation in cited[-1:]:
            self._tables.add("proceeding.citations", key, citation, self._told)
        accused = [
            self._tables.add_with_key("accused", key, number, role, self._told)
            for number, role in enumerate(course.accused, start=1)
        ]
        for one in course.events:
            self._event(
                key,
                one,
                cases=cases,
                cited=cited,
                accused=accused,
                touching=touching,
            )

    def _event(
        self,
        proceeding: int,
        one: Happening,
        *,
        cases: Sequence[int],
        cited: Sequence[int],
        accused: Sequence[int],
        touching: dict[int, list[Event]],
    ) -> None:
        row = (*self._recorded("event"), *_dated(*one.on))
        key = self._tables.add_with_key(
            "event", *row, proceeding, str(one.kind), one.what, one.people
        )
        about = [cases[place] for place in one.about] or cases
        whom = [accused[number - 1] for number in one.accused]
        self._link("event.cases", key, about)
        self._link("event.accused", key, whom)
        self._link("event.citations", key, cited[-1:])
        event = Event(
            proceeding=proceeding,
            kind=one.kind,
            earliest=one.on[0],
            latest=one.on[1],
            order=key,
            accused=frozenset(whom),
        )
        for case in about:
            touching[case].append(event)

    def _tolls(self, telling: Telling, attack: int, cited: Sequence[int]) -> None:
        for one in telling.tolls:
            said = (str(one.group), one.low, one.high, one.stated_edtf)
            row = (*self._recorded("toll"), attack, *said)
            key = self._tables.add_with_key("toll", *row)
            self._link("toll.citations", key, cited[-1:])

    def _reproofs(
        self,
        telling: Telling,
        attack: int,
        cases: Sequence[int],
        cited: Sequence[int],
    ) -> None:
        for one in telling.reproofs:
            row = (*self._recorded("condemnation"), *_dated(one.on, one.on))
            key = self._tables.add_with_key(
                "condemnation",
                *row,
                attack,
                None if one.about is None else cases[one.about],
                BODY,
                one.number,
                str(one.word),
                f"{BODY_ADDRESS}/{one.number}",
            )
            self._link("condemnation.citations", key, cited[:1])

    def _words(self, telling: Telling, attack: int, cited: Sequence[int]) -> None:
        for one in telling.words:
            day = one.on.isoformat()
            said = (
                one.publisher,
                str(one.method),
                one.about,
                str(one.code),
                one.text,
                day,
                day,
                day,
            )
            row = (*self._recorded("statement"), attack, *said)
            key = self._tables.add_with_key("statement", *row)
            self._link("statement.citations", key, cited[:1])
        for text in telling.disagreements:
            row = (*self._recorded("disagreement"), attack, text)
            key = self._tables.add_with_key("disagreement", *row)
            self._link("disagreement.citations", key, cited)


def _dated(earliest: date | None, latest: date | None) -> tuple[object, ...]:
    day = PartialDate(earliest=earliest, latest=latest)
    return (
        earliest.isoformat() if earliest else None,
        latest.isoformat() if latest else None,
        day.edtf,
        "",
    )
