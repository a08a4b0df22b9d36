"""Days read through a later lens than all else, where the first knew years alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from endimpunity.foundation.partial_dates import PartialDate
from endimpunity.indicators.rules.facts import CaseFact
from endimpunity.indicators.rules.figures import CaseRef, ref_of
from endimpunity.indicators.rules.windows import is_exact


@dataclass(frozen=True, kw_only=True)
class Redated:
    """Cases with later days, and those that no later statement gives a day."""

    cases: tuple[CaseFact, ...]
    undated: tuple[CaseRef, ...]


def redated(cases: Iterable[CaseFact], later: Mapping[str, PartialDate]) -> Redated:
    """Return cases with the days that a later lens states, all else as it was.

    Args:
        cases: through the lens of the figure.
        later: case -> its day through the dates' lens.
    """
    found = tuple(
        replace(it, date=later[it.case]) if it.case in later else it for it in cases
    )
    return Redated(
        cases=found,
        undated=tuple(
            ref_of(it) for it in found if it.case not in later and not is_exact(it.date)
        ),
    )
