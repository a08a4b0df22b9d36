"""Open cases to the world, one by one, and close them again."""

from datetime import datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import Case, Publication
from endimpunity.cases.operations.showing import show
from endimpunity.cases.operations.withholding import lift_cases, withhold_cases
from endimpunity.cases.queries import publications
from endimpunity.cases.queries.identity import identity
from endimpunity.cases.vocabulary import PublicationState


class UnableToPublish(Exception):  # the house names refusals so
    """A case is published by a second person, or, on an installation of one, alone."""


class UnableToWithdraw(Exception):  # as above
    """Say why the case is withdrawn: the reason stays at its address."""


def publish(
    *,
    case_id: int,
    reason: str,
    by: User,
    at: datetime,
    second_reader: User | None = None,
    alone: bool = False,
) -> None:
    """Show a case to the world: what the registry says of it up to this moment.

    Facts recorded later wait until it is published again.

    Args:
        case_id: the case; a merged one is published as the case it leads to.
        reason: why it may be shown.
        by: who publishes it.
        at: the moment.
        second_reader: another person who read it first.
        alone: the installation is kept by one person, which its pages then say.

    Raises:
        UnableToPublish: nobody else read it and the installation is not said to
            be one person's.
    """
    second = second_reader is not None and second_reader != by
    if not (second or alone):
        raise UnableToPublish
    with transaction.atomic():
        stands = identity().of(case_id)
        _set_state(
            Publication(
                case_id=stands,
                state=PublicationState.PUBLISHED,
                reason=reason,
                alone=not second,
                second_read=second,
                recorded_at=at,
                recorded_by=by,
            ),
        )
        audit.record(
            deed="cases.publish",
            by=by.key,
            at=at,
            subject=f"case {stands}",
            detail={"second": str(second_reader.key) if second_reader else None},
        )
        heard = publications.without_taken_down(identity())
        lift_cases(case_ids=heard.all_of(stands), by=by, at=at)
        show(case_ids=[stands], by=by, at=at)


def withdraw(*, case_id: int, reason: str, by: User, at: datetime) -> None:
    """Take a case, and every case that leads to it, from the world's sight.

    Its address answers with the reason and is never given again. A publishing
    policy does not bring it back.

    Raises:
        UnableToWithdraw: no reason is given, or there is no such case.
    """
    if not reason.strip() or not Case.objects.filter(id=case_id).exists():
        raise UnableToWithdraw
    with transaction.atomic():
        group = identity().all_of(case_id)
        withdraw_all(case_ids=group, reason=reason, by=by, at=at)


def withdraw_all(
    *,
    case_ids: frozenset[int],
    reason: str,
    by: User,
    at: datetime,
) -> None:
    """Take cases that are read as one from the world's sight, inside a transaction.

    Args:
        case_ids: all of them that are not withdrawn yet.
        reason: why; it stays at their addresses.
        by: the actor.
        at: the moment.
    """
    for one in sorted(case_ids):
        _set_state(
            Publication(
                case_id=one,
                state=PublicationState.WITHDRAWN,
                reason=reason,
                recorded_at=at,
                recorded_by=by,
            ),
        )
        audit.record(deed="cases.withdraw", by=by.key, at=at, subject=f"case {one}")
    # Its list says the same name: what is taken from sight is so everywhere.
    withhold_cases(case_ids=case_ids, reason=reason, by=by, at=at)
    show(case_ids=case_ids, by=by, at=at)


def _set_state(row: Publication) -> None:
    """End the standing state and begin this one."""
    Publication.objects.filter(case=row.case_id, superseded_at=None).update(
        superseded_at=row.recorded_at,
    )
    row.save(force_insert=True)
