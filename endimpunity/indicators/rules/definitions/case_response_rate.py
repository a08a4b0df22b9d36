"""Case response rate: on how many cases a State said something."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.asking import ask, table_figure
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.facts import CaseRequestFact, Facts
from endimpunity.indicators.rules.figures import Figure, Row, share_of
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.responding import has_come, whole_year
from endimpunity.indicators.rules.windows import Belonging, Period, belonging


@dataclass(frozen=True, kw_only=True)
class StateCases(Row):
    """On how many of the cases asked about one State said something."""

    country_code: str
    numerator: int
    denominator: int
    value: str | None
    #: Opaque identities, sorted.
    said: tuple[str, ...]
    not_said: tuple[str, ...]


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Return the share of cases on which something substantive was said.

    Raises:
        UnableToCount: an option cannot be met, or the facts are a sample.
    """
    question = ask(DEFINITION, facts, lens, period, options)
    asked = [
        it
        for it in facts.case_requests
        if has_come(it.asked, lens.as_of)
        and belonging(whole_year(it.round), question.period) is not Belonging.OUTSIDE
    ]
    cases = {it.case for it in asked}
    said = {it.case for it in asked if _was_informed(it, lens.as_of)}
    states = sorted({it.state for it in asked})
    return table_figure(
        question,
        rows=[_row(state, asked, said) for state in states],
        share=share_of(len(said), len(cases)),
        notes=[f"As recorded by {lens.as_of}; a case asked in many rounds is one."],
    )


def _was_informed(fact: CaseRequestFact, by: date) -> bool:
    return fact.informed is not None and has_come(fact.informed, by)


def _row(state: str, asked: Iterable[CaseRequestFact], said: set[str]) -> StateCases:
    cases = {it.case for it in asked if it.state == state}
    share = share_of(len(cases & said), len(cases))
    return StateCases(
        country_code=state,
        numerator=share.numerator,
        denominator=share.denominator,
        value=share.value,
        said=tuple(sorted(cases & said)),
        not_said=tuple(sorted(cases - said)),
    )


DEFINITION = Definition(
    name="case-response-rate",
    version=1,
    title="Share of cases on which the State said something substantive",
    formula=(
        "Cases on which the State said something substantive by the freeze date,"
        " divided by cases it was asked about."
    ),
    source="The project's own, from the same requests as response-rate.",
    traps=(
        (
            "A State that answers on one of twenty cases has responded, and has a case"
            " response rate of 5 %."
        ),
        "A case asked about in many rounds is one case.",
    ),
    example=Example(
        text=(
            "A State is asked about four cases in two rounds and says something of one:"
            " 1/4."
        ),
        result="0.25",
    ),
    compute=compute,
    base="cases asked about",
    takes=(),
)
