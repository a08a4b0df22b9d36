"""A share of a count, exact, with its intervals beside it."""

from dataclasses import dataclass
from fractions import Fraction

LEVEL = 0.95


@dataclass(frozen=True, kw_only=True)
class Interval:
    """Between what a number lies, by a method and at a level."""

    #: WILSON, JEFFREYS …: how it was made.
    method: str
    #: How often such intervals hold the truth: 0.95.
    level: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class Proportion:
    """So many of so many; without a value where nothing was counted."""

    numerator: int
    denominator: int
    #: Numerator over denominator; None of nothing.
    value: Fraction | None
    wilson: Interval | None
    jeffreys: Interval | None
    #: Why there is no value, "" where there is one.
    reason: str


def proportion_of(numerator: int, denominator: int) -> Proportion:
    """Return a share with its Wilson and Jeffreys 95 % intervals.

    Wilson (1927) inverts the score test. Jeffreys' is the middle of the posterior
    Beta(x + 1/2, n - x + 1/2), reaching to 0 or 1 where all or none were counted,
    as Brown, Cai and DasGupta (Statistical Science 16, 2001) advise; both hold
    the share itself. Both come from statsmodels.

    Args:
        numerator: how many of them.
        denominator: of how many; 0 gives no value, with the reason.

    Raises:
        ValueError: a count is negative, or the part exceeds the whole.
    """
    if not 0 <= numerator <= denominator:
        raise ValueError(
            f"{numerator} of {denominator} is no share: the first is a part of the"
            " second, and neither is negative."
        )
    if denominator == 0:
        return Proportion(
            numerator=0,
            denominator=0,
            value=None,
            wilson=None,
            jeffreys=None,
            reason="Nothing was counted, so there is no share.",
        )
    return Proportion(
        numerator=numerator,
        denominator=denominator,
        value=Fraction(numerator, denominator),
        wilson=_interval("WILSON", numerator, denominator),
        jeffreys=_interval("JEFFREYS", numerator, denominator),
        reason="",
    )


def _interval(method: str, numerator: int, denominator: int) -> Interval:
    # Loading it takes longer than all else that a command loads.
    from statsmodels.stats.proportion import (  # type: ignore[import-untyped]  # noqa: PLC0415  # as said above; it has no types
        proportion_confint,
    )

    low, high = proportion_confint(
        numerator, denominator, alpha=1 - LEVEL, method=method.lower()
    )
    share = numerator / denominator
    return Interval(
        method=method,
        level=LEVEL,
        low=0.0 if numerator == 0 else min(float(low), share),
        high=1.0 if numerator == denominator else max(float(high), share),
    )
