"""Follow records whose rows turned out to be another record's."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import TypeAlias, TypeVar

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import Membership
from endimpunity.cases.operations.books import Books
from endimpunity.cases.operations.withholding import keep_withdrawn
from endimpunity.cases.rules.reasons import JOINED
from endimpunity.foundation import bulk
from endimpunity.sources import queries as sources_queries
from endimpunity.sources.rules.people import match_names, match_people

EMPTIED = "The list's rows for this entry were found to be another entry's."
REOPENED = "The list's rows were found to be this entry's after all."

Moves: TypeAlias = Sequence[tuple[int, int]]
Item = TypeVar("Item")


@dataclass(frozen=True)
class Named:
    """A person whom a record names now."""

    part_id: int
    record_id: int
    name: str


def regroup(*, moved: Moves, by: User, at: datetime) -> frozenset[int]:
    """Let the cases of emptied records go on as the cases of those that took over.

    Each person of an emptied record is looked for among the people whom the
    records name that have its rows now. Where that person has a case, the old
    case leads to it; where not, the old case goes on with the new entry, at its
    address. A person who is not among them is never made another: the case is
    then without an entry of the list.

    Returns the cases to be refreshed. A case that another record or the
    registry's own assertions still speak of is not merged; only its emptied
    entry's membership ends.

    Args:
        moved: (emptied record, record that has its rows now).
        by: the actor.
        at: the moment.
    """
    if not moved:
        return frozenset()
    took_over: dict[int, list[int]] = {}
    for from_record, to_record in moved:
        took_over.setdefault(from_record, []).append(to_record)
    heirs_of = {one: _heirs(one, took_over) for one in took_over}
    touched: set[int] = set()
    with transaction.atomic():
        named = _named(one for heirs in heirs_of.values() for one in heirs)
        emptied = _parts_of(took_over)
        books = Books(part_ids=[*_keys(named), *_all(emptied)], by=by, at=at)
        for from_record, heirs in heirs_of.items():
            for heir in heirs:
                touched |= _reopen(books, named.get(heir, ()), took_over.keys())
            to = [one for heir in sorted(heirs) for one in named.get(heir, ())]
            touched |= _empty(books, emptied.get(from_record, ()), to)
        books.write()
        keep_withdrawn(case_ids=touched, by=by, at=at)
        audit.record(
            deed="cases.regroup",
            by=by.key,
            at=at,
            detail={"moved": len(moved)},
        )
    return frozenset(touched)


def _heirs(record_id: int, took_over: Mapping[int, list[int]]) -> list[int]:
    """Return the records that have a record's rows in the end."""
    found: dict[int, None] = {}
    seen = {record_id}
    waiting = list(took_over[record_id])
    while waiting:
        one = waiting.pop(0)
        if one in seen:
            continue
        seen.add(one)
        if one in took_over:
            waiting.extend(took_over[one])
        else:
            found[one] = None
    # Two that took each other's place are each other's heirs.
    return list(found) or list(dict.fromkeys(took_over[record_id]))


def reopen(
    record_ids: Sequence[int],
    emptied: Collection[int],
    by: User,
    at: datetime,
) -> set[int]:
    """Give people whom a list names again the cases they had.

    A case that another entry goes on with, which is not emptied now, stays that
    entry's.

    Args:
        record_ids: records with the rows of others, or changed ones.
        emptied: records that have no rows any more.
        by: the actor.
        at: the moment.
    """
    with transaction.atomic():
        named = _named(record_ids)
        books = Books(part_ids=_keys(named), by=by, at=at)
        people = sorted(_all(named), key=lambda one: one.part_id)
        reopened = _reopen(books, people, emptied)
        books.write()
    return reopened


def _reopen(
    books: Books,
    people: Iterable[Named],
    emptied: Collection[int],
) -> set[int]:
    reopened: set[int] = set()
    without = [one for one in people if books.standing(one.part_id) is None]
    for one in sorted(without, key=lambda one: one.part_id):
        last = books.last(one.part_id)
        if last is None or books.is_held(last.case_id, last.publisher_id, emptied):
            continue
        books.undo(last.case_id, EMPTIED, REOPENED)
        again = JOINED if last.reason == JOINED else REOPENED
        books.begin(one.part_id, one.record_id, last, last.case_id, again)
        reopened.add(last.case_id)
    return reopened


def _empty(
    books: Books,
    part_ids: Iterable[int],
    heirs: Sequence[Named],
) -> set[int]:
    leaving = [one for key in part_ids if (one := books.standing(key)) is not None]
    # Two entries of one person each are that person's, however the name is spelled.
    same = match_people(_names(leaving), [one.name for one in heirs])
    return _hand_on(books, leaving, {at: heirs[place] for place, at in same.items()})


def leave(*, record_ids: Iterable[int], by: User, at: datetime) -> set[int]:
    """End the memberships of people whom no saying of their record names any more.

    The row that named them was found to be another record's. Where that record
    names the same person, the case goes on there, as when a record is emptied;
    the name alone decides. Returns the cases to be refreshed.

    Args:
        record_ids: records that rows left, among others.
        by: the actor.
        at: the moment.
    """
    touched: set[int] = set()
    wanted = sorted(set(record_ids))
    with transaction.atomic():
        named = {one.part_id for one in _all(_named(wanted))}
        unnamed = {
            record_id: [key for key in parts if key not in named]
            for record_id, parts in _parts_of(wanted).items()
        }
        heirs_of = sources_queries.records_of_rows_left(
            [record_id for record_id, parts in unnamed.items() if parts],
        )
        heirs = _named(one for found in heirs_of.values() for one in found)
        books = Books(part_ids=[*_all(unnamed), *_keys(heirs)], by=by, at=at)
        for record_id, parts in unnamed.items():
            to = [
                one
                for heir in sorted(heirs_of.get(record_id, ()))
                for one in heirs.get(heir, ())
            ]
            touched |= _leave(books, parts, to)
        books.write()
        if touched:
            keep_withdrawn(case_ids=touched, by=by, at=at)
            audit.record(
                deed="cases.leave",
                by=by.key,
                at=at,
                detail={"cases": len(touched)},
            )
    return touched


def _leave(books: Books, part_ids: Iterable[int], heirs: Sequence[Named]) -> set[int]:
    leaving = [one for key in part_ids if (one := books.standing(key)) is not None]
    same = match_names(_names(leaving), [one.name for one in heirs])
    return _hand_on(books, leaving, {at: heirs[place] for place, at in same.items()})


def _names(members: Iterable[Membership]) -> list[str]:
    return [one.part.name or one.case.name for one in members]


def _hand_on(
    books: Books,
    leaving: Sequence[Membership],
    heir_of: Mapping[int, Named],
) -> set[int]:
    """End memberships, and let each case go on as its heir's, by its place."""
    touched: set[int] = set()
    # Whom the heirs' entries were about before: two of them may be one person's.
    about = {heir.part_id: books.standing(heir.part_id) for heir in heir_of.values()}
    for at_place, one in enumerate(leaving):
        books.end(one.part_id)
        touched.add(one.case_id)
        heir = heir_of.get(at_place)
        # What joined by itself was about the entry's own words: `rejoin` decides.
        if heir is None or one.reason == JOINED:
            continue
        held = about[heir.part_id]
        if held is None:
            books.begin(heir.part_id, heir.record_id, one, one.case_id, EMPTIED)
        elif not books.speaks(one.case_id):
            touched.add(books.lead(one.case_id, held.case_id, EMPTIED))
    return touched


def _parts_of(record_ids: Iterable[int]) -> dict[int, list[int]]:
    """Return the parts of records, by number."""
    return {
        record_id: [key for key, _, _ in parts]
        for some in bulk.batches(record_ids)
        for record_id, parts in sources_queries.parts_of(some).items()
    }


def _named(record_ids: Iterable[int]) -> dict[int, list[Named]]:
    """Return the people whom records name now, record by record."""
    found: dict[int, list[Named]] = {}
    for some in bulk.batches(sorted(set(record_ids))):
        record_of = {
            key: record_id
            for record_id, parts in _parts_of(some).items()
            for key in parts
        }
        for part_id, _, values in sources_queries.people_named(some):
            name = str(values.get("name") or "")
            one = Named(part_id, record_of[part_id], name)
            found.setdefault(one.record_id, []).append(one)
    return found


def _keys(named: Mapping[int, Iterable[Named]]) -> list[int]:
    return [one.part_id for one in _all(named)]


def _all(grouped: Mapping[int, Iterable[Item]]) -> Iterator[Item]:
    return chain.from_iterable(grouped.values())
