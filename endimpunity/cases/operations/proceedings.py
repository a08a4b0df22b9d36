"""Record what courts and prosecutors did."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import Accused, Proceeding, ProceedingEvent, Upcoming
from endimpunity.cases.operations.keeping import keep
from endimpunity.cases.rules.columns import DateColumns
from endimpunity.cases.vocabulary import EventKind, ProceedingKind, UpcomingKind


class UnableToRecordProceeding(Exception):  # the house names refusals so
    """A proceeding keeps its court, kind and jurisdiction; record another one."""


def record_proceeding(
    *,
    key: uuid.UUID,
    jurisdiction: str,
    court: str,
    kind: ProceedingKind,
    case_ids: Iterable[int],
    citation_ids: Iterable[int],
    accused: Mapping[int, str],
    by: User,
    at: datetime,
) -> int:
    """Record a proceeding with its accused by number, and return it.

    Cases, sources and accused may be added later; court, kind and jurisdiction
    stay.

    Args:
        key: its permanent key.
        jurisdiction: the State's code.
        court: which court or prosecutor.
        kind: a code.
        case_ids: the cases it is about.
        citation_ids: where it was read.
        accused: number to alleged role; there is no place for names.
        by: the actor.
        at: the moment.

    Raises:
        UnableToRecordProceeding: it is known with another court, kind or jurisdiction.
    """
    kept = {"jurisdiction_id": jurisdiction, "court": court, "kind": str(kind)}
    with transaction.atomic():
        row, made = Proceeding.objects.get_or_create(
            key=key,
            defaults={**kept, "recorded_at": at, "recorded_by": by},
        )
        if not made and any(getattr(row, name) != it for name, it in kept.items()):
            raise UnableToRecordProceeding
        # What is linked already keeps the moment at which it was.
        row.cases.add(*case_ids, through_defaults={"recorded_at": at})
        row.citations.add(*citation_ids, through_defaults={"recorded_at": at})
        for number, role in sorted(accused.items()):
            Accused.objects.get_or_create(
                proceeding=row,
                number=number,
                defaults={"alleged_role": role, "recorded_at": at},
            )
        if made:
            audit.record(
                deed="cases.record_proceeding",
                by=by.key,
                at=at,
                subject=f"proceeding {row.pk}",
            )
    return int(row.pk)


def record_event(
    *,
    key: uuid.UUID,
    proceeding_id: int,
    kind: EventKind,
    on: DateColumns,
    what: str,
    case_ids: Iterable[int],
    citation_ids: Iterable[int],
    by: User,
    at: datetime,
    people: int | None = None,
    accused_ids: Iterable[int] = (),
) -> bool:
    """Record something that happened in a proceeding, and whom it touches.

    Args:
        key: its permanent key.
        proceeding_id: the proceeding.
        kind: a code of the closed list.
        on: when, as an interval.
        what: in the registry's words; nobody accused is named.
        case_ids: the cases it touches; a verdict may leave one out.
        citation_ids: where it was read.
        by: the actor.
        at: the moment.
        people: how many accused it concerns, where only their number is told.
        accused_ids: the accused whom it touches, of this proceeding or another.
    """
    return keep(
        model=ProceedingEvent,
        key=key,
        values={
            "proceeding_id": proceeding_id,
            "kind": str(kind),
            "what": what,
            "people": people,
            **vars(on),
        },
        linked={
            "cases": case_ids,
            "citations": citation_ids,
            "accused": accused_ids,
        },
        by=by,
        at=at,
    )


def record_upcoming(
    *,
    key: uuid.UUID,
    proceeding_id: int,
    kind: UpcomingKind,
    on: DateColumns,
    what: str,
    citation_ids: Iterable[int],
    by: User,
    at: datetime,
) -> bool:
    """Record what a source says is to come in a proceeding; nobody foretells it.

    Args:
        key: its permanent key.
        proceeding_id: the proceeding.
        kind: a code of the closed list.
        on: for when it was announced, as an interval.
        what: in the registry's words.
        citation_ids: where it was announced.
        by: the actor.
        at: the moment.
    """
    return keep(
        model=Upcoming,
        key=key,
        values={
            "proceeding_id": proceeding_id,
            "kind": str(kind),
            "what": what,
            **vars(on),
        },
        linked={"citations": citation_ids},
        by=by,
        at=at,
    )
