"""Killings: how many people were killed, by whose account."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.asking import ask, count_figure
from endimpunity.indicators.rules.breakdowns import key_of
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.facts import AttackFact, CaseFact, Facts
from endimpunity.indicators.rules.figures import Figure, Row
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.sifting import KILLINGS
from endimpunity.indicators.rules.windows import Period


@dataclass(frozen=True, kw_only=True)
class Part(Row):
    """How many of the people are of one motive or role."""

    dimension: str
    key: str
    cases: int


@dataclass(frozen=True, kw_only=True)
class AttackRow(Row):
    """How many cases of one attack are known, of how many that are stated."""

    attack: str
    name: str
    cases: int
    #: By each source with a toll: (publisher, lowest, highest).
    stated: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, kw_only=True)
class Attacks(Row):
    """How many events the people were killed in."""

    attacks: int
    #: Cases of which nobody says in which event.
    without: int


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Count people killed, and beside it the attacks they were killed in.

    Raises:
        UnableToCount: an option cannot be met.
    """
    question = ask(DEFINITION, facts, lens, period, options)
    sifted = question.sift(KILLINGS)
    rows: list[Row] = [
        *parts(sifted.kept, "motive"),
        *parts(sifted.kept, "role"),
        *attack_rows(sifted.kept, facts.attacks),
    ]
    return count_figure(question, sifted, rows=rows)


def parts(kept: Sequence[CaseFact], dimension: str) -> list[Part]:
    """Return how many cases there are of each code of a dimension."""
    key = key_of(dimension, None)
    counted = Counter(key(it) for it in kept)
    return [
        Part(dimension=dimension, key=code, cases=cases)
        for code, cases in sorted(counted.items())
    ]


def attack_rows(kept: Sequence[CaseFact], attacks: Sequence[AttackFact]) -> list[Row]:
    """Return how many events there are, and those of which a toll is stated."""
    cases = Counter(it.attack for it in kept if it.attack)
    without = sum(not it.attack for it in kept)
    stated: list[Row] = [
        AttackRow(
            attack=it.attack,
            name=it.name,
            cases=cases[it.attack],
            stated=tuple(
                sorted((toll.publisher, toll.lowest, toll.highest) for toll in it.tolls)
            ),
        )
        for it in sorted(attacks, key=lambda it: it.attack)
        if it.tolls and cases[it.attack]
    ]
    return [Attacks(attacks=len(cases), without=without), *stated]


DEFINITION = Definition(
    name="killings",
    version=1,
    title="Killings",
    formula=(
        "Cases with a killing that surely or possibly lie in the period. People are"
        " counted; attacks are counted beside them, and of each attack how many cases"
        " are known of how many its sources state."
    ),
    source="The project's own; each publisher's list is counted by its own rules.",
    traps=(
        "People, not events: one attack may have thirty cases.",
        (
            "Confirmed and unconfirmed motives, journalists and media workers are never"
            " told as one number without their parts beside it."
        ),
        (
            "A breakdown by time is a partition: what lies in no single year is in"
            " SPANS, and what no source dates in UNDATED."
        ),
    ),
    example=Example(
        text=(
            "Three people killed in one attack, one in another, and one kidnapped:"
            " four cases, two attacks; the kidnapping is left out."
        ),
        result="4",
    ),
    compute=compute,
    of_the_whole=False,
)
