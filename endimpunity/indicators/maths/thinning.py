"""A long range of whole numbers, looked at where something lies.

Small numbers are looked at one by one, large ones the more sparsely the larger.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# A range of so many numbers is looked at whole.
MOST_NUMBERS = 5_000
# Of people whom no list names, a number is never surer than its square root. So many
# numbers for each root of the range lie half of that apart: none falls between them.
_FOR_EACH_ROOT = 4
# What lies outside of the part looked at closely is less probable than this.
_OUTSIDE = 1e-13

Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Grid:
    """Numbers that stand for those about them."""

    #: Shape (numbers,), rising.
    unseen: Floats
    #: For how many numbers each stands, shape (numbers,).
    weights: Floats
    #: The last that each stands for, shape (numbers,).
    ends: Floats
    #: Whether any number of the range is missing.
    is_thinned: bool


def coarse_grid(whole: range) -> Grid:
    """Return the whole range, or of a long one squares: denser at its start.

    Raises:
        ValueError: the range is empty, falls, or begins below zero.
    """
    if not whole or whole.step < 1 or whole[0] < 0:
        raise ValueError("The numbers looked at rise from 0 or more.")
    if len(whole) <= MOST_NUMBERS:
        return _standing(np.arange(len(whole)), whole)
    looks = math.ceil(_FOR_EACH_ROOT * math.sqrt(len(whole)))
    return _standing(_squares(0, len(whole) - 1, looks), whole)


def fine_grid(whole: range, coarse: Grid, density: Floats) -> Grid:
    """Return the part of a range where something lies, as squares or whole.

    Args:
        whole: the range.
        coarse: a first look at it.
        density: what was found at each number of the first look, sum 1.
    """
    found = np.flatnonzero(density > _OUTSIDE)
    first = coarse.unseen[max(found[0] - 1, 0)]
    last = coarse.unseen[min(found[-1] + 1, len(density) - 1)]
    low, high = (int((it - whole[0]) // whole.step) for it in (first, last))
    return _standing(_squares(low, high, MOST_NUMBERS), whole)


def _squares(low: int, high: int, looks: int) -> NDArray[np.int64]:
    """Return whole numbers whose roots are evenly spread, none twice."""
    roots = np.linspace(math.sqrt(low), math.sqrt(high), looks)
    return np.unique(np.round(roots**2).astype(np.int64))


def _standing(places: NDArray[np.int64], whole: range) -> Grid:
    """Return places of the range; each stands for half the way to the next."""
    unseen = np.asarray(whole[0] + places * whole.step, dtype=np.float64)
    middles = (places[1:] + places[:-1]) / 2
    borders = np.concatenate([[places[0] - 0.5], middles, [places[-1] + 0.5]])
    return Grid(
        unseen=unseen,
        weights=np.diff(borders),
        # A number stands for itself up to its half: 3 ends at 3.
        ends=whole[0] + (borders[1:] - 0.5) * whole.step,
        is_thinned=len(places) < len(whole),
    )
