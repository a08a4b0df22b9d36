"""From all cases to those a definition takes, each of the others with its reason."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from endimpunity.indicators.rules.breakdowns import key_of
from endimpunity.indicators.rules.facts import CaseFact
from endimpunity.indicators.rules.figures import Excluded, in_order, refs_of
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.windows import Belonging, Period, belonging
from endimpunity.sources.vocabulary import Impunity, Manner, Motive, Role


@dataclass(frozen=True, kw_only=True)
class Sieve:
    """One condition a case must meet."""

    reason: str
    sentence: str
    holds: Callable[[CaseFact], bool]


@dataclass(frozen=True, kw_only=True)
class Sifted:
    """What is left of the cases, and why the others are not."""

    kept: tuple[CaseFact, ...]
    by_overlap: tuple[CaseFact, ...]
    by_default: tuple[CaseFact, ...]
    excluded: tuple[Excluded, ...]


KILLINGS = Sieve(
    reason="NOT_A_KILLING",
    sentence="Nobody was killed; killings and other violations never share a total.",
    holds=lambda it: it.is_killing,
)
MURDERS = Sieve(
    reason="NOT_A_MURDER",
    sentence="The manner of death is not stated to be murder.",
    holds=lambda it: it.is_killing and it.manner == Manner.MURDER,
)
CONFIRMED = Sieve(
    reason="MOTIVE_NOT_CONFIRMED",
    sentence="The motive is not stated to be confirmed.",
    holds=lambda it: it.motive == Motive.CONFIRMED,
)
JOURNALISTS = Sieve(
    reason="NOT_A_JOURNALIST",
    sentence="The role is not stated to be that of a journalist.",
    holds=lambda it: it.role == Role.JOURNALIST,
)
COMPLETE = Sieve(
    reason="NOT_IN_COMPLETE_IMPUNITY",
    sentence="The case is not stated to be in complete impunity.",
    holds=lambda it: it.impunity == Impunity.COMPLETE_IMPUNITY,
)
IN_A_COUNTRY = Sieve(
    reason="COUNTRY_UNKNOWN",
    sentence="The list states no one country where it happened.",
    holds=lambda it: it.country is not None,
)
ASKED = Sieve(
    reason="NEVER_ASKED",
    sentence="UNESCO is not known to have asked the State about the case.",
    holds=lambda it: it.asked,
)


def happened_by(day: date) -> Sieve:
    """Return that a case may have happened by the day that is looked at."""
    return Sieve(
        reason="AFTER_THE_LENS",
        sentence=f"It happened after {day}, the day that is looked at.",
        holds=lambda it: it.date.earliest is None or it.date.earliest <= day,
    )


def within(period: Period) -> Sieve:
    """Return that a case surely or possibly lies in a period."""
    return Sieve(
        reason="OUTSIDE_THE_PERIOD",
        sentence=f"No day it can have been lies in the period, {period}.",
        holds=lambda it: belonging(it.date, period) is not Belonging.OUTSIDE,
    )


def sieves_of(options: Options) -> tuple[Sieve, ...]:
    """Return what was asked of cases by name and code.

    Raises:
        UnableToCount: there is no such dimension.
    """
    return tuple(_where(field, code, options) for field, code in options.where)


def _where(field: str, code: str, options: Options) -> Sieve:
    key = key_of(field, options.regions)
    return Sieve(
        reason="NOT_ASKED_FOR",
        sentence=f"The figure was asked for {field} {code} alone.",
        holds=lambda it: key(it) == code,
    )


def sift(facts: Iterable[CaseFact], sieves: Sequence[Sieve], period: Period) -> Sifted:
    """Part cases into those that meet all conditions and those that miss one.

    A case is left out for the first condition it does not meet, so reasons never
    share a case. The period comes last.
    """
    kept = []
    left: dict[Sieve, list[CaseFact]] = defaultdict(list)
    every = (*sieves, within(period))
    for fact in in_order(facts):
        missed = next((it for it in every if not it.holds(fact)), None)
        if missed is None:
            kept.append(fact)
        else:
            left[missed].append(fact)
    return Sifted(
        kept=tuple(kept),
        by_overlap=_belonging_by(kept, period, Belonging.BY_OVERLAP),
        by_default=_belonging_by(kept, period, Belonging.BY_DEFAULT),
        excluded=tuple(
            Excluded(reason=it.reason, sentence=it.sentence, cases=refs_of(left[it]))
            for it in every
            if it in left
        ),
    )


def excluded_for(
    reason: str, sentence: str, facts: Sequence[CaseFact]
) -> tuple[Excluded, ...]:
    """Return cases as left out for one reason; nothing if there are none."""
    if not facts:
        return ()
    return (Excluded(reason=reason, sentence=sentence, cases=refs_of(facts)),)


def _belonging_by(
    facts: Sequence[CaseFact], period: Period, how: Belonging
) -> tuple[CaseFact, ...]:
    return tuple(it for it in facts if belonging(it.date, period) is how)
