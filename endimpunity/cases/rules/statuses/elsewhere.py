"""What is known of justice in a killing without the State's own responses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from endimpunity.cases.rules.statuses.convictions import convictions_at
from endimpunity.cases.rules.statuses.derived import Reason, latest_statements
from endimpunity.cases.rules.statuses.facts import CaseFacts, DatedEvent, Fact
from endimpunity.cases.rules.statuses.latest import can_be_latest
from endimpunity.cases.vocabulary import (
    EventKind,
    Finding,
    Method,
    Standing,
    StatusWhy,
)
from endimpunity.foundation.lens import Lens

# Words of a publisher that somebody stands convicted.
_SAY_CONVICTED = frozenset(
    {
        Standing.PARTIAL_IMPUNITY,
        Standing.FULL_JUSTICE,
        Standing.CONVICTION_FINAL,
        Standing.CONVICTION_NOT_FINAL,
    },
)
_CLOSES = frozenset({EventKind.ARCHIVED, EventKind.TIME_BARRED})
_GOES_ON = frozenset(
    {
        EventKind.OPENED,
        EventKind.ARRESTED,
        EventKind.CHARGED,
        EventKind.TRIED,
        EventKind.RETRIED,
    },
)


@dataclass(frozen=True, kw_only=True)
class Elsewhere:
    """What is known, by finding, and what ended where nothing stands.

    Attributes:
        found: each finding that is known, with its reason.
        perhaps: convictions that stand or not, as the days that are known leave open.
        ended: events that ended the only convictions known.
        nothing: the reason to give where a finding is not known.
    """

    found: Mapping[Finding, Reason]
    perhaps: tuple[DatedEvent, ...]
    ended: tuple[DatedEvent, ...]
    nothing: Reason

    def bears_out(self, finding: Finding) -> bool:
        """Tell whether it is known, or as good as known, that a finding is right."""
        return finding in self.found or (
            finding == Finding.CONVICTION and bool(self.perhaps)
        )

    def of(self, finding: Finding) -> Reason | None:
        """Return the reason for a finding; None if it is not known."""
        return self.found.get(finding)


def elsewhere(facts: CaseFacts, lens: Lens) -> Elsewhere:
    """Return what is known of a case without the State's own responses.

    A conviction is known where it surely stands, or where a publisher other than
    UNESCO says so and no event known says that it ended; a closing, while nothing
    can have set the case going since.
    """
    every = facts.events_known(lens)
    events = _not_by_state(every)
    convictions = convictions_at(events, lens.as_of)
    # What ended a conviction of which the State alone told ended it all the same.
    ending = convictions_at(every, lens.as_of).ending
    ended = () if convictions.possibly else _not_by_state(ending)
    said = [
        it
        for it in latest_statements(facts, lens)
        if it.method != Method.UNESCO and it.code in _SAY_CONVICTED
    ]
    convicted: tuple[Fact, ...] = convictions.surely or (() if ended else tuple(said))
    by_then = [it for it in events if it.surely_by(lens.as_of)]
    told: dict[Finding, tuple[Fact, ...]] = {
        Finding.CONVICTION: convicted,
        Finding.SUSPECT_DIED: _of(by_then, EventKind.DIED),
        Finding.RULED_UNRELATED: _of(by_then, EventKind.RULED_UNRELATED),
        Finding.CLOSED: _closing(events, lens),
    }
    why = StatusWhy.NO_CONVICTION if events else StatusWhy.NO_EVENT
    return Elsewhere(
        found={it: _reason(it, by) for it, by in told.items() if by},
        perhaps=convictions.possibly,
        ended=ended,
        nothing=Reason(why=why),
    )


def _not_by_state(events: Sequence[DatedEvent]) -> tuple[DatedEvent, ...]:
    return tuple(it for it in events if not it.by_state)


def _of(events: Sequence[DatedEvent], kind: EventKind) -> tuple[DatedEvent, ...]:
    return tuple(it for it in events if it.kind == kind)


def _closing(events: Sequence[DatedEvent], lens: Lens) -> tuple[DatedEvent, ...]:
    """Return what closed the case, unless something can have set it going since."""
    course = [it for it in events if it.kind in _CLOSES | _GOES_ON]
    last = can_be_latest(course, lens.as_of)
    return tuple(last) if all(it.kind in _CLOSES for it in last) else ()


def _reason(finding: Finding, deciding: tuple[Fact, ...]) -> Reason:
    stands = finding == Finding.CONVICTION
    why = StatusWhy.CONVICTION_STANDS if stands else StatusWhy.LATEST_EVENT
    return Reason(why=why, deciding=deciding)
