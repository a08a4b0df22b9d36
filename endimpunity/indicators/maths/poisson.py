"""Likeliest parameters of many Poisson models of one design at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# A step that would gain less than this in log-likelihood is none.
_CLOSE = 1e-9
# Of a sum of logarithms, relative to it.
_ROUNDING = 1e-13
_MOST_STEPS = 60
_HALVINGS = 12
# Keeps the equations solvable where a parameter runs away; it shortens a step and
# moves no maximum.
_RIDGE = 1e-10
# No count lies beyond e**50, nor below e**-50.
_STEEPEST = 50.0
# How many models are solved together: their matrices then fit into memory.
_TOGETHER = 4_096

Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class PoissonFits:
    """The likeliest parameters of each model; where there are none, the way there."""

    #: Without the counts' factorials, shape (models,).
    likelihoods: Floats
    #: Shape (models, terms); 0 where a model has not the term.
    parameters: Floats
    #: Expected counts, shape (models, cells).
    expected: Floats
    #: Of the first parameter, shape (models,).
    variances: Floats


def poisson_fits(
    design: Floats, counts: Floats, allowed: NDArray[np.bool_]
) -> PoissonFits:
    """Find the likeliest parameters of Poisson counts with logarithmic link.

    Newton's method with halved steps (McCullagh and Nelder, Generalized Linear Models,
    1989), for all models together. Where a likelihood has no maximum, it comes as near
    to its bound as matters, and the parameters mean nothing (see `existence`).

    Args:
        design: shape (cells, terms), the same for all; its first term is the constant.
        counts: each model's own, shape (models, cells), or one row for all.
        allowed: which terms each model has, shape (models, terms).
    """
    counts = np.broadcast_to(counts, (len(allowed), design.shape[0]))
    parts = [
        _fit(design, counts[at : at + _TOGETHER], allowed[at : at + _TOGETHER])
        for at in range(0, len(allowed), _TOGETHER)
    ]
    return PoissonFits(
        likelihoods=np.concatenate([it.likelihoods for it in parts]),
        parameters=np.concatenate([it.parameters for it in parts]),
        expected=np.concatenate([it.expected for it in parts]),
        variances=np.concatenate([it.variances for it in parts]),
    )


def _fit(design: Floats, counts: Floats, allowed: NDArray[np.bool_]) -> PoissonFits:
    pairs = (design[:, :, None] * design[:, None, :]).reshape(len(design), -1)
    # A parabola at the counts themselves: near to the maximum already.
    start = counts + 0.5
    towards = start * np.log(start)
    parameters = _solved(start @ pairs, towards @ design, allowed)
    moving = np.arange(len(allowed))
    for _ in range(_MOST_STEPS):
        expected = _expected(design, parameters[moving])
        gradient = (counts[moving] - expected) @ design
        steps = _solved(expected @ pairs, gradient, allowed[moving])
        gains = (steps * gradient * allowed[moving]).sum(axis=1)
        # The last step is taken too: it doubles the digits that are right.
        parameters[moving] += steps * _lengths(
            design, counts[moving], parameters[moving], steps
        )
        moving = moving[gains > _CLOSE]
        if len(moving) == 0:
            break
    expected = _expected(design, parameters)
    first = np.zeros_like(parameters)
    first[:, 0] = 1
    return PoissonFits(
        likelihoods=_likelihoods(design, counts, parameters),
        parameters=parameters,
        expected=expected,
        variances=_solved(expected @ pairs, first, allowed)[:, 0],
    )


def _solved(information: Floats, target: Floats, allowed: NDArray[np.bool_]) -> Floats:
    """Solve each model's equations in its own terms; the others come out as 0."""
    terms = allowed.shape[1]
    matrices = information.reshape(-1, terms, terms) * (
        allowed[:, :, None] & allowed[:, None, :]
    )
    diagonal = np.arange(terms)
    matrices[:, diagonal, diagonal] += np.where(allowed, _RIDGE, 1.0)
    solved = np.linalg.solve(matrices, (target * allowed)[:, :, None])
    return np.asarray(solved[:, :, 0], dtype=np.float64)


def _lengths(
    design: Floats, counts: Floats, parameters: Floats, steps: Floats
) -> Floats:
    """Return how much of each step makes its model likelier, shape (models, 1)."""
    before = _likelihoods(design, counts, parameters)
    lengths = np.ones((len(steps), 1))
    for _ in range(_HALVINGS):
        after = _likelihoods(design, counts, parameters + lengths * steps)
        worse = after < before - _CLOSE - _ROUNDING * np.abs(before)
        if not worse.any():
            break
        lengths[worse] /= 2
    return lengths


def _expected(design: Floats, parameters: Floats) -> Floats:
    logarithms = np.clip(parameters @ design.T, -_STEEPEST, _STEEPEST)
    return np.asarray(np.exp(logarithms), dtype=np.float64)


def _likelihoods(design: Floats, counts: Floats, parameters: Floats) -> Floats:
    logarithms = np.clip(parameters @ design.T, -_STEEPEST, _STEEPEST)
    terms = counts * logarithms - np.exp(logarithms)
    return np.asarray(terms.sum(axis=1), dtype=np.float64)
