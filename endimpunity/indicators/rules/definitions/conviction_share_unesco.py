"""Conviction share over all killings that UNESCO has asked about."""

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.asking import ask
from endimpunity.indicators.rules.convictions import ONE_IN_TEN, share_of_all
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.facts import Facts
from endimpunity.indicators.rules.figures import Figure
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.sifting import ASKED, KILLINGS
from endimpunity.indicators.rules.windows import Period


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Return the share over all killings UNESCO has asked about.

    Raises:
        UnableToCount: an option cannot be met, or the facts are a sample.
    """
    return share_of_all(ask(DEFINITION, facts, lens, period, options), KILLINGS, ASKED)


DEFINITION = Definition(
    name="conviction-share-unesco",
    version=1,
    title="Share of killings with a conviction that stands, of those asked about",
    formula=(
        "Killings with a conviction that stands on the day of the lens, divided by all"
        " killings that UNESCO has ever asked a State about; bounds beside it."
    ),
    source="The project's own, on the base of UNESCO's requests.",
    traps=(
        (
            "A case of which nothing is known stays in the denominator, so that silence"
            " can never raise the share."
        ),
        "A conviction that was annulled does not stand.",
        ONE_IN_TEN,
    ),
    example=Example(
        text=(
            "Ten killings were asked about. In one a conviction stands, in six nobody"
            " was convicted, of three nothing is known: 1/10, and at most 4/10."
        ),
        result="0.1",
    ),
    compute=compute,
    base="all killings that UNESCO has asked about",
)
