"""The part of indicator 16.10.1 that is about journalists."""

from collections.abc import Sequence
from dataclasses import dataclass

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.asking import ask, table_figure
from endimpunity.indicators.rules.breakdowns import country_cell
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.facts import KILLING, CaseFact, Facts
from endimpunity.indicators.rules.figures import NO_CHANCE, Figure, Row
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.refusals import UnableToCount
from endimpunity.indicators.rules.sifting import Sieve
from endimpunity.indicators.rules.windows import Period, twelve_months_to
from endimpunity.sources.vocabulary import Violation

NOT_STATED = "NOT_STATED"
OTHER = "OTHER_HARMFUL_ACT"
# The indicator's own classes; all else that is done to people is its last one.
CLASSES = (
    KILLING,
    str(Violation.ENFORCED_DISAPPEARANCE),
    str(Violation.TORTURE),
    str(Violation.KIDNAPPING),
    str(Violation.ARBITRARY_DETENTION),
    OTHER,
)
AGES = ((18, "UNDER_18"), (25, "18_TO_24"), (65, "25_TO_64"))
OLDEST = "65_AND_OVER"
VERIFIED = Sieve(
    reason="NOT_VERIFIED",
    sentence="Nobody states that the case is verified.",
    holds=lambda it: it.verified is True,
)


@dataclass(frozen=True, kw_only=True)
class Victims(Row):
    """How many victims of one class are of one sex, age group and State."""

    violation: str
    sex: str
    age_group: str
    country_code: str
    victims: int


@dataclass(frozen=True, kw_only=True)
class Total(Row):
    """How many victims of one class there are."""

    violation: str
    victims: int


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Return victims of verified cases by class, sex, age group and State.

    Its number is that of the killed; others never share a total with them.

    Raises:
        UnableToCount: the period is not of twelve months, an option cannot be met, or
            the facts are a sample.
    """
    question = ask(DEFINITION, facts, lens, period, options)
    last = question.period.last
    if last is None or question.period != twelve_months_to(last):
        raise UnableToCount(
            f"The indicator is of twelve months, and the period is {question.period}."
        )
    sifted = question.sift(VERIFIED)
    rows: list[Row] = [
        Total(violation=it, victims=_victims(sifted.kept, it)) for it in CLASSES
    ]
    rows += victim_rows(sifted.kept)
    killed = _victims(sifted.kept, KILLING)
    return table_figure(
        question,
        sifted=sifted,
        rows=rows,
        numerator=killed,
        value=str(killed),
        interval_reason=NO_CHANCE,
        notes=["The number is that of the killed; each other class has its own row."],
    )


def class_of(fact: CaseFact) -> str:
    """Return the gravest class of what was done, under which a victim is counted."""
    return next((it for it in CLASSES if it in fact.violations), OTHER)


def age_group(age: int | None) -> str:
    """Return the group an age is of."""
    if age is None:
        return NOT_STATED
    return next((name for below, name in AGES if age < below), OLDEST)


def victim_rows(kept: Sequence[CaseFact]) -> list[Victims]:
    """Return how many victims are of each kind, each person once in each."""
    found: dict[tuple[str, str, str, str], set[str]] = {}
    for it in kept:
        sex = it.sex or NOT_STATED
        key = (class_of(it), sex, age_group(it.age), country_cell(it))
        found.setdefault(key, set()).add(it.person or it.case)
    return [
        Victims(
            violation=key[0],
            sex=key[1],
            age_group=key[2],
            country_code=key[3],
            victims=len(people),
        )
        for key, people in sorted(found.items())
    ]


def _victims(kept: Sequence[CaseFact], violation: str) -> int:
    return len({it.person or it.case for it in kept if class_of(it) == violation})


def _last_year(lens: Lens) -> Period:
    return twelve_months_to(lens.as_of)


DEFINITION = Definition(
    name="sdg-16-10-1-journalists",
    version=1,
    title="SDG indicator 16.10.1, the part about journalists",
    formula=(
        "Victims of verified cases in twelve months, by class of violation, sex, age"
        " group and State. A victim of several violations in one case is counted once,"
        " under the gravest."
    ),
    source=(
        "OHCHR, metadata of SDG indicator 16.10.1 (2018), and its statistical"
        " classification framework."
    ),
    traps=(
        (
            "It is a part of the indicator: trade unionists and human rights defenders"
            " are not in it."
        ),
        "It counts victims and is no rate.",
        "Killings and other violations are never added up.",
        "Sex and age are often not stated; they are a group of their own.",
    ),
    example=Example(
        text=(
            "In twelve months two people were killed, one of them tortured before, and"
            " one person was detained twice: two killed, one detained."
        ),
        result="2",
    ),
    compute=compute,
    default_period=_last_year,
    takes=("where",),
)
