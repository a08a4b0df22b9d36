"""Where justice stands, derived from dated events; never a one-way door."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from endimpunity.cases.vocabulary import EventKind, Standing

# What ends the conviction of those it touches.
_UNDOES = frozenset({EventKind.ANNULLED, EventKind.ACQUITTED, EventKind.RETRIED})

# Words that say that a case has come to an end; every other leaves it unresolved.
# A final conviction is as far as the registry's own reading goes, since full justice
# is never derived; the other two are publishers' words. Partial impunity says that
# somebody is missing; archived and beyond jurisdiction end what one State does, not
# the search for justice; where nothing is stated, nothing has ended.
RESOLVED_STANDINGS = frozenset(
    {Standing.CONVICTION_FINAL, Standing.FULL_JUSTICE, Standing.RESOLVED},
)


def is_unresolved(standing: str) -> bool:
    """Tell whether a standing, the registry's or a publisher's, ends no case."""
    return standing not in RESOLVED_STANDINGS


@dataclass(frozen=True, kw_only=True)
class Event:
    """One event of a proceeding about a case.

    Attributes:
        proceeding: which proceeding.
        kind: a code of `EventKind`.
        earliest: its earliest possible day; None where none is known.
        latest: its latest possible day; None where none is known.
        order: the order in which events are read that nothing else parts.
        accused: keys of the accused it touches; empty means all whom earlier
            events of its proceeding touch.
    """

    proceeding: int
    kind: str
    earliest: date | None
    latest: date | None
    order: int
    accused: frozenset[int] = frozenset()


# Stands for the accused whom the sources count and do not tell apart.
_UNTOLD = frozenset({0})


def standing_after(events: Iterable[Event], *, as_of: date) -> Standing:
    """Return the registry's reading of a case's events up to a day.

    Full justice is never derived: that nobody guilty is missing among those tried
    cannot be known. Without an event nothing is stated; with events and no
    conviction that stands, no conviction is known, or the last one was annulled.
    """
    convicted: dict[tuple[int, int], bool] = {}
    met = undone = False
    for event in sorted(events, key=_in_time):
        if not happened_by(as_of, event.earliest, event.latest):
            continue
        met = True
        touched = _touched(event, convicted)
        if event.kind == EventKind.CONVICTED:
            convicted.update(dict.fromkeys(touched, False))
        elif event.kind == EventKind.FINAL:
            convicted.update((one, True) for one in touched if one in convicted)
        elif event.kind in _UNDOES:
            ended = [one for one in touched if convicted.pop(one, None) is not None]
            undone = undone or bool(ended)
    if not met:
        return Standing.NOT_STATED
    return _word(convicted, undone=undone)


# A place in time: the day, whether the event may be as early as one likes, its
# latest day, and the order of recording.
Place: TypeAlias = tuple[date, bool, date, int]


def place_in_time(
    earliest: date | None,
    latest: date | None,
    order: int,
    *,
    undated: date,
) -> Place:
    """Return the key that puts events in the order in which they are read.

    An event stands at its earliest possible day. One of which only a last day is
    known ("no later than") stands at that day, before what happened on it: each
    of its other days is earlier. Of two that begin together the one that ends
    first goes first.

    Args:
        earliest: the earliest possible day, if known.
        latest: the latest possible day, if known.
        order: decides between events that nothing else parts.
        undated: where an event stands of which no day is known.
    """
    day = earliest or latest or undated
    return day, earliest is not None, latest or date.max, order


def happened_by(as_of: date, earliest: date | None, latest: date | None) -> bool:
    """Tell whether an event is read as having happened by a day.

    Known only as "no later than" a day, it is read from that day on: before it,
    nothing says that it had happened. One without any day is always read.
    """
    day = earliest or latest
    return day is None or day <= as_of


def _in_time(event: Event) -> Place:
    # Without a day it is read first, so that what is dated has the last word.
    return place_in_time(
        event.earliest,
        event.latest,
        event.order,
        undated=date.min,
    )


def _touched(
    event: Event,
    convicted: dict[tuple[int, int], bool],
) -> list[tuple[int, int]]:
    """Return whom an event touches, each within the proceeding that knows them."""
    if event.accused:
        return [(0, one) for one in sorted(event.accused)]
    if event.kind == EventKind.CONVICTED:
        return [(event.proceeding, one) for one in _UNTOLD]
    if event.kind in (EventKind.ACQUITTED, EventKind.RETRIED):
        # An unnamed acquittal beside unnamed convictions is that of other people.
        return []
    return list(convicted)


def _word(convicted: dict[tuple[int, int], bool], *, undone: bool) -> Standing:
    if any(convicted.values()):
        return Standing.CONVICTION_FINAL
    if convicted:
        return Standing.CONVICTION_NOT_FINAL
    return Standing.ANNULLED if undone else Standing.NO_CONVICTION_KNOWN
