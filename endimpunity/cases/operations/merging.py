"""Judge two cases to be one, and take that judgement back."""

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
        audit.record(
            deed="cases.merge",
            by=by.key,
            at=at,
            subject=f"case {from_case_id}",
            detail={"into": into_case_id},
        )
        _afresh([into_case_id], by, at)
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
        audit.record(
            deed="cases.undo_merge",
            by=by.key,
            at=at,
            subject=f"merge {merge_id}",
        )
        _afresh([row.from_case_id, row.into_case_id], by, at)


def _afresh(case_ids: list[int], by: User, at: datetime) -> None:
    """Make the columns of these cases again, and show what of them is public."""
    known = identity()
    stands = sorted({known.of(one) for one in case_ids})
    refresh(case_ids=stands, by=by, at=at)
    show(case_ids=stands, by=by, at=at)
