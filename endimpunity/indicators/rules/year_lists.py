"""Requests and answers as UNESCO's data give them: years beside each case.

A year is all that is known of a day, so a request of 2016 is proved to have gone out,
and an answer of 2016 to have come, by the end of 2016 and not before.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from endimpunity.indicators.rules.facts import (
    CaseRequestFact,
    ReplyFact,
    RequestFact,
    RoundSightFact,
)
from endimpunity.indicators.rules.responding import whole_year


@dataclass(frozen=True, kw_only=True, slots=True)
class YearLists:
    """What the data say of one case, year by year."""

    case: str
    #: The State it is asked of.
    state: str
    name: str = ""
    requested: tuple[int, ...] = ()
    responded: tuple[int, ...] = ()
    acknowledged: tuple[int, ...] = ()
    #: The year in which UNESCO counts it resolved.
    resolved: int | None = None


@dataclass(frozen=True, kw_only=True)
class FromYears:
    """Requests, and what came back, made of year lists."""

    requests: tuple[RequestFact, ...]
    case_requests: tuple[CaseRequestFact, ...]
    sights: tuple[RoundSightFact, ...]
    #: Answers of years before any request: (case, year). They answer none.
    unasked: tuple[tuple[str, int], ...]


def from_years(lists: Iterable[YearLists]) -> FromYears:
    """Return the facts of rounds that year lists tell.

    A State is asked in a year if it is asked about any case. An answer belongs to the
    request of its year, or to the latest before it.
    """
    told = sorted(lists, key=lambda it: it.case)
    return FromYears(
        requests=_requests(told),
        case_requests=tuple(fact for it in told for fact in _of_case(it)),
        sights=tuple(fact for it in told for fact in _sights(it)),
        unasked=tuple(
            (it.case, year)
            for it in told
            for year in sorted({*it.responded, *it.acknowledged})
            if request_answered(it.requested, year) is None
        ),
    )


def request_answered(requested: Sequence[int], year: int) -> int | None:
    """Return which request an answer of some year belongs to, None if to none."""
    return max((it for it in requested if it <= year), default=None)


def _requests(told: Sequence[YearLists]) -> tuple[RequestFact, ...]:
    replies: dict[tuple[str, int], set[tuple[int, bool]]] = defaultdict(set)
    for it in told:
        for year in it.requested:
            replies[it.state, year] |= set()
        answers = [(year, True) for year in it.responded]
        answers += [(year, False) for year in it.acknowledged]
        for year, substantive in answers:
            request = request_answered(it.requested, year)
            if request is not None:
                replies[it.state, request].add((year, substantive))
    return tuple(
        RequestFact(
            state=state,
            round=year,
            dispatched=whole_year(year),
            replies=tuple(
                ReplyFact(received=whole_year(came), substantive=substantive)
                for came, substantive in sorted(found)
            ),
        )
        for (state, year), found in sorted(replies.items())
    )


def _of_case(told: YearLists) -> Iterable[CaseRequestFact]:
    for year in sorted(set(told.requested)):
        answers = [
            it for it in told.responded if request_answered(told.requested, it) == year
        ]
        yield CaseRequestFact(
            case=told.case,
            state=told.state,
            name=told.name,
            round=year,
            asked=whole_year(year),
            informed=whole_year(min(answers)) if answers else None,
        )


def _sights(told: YearLists) -> Iterable[RoundSightFact]:
    """Yield how each round found the case, by the end of its year."""
    years = {*told.requested, *({told.resolved} if told.resolved else ())}
    for year in sorted(years):
        resolved = told.resolved is not None and told.resolved <= year
        yield RoundSightFact(
            case=told.case, seen_on=date(year, 12, 31), resolved=resolved
        )
