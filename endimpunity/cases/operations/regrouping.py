"""Follow records whose rows turned out to be another record's."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import Assertion, Case, Membership, Merge
from endimpunity.cases.operations.merging import merge, undo_merge
from endimpunity.cases.queries.identity import identity
from endimpunity.cases.vocabulary import Subject
from endimpunity.sources import queries as sources_queries

EMPTIED = "The list's rows for this entry were found to be another entry's."
REOPENED = "The list's rows were found to be this entry's after all."


def regroup(
    *,
    moved: Sequence[tuple[int, int]],
    by: User,
    at: datetime,
) -> frozenset[int]:
    """Let the cases of emptied records lead to the cases of those that took over.

    Returns the cases to be refreshed. A case that another record or the
    registry's own assertions still speak of is not merged; only its emptied
    entry's membership ends.

    Args:
        moved: (emptied record, record that has its rows now).
        by: the actor.
        at: the moment.
    """
    touched: set[int] = set()
    with transaction.atomic():
        for from_record, to_record in moved:
            touched.update(_reopen(to_record, by, at))
            touched.update(_empty(from_record, to_record, by, at))
        if moved:
            audit.record(
                deed="cases.regroup",
                by=by.key,
                at=at,
                detail={"moved": len(moved)},
            )
    return frozenset(touched)


def _reopen(record_id: int, by: User, at: datetime) -> set[int]:
    """Give a record that speaks again the case it had; nothing if it has one."""
    reopened: set[int] = set()
    speaking = {key for key, _, _ in sources_queries.folded_values([record_id])}
    for part_id in speaking - _memberships(record_id).keys():
        last = (
            Membership.objects.filter(part=part_id)
            .order_by("-recorded_at", "-id")
            .first()
        )
        if last is None:
            continue
        _undo_emptying(last.case_id, by, at)
        Membership.objects.create(
            part_id=part_id,
            case_id=last.case_id,
            publisher_id=last.publisher_id,
            score=last.score,
            reason=REOPENED,
            recorded_at=at,
            recorded_by=by,
        )
        reopened.add(last.case_id)
    return reopened


def _undo_emptying(case_id: int, by: User, at: datetime) -> None:
    for key in Merge.objects.filter(
        from_case=case_id,
        undone_at=None,
        reason=EMPTIED,
    ).values_list("id", flat=True):
        undo_merge(merge_id=key, reason=REOPENED, by=by, at=at)


def _empty(from_record: int, to_record: int, by: User, at: datetime) -> set[int]:
    taken_over = _memberships(to_record)
    by_number = {number: case for case, number in taken_over.values()}
    touched: set[int] = set()
    for part_id, (case_id, number) in _memberships(from_record).items():
        Membership.objects.filter(part=part_id, superseded_at=None).update(
            superseded_at=at,
        )
        into = by_number.get(number, by_number.get(1))
        touched.add(case_id)
        if into is not None and not _speaks(case_id):
            touched.add(_lead(case_id, into, by, at))
    return touched


def _lead(case_id: int, into: int, by: User, at: datetime) -> int:
    known = identity()
    stands = known.of(into)
    if case_id not in known.leads and stands != case_id:
        merge(from_case_id=case_id, into_case_id=stands, reason=EMPTIED, by=by, at=at)
    return stands


def _memberships(record_id: int) -> dict[int, tuple[int, int]]:
    """Return part to (case, number) for the standing memberships of a record."""
    rows = Membership.objects.filter(part__record=record_id, superseded_at=None)
    return {
        part: (case, number)
        for part, case, number in rows.values_list("part_id", "case_id", "part__number")
    }


def _speaks(case_id: int) -> bool:
    """Return whether anything but the emptied entry speaks of a case."""
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
