"""Who says what of a case: the registry's assertions, then the records about it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from operator import itemgetter
from typing import Any

from django.db.models import Q

from endimpunity.cases.models import Assertion, Case, Membership
from endimpunity.cases.queries.identity import Identity, identity
from endimpunity.cases.queries.standing import standing_at
from endimpunity.cases.rules.fields import facts_of_record
from endimpunity.cases.vocabulary import Subject
from endimpunity.foundation import bulk
from endimpunity.sources import queries as sources_queries

# Cases asked for at a time: below the parameters that either engine takes.
BATCH = 2_000


@dataclass(frozen=True, kw_only=True)
class Member:
    """A part of a record that is about a case."""

    part_id: int
    record_id: int
    number: int
    publisher_code: str


@dataclass(frozen=True, kw_only=True)
class Asserted:
    """The row that asserts a field, for which case, and when it was recorded."""

    id: int
    case_id: int
    recorded_at: datetime


@dataclass(kw_only=True)
class Voices:
    """All that is said of one case.

    Attributes:
        case_id: the case that stands.
        attack_id: its attack.
        person_id: its person.
        asserted: what the registry asserts, by field.
        assertions: the rows that assert it, by field.
        members: the parts about it, in the order they were found to be.
        said: what each member says, blanks left out.
    """

    case_id: int
    attack_id: int
    person_id: int
    asserted: dict[str, Any] = field(default_factory=dict)
    assertions: dict[str, Asserted] = field(default_factory=dict)
    members: list[Member] = field(default_factory=list)
    said: list[Mapping[str, Any]] = field(default_factory=list)

    @property
    def in_order(self) -> list[Mapping[str, Any]]:
        """Return the voices in their order of precedence."""
        return [self.asserted, *self.said]


def voices_of(
    case_ids: Iterable[int],
    *,
    known_at: datetime | None = None,
) -> Iterator[Voices]:
    """Yield all that is said of the cases that stand for these, each once."""
    known = identity(known_at)
    stands = iter(sorted({known.of(one) for one in case_ids}))
    while batch := list(islice(stands, BATCH)):
        found = voices_of_batch(batch, known, known_at)
        _let_speak(found, known_at)
        yield from found.values()


def voices_of_batch(
    case_ids: list[int],
    known: Identity,
    known_at: datetime | None,
) -> dict[int, Voices]:
    """Return the assertions and members of cases, before any record is read."""
    rows = Case.objects.filter(id__in=case_ids).order_by("id")
    found = {
        case_id: Voices(case_id=case_id, attack_id=attack_id, person_id=person_id)
        for case_id, attack_id, person_id in rows.values_list(
            "id",
            "attack_id",
            "person_id",
        )
    }
    _add_assertions(found, known, standing_at(known_at))
    _add_members(found, known, known_at)
    return found


# Place of the case in the group, field, value, and the row that asserts it.
_Word = tuple[int, str, Any, Asserted]

# Of these, one voice states either; another's word does not fill the other in.
_EITHER = {"country": "area", "area": "country"}


def _add_assertions(found: dict[int, Voices], known: Identity, standing: Q) -> None:
    """Add what the registry asserts of every case that is read as one of these.

    The case that stands goes first; of the others the one recorded first.
    """
    subjects: dict[tuple[str, int], list[tuple[Voices, int, int]]] = {}
    for stands, group in _subjects(found, known).items():
        for place, (case_id, of) in enumerate(group.items()):
            for about in of:
                subjects.setdefault(about, []).append((found[stands], place, case_id))
    asserted: dict[int, list[_Word]] = {}
    for subject in Subject:
        ids = [of for kind, of in subjects if kind == subject]
        rows = Assertion.objects.filter(
            standing,
            subject=subject,
            subject_id__in=ids,
        ).order_by("id")
        for key, number, name, value, recorded_at in rows.values_list(
            "id",
            "subject_id",
            "field",
            "value",
            "recorded_at",
        ):
            for one, place, case_id in subjects[subject, number]:
                row = Asserted(id=key, case_id=case_id, recorded_at=recorded_at)
                asserted.setdefault(one.case_id, []).append((place, name, value, row))
    for case_id, words in asserted.items():
        _state(found[case_id], sorted(words, key=itemgetter(0)))


def _subjects(
    found: Mapping[int, Voices],
    known: Identity,
) -> dict[int, dict[int, list[tuple[str, int]]]]:
    """Return for each case that stands its subjects, then those of its merged cases."""
    subjects = {
        one.case_id: {
            one.case_id: _subjects_of(one.case_id, one.attack_id, one.person_id),
        }
        for one in found.values()
    }
    merged = {
        one: stands
        for stands in (found if known.leads else ())
        for one in known.all_of(stands) - {stands}
    }
    for some in bulk.batches(sorted(merged)):
        rows = Case.objects.filter(id__in=some).order_by("id")
        for case_id, attack_id, person_id in rows.values_list(
            "id",
            "attack_id",
            "person_id",
        ):
            group = subjects[merged[case_id]]
            group[case_id] = _subjects_of(case_id, attack_id, person_id)
    return subjects


def _subjects_of(case_id: int, attack_id: int, person_id: int) -> list[tuple[str, int]]:
    return [
        (Subject.ATTACK, attack_id),
        (Subject.PERSON, person_id),
        (Subject.CASE, case_id),
    ]


def _state(one: Voices, words: list[_Word]) -> None:
    """Keep the first word on each field; a country and an area from one case."""
    stated_by: dict[str, int] = {}
    for place, name, value, word in words:
        before = stated_by.get(name, stated_by.get(_EITHER.get(name, ""), place))
        if before != place:
            continue
        stated_by[name] = place
        one.asserted[name] = value
        one.assertions[name] = word


def _add_members(
    found: dict[int, Voices],
    known: Identity,
    known_at: datetime | None,
) -> None:
    stands = {
        merged: case_id
        for case_id in found
        for merged in (known.all_of(case_id) if known.leads else (case_id,))
    }
    rows = (
        Membership.objects.filter(standing_at(known_at), case__in=list(stands))
        .order_by("recorded_at", "id")
        .values_list(
            "case_id",
            "part_id",
            "part__record_id",
            "part__number",
            "publisher_id",
        )
    )
    for case_id, part_id, record_id, number, publisher in rows:
        found[stands[case_id]].members.append(
            Member(
                part_id=part_id,
                record_id=record_id,
                number=number,
                publisher_code=publisher,
            ),
        )


def _let_speak(found: dict[int, Voices], known_at: datetime | None) -> None:
    records = {one.record_id for voice in found.values() for one in voice.members}
    spoken = {
        part_id: facts_of_record(values)
        for part_id, _, values in sources_queries.people_named(
            sorted(records),
            known_at=known_at,
        )
    }
    for voice in found.values():
        voice.said = [spoken.get(one.part_id, {}) for one in voice.members]
