"""How soon things end by one cause where others may end them first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from endimpunity.indicators.maths.survival import Spell, band_of, days_of


@dataclass(frozen=True, kw_only=True)
class IncidenceStep:
    """The share ended by one cause until a day."""

    days: int
    #: How many of them ended by this cause on this day.
    ended: int
    share: float
    #: The 95 % band around it at this day; None where the data give none.
    low: float | None
    high: float | None


@dataclass(frozen=True, kw_only=True)
class Incidence:
    """The share ended by one cause, by day."""

    cause: str
    ended: int
    #: One for each day on which anything ended, the same days for every cause.
    steps: tuple[IncidenceStep, ...]


def aalen_johansen(spells: Sequence[Spell]) -> tuple[Incidence, ...]:
    """Estimate, for each cause, the share that it has ended by each day.

    Aalen and Johansen (Scandinavian Journal of Statistics 5, 1978), by statsmodels;
    the variance is by the delta method (Marubini and Valsecchi, Analysing Survival
    Data, 1995), the band pointwise on the scale log(-log) of the share. A cause is
    never taken for censoring: after each day the shares of all causes and the share
    that lasts (see `survival`) make one whole.

    Args:
        spells: one for each thing followed, in any order; no cause is censored.

    Returns:
        One for each cause met, in the order of their names.

    Raises:
        ValueError: a spell lasts a negative number of days.
    """
    days = days_of(spells)
    causes = sorted({it.cause for it in spells if it.cause is not None})
    if not causes:
        return ()
    codes = {cause: code for code, cause in enumerate(causes, start=1)}
    ended_by = np.array(
        [0 if it.cause is None else codes[it.cause] for it in spells], dtype=np.int64
    )
    of_any = sorted(set(days[ended_by > 0].tolist()))
    shares, errors = _curves(days, ended_by, of_any)
    return tuple(
        Incidence(
            cause=cause,
            ended=int((ended_by == code).sum()),
            steps=_steps(
                of_any,
                days[ended_by == code],
                shares[code - 1],
                errors[code - 1],
            ),
        )
        for cause, code in codes.items()
    )


def _curves(
    days: NDArray[np.int64], ended_by: NDArray[np.int64], of_any: Sequence[int]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return shares and standard errors on some days, both of shape (causes, days)."""
    # Loading it takes longer than all else that a command loads.
    from statsmodels.duration.survfunc import (  # type: ignore[import-untyped]  # noqa: PLC0415  # as said above; it has no types
        CumIncidenceRight,
    )

    # Where all who are left end on one day, the variance is no number.
    with np.errstate(divide="ignore", invalid="ignore"):
        curves = CumIncidenceRight(days, ended_by)
    kept = np.searchsorted(curves.times, of_any)
    shares, errors = np.array(curves.cinc), np.array(curves.cinc_se)
    return shares[:, kept], errors[:, kept]


def _steps(
    days: Sequence[int],
    ended_on: NDArray[np.int64],
    shares: NDArray[np.float64],
    errors: NDArray[np.float64],
) -> tuple[IncidenceStep, ...]:
    """Return a cause's steps; `ended_on` holds the day of each end by it."""
    ended = Counter(ended_on.tolist())
    found = []
    for day, share, error in zip(days, shares.tolist(), errors.tolist(), strict=True):
        band = band_of(share, error)
        step = IncidenceStep(
            days=day,
            ended=ended[day],
            share=share,
            low=band[0] if band else None,
            high=band[1] if band else None,
        )
        found.append(step)
    return tuple(found)
