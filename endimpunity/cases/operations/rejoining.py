"""Follow entries that came to agree, or no longer agree, with a case known already."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import Membership
from endimpunity.cases.operations.books import Books
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
        books = Books(
            part_ids=[one.part_id for one in (*parting, *joining)],
            into_ids=[agreed[one.part_id] for one in joining],
            by=by,
            at=at,
        )
        for one in parting:
            touched.update(_part(books, one.part_id))
        for one in joining:
            touched.update(_join(books, one.part_id, agreed[one.part_id]))
        books.write()
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


def _part(books: Books, part_id: int) -> Iterable[int]:
    """End a membership; the entry goes back to the case it had, if it had one."""
    member = books.end(part_id)
    own = books.last(part_id, but=member.case_id)
    if own is None or books.speaks(own.case_id):
        return (member.case_id,)
    books.undo(own.case_id, JOINED, PARTED)
    books.begin(part_id, member.part.record_id, member, own.case_id, PARTED)
    return (member.case_id, own.case_id)


def _join(books: Books, part_id: int, into: int) -> Iterable[int]:
    member = books.end(part_id)
    books.begin(part_id, member.part.record_id, member, into, JOINED)
    if not books.speaks(member.case_id):
        books.lead(member.case_id, into, JOINED)
    return (member.case_id, into)
