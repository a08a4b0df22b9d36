"""Impunity share: what the resolved share leaves."""

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.asking import ask, share_figure
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.definitions.resolved_share import (
    is_resolved,
    on_its_base,
    sifted_by,
)
from endimpunity.indicators.rules.facts import Facts
from endimpunity.indicators.rules.figures import Figure, beside
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.windows import Period


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """Return 1 - the resolved share, and the same of all killings beside it.

    Raises:
        UnableToCount: an option cannot be met, or the facts are a sample.
    """
    question = on_its_base(ask(DEFINITION, facts, lens, period, options))
    with_status, every, base = sifted_by(question)
    unresolved = sum(not is_resolved(it) for it in every.kept)
    row = beside(
        "of-all-killings",
        unresolved,
        len(every.kept),
        "The same of all killings, whether they have a status or not.",
    )
    return share_figure(
        question, with_status, lambda it: not is_resolved(it), rows=[row], base=base
    )


DEFINITION = Definition(
    name="impunity-share",
    version=1,
    title="Share of killings not resolved, by UNESCO's method",
    formula="1 - resolved-share, over the same killings.",
    source="UNESCO, Director-General's Report, as resolved-share.",
    traps=(
        "It counts a case of which no State has said anything as unresolved.",
        "It is not the share without a conviction: that is conviction-share-unesco.",
    ),
    example=Example(
        text="Of 827 killings, 63 are resolved: 764 are not, printed as 92 %.",
        result="0.923821",
    ),
    compute=compute,
    base="killings since 2006 that have a status under UNESCO's method",
    takes=("by", "where", "base_year"),
)
