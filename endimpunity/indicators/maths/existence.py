"""Whether the likelihood of a log-linear model has a maximum."""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

# The program's variables are 0 or 1 at its solution: anything between tells them apart.
_HALF = 0.5


def has_maximum(design: NDArray[np.float64], counts: NDArray[np.float64]) -> bool:
    """Tell whether some finite parameters are the likeliest for these counts.

    They exist if and only if the counts' margins are those of a table without zeros
    (Haberman, The Analysis of Frequency Data, 1974; Fienberg and Rinaldo, Annals of
    Statistics 40, 2012). So a change of the counts is sought that keeps all margins
    and raises every cell of zero: a linear program, whose answer does not depend on
    how large the other counts are.

    Args:
        design: the model's, shape (cells, terms).
        counts: shape (cells,).
    """
    empty = np.flatnonzero(counts == 0)
    if len(empty) == 0:
        return True
    cells = len(counts)
    # First the change of each cell, then for each cell of zero how far it is raised,
    # which counts up to 1.
    goal = np.concatenate([np.zeros(cells), -np.ones(len(empty))])
    margins = np.hstack([design.T, np.zeros((design.shape[1], len(empty)))])
    raised = np.zeros((len(empty), cells + len(empty)))
    raised[np.arange(len(empty)), empty] = -1
    raised[np.arange(len(empty)), cells + np.arange(len(empty))] = 1
    found = linprog(
        goal,
        A_eq=margins,
        b_eq=np.zeros(len(margins)),
        A_ub=raised,
        b_ub=np.zeros(len(empty)),
        bounds=[(None, None)] * cells + [(0, 1)] * len(empty),
        method="highs",
    )
    # Nothing raised is always a solution, so there is one.
    return found.fun is not None and -found.fun > len(empty) - _HALF
