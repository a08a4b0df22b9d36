"""The status of a killing under UNESCO's method, from the State's responses alone.

As the method is understood here; UNESCO's own labels stand beside, verbatim. No event
that is known from elsewhere is read in this module.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from endimpunity.cases.rules.statuses.derived import (
    Derived,
    Outcome,
    Reason,
    beside_statements,
    derived,
    not_counted,
)
from endimpunity.cases.rules.statuses.facts import CaseFacts, Exchange, Round, known
from endimpunity.cases.rules.statuses.latest import can_be_latest
from endimpunity.cases.vocabulary import (
    ExchangeKind,
    Method,
    Said,
    Standing,
    StatusWhy,
)
from endimpunity.foundation.lens import Lens
from endimpunity.sources.vocabulary import Violation

# The statuses that a response can give a case; the other two say that none has.
REPORTABLE = (
    Standing.ONGOING_UNRESOLVED,
    Standing.RESOLVED,
    Standing.ARCHIVED,
    Standing.BEYOND_JURISDICTION,
)
# What a response may have said of which only so much is known.
_MAY_SAY = {
    Said.UNTOLD: REPORTABLE,
    Said.NOT_RESOLVED: tuple(it for it in REPORTABLE if it != Standing.RESOLVED),
}


def unesco_status(facts: CaseFacts, rounds: Sequence[Round], *, lens: Lens) -> Derived:
    """Return the status of a case under UNESCO's method.

    Never asked by the lens's day: none. Asked, and never a substantive response on
    the case: a new request if it was first asked in the round that is open, else no
    information. An acknowledgement does not end that, one old substantive response
    ends it for ever. Otherwise the latest substantive response decides.

    Args:
        facts: of the case; its events are not read.
        rounds: in which requests were sent. A request of a round that is not among
            them is one of a round that is over.
        lens: by which day, and known by when.

    Returns:
        Codes of `Standing`. Several where the days leave it open, or where a State
        responded and what it said of the case is not known.
    """
    if Violation.KILLING not in facts.violations:
        return not_counted(Method.UNESCO)
    exchanges = [
        it for it in known(facts.exchanges, lens) if it.possibly_by(lens.as_of)
    ]
    found = derived(Method.UNESCO, list(_outcomes(exchanges, rounds, lens.as_of)))
    return beside_statements(found, facts, lens)


def _outcomes(
    exchanges: Sequence[Exchange],
    rounds: Sequence[Round],
    as_of: date,
) -> Iterator[Outcome]:
    requests = [it for it in exchanges if it.kind == ExchangeKind.REQUEST]
    if not any(it.surely_by(as_of) for it in requests):
        reason = Reason(why=StatusWhy.NEVER_ASKED, deciding=tuple(requests))
        yield Outcome(code="", reason=reason)
    if not requests:
        return
    telling = [
        it
        for it in exchanges
        if it.kind == ExchangeKind.RESPONSE and it.said != Said.NOTHING
    ]
    yield from _told(telling, as_of)
    if not any(it.surely_by(as_of) and is_substantive(it) for it in telling):
        yield from _not_told(requests, rounds, as_of)


def is_substantive(exchange: Exchange) -> bool:
    """Tell whether it surely says something of the case.

    Of a response whose words are not known that is not known either.
    """
    return exchange.said not in (Said.NOTHING, *_MAY_SAY)


def _told(responses: Sequence[Exchange], as_of: date) -> Iterator[Outcome]:
    """Yield what the responses that can be the deciding one say."""
    substantive = [it for it in responses if is_substantive(it)]
    for one in can_be_latest(substantive, as_of):
        yield Outcome(
            code=one.said,
            reason=Reason(why=StatusWhy.RESPONSE_SAYS_SO, deciding=(one,)),
            resolved_by=one.resolved_by,
        )
    for one in responses:
        # It may say nothing of the case, so it keeps no other from being the latest.
        if not is_substantive(one) and one in can_be_latest(
            [*substantive, one],
            as_of,
        ):
            reason = Reason(why=StatusWhy.RESPONSE_UNTOLD, deciding=(one,))
            yield from (
                Outcome(code=code, reason=reason) for code in _MAY_SAY[Said(one.said)]
            )


def _not_told(
    requests: Sequence[Exchange],
    rounds: Sequence[Round],
    as_of: date,
) -> Iterator[Outcome]:
    """Yield what the requests that can be the first come to."""
    open_rounds = {it.number for it in rounds if it.is_open(as_of)}
    for first in _can_be_first(requests, as_of):
        if first.round in open_rounds:
            code, why = Standing.NEW_REQUEST, StatusWhy.FIRST_ASKED_IN_OPEN_ROUND
        else:
            code, why = Standing.NO_INFORMATION, StatusWhy.ASKED_AND_NOT_TOLD
        yield Outcome(code=code, reason=Reason(why=why, deciding=(first,)))


def _can_be_first(requests: Sequence[Exchange], as_of: date) -> list[Exchange]:
    """Return the requests of which none sent surely by the day is of an earlier round.

    A request of no known round is not of the open one.
    """
    sure = [it.round or 0 for it in requests if it.surely_by(as_of)]
    earliest = min(sure, default=None)
    return [it for it in requests if earliest is None or (it.round or 0) <= earliest]
