"""Whether a State answered, as of a day: an acknowledgement is not a response."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from endimpunity.foundation.partial_dates import PartialDate
from endimpunity.indicators.rules.facts import RequestFact
from endimpunity.indicators.rules.windows import Belonging, Period, belonging


class Answer(StrEnum):
    """What is recorded of a State that was asked."""

    #: It said something substantive.
    RESPONDED = "RESPONDED"
    ACKNOWLEDGED_ONLY = "ACKNOWLEDGED_ONLY"
    #: Nothing is recorded, which is not to say that nothing was sent.
    NONE_RECORDED = "NONE_RECORDED"


_RANK = {Answer.NONE_RECORDED: 0, Answer.ACKNOWLEDGED_ONLY: 1, Answer.RESPONDED: 2}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A State, the rounds it was asked in, and the most it answered."""

    state: str
    rounds: tuple[int, ...]
    answer: Answer


def has_come(day: PartialDate, by: date) -> bool:
    """Tell whether a day surely lies on another or before it."""
    return day.latest is not None and day.latest <= by


def answer_to(request: RequestFact, *, by: date) -> Answer:
    """Return what was recorded by the freeze date of one request."""
    come = [it for it in request.replies if has_come(it.received, by)]
    if any(it.substantive for it in come):
        return Answer.RESPONDED
    return Answer.ACKNOWLEDGED_ONLY if come else Answer.NONE_RECORDED


def is_proved(request: RequestFact, *, by: date) -> bool:
    """Tell whether it is proved that the request had gone out by the freeze date."""
    return request.dispatched is not None and has_come(request.dispatched, by)


def in_period(requests: Iterable[RequestFact], period: Period) -> list[RequestFact]:
    """Return the requests of rounds whose year may lie in the period, in order."""
    found = [
        it
        for it in requests
        if belonging(whole_year(it.round), period) is not Belonging.OUTSIDE
    ]
    return sorted(found, key=lambda it: (it.state, it.round))


def by_state(requests: Sequence[RequestFact], *, by: date) -> list[Asked]:
    """Return each State once, with the most it answered in any of the requests."""
    grouped: dict[str, list[RequestFact]] = {}
    for request in requests:
        grouped.setdefault(request.state, []).append(request)
    return [
        Asked(
            state=state,
            rounds=tuple(it.round for it in asked),
            answer=max((answer_to(it, by=by) for it in asked), key=_RANK.__getitem__),
        )
        for state, asked in sorted(grouped.items())
    ]


def whole_year(year: int) -> PartialDate:
    """Return the days of a year, as far as a year list tells."""
    return PartialDate(
        earliest=date(year, 1, 1), latest=date(year, 12, 31), text=str(year)
    )
