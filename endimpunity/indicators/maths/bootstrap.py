"""An interval that also holds the doubt about which model is right."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import bdtr, bdtrik

from endimpunity.indicators.maths.captures import CaptureTable
from endimpunity.indicators.maths.chance import uniforms
from endimpunity.indicators.maths.hierarchies import allowed_terms, design_of
from endimpunity.indicators.maths.loglinear import LogLinearFit, exists
from endimpunity.indicators.maths.poisson import poisson_fits

DRAWS = 400
LEVEL = 0.95
# Of five lists only so many models are tried in each draw, the best by BIC: the
# thousands behind them are hardly ever chosen, and would take many minutes.
MOST_MODELS = 150

# A logarithm of more people than there can be.
_FAR = 50.0

Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class BootstrapInterval:
    """The middle of what the whole procedure gives on tables that might have come."""

    #: In people, the middle 95 % of draws; None with the reason.
    low: float | None
    high: float | None
    draws: int
    #: In how many of them the best model's likelihood had no maximum.
    without_maximum: int
    #: How many models were tried in each draw.
    models: int
    #: How many different models were the best in some draw.
    chosen: int
    #: Why an end is missing, "" where both are there.
    reason: str


def bootstrap(
    table: CaptureTable,
    fits: Sequence[LogLinearFit],
    *,
    description: str,
    draws: int = DRAWS,
) -> BootstrapInterval:
    """Draw tables like this one, choose a model on each by BIC, and estimate anew.

    People are drawn, those on no list too, as many as the best model says there are,
    with the histories in the shares found (Buckland and Garthwaite, Biometrics 47,
    1991); each draw chooses its own model, so that the interval holds that doubt
    (Norris and Pollock, Environmental and Ecological Statistics 3, 1996). A draw whose
    best model's likelihood has no maximum says nothing: it counts as below the interval
    and above it, so that what is printed holds whatever it might have said.

    Args:
        table: what was fitted.
        fits: all models by BIC, the best first, with a maximum.
        description: the figure's own, which decides the draws.
        draws: how many.

    Raises:
        ValueError: the best model has no maximum, so there is nothing to draw from.
    """
    best = fits[0].answer
    if best is None:
        raise ValueError("A model without a maximum gives no people to draw.")
    tried = fits[:MOST_MODELS]
    drawn = _drawn(table.cells(), best.estimate, description, draws)
    estimates, chosen = _estimates(drawn, tried, len(table.lists))
    lost = int(np.isnan(estimates).sum())
    tail = (1 - LEVEL) / 2
    low = _quantile(np.where(np.isnan(estimates), -np.inf, estimates), tail)
    high = _quantile(np.where(np.isnan(estimates), np.inf, estimates), 1 - tail)
    reason = (
        f"In {lost} of {draws} draws the best model's likelihood had no maximum, too"
        " many to say where the interval ends."
    )
    return BootstrapInterval(
        low=low,
        high=high,
        draws=draws,
        without_maximum=lost,
        models=len(tried),
        chosen=len(set(chosen.tolist())),
        reason=reason if low is None or high is None else "",
    )


def _drawn(cells: Floats, people: float, description: str, draws: int) -> Floats:
    """Return drawn tables, shape (draws, cells): multinomial, cell after cell.

    Each cell is binomial of those not yet placed, with its share of what is left.
    """
    chances = uniforms(description, draws * len(cells)).reshape(draws, len(cells))
    found = np.zeros((draws, len(cells)))
    left = np.full(draws, float(round(people)))
    share = people
    for at, count in enumerate(cells):
        if count:
            found[:, at] = _binomial(chances[:, at], left, count / share)
        left -= found[:, at]
        share -= count
    return found


def _binomial(chances: Floats, trials: Floats, share: float) -> Floats:
    """Return the binomial's quantiles, shape (draws,)."""
    share = min(share, 1.0)
    if share == 1.0:
        return trials
    with np.errstate(invalid="ignore"):
        above = np.ceil(bdtrik(chances, trials, share))
    # Below the lowest step there is no root: the quantile is 0.
    above = np.clip(np.nan_to_num(above, nan=0.0), 0, trials)
    below = np.maximum(above - 1, 0)
    enough = bdtr(below, trials.astype(np.int64), share) >= chances
    return np.asarray(np.where(enough, below, above), dtype=np.float64)


def _estimates(
    drawn: Floats, tried: Sequence[LogLinearFit], lists: int
) -> tuple[Floats, NDArray[np.int64]]:
    """Return each draw's estimate, NaN without a maximum, and its model's place."""
    design = design_of(lists)
    models = [it.terms for it in tried]
    allowed = allowed_terms(models, lists)
    costs = np.empty((len(drawn), len(tried)))
    unseen = np.empty_like(costs)
    people = drawn.sum(axis=1)
    for at, terms in enumerate(allowed):
        fits = poisson_fits(design[:, terms], drawn, _every(len(drawn), terms))
        penalty = np.log(np.maximum(people, 1)) * terms.sum()
        costs[:, at] = penalty - 2 * fits.likelihoods
        # Where there is no maximum it may run off, and is not used.
        unseen[:, at] = np.exp(np.minimum(fits.parameters[:, 0], _FAR))
    chosen = np.argmin(costs, axis=1)
    estimates = people + unseen[np.arange(len(drawn)), chosen]
    for at, (cells, model) in enumerate(zip(drawn, chosen, strict=True)):
        empty = frozenset(np.flatnonzero(cells == 0).tolist())
        if empty and not exists(lists, models[model], empty):
            estimates[at] = np.nan
    return estimates, chosen


def _every(draws: int, terms: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return np.ones((draws, int(terms.sum())), dtype=bool)


def _quantile(values: Floats, level: float) -> float | None:
    """Return a value among those given; None where it lies at no end."""
    found = float(np.quantile(values, level, method="inverted_cdf"))
    return found if np.isfinite(found) else None
