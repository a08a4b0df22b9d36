"""What courts did in a case, as far as the registry recorded it."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from endimpunity.cases.models import ProceedingEvent
from endimpunity.cases.rules.standing import Event, standing_after
from endimpunity.cases.vocabulary import Standing


def standings(
    case_ids: Iterable[int],
    *,
    standing: Q,
    as_of: date,
) -> dict[int, Standing]:
    """Return the registry's reading of each case that has a proceeding's event.

    Args:
        case_ids: the cases.
        standing: which recorded events count, as of `queries.standing`.
        as_of: only what happened by that day.
    """
    wanted = set(case_ids)
    events: dict[int, list[Event]] = {}
    rows = (
        ProceedingEvent.objects.filter(standing, cases__in=wanted)
        .distinct()
        .order_by("id")
        .prefetch_related("accused", "cases")
    )
    for row in rows:
        event = Event(
            proceeding=row.proceeding_id,
            kind=row.kind,
            on=row.date_earliest,
            order=row.pk,
            accused=frozenset(one.pk for one in row.accused.all()),
        )
        for case in row.cases.all():
            if case.pk in wanted:
                events.setdefault(case.pk, []).append(event)
    return {
        case_id: standing_after(found, as_of=as_of) for case_id, found in events.items()
    }
