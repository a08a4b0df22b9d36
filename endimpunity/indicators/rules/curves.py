"""Curves of time as the lines of a figure's table."""

from collections.abc import Sequence
from dataclasses import dataclass

from endimpunity.indicators.maths.digits import six_digits
from endimpunity.indicators.maths.incidence import Incidence
from endimpunity.indicators.maths.proportions import Interval
from endimpunity.indicators.maths.survival import LEVEL, SurvivalCurve
from endimpunity.indicators.maths.turnbull import TurnbullCurve
from endimpunity.indicators.rules.figures import Row


@dataclass(frozen=True, kw_only=True)
class StepRow(Row):
    """What share lasts beyond a day, or had ended by one cause until it."""

    #: KAPLAN_MEIER or AALEN_JOHANSEN.
    method: str
    #: What ended them; "" for the share that lasts.
    cause: str
    days: int
    ended: int
    share: float
    low: float | None
    high: float | None


@dataclass(frozen=True, kw_only=True)
class MassRow(Row):
    """The share that ended after one day and by another; when between, nobody knows."""

    method: str
    after: int
    #: None where it had not ended when it was last looked at.
    until: int | None
    share: float
    #: Between these lies the share that lasts, when the interval has begun.
    lasting_low: float
    lasting_high: float


@dataclass(frozen=True, kw_only=True)
class MedianRow(Row):
    """By when half had ended."""

    median: int | None
    low: int | None
    high: int | None


def curve_rows(curve: SurvivalCurve) -> list[Row]:
    """Return the median and the steps of a Kaplan-Meier curve."""
    median = MedianRow(
        median=curve.median, low=curve.median_low, high=curve.median_high
    )
    return [
        median,
        *(
            StepRow(
                method="KAPLAN_MEIER",
                cause="",
                days=it.days,
                ended=it.ended,
                share=six_digits(it.lasting),
                low=_six(it.low),
                high=_six(it.high),
            )
            for it in curve.steps
        ),
    ]


def incidence_rows(found: Sequence[Incidence]) -> list[Row]:
    """Return the steps of Aalen-Johansen curves, cause by cause."""
    return [
        StepRow(
            method="AALEN_JOHANSEN",
            cause=one.cause,
            days=it.days,
            ended=it.ended,
            share=six_digits(it.share),
            low=_six(it.low),
            high=_six(it.high),
        )
        for one in found
        for it in one.steps
    ]


def mass_rows(curve: TurnbullCurve) -> list[Row]:
    """Return where Turnbull's curve falls, and the band it leaves."""
    rows: list[Row] = []
    for it in curve.masses:
        low, high = curve.lasting(it.within.after + 1)
        rows.append(
            MassRow(
                method="TURNBULL",
                after=it.within.after,
                until=it.within.until,
                share=six_digits(it.share),
                lasting_low=six_digits(low),
                lasting_high=six_digits(high),
            )
        )
    return rows


def median_interval(curve: SurvivalCurve) -> tuple[Interval | None, str]:
    """Return the days between which the median lies, or why nobody can say."""
    if curve.median is None:
        return None, curve.reason
    if curve.median_low is None or curve.median_high is None:
        return None, (
            "The 95 % band never comes down to a half, so the median has no upper end."
        )
    interval = Interval(
        method="BROOKMEYER_CROWLEY",
        level=LEVEL,
        low=float(curve.median_low),
        high=float(curve.median_high),
    )
    return interval, ""


def _six(value: float | None) -> float | None:
    return None if value is None else six_digits(value)
