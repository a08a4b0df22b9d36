"""Figures of how long killings wait: the same for every end that is asked about."""

from endimpunity.indicators.maths.incidence import aalen_johansen
from endimpunity.indicators.maths.survival import Spell, kaplan_meier
from endimpunity.indicators.rules.asking import Question, table_figure
from endimpunity.indicators.rules.curves import (
    curve_rows,
    incidence_rows,
    median_interval,
)
from endimpunity.indicators.rules.facts import End
from endimpunity.indicators.rules.figures import Figure
from endimpunity.indicators.rules.sifting import KILLINGS
from endimpunity.indicators.rules.spells import (
    DAY_KNOWN,
    end_known,
    in_order_of_time,
    spells_of,
)


def lasting_figure(question: Question, *, one: frozenset[End], name: str) -> Figure:
    """Return how long killings last until one end, others competing.

    Args:
        question: whose lens's day censors what has not ended.
        one: the ends that are the one asked about.
        name: its name.
    """
    by = question.lens.as_of
    sifted = question.sift(KILLINGS, DAY_KNOWN, end_known(by), in_order_of_time(by))
    spells = spells_of(sifted.kept, by=by, one=one, name=name)
    curve = kaplan_meier([_of_one(it, name) for it in spells])
    interval, reason = median_interval(curve)
    return table_figure(
        question,
        sifted=sifted,
        rows=[*curve_rows(curve), *incidence_rows(aalen_johansen(spells))],
        numerator=curve.ended,
        value=None if curve.median is None else str(curve.median),
        interval=interval,
        interval_reason=reason,
        notes=[
            (
                f"{curve.followed} killings were followed until {by}; {curve.ended} had"
                " reached the end. Those that have not are in the curve, censored."
            )
        ],
    )


def _of_one(spell: Spell, name: str) -> Spell:
    return spell if spell.cause == name else Spell(days=spell.days, cause=None)
