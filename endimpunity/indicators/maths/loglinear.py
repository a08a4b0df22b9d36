"""How many people no list names, by every hierarchical log-linear model."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from endimpunity.indicators.maths.captures import CaptureTable
from endimpunity.indicators.maths.existence import has_maximum
from endimpunity.indicators.maths.hierarchies import (
    Model,
    allowed_terms,
    design_of,
    generators,
    hierarchical_models,
    written,
)
from endimpunity.indicators.maths.poisson import poisson_fits

# Of six lists there are more than seven million models.
MOST_LISTS = 5
# The normal distribution's 97.5 % point.
_NORMAL = 1.959963984540054
# Above it, what a model expects in a cell of zero proves that it is finite.
_SURELY_FINITE = 1e-3


@dataclass(frozen=True, kw_only=True)
class ModelAnswer:
    """How many people there are, on lists and on none, if one model holds."""

    estimate: float
    se: float
    #: The 95 % interval, given the model.
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class LogLinearFit:
    """One model's answer, with what speaks for it."""

    #: As "[A·B·C][A·D]": the largest groups of lists that depend on one another.
    model: str
    terms: Model
    parameters: int
    #: -2 log-likelihood + 2 parameters.
    aic: float
    #: -2 log-likelihood + log(people on lists) parameters.
    bic: float
    #: None where the likelihood has no maximum; the criteria are those of its bound.
    answer: ModelAnswer | None


def fit_all(table: CaptureTable) -> tuple[LogLinearFit, ...]:
    """Fit every hierarchical model to a table of three to five lists.

    Counts are Poisson with a log-linear mean (Fienberg, Biometrika 59, 1972; Cormack,
    Biometrics 45, 1989); the constant gives those on no list. The standard error is
    that of a closed population, n0 + n0**2 var (Rivest and Lévesque, Canadian Journal
    of Statistics 29, 2001), the interval log-normal in n0 (Chao, Biometrics 43, 1987).

    Args:
        table: with a person in it.

    Returns:
        The fits by BIC, the best first; models without a maximum stand among them
        by the bound of their likelihood.

    Raises:
        ValueError: there are more or fewer lists, or nobody.
    """
    lists = len(table.lists)
    if not 3 <= lists <= MOST_LISTS or table.people == 0:  # noqa: PLR2004  # two lists leave nothing to choose
        raise ValueError(f"Log-linear models need 3 to {MOST_LISTS} lists, and people.")
    models = hierarchical_models(lists)
    cells = table.cells()
    allowed = allowed_terms(models, lists)
    fits = poisson_fits(design_of(lists), cells, allowed)
    exist = _existing(lists, cells, allowed, fits.expected)
    constant = float(gammaln(cells + 1).sum())
    found = []
    for at, model in enumerate(models):
        misfit = -2 * (float(fits.likelihoods[at]) - constant)
        parameters = int(allowed[at].sum())
        given = (fits.parameters[at, 0], fits.variances[at]) if exist[at] else None
        fit = LogLinearFit(
            model=written(generators(model, lists), table.lists),
            terms=model,
            parameters=parameters,
            aic=misfit + 2 * parameters,
            bic=misfit + math.log(table.people) * parameters,
            answer=_answer(table.people, *given) if given else None,
        )
        found.append(fit)
    return tuple(sorted(found, key=lambda it: (it.bic, it.parameters, it.model)))


def best_by_aic(fits: Sequence[LogLinearFit]) -> LogLinearFit:
    """Return the model with the lowest AIC, the smaller of two alike."""
    return min(fits, key=lambda it: (it.aic, it.parameters, it.model))


def exists(lists: int, terms: Model, empty: frozenset[int]) -> bool:
    """Tell whether a model's likelihood has a maximum, given the cells of zero.

    Args:
        lists: how many lists.
        terms: the model.
        empty: the places of the cells that nobody is in, from 0.
    """
    return _exists(lists, terms, empty)


@cache
def _exists(lists: int, terms: Model, empty: frozenset[int]) -> bool:
    allowed = allowed_terms([terms], lists)[0]
    counts = np.ones(2**lists - 1)
    counts[list(empty)] = 0
    return has_maximum(design_of(lists)[:, allowed], counts)


def _existing(
    lists: int,
    cells: NDArray[np.float64],
    allowed: NDArray[np.bool_],
    expected: NDArray[np.float64],
) -> NDArray[np.bool_]:
    """Return which models' likelihoods have a maximum, shape (models,)."""
    empty = np.flatnonzero(cells == 0)
    if len(empty) == 0:
        return np.ones(len(allowed), dtype=bool)
    sure = expected[:, empty].min(axis=1) > _SURELY_FINITE
    models = hierarchical_models(lists)
    zeros = frozenset(empty.tolist())
    return np.array(
        [it or exists(lists, one, zeros) for it, one in zip(sure, models, strict=True)]
    )


def _answer(people: int, logarithm: float, variance: float) -> ModelAnswer:
    """Return a model's answer.

    Args:
        people: on lists.
        logarithm: of the people on none.
        variance: of that logarithm.
    """
    unseen = math.exp(logarithm)
    error = math.sqrt(unseen + unseen**2 * variance)
    away = math.exp(_NORMAL * math.sqrt(math.log1p((error / unseen) ** 2)))
    return ModelAnswer(
        estimate=people + unseen,
        se=error,
        low=people + unseen / away,
        high=people + unseen * away,
    )
