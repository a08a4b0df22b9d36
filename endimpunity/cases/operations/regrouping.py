"""Follow records whose rows turned out to be another record's."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from django.db import transaction
from django.db.models import QuerySet

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import Assertion, Case, Membership, Merge
from endimpunity.cases.operations.merging import merge, undo_merge
from endimpunity.cases.operations.publishing import inherit_withdrawal
from endimpunity.cases.operations.withholding import keep_withdrawn
from endimpunity.cases.queries.identity import identity
from endimpunity.cases.rules.reasons import JOINED
from endimpunity.cases.vocabulary import Subject
from endimpunity.foundation import bulk
from endimpunity.sources import queries as sources_queries
from endimpunity.sources.rules.people import match_names, match_people

EMPTIED = "The list's rows for this entry were found to be another entry's."
REOPENED = "The list's rows were found to be this entry's after all."

# Records asked for at a time: below the parameters that either engine takes.
BATCH = 2_000

Moves: TypeAlias = Sequence[tuple[int, int]]


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
    touched: set[int] = set()
    took_over: dict[int, list[int]] = {}
    for from_record, to_record in moved:
        took_over.setdefault(from_record, []).append(to_record)
    with transaction.atomic():
        for from_record in took_over:
            heirs = _heirs(from_record, took_over)
            for heir in heirs:
                touched.update(reopen([heir], took_over.keys(), by, at))
            touched.update(_empty(from_record, heirs, by, at))
        if moved:
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
    reopened: set[int] = set()
    named = {key for key, _, _ in sources_queries.people_named(record_ids)}
    for some in bulk.batches(sorted(named)):
        held = Membership.objects.filter(part__in=some, superseded_at=None)
        named.difference_update(held.values_list("part_id", flat=True))
    for part_id in sorted(named):
        last = (
            Membership.objects.filter(part=part_id)
            .order_by("-recorded_at", "-id")
            .first()
        )
        if last is None or _goes_on(last, emptied):
            continue
        _undo_emptying(last.case_id, by, at)
        again = JOINED if last.reason == JOINED else REOPENED
        _join(part_id, last, again, by, at)
        reopened.add(last.case_id)
    return reopened


def _goes_on(last: Membership, emptied: Collection[int]) -> bool:
    """Return whether another entry of the list is about the case meanwhile."""
    members = Membership.objects.filter(
        case=last.case_id,
        publisher=last.publisher_id,
        superseded_at=None,
    )
    records = members.values_list("part__record_id", flat=True)
    return any(record_id not in emptied for record_id in records)


def _join(part_id: int, last: Membership, reason: str, by: User, at: datetime) -> None:
    """Let a part be about the case that a membership ended for."""
    Membership.objects.create(
        part_id=part_id,
        case_id=last.case_id,
        publisher_id=last.publisher_id,
        score=last.score,
        reason=reason,
        recorded_at=at,
        recorded_by=by,
    )


def _undo_emptying(case_id: int, by: User, at: datetime) -> None:
    for key in Merge.objects.filter(
        from_case=case_id,
        undone_at=None,
        reason=EMPTIED,
    ).values_list("id", flat=True):
        undo_merge(merge_id=key, reason=REOPENED, by=by, at=at)


def _empty(
    from_record: int,
    heirs: Sequence[int],
    by: User,
    at: datetime,
) -> set[int]:
    leaving = _members(Membership.objects.filter(part__record=from_record))
    named = _named(heirs)
    # Two entries of one person each are that person's, however the name is spelled.
    same = match_people(_names(leaving), [one.name for one in named])
    return _hand_on(leaving, {at: named[place] for place, at in same.items()}, by, at)


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
    wanted = sorted(set(record_ids))
    touched: set[int] = set()
    for first in range(0, len(wanted), BATCH):
        batch = wanted[first : first + BATCH]
        named = {part_id for part_id, _, _ in sources_queries.people_named(batch)}
        members = Membership.objects.filter(part__record__in=batch)
        unnamed = _members(members.exclude(part__in=named))
        for record_id in sorted({one.part.record_id for one in unnamed}):
            leaving = [one for one in unnamed if one.part.record_id == record_id]
            heirs = _named(sources_queries.records_of_rows_left(record_id))
            same = match_names(_names(leaving), [one.name for one in heirs])
            heir_of = {at: heirs[place] for place, at in same.items()}
            touched.update(_hand_on(leaving, heir_of, by, at))
    if touched:
        keep_withdrawn(case_ids=touched, by=by, at=at)
        audit.record(
            deed="cases.leave",
            by=by.key,
            at=at,
            detail={"cases": len(touched)},
        )
    return touched


def _members(rows: QuerySet[Membership]) -> list[Membership]:
    return list(
        rows.filter(superseded_at=None)
        .select_related("case", "part")
        .order_by("part__record_id", "part__number"),
    )


def _names(members: Iterable[Membership]) -> list[str]:
    return [one.part.name or one.case.name for one in members]


def _hand_on(
    leaving: Sequence[Membership],
    heir_of: Mapping[int, "_Named"],
    by: User,
    at: datetime,
) -> set[int]:
    """End memberships, and let each case go on as its heir's, by its place."""
    touched: set[int] = set()
    for at_place, one in enumerate(leaving):
        Membership.objects.filter(pk=one.pk).update(superseded_at=at)
        touched.add(one.case_id)
        heir = heir_of.get(at_place)
        # What joined by itself was about the entry's own words: `rejoin` decides.
        if heir is None or one.reason == JOINED:
            continue
        if heir.case_id is None:
            _join(heir.part_id, one, EMPTIED, by, at)
        elif not speaks(one.case_id):
            touched.add(lead(one.case_id, heir.case_id, EMPTIED, by, at))
    return touched


@dataclass(frozen=True)
class _Named:
    """A person whom a record names now, and the case that this entry is about."""

    part_id: int
    name: str
    case_id: int | None


def _named(record_ids: Iterable[int]) -> list[_Named]:
    found = {
        part_id: str(values.get("name") or "")
        for part_id, _, values in sources_queries.people_named(record_ids)
    }
    cases = dict(
        Membership.objects.filter(part__in=found, superseded_at=None).values_list(
            "part_id",
            "case_id",
        ),
    )
    return [
        _Named(part_id, name, cases.get(part_id)) for part_id, name in found.items()
    ]


def lead(case_id: int, into: int, reason: str, by: User, at: datetime) -> int:
    """Let a case lead to another unless it leads somewhere; return which stands."""
    known = identity()
    stands = known.of(into)
    if case_id not in known.leads and stands != case_id:
        merge(from_case_id=case_id, into_case_id=stands, reason=reason, by=by, at=at)
        inherit_withdrawal(from_case_id=case_id, into_case_id=stands, by=by, at=at)
    return stands


def speaks(case_id: int) -> bool:
    """Return whether an entry of a list or the registry itself speaks of a case."""
    if Membership.objects.filter(case=case_id, superseded_at=None).exists():
        return True
    person = Case.objects.values_list("person_id", flat=True).get(id=case_id)
    return (
        Assertion.objects.filter(superseded_at=None)
        .filter(subject=Subject.CASE, subject_id=case_id)
        .exists()
        or Assertion.objects.filter(
            superseded_at=None,
            subject=Subject.PERSON,
            subject_id=person,
        ).exists()
    )
