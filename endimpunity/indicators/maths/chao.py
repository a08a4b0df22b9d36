"""Chao's lower bound of how many people there are."""

import math
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

import numpy as np
from numpy.typing import NDArray

from endimpunity.indicators.maths.captures import CaptureTable
from endimpunity.indicators.maths.existence import has_maximum
from endimpunity.indicators.maths.poisson import poisson_fits

# A parameter below it is negative, and no rounding.
_ROUNDING = 1e-7


@dataclass(frozen=True, kw_only=True)
class ChaoBound:
    """How many people there are at least, where some are easier to find."""

    #: By the log-linear model; None with the reason.
    loglinear: float | None
    #: By the formula of those on one list and on two; None with the reason.
    closed: Fraction | None
    #: For which numbers of lists the parameter of heterogeneity was dropped.
    dropped: tuple[int, ...]
    #: Why there is no bound, "" where there is one.
    reason: str


def chao_bound(table: CaptureTable) -> ChaoBound:
    """Return Chao's lower bound under heterogeneity, in both of its forms.

    Model Mh as Rivest and Baillargeon (Biometrics 63, 2007) write it: the logarithm of
    the people on k of t lists, per choice of k, is linear in k but for parameters η
    that bend it upwards beyond 2. Heterogeneity makes no η negative; of all models
    with some η dropped, the likeliest without a negative one counts. With none dropped
    it is the closed form n + (t-1)/t f1**2 / (2 f2) (Chao, Biometrics 43, 1987).

    Args:
        table: of two lists at least.
    """
    lists = len(table.lists)
    once, twice = table.on(1), table.on(2)
    if not (once and twice):
        return ChaoBound(
            loglinear=None,
            closed=None,
            dropped=(),
            reason="Nobody is on exactly one list, or nobody on exactly two.",
        )
    unseen = Fraction(lists - 1, lists) * Fraction(once**2, 2 * twice)
    loglinear, dropped = _likeliest(table)
    return ChaoBound(
        loglinear=loglinear,
        closed=table.people + unseen,
        dropped=dropped,
        reason="",
    )


def _likeliest(table: CaptureTable) -> tuple[float, tuple[int, ...]]:
    """Return the bound by the likeliest model without a negative parameter."""
    lists = len(table.lists)
    cells = table.cells()
    on = np.array([cell.bit_count() for cell in range(1, 2**lists)])
    design = _design(on, lists)
    kept = list(product((False, True), repeat=lists - 2))
    allowed = np.array([(True, True, *it) for it in kept])
    fits = poisson_fits(design, cells, allowed)
    finite = [_has_maximum(design[:, it], on, cells) for it in allowed]
    fair = (fits.parameters[:, 2:] > -_ROUNDING).all(axis=1) & np.array(finite)
    # Without any such parameter it always stands: some are on one list, some on two.
    likelihoods = np.where(fair, fits.likelihoods, -np.inf)
    # Of models as likely as one another, the first drops the most.
    best = int(np.argmax(likelihoods >= likelihoods.max() - _ROUNDING))
    dropped = tuple(at for at, it in enumerate(kept[best], start=3) if not it)
    return table.people + math.exp(fits.parameters[best, 0]), dropped


def _design(on: NDArray[np.int64], lists: int) -> NDArray[np.float64]:
    """Return the constant, the slope and the bends, shape (cells, lists)."""
    bends = [np.maximum(on - at, 0) for at in range(2, lists)]
    return np.column_stack([np.ones(len(on)), on, *bends]).astype(np.float64)


def _has_maximum(
    design: NDArray[np.float64], on: NDArray[np.int64], cells: NDArray[np.float64]
) -> bool:
    """Tell it of the people by number of lists, on whom alone the model rests."""
    numbers = np.unique(on)
    first = [int(np.argmax(on == it)) for it in numbers]
    people = np.array([cells[on == it].sum() for it in numbers])
    return has_maximum(design[first], people)
