"""Time to conviction: how long a killing stays without one."""

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.asking import ask
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.facts import End, Facts
from endimpunity.indicators.rules.figures import Figure
from endimpunity.indicators.rules.lasting import lasting_figure
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.windows import Period

CONVICTS = frozenset({End.CONVICTION})


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Return the median days to a conviction, and how soon each cause ends cases.

    Raises:
        UnableToCount: an option cannot be met, or the facts are a sample.
    """
    question = ask(DEFINITION, facts, lens, period, options)
    return lasting_figure(question, one=CONVICTS, name="CONVICTION")


DEFINITION = Definition(
    name="time-to-conviction",
    version=1,
    title="Days from a killing to the first conviction",
    formula=(
        "As time-to-resolution, with a conviction as the one end; a ruling that the"
        " death was unrelated, a suspect's death, archiving and a time bar compete."
    ),
    source="Kaplan and Meier (1958); Aalen and Johansen (1978).",
    traps=(
        (
            "A conviction that is later annulled is no end: the facts hold those that"
            " stand on the day of the lens."
        ),
        "The median of convicted cases alone leaves out all that are still waiting.",
    ),
    example=Example(
        text="Of three killings one ends in a conviction, after 50 days: no median.",
        result="null",
    ),
    compute=compute,
    takes=("where",),
)
