"""Which of several facts can have been the latest by a day."""

from collections.abc import Sequence
from datetime import date

from endimpunity.cases.rules.statuses.facts import AnyFact, Exchange, Fact


def can_be_latest(facts: Sequence[AnyFact], as_of: date) -> list[AnyFact]:
    """Return the facts that some choice of days makes the latest by a day.

    A fact is left out if another surely came after it and by that day. Two of one
    day may have come in either order.
    """
    sure = [it for it in facts if it.surely_by(as_of)]
    return [
        it
        for it in facts
        if it.possibly_by(as_of)
        and not any(surely_after(other, it, as_of) for other in sure)
    ]


def surely_after(later: Fact, earlier: Fact, as_of: date) -> bool:
    """Tell whether one fact came after another that had happened by a day.

    Of requests and responses a later round says so, whatever their days.
    """
    if isinstance(later, Exchange) and isinstance(earlier, Exchange):
        rounds = later.round, earlier.round
        if None not in rounds and rounds[0] != rounds[1]:
            return (rounds[0] or 0) > (rounds[1] or 0)
    last = min(earlier.day.latest or as_of, as_of)
    return later.day.earliest is not None and later.day.earliest > last
