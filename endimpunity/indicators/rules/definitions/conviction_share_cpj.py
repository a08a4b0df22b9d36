"""Conviction share over all confirmed murders of journalists."""

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.asking import ask
from endimpunity.indicators.rules.convictions import share_of_all
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.facts import Facts
from endimpunity.indicators.rules.figures import Figure
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.sifting import CONFIRMED, JOURNALISTS, MURDERS
from endimpunity.indicators.rules.windows import Period


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Return the share over all confirmed murders of journalists.

    Raises:
        UnableToCount: an option cannot be met, or the facts are a sample.
    """
    question = ask(DEFINITION, facts, lens, period, options)
    return share_of_all(question, MURDERS, CONFIRMED, JOURNALISTS)


DEFINITION = Definition(
    name="conviction-share-cpj",
    version=1,
    title="Share of confirmed murders of journalists with a conviction that stands",
    formula=(
        "Murders of journalists with confirmed motive in which a conviction stands on"
        " the day of the lens, divided by all of them; bounds beside it."
    ),
    source="The project's own, on the base of CPJ's confirmed murders.",
    traps=(
        "Partial impunity counts: somebody was convicted, though not all.",
        "A murder whose outcome nobody states stays in the denominator.",
    ),
    example=Example(
        text=(
            "Of four confirmed murders one ended in partial impunity, one in full"
            " justice, two in complete impunity: 2/4."
        ),
        result="0.5",
    ),
    compute=compute,
    base="all murders of journalists with confirmed motive",
)
