"""Time to resolution: how long a killing stays unresolved, those that still are too."""

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.asking import ask
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.facts import End, Facts
from endimpunity.indicators.rules.figures import Figure
from endimpunity.indicators.rules.lasting import lasting_figure
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.windows import Period

RESOLVES = frozenset({End.CONVICTION, End.RULED_UNRELATED})


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Return the median days to an end, and how soon each cause ends cases.

    Raises:
        UnableToCount: an option cannot be met, or the facts are a sample.
    """
    question = ask(DEFINITION, facts, lens, period, options)
    return lasting_figure(question, one=RESOLVES, name="RESOLUTION")


DEFINITION = Definition(
    name="time-to-resolution",
    version=1,
    title="Days from a killing to its resolution",
    formula=(
        "The Kaplan-Meier curve of killings not yet resolved, other ends censored, with"
        " its median; beside it Aalen-Johansen curves of resolution by a conviction or"
        " a ruling, competing with a suspect's death, archiving and a time bar. What"
        " had not ended on the day of the lens is censored then."
    ),
    source="Kaplan and Meier (1958); Aalen and Johansen (1978).",
    traps=(
        (
            "The median of resolved cases alone, such as the published four years,"
            " leaves out all that are still waiting, and is far too short."
        ),
        "Where fewer than half have been resolved there is no median.",
        (
            "Kaplan-Meier takes competing ends for censoring; the shares that each end"
            " has really reached are the Aalen-Johansen curves."
        ),
    ),
    example=Example(
        text=(
            "Of four killings two are resolved after 100 and 300 days, one is archived"
            " after 200, one is still open after 900: no half has been resolved by 100"
            " days, three in eight of the curve last beyond 300: the median is 300."
        ),
        result="300",
    ),
    compute=compute,
    takes=("where",),
)
