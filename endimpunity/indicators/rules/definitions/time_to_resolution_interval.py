"""Time to resolution where only the rounds of requests saw a case."""

from collections.abc import Sequence
from datetime import date

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.maths.turnbull import Bracket, turnbull
from endimpunity.indicators.rules.asking import ask, table_figure
from endimpunity.indicators.rules.curves import mass_rows
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.facts import CaseFact, Facts, RoundSightFact
from endimpunity.indicators.rules.figures import Figure
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.sifting import KILLINGS, Sieve
from endimpunity.indicators.rules.windows import Period

BOUNDED = Sieve(
    reason="DAY_UNBOUNDED",
    sentence="The days on which the killing can have been have no beginning or no end.",
    holds=lambda it: it.date.earliest is not None and it.date.latest is not None,
)


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Return Turnbull's curve over what each round saw.

    Raises:
        UnableToCount: an option cannot be met, or the facts are a sample.
    """
    question = ask(DEFINITION, facts, lens, period, options)
    sights: dict[str, list[RoundSightFact]] = {}
    for it in facts.sights:
        if it.seen_on <= lens.as_of:
            sights.setdefault(it.case, []).append(it)
    seen = Sieve(
        reason="SEEN_BY_NO_ROUND",
        sentence="No round had looked at the case by the day of the lens.",
        holds=lambda it: it.case in sights,
    )
    sifted = question.sift(KILLINGS, BOUNDED, seen)
    curve = turnbull([bracket_of(it, sights[it.case]) for it in sifted.kept])
    resolved = sum(any(s.resolved for s in sights[it.case]) for it in sifted.kept)
    return table_figure(
        question,
        sifted=sifted,
        rows=mass_rows(curve),
        numerator=resolved,
        value=None if curve.median_until is None else str(curve.median_until),
        interval_reason=_median(curve.median_after, curve.median_until),
        notes=["Rounds only bracket the day: the band is what they leave open."],
    )


def bracket_of(fact: CaseFact, sights: Sequence[RoundSightFact]) -> Bracket:
    """Return the days between which it was resolved, from the killing on.

    The last round that saw it unresolved is outside, the first that saw it resolved
    inside. A killing whose day is an interval widens both ends.
    """
    resolved = min((it.seen_on for it in sights if it.resolved), default=None)
    before = [
        it.seen_on
        for it in sights
        if not it.resolved and (resolved is None or it.seen_on < resolved)
    ]
    # Nothing is resolved before it happens; on the same day it may be.
    after = max(-1, _days(fact.date.latest, max(before))) if before else -1
    if resolved is None:
        return Bracket(after=after, until=None)
    return Bracket(
        after=after, until=max(after + 1, _days(fact.date.earliest, resolved))
    )


def _days(since: date | None, until: date) -> int:
    return (until - since).days if since else 0


def _median(after: int | None, until: int | None) -> str:
    if after is None:
        return "No case was followed."
    if until is None:
        return f"The median lies beyond {after} days; nobody can say how far."
    return f"The median lies after {after} days, and by {until} days at the latest."


DEFINITION = Definition(
    name="time-to-resolution-interval",
    version=1,
    title="Days from a killing to its resolution, as yearly rounds saw it",
    formula=(
        "Turnbull's estimator over intervals (last round that saw the case unresolved,"
        " first round that saw it resolved], open on the left, in days since the death."
    ),
    source="Turnbull (1976), by Wang's constrained Newton method (2007).",
    traps=(
        (
            "A yearly answer only brackets the day; between rounds nothing is known,"
            " and the band says so."
        ),
        (
            "Intervals closed on both sides would share the day of a round, and the"
            " curve would fall there alone."
        ),
    ),
    example=Example(
        text=(
            "Three killings of 1 January, seen unresolved after 364 days and resolved"
            " after 729: the median lies after 364 and by 729 days."
        ),
        result="729",
    ),
    compute=compute,
    takes=("where",),
)
