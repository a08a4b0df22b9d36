"""Undercount: how many people no list names."""

from dataclasses import dataclass

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.maths.digits import six_digits
from endimpunity.indicators.maths.loglinear import LogLinearFit
from endimpunity.indicators.maths.undercount import Panel
from endimpunity.indicators.maths.undercount import undercount as estimate
from endimpunity.indicators.rules.asking import ask, table_figure
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.facts import Facts
from endimpunity.indicators.rules.figures import Figure, Row
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.refusals import UnableToCount
from endimpunity.indicators.rules.windows import ALL_TIME, Period


@dataclass(frozen=True, kw_only=True)
class Estimate(Row):
    """What one method says of how many people there are."""

    method: str
    model: str
    estimate: float | None
    se: float | None
    low: float | None
    high: float | None


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Return what several methods say side by side; none of them is the number.

    Raises:
        UnableToCount: no lists are linked, a period is asked for, or the data cannot
            bear an estimate.
    """
    question = ask(DEFINITION, facts, lens, period, options)
    if question.period != ALL_TIME:
        raise UnableToCount(
            "The table of lists has no days: choose the period before linking them."
        )
    if facts.captures is None:
        raise UnableToCount(
            "No lists are linked, so nothing says which person is on which."
        )
    found = estimate(facts.captures, description=question.identity.description)
    if found.panel is None:
        raise UnableToCount(found.refused or "The data cannot bear an estimate.")
    return table_figure(
        question,
        rows=_rows(found.panel),
        numerator=found.people,
        interval_reason="Each method of the panel carries its own interval.",
        notes=found.warnings,
    )


def _rows(panel: Panel) -> list[Row]:
    rows: list[Row] = [
        Estimate(
            method=name,
            model="",
            estimate=None if value is None else six_digits(float(value)),
            se=None,
            low=None,
            high=None,
        )
        for name, value in (
            ("chao-loglinear", panel.chao.loglinear),
            ("chao-closed", panel.chao.closed),
        )
    ]
    averaged = panel.decomposable
    if panel.loglinear is not None:
        rows.append(_fit("loglinear-bic", panel.loglinear.bic))
        rows.append(_fit("loglinear-aic", panel.loglinear.aic))
    rows.append(
        Estimate(
            method="decomposable",
            model="",
            estimate=six_digits(averaged.mean),
            se=None,
            low=float(averaged.low),
            high=float(averaged.high),
        )
    )
    return rows


def _fit(method: str, fit: LogLinearFit) -> Estimate:
    answer = fit.answer
    return Estimate(
        method=method,
        model=fit.model,
        estimate=six_digits(answer.estimate) if answer else None,
        se=six_digits(answer.se) if answer else None,
        low=six_digits(answer.low) if answer else None,
        high=six_digits(answer.high) if answer else None,
    )


DEFINITION = Definition(
    name="undercount",
    version=1,
    title="How many people no list names",
    formula=(
        "Multiple systems estimation over linked lists: Chao's lower bound, log-linear"
        " models with AIC and BIC, and averaging over decomposable graphs; a panel."
    ),
    source=(
        "Rivest and Baillargeon (2007); Madigan and York (1997); the checks are in the"
        " reference of the arithmetic."
    ),
    traps=(
        "Lists that copy one another bias every estimate low.",
        (
            "A panel, never one number: where the methods differ, nobody knows which is"
            " right."
        ),
        (
            "Fewer than three lists, no overlap, or a likelihood without a maximum are"
            " refused."
        ),
    ),
    example=Example(
        text="Two lists with ten people in common: refused, as three are needed.",
        result="null",
    ),
    compute=compute,
    takes=(),
)
