"""When things ended that were only seen now and then: Turnbull's estimator."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import nnls

# A gradient nearer to zero than this, per case, is zero.
_CLOSE = 1e-9
# What differs from a half by rounding alone is a half.
_HALF = 0.5 - 1e-9
# The method needs a dozen where it was tried; the rest is caution.
_MOST_STEPS = 500
_HALVINGS = 40
# Exchanges for each row of the least squares: more than were ever needed.
_SOLVING = 50


@dataclass(frozen=True, order=True)
class Bracket:
    """That something ended after one day and on another at the latest: (after, until].

    Raises:
        ValueError: it would have ended before it could.
    """

    #: The last day on which it was seen not to have ended.
    after: int
    #: The first day on which it was seen to have ended; None where it never was.
    until: int | None

    def __post_init__(self) -> None:
        if self.until is not None and self.until <= self.after:
            raise ValueError(f"Nothing ends after {self.after} and by {self.until}.")


@dataclass(frozen=True, kw_only=True)
class Mass:
    """The share that ended in one innermost interval; when in it, nothing tells."""

    within: Bracket
    share: float


@dataclass(frozen=True, kw_only=True)
class TurnbullCurve:
    """The likeliest curve of what lasts, and where it is undetermined."""

    cases: int
    #: In the order of time; intervals with no share are left out.
    masses: tuple[Mass, ...]
    #: The median lies after the first and on the second at the latest; the second
    #: None where it may lie anywhere beyond. Both None where nothing was given.
    median_after: int | None
    median_until: int | None

    def lasting(self, days: int) -> tuple[float, float]:
        """Return between what lies the share that lasts longer than so many days.

        The two differ inside of an innermost interval alone: the data do not tell
        when in it its share ended.
        """
        sure = sum(it.share for it in self.masses if _end(it.within) <= days)
        maybe = sum(it.share for it in self.masses if it.within.after < days)
        return max(1 - maybe, 0.0), max(1 - sure, 0.0)


def innermost_intervals(brackets: Sequence[Bracket]) -> tuple[Bracket, ...]:
    """Return the intervals in which alone the likeliest curve can fall.

    Each runs from a left end to the next right end with no other end between. As
    brackets are open on the left, (0, 1] and (1, 2] have no day in common: at the same
    day a right end comes before a left one (Turnbull, JRSS B 38, 1976, for intervals of
    any kind; Ng, Biometrics 58, 2002, on the difference that the ends make).
    """
    ends = {(_end(it), 0) for it in brackets} | {(it.after, 1) for it in brackets}
    ordered = sorted(ends)
    return tuple(
        Bracket(int(left), None if right == np.inf else int(right))
        for (left, is_left), (right, is_also_left) in pairwise(ordered)
        if is_left and not is_also_left
    )


def turnbull(brackets: Sequence[Bracket]) -> TurnbullCurve:
    """Estimate how long things last from the visits between which they ended.

    The nonparametric maximum of the likelihood (Turnbull 1976), found by the
    constrained Newton method (Wang, JRSS B 69, 2007) and proved by its gradient
    (Gentleman and Geyer, Biometrika 81, 1994). The shares are determined: the likeliest
    curve gives each bracket one share, and by the brackets that end with an innermost
    interval the shares until its end follow from those until an earlier one.

    Args:
        brackets: one for each case: ended (after, until], or not yet seen to.

    Raises:
        ValueError: the maximum was not reached, which no data met so far brought
            about.
    """
    if not brackets:
        return TurnbullCurve(cases=0, masses=(), median_after=None, median_until=None)
    counted = Counter(brackets)
    inner = innermost_intervals(brackets)
    holds = np.array(
        [[_contains(it, one) for one in inner] for it in counted], dtype=np.float64
    )
    shares = _likeliest(holds, np.array(list(counted.values()), dtype=np.float64))
    masses = tuple(
        Mass(within=one, share=share)
        for one, share in zip(inner, shares.tolist(), strict=True)
        if share > 0
    )
    median = _median(masses)
    return TurnbullCurve(
        cases=len(brackets),
        masses=masses,
        median_after=median.after,
        median_until=median.until,
    )


def _median(masses: Sequence[Mass]) -> Bracket:
    """Return between what the day lies by which half had ended.

    Where one interval ends with just a half, it lies in that one.
    """
    ended = accumulate(it.share for it in masses)
    return next(
        it.within for it, until in zip(masses, ended, strict=True) if until >= _HALF
    )


def _end(bracket: Bracket) -> float:
    return np.inf if bracket.until is None else bracket.until


def _contains(outer: Bracket, inner: Bracket) -> bool:
    return outer.after <= inner.after and _end(inner) <= _end(outer)


def _likeliest(
    holds: NDArray[np.float64], cases: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the shares of the innermost intervals, shape (intervals,).

    Args:
        holds: 1 where a bracket holds an interval, shape (brackets, intervals).
        cases: how many have each bracket, shape (brackets,).

    Raises:
        ValueError: the maximum was not reached.
    """
    shares = np.full(holds.shape[1], 1 / holds.shape[1])
    total = float(cases.sum())
    for _ in range(_MOST_STEPS):
        slopes = holds / (holds @ shares)[:, None]
        if float((cases @ slopes).max()) <= total * (1 + _CLOSE):
            shares = np.where(shares > _CLOSE, shares, 0.0)
            return np.asarray(shares / shares.sum(), dtype=np.float64)
        shares = _better(holds, cases, shares, _newton(slopes, cases))
    raise ValueError(f"The likeliest curve was not reached in {_MOST_STEPS} steps.")


def _newton(
    slopes: NDArray[np.float64], cases: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the shares that are best by the likelihood's parabola.

    Least squares over shares that are not negative and sum to 1, solved as Dax (Journal
    of Optimization Theory and Applications 64, 1990) has it: by one row more, and a
    division by the sum.
    """
    rows = np.sqrt(cases)[:, None] * (slopes - 2)
    scale = 1 / max(1.0, float(np.abs(rows).max()))
    system = np.vstack([rows * scale, np.ones(rows.shape[1])])
    target = np.zeros(len(system))
    target[-1] = 1
    found, _ = nnls(system, target, maxiter=_SOLVING * len(target))
    return np.asarray(found / found.sum(), dtype=np.float64)


def _better(
    holds: NDArray[np.float64],
    cases: NDArray[np.float64],
    shares: NDArray[np.float64],
    aim: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return shares towards the aim that are likelier, by halving the way.

    The last step is one of self-consistency, which never makes them less likely.
    """

    def likelihood(of: NDArray[np.float64]) -> float:
        with np.errstate(divide="ignore"):
            return float(cases @ np.log(holds @ of))

    before = likelihood(shares)
    for halving in range(_HALVINGS):
        tried = shares + (aim - shares) * 0.5**halving
        if likelihood(tried) > before:
            shares = tried
            break
    weights = cases / (holds @ shares)
    return np.asarray(shares * (weights @ holds) / cases.sum(), dtype=np.float64)
