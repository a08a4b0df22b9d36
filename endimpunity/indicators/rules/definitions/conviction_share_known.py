"""Conviction share over killings of which it is known either way."""

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.asking import ask, share_figure
from endimpunity.indicators.rules.convictions import KNOWN, stands
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.facts import Facts
from endimpunity.indicators.rules.figures import Figure
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.sifting import KILLINGS
from endimpunity.indicators.rules.windows import Period


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Return the share over killings of which it is known either way.

    Raises:
        UnableToCount: an option cannot be met, or the facts are a sample.
    """
    question = ask(DEFINITION, facts, lens, period, options)
    return share_figure(
        question,
        question.sift(KILLINGS, KNOWN),
        stands,
        notes=[
            (
                "This figure never leads: it rises when cases fall silent. The share of"
                " all cases is conviction-share-unesco or conviction-share-cpj."
            )
        ],
    )


DEFINITION = Definition(
    name="conviction-share-known",
    version=1,
    title="Share of killings with a conviction that stands, of those known either way",
    formula=(
        "Killings with a conviction that stands, divided by killings of which it is"
        " known whether one does."
    ),
    source="The project's own; it stands beside the shares of all cases.",
    traps=("It rises when a State falls silent on a case without a conviction.",),
    example=Example(
        text=(
            "In one case a conviction stands, in six none, of three nothing is known:"
            " 1/7."
        ),
        result="0.142857",
    ),
    compute=compute,
    base="killings of which it is known whether a conviction stands",
)
