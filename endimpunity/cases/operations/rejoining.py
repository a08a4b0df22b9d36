"""Follow entries that came to agree, or no longer agree, with a case known already."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import Membership, Merge
from endimpunity.cases.operations.merging import undo_merge
from endimpunity.cases.operations.regrouping import lead, speaks
from endimpunity.cases.operations.withholding import keep_withdrawn
from endimpunity.cases.queries.agreement import agreements
from endimpunity.cases.rules.reasons import JOINED

PARTED = (
    "The entry is no longer the only one of its list that agrees with the case, or"
    " the case no longer the only one that agrees with it."
)


@dataclass(frozen=True, kw_only=True)
class Rejoined:
    """Cases to be refreshed, and records with people who have no case now."""

    case_ids: frozenset[int]
    record_ids: tuple[int, ...]


def rejoin(*, publisher_code: str, by: User, at: datetime) -> Rejoined:
    """Let entries with a case join, or leave, the case that they agree with.

    An entry that agreed from its first file on joined when it was adopted. One
    that comes to agree later has a case of its own by then, which leads to the one
    it joins. Where another entry agrees too, neither is about that case for
    certain: what had joined goes back to its own case. Only what the program
    joined by itself is parted.

    Args:
        publisher_code: whose list.
        by: the actor.
        at: the moment.
    """
    agreed = agreements(publisher_code)
    standing = Membership.objects.filter(publisher=publisher_code, superseded_at=None)
    parting = [
        one
        for one in standing.filter(reason=JOINED).select_related("part").order_by("id")
        if agreed.get(one.part_id) != one.case_id
    ]
    joining = [
        one
        for one in standing.filter(part__in=agreed).order_by("id")
        if agreed[one.part_id] != one.case_id
    ]
    touched: set[int] = set()
    with transaction.atomic():
        for one in parting:
            touched.update(_part(one, by, at))
        for one in joining:
            touched.update(_join(one, agreed[one.part_id], by, at))
        if touched:
            keep_withdrawn(case_ids=touched, by=by, at=at)
            audit.record(
                deed="cases.rejoin",
                by=by.key,
                at=at,
                subject=publisher_code,
                detail={"joined": len(joining), "parted": len(parting)},
            )
    return Rejoined(
        case_ids=frozenset(touched),
        record_ids=tuple(dict.fromkeys(one.part.record_id for one in parting)),
    )


def _part(member: Membership, by: User, at: datetime) -> Iterable[int]:
    """End a membership; the entry goes back to the case it had, if it had one."""
    _end(member, at)
    own = (
        Membership.objects.filter(part=member.part_id)
        .exclude(case=member.case_id)
        .order_by("-recorded_at", "-id")
        .first()
    )
    if own is None or speaks(own.case_id):
        return (member.case_id,)
    for key in Merge.objects.filter(
        from_case=own.case_id,
        undone_at=None,
        reason=JOINED,
    ).values_list("id", flat=True):
        undo_merge(merge_id=key, reason=PARTED, by=by, at=at)
    _begin(member, own.case_id, PARTED, by, at)
    return (member.case_id, own.case_id)


def _join(member: Membership, into: int, by: User, at: datetime) -> Iterable[int]:
    _end(member, at)
    _begin(member, into, JOINED, by, at)
    if not speaks(member.case_id):
        lead(member.case_id, into, JOINED, by, at)
    return (member.case_id, into)


def _end(member: Membership, at: datetime) -> None:
    Membership.objects.filter(pk=member.pk).update(superseded_at=at)


def _begin(
    member: Membership,
    case_id: int,
    reason: str,
    by: User,
    at: datetime,
) -> None:
    Membership.objects.create(
        part_id=member.part_id,
        case_id=case_id,
        publisher_id=member.publisher_id,
        score=member.score,
        reason=reason,
        recorded_at=at,
        recorded_by=by,
    )
