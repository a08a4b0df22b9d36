"""Whether anybody was convicted, and what silence makes of a share."""

from endimpunity.indicators.rules.asking import Question, share_figure
from endimpunity.indicators.rules.facts import CaseFact
from endimpunity.indicators.rules.figures import Beside, Figure, beside
from endimpunity.indicators.rules.sifting import Sieve, Sifted
from endimpunity.sources.vocabulary import Impunity

KNOWN = Sieve(
    reason="CONVICTION_UNKNOWN",
    sentence="Nobody says whether anybody was convicted.",
    holds=lambda it: is_convicted(it) is not None,
)
_BY_IMPUNITY = {
    Impunity.COMPLETE_IMPUNITY.value: False,
    Impunity.PARTIAL_IMPUNITY.value: True,
    Impunity.FULL_JUSTICE.value: True,
}
ONE_IN_TEN = (
    "One in ten is a published estimate, to be quoted with its author and day; it is"
    " not this figure."
)


def is_convicted(fact: CaseFact) -> bool | None:
    """Tell whether a conviction stands; None where nobody says.

    Where events say nothing, a statement by CPJ's method does: partial impunity and
    full justice both say that somebody was convicted.
    """
    if fact.convicted is not None or fact.impunity is None:
        return fact.convicted
    return _BY_IMPUNITY.get(fact.impunity)


def stands(fact: CaseFact) -> bool:
    """Tell whether a conviction is known to stand."""
    return is_convicted(fact) is True


def bounds(sifted: Sifted) -> tuple[Beside, Beside]:
    """Return the least and the most the share can be, as unknown cases turn out."""
    convicted = sum(map(stands, sifted.kept))
    unknown = sum(is_convicted(it) is None for it in sifted.kept)
    return (
        beside(
            "lowest",
            convicted,
            len(sifted.kept),
            "If nobody was convicted in any case of which nothing is known.",
        ),
        beside(
            "highest",
            convicted + unknown,
            len(sifted.kept),
            "If somebody was convicted in every case of which nothing is known.",
        ),
    )


def share_of_all(question: Question, *sieves: Sieve) -> Figure:
    """Return the share over all cases that meet conditions, unknown ones too."""
    sifted = question.sift(*sieves)
    return share_figure(
        question, sifted, stands, rows=bounds(sifted), notes=[ONE_IN_TEN]
    )
