"""What courts did in a case, as far as the registry recorded it."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q

from endimpunity.cases.models import ProceedingEvent
from endimpunity.cases.rules.standing import Event, standing_after
from endimpunity.cases.vocabulary import Standing


def standing_of(
    case_ids: Collection[int],
    *,
    standing: Q,
    reviewed_at: datetime,
    as_of: date,
) -> Standing:
    """Return the registry's reading of the events of cases that are one.

    Args:
        case_ids: the cases that are read as one.
        standing: which recorded events count, as of `queries.standing`.
        reviewed_at: proceedings recorded later do not count.
        as_of: only what happened by that day.
    """
    rows = (
        ProceedingEvent.objects.filter(
            standing,
            cases__in=case_ids,
            proceeding__recorded_at__lte=reviewed_at,
        )
        .distinct()
        .order_by("id")
        .prefetch_related("accused")
    )
    return standing_after(
        [
            Event(
                proceeding=row.proceeding_id,
                kind=row.kind,
                earliest=row.date_earliest,
                latest=row.date_latest,
                order=row.pk,
                accused=frozenset(one.pk for one in row.accused.all()),
            )
            for row in rows
        ],
        as_of=as_of,
    )
