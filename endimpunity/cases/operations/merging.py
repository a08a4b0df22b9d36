"""Judge two cases to be one, and take that judgement back."""

from datetime import datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import Case, Merge
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

    No foreign key is repointed. The caller refreshes what is shown.

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
    return made.pk


def undo_merge(*, merge_id: int, reason: str, by: User, at: datetime) -> None:
    """Take a merge back: both cases stand again, each at its old address.

    Raises:
        UnableToUndoMerge: it was undone already, or never made.
    """
    with transaction.atomic():
        undone = Merge.objects.filter(id=merge_id, undone_at=None).update(
            undone_at=at,
            undone_by=by,
            undone_reason=reason,
        )
        if not undone:
            raise UnableToUndoMerge
        audit.record(
            deed="cases.undo_merge",
            by=by.key,
            at=at,
            subject=f"merge {merge_id}",
        )
