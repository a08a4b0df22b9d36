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
class LogLinearPanel:
    """All log-linear models, which of them are chosen, and how sure that is."""

    #: By BIC, the best first.
    fits: tuple[LogLinearFit, ...]
    #: The model with the lowest BIC, and that with the lowest AIC; both answer.
    bic: LogLinearFit
    aic: LogLinearFit
    #: Of the whole procedure, the choice by BIC within it.
    bootstrap: BootstrapInterval


@dataclass(frozen=True, kw_only=True)
class Panel:
    """What the methods say side by side; none of them is the number."""

    chao: ChaoBound
    #: None where the lists are too many, which the warnings say.
    loglinear: LogLinearPanel | None
    decomposable: AveragedEstimate


@dataclass(frozen=True, kw_only=True)
class Undercount:
    """How many people lists name, and what it says of those whom they do not."""

    #: People on the lists together.
    people: int
    lists: tuple[str, ...]
    #: None where it was refused.
    panel: Panel | None
    #: What a reader must know besides, a sentence each.
    warnings: tuple[str, ...]
    #: Why the data cannot bear an estimate; None where they can.
    refused: str | None


def undercount(
    table: CaptureTable, *, description: str, draws: int = DRAWS
) -> Undercount:
    """Estimate how many people there are from lists that overlap, or refuse.

    Refused are fewer than three lists and more than six, nobody, a list of nobody or of
    everybody, no overlap, and a likelihood without a maximum: of the model that AIC or
    BIC would choose. A model without one that neither chooses is left out, with a
    warning.

    Args:
        table: the capture histories.
        description: the figure's own, which decides the draws of the bootstrap.
        draws: how many tables the bootstrap draws.
    """
    if reason := _unfit(table):
        return _refused(table, reason)
    fits = fit_all(table) if len(table.lists) <= loglinear.MOST_LISTS else ()
    if reason := _without_maximum(fits):
        return _refused(table, reason)
    panel = Panel(
        chao=chao_bound(table),
        loglinear=_chosen(table, fits, description, draws) if fits else None,
        decomposable=average_decomposable(table),
    )
    return Undercount(
        people=table.people,
        lists=table.lists,
        panel=panel,
        warnings=_warnings(table, panel),
        refused=None,
    )


def _chosen(
    table: CaptureTable, fits: tuple[LogLinearFit, ...], description: str, draws: int
) -> LogLinearPanel:
    drawn = bootstrap(table, fits, description=description, draws=draws)
    return LogLinearPanel(
        fits=fits, bic=fits[0], aic=best_by_aic(fits), bootstrap=drawn
    )


def _refused(table: CaptureTable, reason: str) -> Undercount:
    return Undercount(
        people=table.people,
        lists=table.lists,
        panel=None,
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


def _without_maximum(fits: Sequence[LogLinearFit]) -> str:
    """Return that a likelihood that matters has no maximum, "" if all have.

    That of lists which do not depend on one another has one, once every list names
    somebody, none names everybody, and some overlap.
    """
    for fit in (fits[0], best_by_aic(fits)) if fits else ():
        if fit.answer is None:
            return (
                f"The model that fits best, {fit.model}, has a likelihood without a"
                " maximum, because too many histories are nobody's; the data cannot"
                " bear an estimate."
            )
    return ""


def _warnings(table: CaptureTable, panel: Panel) -> tuple[str, ...]:
    """Return what a reader must know besides, the most general first."""
    said = [COPYING, *table.notes, *_apart(table)]
    if panel.loglinear is None:
        said.append(
            f"Log-linear models are tried for up to {loglinear.MOST_LISTS} lists; of"
            f" {len(table.lists)} there are too many."
        )
    else:
        said += _left_out(panel.loglinear)
    if panel.decomposable.at_the_edge > _AT_THE_EDGE:
        said.append(
            "The data do not bound the averaged estimate: more than"
            f" {averaging.UNSEEN_FOR_EACH} unseen people for each one seen were not"
            " looked at, and it would be higher if they were."
        )
    return tuple(said)


def _left_out(panel: LogLinearPanel) -> list[str]:
    """Return what the log-linear models do not say, a sentence each."""
    said = []
    left_out = sum(it.answer is None for it in panel.fits)
    if left_out:
        said.append(
            f"{left_out} of {len(panel.fits)} models were left out: their likelihood"
            " has no maximum."
        )
    if panel.bootstrap.reason:
        said.append(panel.bootstrap.reason)
    return said


def _apart(table: CaptureTable) -> list[str]:
    """Return which two lists have nobody in common, a sentence each."""
    return [
        f"{table.lists[one]} and {table.lists[other]} have nobody in common."
        for one, other in combinations(range(len(table.lists)), 2)
        if table.together(one, other) == 0
    ]
