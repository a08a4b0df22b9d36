"""How many people no list names: several answers side by side, or a refusal."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from endimpunity.indicators.maths import averaging, graphs, loglinear
from endimpunity.indicators.maths.averaging import (
    AveragedEstimate,
    average_decomposable,
)
from endimpunity.indicators.maths.bootstrap import DRAWS, BootstrapInterval, bootstrap
from endimpunity.indicators.maths.captures import CaptureTable
from endimpunity.indicators.maths.chao import ChaoBound, chao_bound
from endimpunity.indicators.maths.loglinear import LogLinearFit, best_by_aic, fit_all

FEWEST_LISTS = 3
# Where the last tenth of what was looked at is more probable, it matters where one
# stops looking.
_AT_THE_EDGE = 0.001
COPYING = (
    "Lists that copy one another, or draw on one source, overlap more than chance would"
    " have it: every estimate here is then too low."
)


@dataclass(frozen=True, kw_only=True)
class UndercountPanel:
    """What the methods say side by side; none of them is the number."""

    #: People on the lists together.
    people: int
    lists: tuple[str, ...]
    #: None where the table is refused, as all below.
    chao: ChaoBound | None
    #: The log-linear models by BIC, the best first; empty where there are none.
    loglinear: tuple[LogLinearFit, ...]
    best_bic: LogLinearFit | None
    best_aic: LogLinearFit | None
    decomposable: AveragedEstimate | None
    bootstrap: BootstrapInterval | None
    #: What a reader must know besides, a sentence each.
    warnings: tuple[str, ...]
    #: Why the data cannot bear an estimate; None where they can.
    refused: str | None


def undercount(
    table: CaptureTable, *, description: str, draws: int = DRAWS
) -> UndercountPanel:
    """Estimate how many people there are from lists that overlap, or refuse.

    Refused are fewer than three lists and more than six, nobody, a list of nobody, no
    overlap, and a likelihood without a maximum: of the model that AIC or BIC would
    choose. A model without one that neither chooses is left out, with a warning.

    Args:
        table: the capture histories.
        description: the figure's own, which decides the draws of the bootstrap.
        draws: how many tables the bootstrap draws.

    Returns:
        The panel; refused, it holds people, lists and the reason alone.
    """
    if reason := _unfit(table):
        return _refused(table, reason)
    fits = fit_all(table) if len(table.lists) <= loglinear.MOST_LISTS else ()
    aic = best_by_aic(fits) if fits else None
    chosen = [it for it in (fits[0] if fits else None, aic) if it is not None]
    if reason := _without_maximum(chosen):
        return _refused(table, reason)
    averaged = average_decomposable(table)
    drawn = None
    if fits:
        drawn = bootstrap(table, fits, description=description, draws=draws)
    return UndercountPanel(
        people=table.people,
        lists=table.lists,
        chao=chao_bound(table),
        loglinear=fits,
        best_bic=fits[0] if fits else None,
        best_aic=aic,
        decomposable=averaged,
        bootstrap=drawn,
        warnings=_warnings(table, fits, averaged, drawn),
        refused=None,
    )


def _refused(table: CaptureTable, reason: str) -> UndercountPanel:
    return UndercountPanel(
        people=table.people,
        lists=table.lists,
        chao=None,
        loglinear=(),
        best_bic=None,
        best_aic=None,
        decomposable=None,
        bootstrap=None,
        warnings=table.notes,
        refused=reason,
    )


def _unfit(table: CaptureTable) -> str:
    """Return why no method can be tried, "" if one can."""
    lists = len(table.lists)
    if lists < FEWEST_LISTS:
        found = ", ".join(table.lists) or "none"
        return (
            f"An estimate needs {FEWEST_LISTS} lists at least, to tell whether they"
            f" depend on one another; the table has {lists}: {found}."
        )
    if lists > graphs.MOST_LISTS:
        return (
            f"There are too many models over {lists} lists to try them all; at most"
            f" {graphs.MOST_LISTS} can be taken together."
        )
    return _useless(table)


def _useless(table: CaptureTable) -> str:
    """Return why the counts say nothing of who is missing, "" if they do."""
    if table.people == 0:
        return "The lists name nobody."
    for at, name in enumerate(table.lists):
        if table.together(at) == 0:
            return f"The list {name} names nobody."
        if table.together(at) == table.people:
            return (
                f"The list {name} names everybody whom any list names: nothing says how"
                " many it has missed, and the likelihood has no maximum."
            )
    if table.on(1) == table.people:
        return (
            "No two lists have a person in common: without overlap nothing says how"
            " many people there are."
        )
    return ""


def _without_maximum(chosen: Sequence[LogLinearFit]) -> str:
    """Return that a likelihood that matters has no maximum, "" if all have.

    That of lists which do not depend on one another has one, once every list names
    somebody, none names everybody, and some overlap.
    """
    for fit in chosen:
        if fit.answer is None:
            return (
                f"The model that fits best, {fit.model}, has a likelihood without a"
                " maximum, because too many histories are nobody's; the data cannot"
                " bear an estimate."
            )
    return ""


def _warnings(
    table: CaptureTable,
    fits: Sequence[LogLinearFit],
    averaged: AveragedEstimate,
    drawn: BootstrapInterval | None,
) -> tuple[str, ...]:
    """Return what a reader must know besides, the most general first."""
    said = [COPYING, *table.notes, *_apart(table)]
    if not fits:
        said.append(
            f"Log-linear models are tried for up to {loglinear.MOST_LISTS} lists; of"
            f" {len(table.lists)} there are too many."
        )
    left_out = sum(it.answer is None for it in fits)
    if left_out:
        said.append(
            f"{left_out} of {len(fits)} models were left out: their likelihood has no"
            " maximum."
        )
    if averaged.at_the_edge > _AT_THE_EDGE:
        said.append(
            "The data do not bound the averaged estimate: more than"
            f" {averaging.UNSEEN_FOR_EACH} unseen people for each one seen were not"
            " looked at, and it would be higher if they were."
        )
    if drawn is not None and drawn.reason:
        said.append(drawn.reason)
    return tuple(said)


def _apart(table: CaptureTable) -> list[str]:
    """Return which two lists have nobody in common, a sentence each."""
    return [
        f"{table.lists[one]} and {table.lists[other]} have nobody in common."
        for one, other in combinations(range(len(table.lists)), 2)
        if table.together(one, other) == 0
    ]
