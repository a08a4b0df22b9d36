"""Unanswered requests: how often in a row a State has not responded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.asking import ask, table_figure
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.facts import Facts, RequestFact
from endimpunity.indicators.rules.figures import NO_CHANCE, Figure, Row
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.responding import (
    Answer,
    answer_to,
    in_period,
    is_proved,
)
from endimpunity.indicators.rules.windows import Period


@dataclass(frozen=True, kw_only=True)
class Silence(Row):
    """The latest requests to one State without a response recorded."""

    country_code: str
    unanswered: int
    #: The round the silence begins in; None where the latest was answered.
    since_round: int | None
    #: How many of them it acknowledged.
    acknowledged: int
    #: The most in a row, at any time.
    longest: int
    asked: int


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Return for each State how many requests in a row have no response.

    Raises:
        UnableToCount: an option cannot be met.
    """
    question = ask(DEFINITION, facts, lens, period, options)
    asked: dict[str, list[RequestFact]] = {}
    for it in in_period(facts.requests, question.period):
        if is_proved(it, by=lens.as_of):
            asked.setdefault(it.state, []).append(it)
    rows = [silence(state, found, by=lens.as_of) for state, found in asked.items()]
    return table_figure(
        question,
        rows=rows,
        numerator=sum(it.unanswered for it in rows),
        value=str(sum(it.unanswered for it in rows)),
        interval_reason=NO_CHANCE,
        notes=[f"As recorded by {lens.as_of}."],
    )


def silence(state: str, requests: Sequence[RequestFact], *, by: date) -> Silence:
    """Return a State's row; its requests come in the order of their rounds."""
    answers = [answer_to(it, by=by) for it in requests]
    run = longest = 0
    for answer in answers:
        run = 0 if answer is Answer.RESPONDED else run + 1
        longest = max(longest, run)
    latest = answers[len(answers) - run :]
    return Silence(
        country_code=state,
        unanswered=run,
        since_round=requests[-run].round if run else None,
        acknowledged=latest.count(Answer.ACKNOWLEDGED_ONLY),
        longest=longest,
        asked=len(requests),
    )


DEFINITION = Definition(
    name="unanswered-requests",
    version=1,
    title="Requests in a row without a response recorded",
    formula=(
        "Of each State the latest requests, counted back to the last one with a"
        " substantive response."
    ),
    source="The project's own, from the same requests as response-rate.",
    traps=(
        "A year in which the State was not asked neither breaks nor lengthens it.",
        "An acknowledgement does not break it; how many there were is said beside it.",
    ),
    example=Example(
        text=(
            "Asked in 2014, 2015, 2017 and 2018, responded in 2014, acknowledged in"
            " 2017: three unanswered, one of them acknowledged."
        ),
        result="3",
    ),
    compute=compute,
    of_the_whole=False,
    takes=(),
)
