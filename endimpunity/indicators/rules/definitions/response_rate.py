"""Response rate: how many of the States that were asked answered."""

from dataclasses import dataclass

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.asking import ask, table_figure
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.facts import Facts
from endimpunity.indicators.rules.figures import Figure, Row, share_of
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.responding import (
    Answer,
    Asked,
    by_state,
    in_period,
    is_proved,
)
from endimpunity.indicators.rules.windows import Period


@dataclass(frozen=True, kw_only=True)
class Rate(Row):
    """States of some classes, of all that were asked."""

    name: str
    numerator: int
    denominator: int
    value: str | None
    low: float | None
    high: float | None


@dataclass(frozen=True, kw_only=True)
class StateRow(Row):
    """What one State answered."""

    country_code: str
    rounds: tuple[int, ...]
    answer: Answer


@dataclass(frozen=True, kw_only=True)
class NotProved(Row):
    """A request of which it is not proved that it had gone out."""

    country_code: str
    round: int


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Return the rate of any answer, and the substantive one beside it.

    The freeze date is the day of the lens: what came later is not counted.

    Raises:
        UnableToCount: an option cannot be met, or the facts are a sample.
    """
    question = ask(DEFINITION, facts, lens, period, options)
    requests = in_period(facts.requests, question.period)
    proved = [it for it in requests if is_proved(it, by=lens.as_of)]
    asked = by_state(proved, by=lens.as_of)
    any_answer = sum(it.answer is not Answer.NONE_RECORDED for it in asked)
    rows: list[Row] = [
        _rate("any-response", asked, {Answer.RESPONDED, Answer.ACKNOWLEDGED_ONLY}),
        _rate("substantive-response", asked, {Answer.RESPONDED}),
        *(_rate(answer.value, asked, {answer}) for answer in Answer),
        *(
            StateRow(country_code=it.state, rounds=it.rounds, answer=it.answer)
            for it in asked
        ),
        *(
            NotProved(country_code=it.state, round=it.round)
            for it in requests
            if it not in proved
        ),
    ]
    return table_figure(
        question,
        rows=rows,
        share=share_of(any_answer, len(asked)),
        notes=[f"As recorded by {lens.as_of}; a late answer changes the rate."],
    )


def _rate(name: str, asked: list[Asked], classes: set[Answer]) -> Rate:
    share = share_of(sum(it.answer in classes for it in asked), len(asked))
    return Rate(
        name=name,
        numerator=share.numerator,
        denominator=share.denominator,
        value=share.value,
        low=share.interval.low if share.interval else None,
        high=share.interval.high if share.interval else None,
    )


DEFINITION = Definition(
    name="response-rate",
    version=1,
    title="Share of States that answered UNESCO's request",
    formula=(
        "States with any answer, divided by States whose request is proved to have gone"
        " out; beside it States with a substantive response, and each of the classes"
        " RESPONDED, ACKNOWLEDGED_ONLY and NONE_RECORDED, divided by the same."
    ),
    source="UNESCO, Director-General's Report: States that replied of States asked.",
    traps=(
        (
            "The rate depends on the freeze date: a reply that came late made 40 of 62"
            " States 41."
        ),
        "An acknowledgement is not a response: the two rates differ by those States.",
        "Over several rounds a State counts by the most it answered in any of them.",
        (
            "None recorded is not a refusal, and no class is given before dispatch is"
            " proved."
        ),
    ),
    example=Example(
        text=(
            "Of 75 States asked, 49 said something substantive, 9 acknowledged only, of"
            " 17 nothing is recorded: 58/75 any, printed as 77 %, and 49/75"
            " substantive, 65 %."
        ),
        result="0.773333",
    ),
    compute=compute,
    base="States asked",
    takes=(),
)
