"""Deadliest attacks: which events killed the most media people."""

from collections import Counter
from dataclasses import dataclass

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.asking import Question, ask, table_figure
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.facts import AttackFact, CaseFact, Facts
from endimpunity.indicators.rules.figures import NO_CHANCE, Figure, Row
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.sifting import (
    KILLINGS,
    Sieve,
    happened_by,
    sieves_of,
)
from endimpunity.indicators.rules.windows import Belonging, Period, belonging

IN_AN_ATTACK = Sieve(
    reason="NO_ATTACK_NAMED",
    sentence="Nobody says in which attack it was.",
    holds=lambda it: it.attack is not None,
)


@dataclass(frozen=True, kw_only=True)
class Deadly(Row):
    """One attack, the cases known of it, and what sources state."""

    attack: str
    name: str
    country_code: str | None
    date: str
    cases: int
    #: The least and the most that any source states; None where none does.
    stated_lowest: int | None
    stated_highest: int | None


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Return attacks by how many media people they killed, by cases or tolls.

    Raises:
        UnableToCount: an option cannot be met.
    """
    question = ask(DEFINITION, facts, lens, period, options)
    sifted = question.sift(KILLINGS, IN_AN_ATTACK)
    cases = Counter(it.attack for it in sifted.kept)
    attacks = {it.attack: it for it in facts.attacks}
    unnamed = [AttackFact(attack=it) for it in cases if it and it not in attacks]
    rows = [
        _row(it, cases[it.attack])
        for it in (*attacks.values(), *unnamed)
        if cases[it.attack] or _is_asked_for(it, question)
    ]
    rows.sort(key=lambda it: (-max(it.cases, it.stated_lowest or 0), it.attack))
    return table_figure(
        question,
        sifted=sifted,
        rows=rows,
        numerator=len(rows),
        value=str(len(rows)),
        interval_reason=NO_CHANCE,
    )


def _is_asked_for(attack: AttackFact, question: Question) -> bool:
    """Tell whether an attack of which no case is counted has a toll that is asked for.

    A condition on a person is met by none of whom nothing is known.
    """
    anybody = CaseFact(case=attack.attack, date=attack.date, country=attack.country)
    sieves = (*sieves_of(question.options), happened_by(question.lens.as_of))
    inside = belonging(attack.date, question.period) is not Belonging.OUTSIDE
    return bool(attack.tolls) and inside and all(it.holds(anybody) for it in sieves)


def _row(attack: AttackFact, cases: int) -> Deadly:
    tolls = attack.tolls
    return Deadly(
        attack=attack.attack,
        name=attack.name,
        country_code=attack.country,
        date=attack.date.text,
        cases=cases,
        stated_lowest=min((it.lowest for it in tolls), default=None),
        stated_highest=max((it.highest for it in tolls), default=None),
    )


DEFINITION = Definition(
    name="deadliest-attacks",
    version=1,
    title="Attacks by how many media people they killed",
    formula=(
        "Attacks in the order of their media victims: the cases known of each, or what"
        " its sources state at least, whichever is more."
    ),
    source="The project's own, from cases and from tolls as their sources state them.",
    traps=(
        "Sources differ on one attack: the least and the most stated are both printed.",
        "A list of people without events cannot say which died together.",
    ),
    example=Example(
        text=(
            "An attack with two known cases whose source states 32 comes before one"
            " with eight known cases."
        ),
        result="2",
    ),
    compute=compute,
    of_the_whole=False,
    takes=("where",),
)
