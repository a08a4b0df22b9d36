"""Resolved share: how many killings UNESCO counts as resolved."""

from dataclasses import replace

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.asking import Question, ask, share_figure
from endimpunity.indicators.rules.base_years import first_day
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.facts import CaseFact, Facts
from endimpunity.indicators.rules.figures import Figure, beside
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.sifting import KILLINGS, Sieve, Sifted
from endimpunity.indicators.rules.windows import Period
from endimpunity.sources.vocabulary import UnescoStatus

# UNESCO follows up killings since then.
BASE_YEAR = 2006
HAS_STATUS = Sieve(
    reason="NO_STATUS",
    sentence="The case has no status under UNESCO's method.",
    holds=lambda it: it.status is not None,
)


def is_resolved(fact: CaseFact) -> bool:
    """Tell whether UNESCO's method calls the case resolved."""
    return fact.status == UnescoStatus.RESOLVED


def on_its_base(question: Question) -> Question:
    """Return the question about the period since the base year.

    Raises:
        UnableToCount: the period ends before the base year, or there is no such year.
    """
    base = first_day(question.options.base_year or BASE_YEAR)
    first = max(base, question.period.first or base)
    return replace(question, period=Period(first=first, last=question.period.last))


def sifted_by(question: Question) -> tuple[Sifted, Sifted, str]:
    """Return killings with a status, all killings, and the base in words."""
    year = question.options.base_year or BASE_YEAR
    base = f"killings since {year} that have a status under UNESCO's method"
    return question.sift(KILLINGS, HAS_STATUS), question.sift(KILLINGS), base


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Return RESOLVED of killings with a status, and of all killings beside it.

    Raises:
        UnableToCount: an option cannot be met, or the facts are a sample.
    """
    question = on_its_base(ask(DEFINITION, facts, lens, period, options))
    with_status, every, base = sifted_by(question)
    resolved = sum(map(is_resolved, every.kept))
    row = beside(
        "of-all-killings",
        resolved,
        len(every.kept),
        "The same of all killings, whether they have a status or not.",
    )
    return share_figure(question, with_status, is_resolved, rows=[row], base=base)


DEFINITION = Definition(
    name="resolved-share",
    version=1,
    title="Share of killings resolved, by UNESCO's method",
    formula=(
        "Cases with the status RESOLVED, divided by killings since the base year that"
        " have a status; beside it divided by all killings since the base year."
    ),
    source=(
        "UNESCO, Director-General's Report on the Safety of Journalists and the Danger"
        " of Impunity, as we understand its published tables."
    ),
    traps=(
        (
            "Resolved is not convicted: a suspect's death, and a ruling that the death"
            " was unrelated to journalism, resolve a case with nobody convicted."
        ),
        (
            "The base year and the denominator are part of the name: since 1993 is"
            " another figure than since 2006, and killings after the report's biennium"
            " lower it."
        ),
        "A status rests on the State's own responses alone.",
    ),
    example=Example(
        text=(
            "Of 1,445 killings from 2006 to 2023 with a status, 217 are resolved:"
            " 217/1445, which a report prints as 15 %."
        ),
        result="0.150173",
    ),
    compute=compute,
    base="killings since 2006 that have a status under UNESCO's method",
    takes=("by", "where", "base_year"),
)
