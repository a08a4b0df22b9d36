"""Which conviction stands on a day, where the days of events are intervals.

The same reading of verdicts as the registry's standing, taken twice: once with each
event on the day that is worst for convictions, once on the day that is best. What
stands in the first surely stands; what does not even in the second surely does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from endimpunity.cases.rules.standing import UNDOES, Event, Verdicts, verdicts_after
from endimpunity.cases.rules.statuses.derived import in_time
from endimpunity.cases.rules.statuses.facts import DatedEvent
from endimpunity.cases.vocabulary import EventKind

# What bears on a conviction that stands and does not end it.
_BESIDE = frozenset({EventKind.PARDONED, EventKind.ESCAPED})


@dataclass(frozen=True, kw_only=True)
class Convictions:
    """What is known of convictions in a case on a day.

    Attributes:
        surely: events that pronounced what stands, whatever the days.
        possibly: those that pronounced what some choice of days lets stand.
        ending: events by which one stands no longer, by all or some choices of days.
        beside: pardons and flights by then; they end none.
    """

    surely: tuple[DatedEvent, ...]
    possibly: tuple[DatedEvent, ...]
    ending: tuple[DatedEvent, ...]
    beside: tuple[DatedEvent, ...]


def convictions_at(events: Sequence[DatedEvent], as_of: date) -> Convictions:
    """Return what is known of convictions in a case on a day.

    Args:
        events: those that touch the case, in any order.
        as_of: the day.
    """
    numbered = list(enumerate(in_time(events)))
    worst = _read(numbered, as_of, favoured=False)
    best = _read(numbered, as_of, favoured=True)

    def back(found: Sequence[Event]) -> tuple[DatedEvent, ...]:
        orders = {it.order for it in found}
        return tuple(event for order, event in numbered if order in orders)

    return Convictions(
        surely=back(list(worst.standing.values())),
        possibly=back(list(best.standing.values())),
        ending=back([*worst.ended.values(), *best.ended.values()]),
        beside=tuple(
            it for _, it in numbered if it.kind in _BESIDE and it.possibly_by(as_of)
        ),
    )


def _read(
    events: Sequence[tuple[int, DatedEvent]],
    as_of: date,
    *,
    favoured: bool,
) -> Verdicts:
    """Return the verdicts after events, each on the day that favours them or not."""
    placed = []
    for order, event in events:
        convicts = event.kind == EventKind.CONVICTED
        if convicts or event.kind in UNDOES:
            # A conviction is favoured by standing late, what would end one by being
            # early, or by not having come yet.
            late = convicts == favoured
            day = _day(event, as_of, late=late)
            if day:
                placed.append((day, late, order, event))
    return verdicts_after(
        Event(
            proceeding=event.proceeding,
            kind=event.kind,
            earliest=day,
            latest=day,
            order=order,
            accused=event.accused,
            counts=_counts(event, favoured=favoured),
        )
        for day, _, order, event in sorted(placed, key=lambda it: it[:3])
    )


def _day(event: DatedEvent, as_of: date, *, late: bool) -> date | None:
    """Return the day on which an event is taken to have been; None for not by then."""
    if late:
        last = min(event.day.latest or as_of, as_of)
        return last if event.possibly_by(as_of) else None
    return (event.day.earliest or date.min) if event.surely_by(as_of) else None


def _counts(event: DatedEvent, *, favoured: bool) -> frozenset[str]:
    """Return the counts; one that ends may be what a verdict left unsaid."""
    if event.kind == EventKind.CONVICTED or favoured or not event.counts:
        return event.counts
    return event.counts | {""}
