"""Shares of small counts, drawn towards the common share as far as the data say."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import betaincinv, betaln, expit, logit

LEVEL = 0.95
METHOD = (
    "Beta-binomial empirical Bayes: the prior Beta(a, b) is the likeliest given all"
    " groups together; each estimate is its posterior mean, and its interval takes a"
    " and b for known."
)
# With fewer groups a spread between groups cannot be told from chance.
FEWEST_GROUPS = 3
# A prior worth so many cases is met nowhere: the groups then do not differ at all.
_STRONGEST = np.log(1e6)
# A prior worth less than a thousandth of a case leaves each group all or nothing.
_WEAKEST = np.log(1e-3)
_STEEPEST = 15.0
# A likelihood that gains less is the same.
_GAIN = 1e-6


@dataclass(frozen=True, kw_only=True)
class Group:
    """So many of so many, in one group."""

    key: str
    numerator: int
    denominator: int


@dataclass(frozen=True, kw_only=True)
class ShrunkShare:
    """A group's share, and beside it what all groups together make of it."""

    key: str
    #: As counted; None of nothing.
    raw: Fraction | None
    estimate: float
    #: Where the estimate's 95 % interval begins; None where the groups are one.
    low: float | None
    high: float | None


@dataclass(frozen=True, kw_only=True)
class Shrinkage:
    """All groups' shares under one prior, or why there is none."""

    method: str
    #: The prior's parameters; None where there is no prior, or where it is a point.
    a: float | None
    b: float | None
    #: One for each group, in the order given; empty where it was refused.
    shares: tuple[ShrunkShare, ...]
    #: "" for an ordinary answer; else why it is refused, or why all are one share.
    reason: str


def shrink(groups: Sequence[Group]) -> Shrinkage:
    """Estimate each group's share with the help of all others.

    Beta-binomial empirical Bayes by maximum likelihood (Griffiths, Biometrics 29,
    1973; Casella, The American Statistician 39, 1985). Where the groups differ no
    more than chance makes them, the likelihood has no maximum: all are then given
    the pooled share, without intervals, and the reason says so.

    Args:
        groups: counts; a group of nothing gets the prior's own share.

    Raises:
        ValueError: a count is negative, or a part exceeds its whole.
    """
    for it in groups:
        if not 0 <= it.numerator <= it.denominator:
            raise ValueError(f"{it.key}: {it.numerator} of {it.denominator}.")
    counted = [it for it in groups if it.denominator]
    part = np.array([it.numerator for it in counted], dtype=np.float64)
    whole = np.array([it.denominator for it in counted], dtype=np.float64)
    if reason := _refusal(part, whole):
        return Shrinkage(method=METHOD, a=None, b=None, shares=(), reason=reason)
    pooled = float(part.sum() / whole.sum())
    mean, log_strength, likelihood = _likeliest(part, whole)
    binomial = float(np.sum(part * np.log(pooled) + (whole - part) * np.log1p(-pooled)))
    if log_strength <= _WEAKEST + _GAIN:
        reason = "Every group is all or nothing: no prior is the likeliest."
        return Shrinkage(method=METHOD, a=None, b=None, shares=(), reason=reason)
    if likelihood <= binomial + _GAIN:
        return _one_for_all(groups, pooled)
    strength = float(np.exp(log_strength))
    a, b = mean * strength, (1 - mean) * strength
    shares = tuple(_posterior(it, a, b) for it in groups)
    return Shrinkage(method=METHOD, a=a, b=b, shares=shares, reason="")


def _refusal(part: NDArray[np.float64], whole: NDArray[np.float64]) -> str:
    """Return why no prior can be learnt from the counts, "" if one can."""
    if len(part) < FEWEST_GROUPS:
        return f"A prior is learnt from {FEWEST_GROUPS} groups at least."
    if part.sum() == 0:
        return "No group counted any: nothing says how small the shares are."
    if (part == whole).all():
        return "Every group counted all: nothing says how near to all the shares are."
    if (whole == 1).all():
        return "Every group counted one case: groups cannot be told from chance."
    return ""


def _likeliest(
    part: NDArray[np.float64], whole: NDArray[np.float64]
) -> tuple[float, float, float]:
    """Return the prior's mean, the log of its strength a + b, and the likelihood."""

    def loss(at: NDArray[np.float64]) -> float:
        mean, strength = expit(at[0]), np.exp(at[1])
        a, b = mean * strength, (1 - mean) * strength
        return -float(np.sum(betaln(part + a, whole - part + b) - betaln(a, b)))

    start = float(logit((part.sum() + 0.5) / (whole.sum() + 1)))
    bounds = [(-_STEEPEST, _STEEPEST), (_WEAKEST, _STRONGEST)]
    # From a weak, a middling and a strong prior, as the likelihood may be flat.
    found = [
        minimize(loss, np.array([start, strength]), method="L-BFGS-B", bounds=bounds)
        for strength in (0.0, 3.0, 7.0)
    ]
    best = min(found, key=lambda it: float(it.fun))
    return float(expit(best.x[0])), float(best.x[1]), -float(best.fun)


def _posterior(group: Group, a: float, b: float) -> ShrunkShare:
    """Return a group's share under the prior."""
    a += group.numerator
    b += group.denominator - group.numerator
    tail = (1 - LEVEL) / 2
    return ShrunkShare(
        key=group.key,
        raw=_raw(group),
        estimate=a / (a + b),
        low=float(betaincinv(a, b, tail)),
        high=float(betaincinv(a, b, 1 - tail)),
    )


def _one_for_all(groups: Sequence[Group], pooled: float) -> Shrinkage:
    """Return the pooled share for every group."""
    shares = tuple(
        ShrunkShare(key=it.key, raw=_raw(it), estimate=pooled, low=None, high=None)
        for it in groups
    )
    reason = (
        "The groups differ no more than chance makes them: all are given the share of"
        " all together, and no interval of their own."
    )
    return Shrinkage(method=METHOD, a=None, b=None, shares=shares, reason=reason)


def _raw(group: Group) -> Fraction | None:
    if not group.denominator:
        return None
    return Fraction(group.numerator, group.denominator)
