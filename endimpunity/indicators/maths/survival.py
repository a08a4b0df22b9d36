"""How long things last that may not have ended yet: the Kaplan-Meier estimator."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEVEL = 0.95
# The normal distribution's 97.5 % point.
NORMAL = 1.959963984540054
# What differs from a half by rounding alone is a half.
_HALF = 0.5 + 1e-12


@dataclass(frozen=True, kw_only=True)
class Spell:
    """How long something was followed, and what ended it."""

    #: In whole days, from 0.
    days: int
    #: What ended it; None where it had not ended when it was last looked at.
    cause: str | None


@dataclass(frozen=True, kw_only=True)
class Step:
    """What is left after one day on which something ended."""

    days: int
    #: How many had been followed until then, and had not ended.
    at_risk: int
    ended: int
    #: The share that lasts longer than this.
    lasting: float
    #: The 95 % band around it at this day; None where the data give none.
    low: float | None
    high: float | None


@dataclass(frozen=True, kw_only=True)
class SurvivalCurve:
    """The share still lasting, by day."""

    followed: int
    ended: int
    steps: tuple[Step, ...]
    #: The first day by which half had ended; None where half never had.
    median: int | None
    #: The days between which the median lies; the second None where the band never
    #: comes down to half.
    median_low: int | None
    median_high: int | None
    #: Why there is no median, "" where there is one.
    reason: str


def kaplan_meier(spells: Sequence[Spell]) -> SurvivalCurve:
    """Estimate the share lasting longer than each day, whatever ended the others.

    Kaplan and Meier (JASA 53, 1958), by statsmodels. Spells without a cause are
    censored on the right: they lasted longer than their days. The band is pointwise,
    from Greenwood's variance on the scale log(-log S) (Kalbfleisch and Prentice, The
    Statistical Analysis of Failure Time Data, 2002), so it never leaves 0 to 1; the
    median's interval is where the band holds a half (Brookmeyer and Crowley,
    Biometrics 38, 1982).

    Args:
        spells: one for each thing followed, in any order.

    Raises:
        ValueError: a spell lasts a negative number of days.
    """
    days = days_of(spells)
    ended = np.array([it.cause is not None for it in spells], dtype=np.int64)
    steps = _steps(days, ended)
    median = next((it.days for it in steps if it.lasting <= _HALF), None)
    return SurvivalCurve(
        followed=len(spells),
        ended=int(ended.sum()),
        steps=steps,
        median=median,
        median_low=next((it.days for it in steps if _reaches_half(it.low)), None),
        median_high=next((it.days for it in steps if _reaches_half(it.high)), None),
        reason="" if median is not None else "Fewer than half are known to have ended.",
    )


def days_of(spells: Sequence[Spell]) -> NDArray[np.int64]:
    """Return the days of spells, shape (spells,).

    Raises:
        ValueError: a spell lasts a negative number of days.
    """
    for it in spells:
        if it.days < 0:
            raise ValueError(f"Nothing lasts {it.days} days.")
    return np.array([it.days for it in spells], dtype=np.int64)


def band_of(lasting: float, error: float) -> tuple[float, float] | None:
    """Return the 95 % band of a share by the scale log(-log), None where it has none.

    Args:
        lasting: the share, of which 0 and 1 have no band.
        error: its standard error.
    """
    if not (0 < lasting < 1 and math.isfinite(error)):
        return None
    away = math.exp(NORMAL * error / (lasting * -math.log(lasting)))
    # Rounding must not put the share outside of its own band.
    return min(lasting**away, lasting), max(lasting ** (1 / away), lasting)


def _steps(days: NDArray[np.int64], ended: NDArray[np.int64]) -> tuple[Step, ...]:
    if not ended.any():
        return ()
    # Loading it takes longer than all else that a command loads.
    from statsmodels.duration.survfunc import (  # type: ignore[import-untyped]  # noqa: PLC0415  # as said above; it has no types
        SurvfuncRight,
    )

    curve = SurvfuncRight(days, ended)
    found = []
    for at in range(len(curve.surv_times)):
        lasting = float(curve.surv_prob[at])
        band = band_of(lasting, float(curve.surv_prob_se[at]))
        step = Step(
            days=int(curve.surv_times[at]),
            at_risk=int(curve.n_risk[at]),
            ended=int(curve.n_events[at]),
            lasting=lasting,
            low=band[0] if band else None,
            high=band[1] if band else None,
        )
        found.append(step)
    return tuple(found)


def _reaches_half(bound: float | None) -> bool:
    return bound is not None and bound <= _HALF  # a half
