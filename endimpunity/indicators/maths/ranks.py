"""Ranks of rates, and how sure they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaincinv

from endimpunity.indicators.maths.chance import uniforms

DRAWS = 10_000
LEVEL = 0.95
# Jeffreys' prior of a rate of events: as little as can be said beforehand.
PRIOR = 0.5


@dataclass(frozen=True, kw_only=True)
class Exposed:
    """So many events among so many who could have met them."""

    #: What is ranked: a country's code.
    key: str
    events: int
    #: In any unit, the same for all: people. Above zero.
    exposure: int


@dataclass(frozen=True, kw_only=True)
class RankInterval:
    """A rank by the rate, and the ranks that chance alone might have given."""

    key: str
    #: Events over exposure.
    rate: Fraction
    #: 1 is the highest rate; equal rates share a rank, and the next is left out.
    rank: int
    #: Between these lies the rank in 95 of 100 draws.
    low: int
    high: int


def rank_intervals(
    rows: Sequence[Exposed], *, description: str, draws: int = DRAWS
) -> tuple[RankInterval, ...]:
    """Rank rates, and say how far each rank might be another by chance.

    Events are held to be Poisson; under Jeffreys' prior a rate is Gamma(events + 1/2)
    over exposure (Gelman and others, Bayesian Data Analysis, 2.6). Rates are drawn
    from it together, ranked in each draw, and the middle 95 % of each row's ranks is
    its interval (Goldstein and Spiegelhalter, JRSS A 159, 1996). A row's draws follow
    from the description and its key, in whatever order rows come.

    Args:
        rows: what is ranked, each key once.
        description: the figure's own, which decides the draws.
        draws: how many.

    Returns:
        One for each row, by rank and then by key.

    Raises:
        ValueError: an exposure is not above zero, events are negative, or a key comes
            twice.
    """
    _check(rows)
    if not rows:
        return ()
    drawn = np.column_stack(
        [_drawn_rates(row, f"{description}\n{row.key}", draws) for row in rows]
    )
    ranks = 1 + np.argsort(np.argsort(-drawn, axis=1, kind="stable"), axis=1)
    tail = (1 - LEVEL) / 2
    low = np.quantile(ranks, tail, axis=0, method="inverted_cdf")
    high = np.quantile(ranks, 1 - tail, axis=0, method="inverted_cdf")
    rates = [Fraction(row.events, row.exposure) for row in rows]
    found = []
    for at, row in enumerate(rows):
        rank = 1 + sum(rate > rates[at] for rate in rates)
        interval = RankInterval(
            key=row.key,
            rate=rates[at],
            rank=rank,
            # The middle of skewed draws may miss the rank that was counted.
            low=min(rank, int(low[at])),
            high=max(rank, int(high[at])),
        )
        found.append(interval)
    return tuple(sorted(found, key=lambda it: (it.rank, it.key)))


def _drawn_rates(row: Exposed, description: str, draws: int) -> NDArray[np.float64]:
    """Return rates drawn from a row's posterior, shape (draws,)."""
    quantiles = gammaincinv(row.events + PRIOR, uniforms(description, draws))
    return np.asarray(quantiles / row.exposure, dtype=np.float64)


def _check(rows: Sequence[Exposed]) -> None:
    keys = [row.key for row in rows]
    if len(set(keys)) < len(keys):
        raise ValueError("A key comes twice; each row is ranked once.")
    for row in rows:
        if row.exposure <= 0:
            raise ValueError(f"{row.key}: a rate needs an exposure above zero.")
        if row.events < 0:
            raise ValueError(f"{row.key}: there are no {row.events} events.")
