"""Response delay: how long States take to say something substantive."""

from datetime import date

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.maths.survival import Spell, kaplan_meier
from endimpunity.indicators.rules.asking import ask, table_figure
from endimpunity.indicators.rules.curves import curve_rows, median_interval
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.facts import Facts, RequestFact
from endimpunity.indicators.rules.figures import Figure
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.responding import has_come, in_period, is_proved
from endimpunity.indicators.rules.windows import Period, is_exact


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Return the median days from dispatch to the first substantive response.

    Raises:
        UnableToCount: an option cannot be met, or the facts are a sample.
    """
    question = ask(DEFINITION, facts, lens, period, options)
    proved = [
        it
        for it in in_period(facts.requests, question.period)
        if is_proved(it, by=lens.as_of)
    ]
    spells = [spell_of(it, by=lens.as_of) for it in proved]
    known = [it for it in spells if it is not None]
    curve = kaplan_meier(known)
    interval, reason = median_interval(curve)
    without_days = len(spells) - len(known)
    return table_figure(
        question,
        rows=curve_rows(curve),
        numerator=curve.ended,
        value=None if curve.median is None else str(curve.median),
        interval=interval,
        interval_reason=reason,
        notes=[
            (
                f"{curve.followed} requests were followed until {lens.as_of}, and"
                f" {curve.ended} had a response."
            ),
            (
                f"{without_days} requests are left out: the very day of dispatch or of"
                " the response is not known."
            ),
        ],
    )


def spell_of(request: RequestFact, *, by: date) -> Spell | None:
    """Return how long a response took, or has not come; None where no day is known."""
    sent = request.dispatched
    if sent is None or not is_exact(sent) or sent.earliest is None:
        return None
    come = [
        it.received
        for it in request.replies
        if it.substantive and has_come(it.received, by)
    ]
    if not all(is_exact(it) for it in come):
        return None
    days = [(it.earliest - sent.earliest).days for it in come if it.earliest]
    if not days:
        return Spell(days=(by - sent.earliest).days, cause=None)
    # A reply that came before the letter went answers another letter.
    return Spell(days=min(days), cause="RESPONSE") if min(days) >= 0 else None


DEFINITION = Definition(
    name="response-delay",
    version=1,
    title="Days from UNESCO's request to the first substantive response",
    formula=(
        "The Kaplan-Meier median of the days from dispatch to the first substantive"
        " response; a request without one is censored on the freeze date."
    ),
    source="Kaplan and Meier (1958), over the project's own requests.",
    traps=(
        (
            "The median of the responses alone is shorter: those that never came are"
            " not in it. Here they are."
        ),
        "Where fewer than half have responded there is no median.",
    ),
    example=Example(
        text=(
            "Three requests, responses after 30 and 90 days, none to the third within"
            " 200: the median is 90 days."
        ),
        result="90",
    ),
    compute=compute,
    takes=(),
)
