"""Complete impunity among all confirmed murders of journalists."""

from collections.abc import Sequence

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.asking import ask, share_figure
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.facts import CaseFact, Facts
from endimpunity.indicators.rules.figures import Beside, Figure, beside
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.sifting import (
    COMPLETE,
    CONFIRMED,
    JOURNALISTS,
    MURDERS,
    Sifted,
)
from endimpunity.indicators.rules.windows import Period


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Return the share of all that may lie in the period, and of the sure beside it.

    Raises:
        UnableToCount: an option cannot be met, or the facts are a sample.
    """
    question = ask(DEFINITION, facts, lens, period, options)
    sifted = question.sift(MURDERS, CONFIRMED, JOURNALISTS)
    return share_figure(
        question,
        sifted,
        COMPLETE.holds,
        rows=[_possible(sifted), _sure(sifted), _exact(sifted)],
    )


def _possible(sifted: Sifted) -> Beside:
    return _beside("possible", sifted.kept, "All that surely or possibly lie in it.")


def _sure(sifted: Sifted) -> Beside:
    overlap = set(sifted.by_overlap)
    return _beside(
        "sure",
        [it for it in sifted.kept if it not in overlap],
        "Without those whose stated days reach out of the period.",
    )


def _exact(sifted: Sifted) -> Beside:
    unsure = {*sifted.by_overlap, *sifted.by_default}
    return _beside(
        "wholly-inside",
        [it for it in sifted.kept if it not in unsure],
        "Without those either that only the day of the list keeps in the period.",
    )


def _beside(name: str, facts: Sequence[CaseFact], sentence: str) -> Beside:
    complete = sum(map(COMPLETE.holds, facts))
    return beside(name, complete, len(facts), sentence)


DEFINITION = Definition(
    name="cpj-complete-share",
    version=1,
    title="Share of confirmed murders of journalists in complete impunity",
    formula=(
        "Murders of journalists, motive confirmed, in complete impunity, divided by all"
        " murders of journalists with confirmed motive, in the period; beside it the"
        " same of those that surely lie in it."
    ),
    source="Committee to Protect Journalists, reports with the Global Impunity Index.",
    traps=(
        (
            "A list that gives years alone leaves a period from September to August"
            " open at both ends: the share is printed of all possible and of the sure"
            " murders."
        ),
        "Murders whose impunity nobody states stay in the denominator.",
    ),
    example=Example(
        text=(
            "Of 295 murders that may lie in ten years 245 are in complete impunity; of"
            " 268 whose stated days lie in them, 221: 83 % and 82 %."
        ),
        result="0.830508",
    ),
    compute=compute,
    base="all murders of journalists with confirmed motive in the period",
    owner="Committee to Protect Journalists",
    owner_short="CPJ",
)
