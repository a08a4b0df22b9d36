"""Periods of whole days, the first and the last included."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


@dataclass(frozen=True, kw_only=True)
class MembershipFact:
    """That a State belonged to something, from a day to a day."""

    scheme: str
    state: str
    # Code of the group within the scheme; empty for a plain membership.
    group: str
    # None is unbounded.
    from_on: date | None
    to_on: date | None
    source: str
    grade: str


def clashes(
    facts: Iterable[MembershipFact],
) -> list[tuple[MembershipFact, MembershipFact]]:
    """Return the pairs that claim one State for one scheme on the same day.

    A State is in one group of a scheme at a time, and a member or not.
    """
    apart: dict[tuple[str, str], list[MembershipFact]] = {}
    for fact in facts:
        apart.setdefault((fact.scheme, fact.state), []).append(fact)
    return [
        (before, after)
        for mine in apart.values()
        for before, after in pairwise(sorted(mine, key=_first_day))
        if before.to_on is None or _first_day(after) <= before.to_on
    ]


def holds_on(fact: MembershipFact, day: date) -> bool:
    """Return whether the day lies within the fact's period."""
    return _first_day(fact) <= day and (fact.to_on is None or day <= fact.to_on)


def _first_day(fact: MembershipFact) -> date:
    return fact.from_on or date.min
