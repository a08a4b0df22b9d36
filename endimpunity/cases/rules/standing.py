"""Where justice stands, derived from dated events; never a one-way door."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from endimpunity.cases.vocabulary import EventKind, Standing

# What ends the conviction of those it touches.
_UNDOES = frozenset({EventKind.ANNULLED, EventKind.ACQUITTED, EventKind.RETRIED})


@dataclass(frozen=True, kw_only=True)
class Event:
    """One event of a proceeding about a case.

    Attributes:
        proceeding: which proceeding.
        kind: a code of `EventKind`.
        on: its earliest possible day; None where the day is unknown.
        order: the order in which events of one day are read.
        accused: keys of the accused it touches; empty means all whom earlier
            events of its proceeding touch.
    """

    proceeding: int
    kind: str
    on: date | None
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
        if event.on is not None and event.on > as_of:
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


def _in_time(event: Event) -> tuple[date, int]:
    return event.on or date.min, event.order


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
