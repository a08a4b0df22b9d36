"""One State: the index beside its record of responses, and no score."""

from dataclasses import dataclass

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.asking import Question, ask, table_figure
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.definitions import (
    case_response_rate,
    cpj_index,
    unanswered_requests,
)
from endimpunity.indicators.rules.facts import Extent, Facts
from endimpunity.indicators.rules.figures import Figure, Row
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.refusals import UnableToCount
from endimpunity.indicators.rules.responding import answer_to, in_period, is_proved
from endimpunity.indicators.rules.windows import ALL_TIME, Period


@dataclass(frozen=True, kw_only=True)
class Listing(Row):
    """Whether the index lists the State; None where the index cannot be computed."""

    listed: bool | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class RoundRow(Row):
    """What the State answered in one round."""

    round: int
    answer: str


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Return two signals side by side for one State.

    Raises:
        UnableToCount: no State is asked about, or an option cannot be met.
    """
    question = ask(DEFINITION, facts, lens, period, options)
    if not options.country:
        raise UnableToCount("A profile is of one State: say which, by its code.")
    return table_figure(
        question,
        rows=[*_index(question), *_responses(question)],
        interval_reason="Two signals side by side are no number.",
        notes=["The two are never made into one score."],
    )


def _index(question: Question) -> list[Row]:
    """Return the State's row of the index, or why there is none."""
    try:
        figure = cpj_index.compute(
            question.facts, question.lens, question.period, _index_options(question)
        )
    except UnableToCount as refused:
        return [Listing(listed=None, reason=str(refused))]
    wanted = question.options.country
    found: list[Row] = [
        it
        for it in figure.rows
        if isinstance(it, cpj_index.IndexRow) and it.country_code == wanted
    ]
    said = "" if found else "Fewer than five unsolved murders in the period."
    return [
        Listing(listed=bool(found), reason=f"{figure.period}. {said}".strip()),
        *found,
    ]


def _index_options(question: Question) -> Options:
    return Options(
        population=question.options.population,
        population_year=question.options.population_year,
    )


def _responses(question: Question) -> list[Row]:
    by, state = question.lens.as_of, question.options.country
    asked = [
        it
        for it in in_period(question.facts.requests, ALL_TIME)
        if it.state == state and is_proved(it, by=by)
    ]
    rows: list[Row] = [
        RoundRow(round=it.round, answer=answer_to(it, by=by)) for it in asked
    ]
    if asked:
        rows.append(unanswered_requests.silence(state, asked, by=by))
    if question.facts.coverage.extent is Extent.SAMPLE:
        return rows
    cases = case_response_rate.compute(
        question.facts, question.lens, ALL_TIME, Options()
    )
    return rows + [
        it
        for it in cases.rows
        if isinstance(it, case_response_rate.StateCases) and it.country_code == state
    ]


DEFINITION = Definition(
    name="state-profile",
    version=1,
    title="A State: listed by the index, answering UNESCO",
    formula=(
        "The State's row of cpj-index beside its answer to each request,"
        " unanswered-requests and case-response-rate."
    ),
    source="CPJ's Global Impunity Index and UNESCO's requests, each by its definition.",
    traps=(
        "Two signals side by side, and no score.",
        "A State that is not listed may have four unsolved murders.",
    ),
    example=Example(
        text=(
            "A State listed with nine unsolved murders that responded in two of three"
            " rounds: both are printed."
        ),
        result="null",
    ),
    compute=compute,
    of_the_whole=False,
    takes=("country", "population_year"),
)
