"""How far justice has got where the violation was no killing; in nobody's method."""

from collections.abc import Sequence
from datetime import date

from endimpunity.cases.rules.standing import happened_by, place_in_time
from endimpunity.cases.rules.statuses.convictions import Convictions, convictions_at
from endimpunity.cases.rules.statuses.derived import (
    Derived,
    Outcome,
    Reason,
    beside_statements,
    derived,
    not_counted,
)
from endimpunity.cases.rules.statuses.facts import (
    CaseFacts,
    DatedEvent,
    refuse_publisher,
)
from endimpunity.cases.vocabulary import EventKind, GeneralState, Method, StatusWhy
from endimpunity.foundation.lens import Lens
from endimpunity.sources.vocabulary import Violation

# How far an event says that justice is under way. A judgment annulled or a new trial
# puts the case before a court again.
_STEPS = {
    EventKind.OPENED: GeneralState.INQUIRY,
    EventKind.ARRESTED: GeneralState.INQUIRY,
    EventKind.CHARGED: GeneralState.CHARGED,
    EventKind.TRIED: GeneralState.TRIED,
    EventKind.RETRIED: GeneralState.TRIED,
    EventKind.ANNULLED: GeneralState.TRIED,
}
_FURTHER = (GeneralState.INQUIRY, GeneralState.CHARGED, GeneralState.TRIED)
# What ends a case without a conviction, until something sets it going again.
_ENDS = {
    EventKind.ACQUITTED: GeneralState.ACQUITTED,
    EventKind.ARCHIVED: GeneralState.CLOSED,
    EventKind.RULED_UNRELATED: GeneralState.CLOSED,
    EventKind.TIME_BARRED: GeneralState.TIME_BARRED,
}
_PROCEDURE = tuple(EventKind.values)


def general_state(facts: CaseFacts, *, lens: Lens) -> Derived:
    """Return the judicial state of a case that is not a killing.

    A conviction that stands goes before all. Otherwise the latest acquittal, closing
    or time bar, unless something sets the case going after it; then the furthest
    step since. An acquittal ends nothing while another who is told apart was charged
    or tried and has had no judgment.

    Args:
        facts: of the case; a killing has no general state.
        lens: on which day, and known by when.

    Returns:
        Codes of `GeneralState`. Two where the days leave open whether a conviction
        stands; events that do not convict are read as for the registry's standing.

    Raises:
        ValueError: the lens is a publisher's; it has that publisher's own words.
    """
    refuse_publisher(lens)
    if Violation.KILLING in facts.violations:
        return beside_statements(not_counted(Method.GENERAL), facts, lens)
    events = facts.events_known(lens)
    found = convictions_at(events, lens.as_of)
    outcomes = [_convicted(found)] if found.possibly else []
    if not found.surely:
        outcomes.append(_without_conviction(events, lens.as_of))
    return beside_statements(derived(Method.GENERAL, outcomes), facts, lens)


def _convicted(found: Convictions) -> Outcome:
    return Outcome(
        code=GeneralState.CONVICTED,
        reason=Reason(
            why=StatusWhy.CONVICTION_STANDS,
            deciding=found.surely or found.possibly,
            beside=found.beside,
        ),
    )


def _without_conviction(events: Sequence[DatedEvent], as_of: date) -> Outcome:
    told = [
        it
        for it in _in_reading_order(events)
        if it.kind != EventKind.CONVICTED
        and happened_by(as_of, it.day.earliest, it.day.latest)
    ]
    deciding = _deciding(told)
    if deciding is None:
        code, why = GeneralState.NO_INQUIRY_KNOWN, StatusWhy.NO_EVENT
        return Outcome(code=code, reason=Reason(why=why))
    kind = EventKind(deciding.kind)
    return Outcome(
        # Whatever else is recorded of a proceeding says that there is one.
        code=_ENDS.get(kind) or _STEPS.get(kind, GeneralState.INQUIRY),
        reason=Reason(why=StatusWhy.LATEST_EVENT, deciding=(deciding,)),
    )


def _deciding(told: Sequence[DatedEvent]) -> DatedEvent | None:
    """Return the event that decides, of events in the order in which they are read."""
    ending: DatedEvent | None = None
    step: DatedEvent | None = None
    for place, event in enumerate(told):
        if event.kind in _STEPS:
            ending, step = None, _further(step, event)
        elif event.kind in _ENDS and not _others_wait(event, told[:place]):
            ending, step = event, None
    return ending or step or (told[-1] if told else None)


def _further(step: DatedEvent | None, event: DatedEvent) -> DatedEvent:
    """Return whichever event says that justice has got further, the later of equals."""
    if step is None or _rank(event) >= _rank(step):
        return event
    return step


def _rank(event: DatedEvent) -> int:
    return _FURTHER.index(_STEPS[EventKind(event.kind)])


def _others_wait(event: DatedEvent, before: Sequence[DatedEvent]) -> bool:
    """Tell whether an acquittal leaves others, told apart, without a judgment."""
    if event.kind != EventKind.ACQUITTED:
        return False
    waiting: set[int] = set()
    for one in (*before, event):
        if one.kind in (EventKind.CHARGED, EventKind.TRIED, EventKind.RETRIED):
            waiting |= one.accused
        elif one.kind in (EventKind.ACQUITTED, EventKind.DIED):
            waiting -= one.accused
    return bool(event.accused and waiting)


def _in_reading_order(events: Sequence[DatedEvent]) -> list[DatedEvent]:
    """Return events in the order of their days, on one day in that of procedure."""
    return sorted(
        events,
        key=lambda it: (
            place_in_time(
                it.day.earliest,
                it.day.latest,
                _PROCEDURE.index(it.kind),
                undated=date.min,
            ),
            it.proceeding,
            sorted(it.accused),
        ),
    )
