"""Judge two cases to be one, and take that judgement back."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import Case, Merge
from endimpunity.cases.operations.refreshing import refresh
from endimpunity.cases.operations.showing import show
from endimpunity.cases.queries.identity import identity


class UnableToMerge(Exception):  # the house names refusals so
    """The two cases are one already, or one of them is not a case."""


class UnableToUndoMerge(Exception):  # as above
    """The merge was undone already."""


def merge(
    *,
    from_case_id: int,
    into_case_id: int,
    reason: str,
    by: User,
    at: datetime,
) -> int:
    """Let one case lead to another, and return the merge's key.

    No foreign key is repointed. The case it leads to is made and shown afresh,
    since it has both cases' voices now.

    Raises:
        UnableToMerge: they lead to the same case already, which would close a
            circle, or one of them does not exist.
    """
    with transaction.atomic():
        cases = Case.objects.select_for_update().filter(
            id__in=(from_case_id, into_case_id),
        )
        known = identity()
        if len(cases.order_by("id")) != len({from_case_id, into_case_id}):
            raise UnableToMerge
        if from_case_id in known.leads or known.of(into_case_id) == from_case_id:
            raise UnableToMerge
        made = Merge.objects.create(
            from_case_id=from_case_id,
            into_case_id=into_case_id,
            reason=reason,
            recorded_at=at,
            recorded_by=by,
        )
        audit.record_all(deeds=[deed_of_merge(made)], by=by.key, at=at)
        afresh(case_ids=[into_case_id], by=by, at=at)
    return made.pk


def undo_merge(*, merge_id: int, reason: str, by: User, at: datetime) -> None:
    """Take a merge back: both cases stand again, each at its old address.

    Raises:
        UnableToUndoMerge: it was undone already, or never made.
    """
    with transaction.atomic():
        standing = Merge.objects.select_for_update().filter(
            id=merge_id,
            undone_at=None,
        )
        row = standing.first()
        if row is None:
            raise UnableToUndoMerge
        row.undone_at, row.undone_by, row.undone_reason = at, by, reason
        row.save(update_fields=["undone_at", "undone_by", "undone_reason"])
        audit.record_all(deeds=[deed_of_undoing(row)], by=by.key, at=at)
        afresh(case_ids=[row.from_case_id, row.into_case_id], by=by, at=at)


def deed_of_merge(row: Merge) -> audit.Done:
    """Return what the journal keeps of a merge."""
    return audit.Done(
        deed="cases.merge",
        subject=f"case {row.from_case_id}",
        detail={"into": row.into_case_id},
    )


def deed_of_undoing(row: Merge) -> audit.Done:
    """Return what the journal keeps of a merge taken back."""
    return audit.Done(deed="cases.undo_merge", subject=f"merge {row.pk}")


def afresh(*, case_ids: Iterable[int], by: User, at: datetime) -> None:
    """Make the columns of these cases again, and show what of them is public.

    Args:
        case_ids: cases whose merges changed, and those they led to.
        by: the actor of that deed, which the journal holds.
        at: its moment.
    """
    known = identity()
    stands = sorted({known.of(one) for one in case_ids})
    refresh(case_ids=stands, by=by, at=at)
    show(case_ids=stands, by=by, at=at)
