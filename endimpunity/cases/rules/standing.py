"""Where justice stands, derived from dated events; never a one-way door."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from endimpunity.cases.vocabulary import EventKind, Standing

# What ends the conviction of those it touches.
UNDOES = frozenset({EventKind.ANNULLED, EventKind.ACQUITTED, EventKind.RETRIED})

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
        counts: the counts of the charge that it is about; empty means all.
    """

    proceeding: int
    kind: str
    earliest: date | None
    latest: date | None
    order: int
    accused: frozenset[int] = frozenset()
    counts: frozenset[str] = frozenset()


# One conviction: the proceeding where its accused are told apart only within it,
# else 0; the accused, or 0; the count, or "" where none is told.
Verdict: TypeAlias = tuple[int, int, str]


@dataclass(frozen=True, kw_only=True)
class Verdicts:
    """What is left of verdicts after events.

    Attributes:
        standing: each conviction that stands, with the event that pronounced it.
        final: those of them that became final.
        ended: each conviction that stands no longer, with what ended it last.
    """

    standing: Mapping[Verdict, Event]
    final: frozenset[Verdict]
    ended: Mapping[Verdict, Event]


# Stands for the accused whom the sources count and do not tell apart.
_UNTOLD = frozenset({0})


def standing_after(events: Iterable[Event], *, as_of: date) -> Standing:
    """Return the registry's reading of a case's events up to a day.

    Full justice is never derived: that nobody guilty is missing among those tried
    cannot be known. Without an event nothing is stated; with events and no
    conviction that stands, no conviction is known, or the last one was annulled.
    """
    met = [
        event
        for event in sorted(events, key=_in_time)
        if happened_by(as_of, event.earliest, event.latest)
    ]
    return _word(verdicts_after(met)) if met else Standing.NOT_STATED


def verdicts_after(events: Iterable[Event]) -> Verdicts:
    """Return which convictions stand after events, read in the order given.

    A conviction ends for the accused and the counts that a later annulment,
    acquittal or new trial names. A pardon, a flight or a death ends none: they
    change what is served, and not what was found.
    """
    standing: dict[Verdict, Event] = {}
    final: set[Verdict] = set()
    ended: dict[Verdict, Event] = {}
    for event in events:
        touched = _touched(event, standing)
        if event.kind == EventKind.CONVICTED:
            standing.update(dict.fromkeys(touched, event))
            final.difference_update(touched)
        elif event.kind == EventKind.FINAL:
            final.update(touched)
        elif event.kind in UNDOES:
            ended.update(dict.fromkeys(touched, event))
            final.difference_update(touched)
            for one in touched:
                del standing[one]
    left = {one: event for one, event in ended.items() if one not in standing}
    return Verdicts(standing=standing, final=frozenset(final), ended=left)


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


def _touched(event: Event, standing: Mapping[Verdict, Event]) -> list[Verdict]:
    """Return the convictions an event pronounces, or of those standing touches."""
    if event.kind == EventKind.CONVICTED:
        scope = 0 if event.accused else event.proceeding
        return [
            (scope, one, count)
            for one in sorted(event.accused or _UNTOLD)
            for count in sorted(event.counts or {""})
        ]
    if not event.accused and event.kind in (EventKind.ACQUITTED, EventKind.RETRIED):
        # An unnamed acquittal beside unnamed convictions is that of other people.
        return []
    named = {(0, one) for one in event.accused}
    return [
        verdict
        for verdict in standing
        if (not named or verdict[:2] in named)
        and (not event.counts or verdict[2] in event.counts)
    ]


def _word(verdicts: Verdicts) -> Standing:
    if verdicts.final:
        return Standing.CONVICTION_FINAL
    if verdicts.standing:
        return Standing.CONVICTION_NOT_FINAL
    return Standing.ANNULLED if verdicts.ended else Standing.NO_CONVICTION_KNOWN
