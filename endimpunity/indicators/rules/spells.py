"""How long cases waited for an end, from facts with days."""

from collections.abc import Iterable
from datetime import date

from endimpunity.indicators.maths.survival import Spell
from endimpunity.indicators.rules.facts import CaseFact, End, EndFact
from endimpunity.indicators.rules.sifting import Sieve
from endimpunity.indicators.rules.windows import is_exact

DAY_KNOWN = Sieve(
    reason="DAY_UNKNOWN",
    sentence="The very day of the killing is not known.",
    holds=lambda it: is_exact(it.date),
)


def end_known(by: date) -> Sieve:
    """Return that all ends which had come by a day have an exact day, after the case.

    What may have ended it later than the day is no matter: it is censored then.
    """
    return Sieve(
        reason="END_UNDATED",
        sentence="Something ended the case on a day that is not known.",
        holds=lambda it: all(is_exact(end.on) or _is_after(end, by) for end in it.ends),
    )


def in_order_of_time(by: date) -> Sieve:
    """Return that nothing ended the case before it happened, nor is it to come."""
    return Sieve(
        reason="OUT_OF_ORDER",
        sentence="It happened after the day of the lens, or ended before it happened.",
        holds=lambda it: _spell_days(it, by) >= 0,
    )


def spells_of(
    facts: Iterable[CaseFact], *, by: date, one: frozenset[End], name: str
) -> list[Spell]:
    """Return a spell for each case: by what it ended first, or that it has not.

    Args:
        facts: cases that pass the sieves above.
        by: the day of the lens; what had not ended then is censored.
        one: ends that are one cause.
        name: the name of that cause; every other end keeps its own.
    """
    spells = []
    for fact in facts:
        end = _first(fact, by)
        cause = None if end is None else (name if end.cause in one else str(end.cause))
        spells.append(Spell(days=_spell_days(fact, by), cause=cause))
    return spells


def _spell_days(fact: CaseFact, by: date) -> int:
    end = _first(fact, by)
    until = by if end is None else end.on.latest
    if until is None or fact.date.earliest is None:
        return -1
    return (until - fact.date.earliest).days


def _first(fact: CaseFact, by: date) -> EndFact | None:
    """Return what ended the case first by a day, None if nothing had."""
    come = [it for it in fact.ends if it.on.latest and it.on.latest <= by]
    return min(come, key=lambda it: (it.on.latest or by, str(it.cause)), default=None)


def _is_after(end: EndFact, by: date) -> bool:
    return end.on.earliest is not None and end.on.earliest > by
