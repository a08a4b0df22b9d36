"""A place's cases in two lists: the unresolved, then those that a word ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from django.http import HttpRequest

from endimpunity.cases import published as cases_published
from endimpunity.doors.site.asking import asked


class Cases(Protocol):
    """How the cases of one place are asked for."""

    def __call__(
        self,
        *,
        unresolved: bool,
        after: str,
    ) -> cases_published.Page[cases_published.CaseLine]:
        """Return a page of one of the two lists."""
        ...


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What of the two lists a page shows.

    Attributes:
        cards: `unresolved`, `others`, or both.
        frame: after which case each goes on.
        is_first: whether both are shown from their beginning.
    """

    cards: Mapping[str, cases_published.Page[cases_published.CaseLine]]
    frame: Mapping[str, str]
    is_first: bool


def shown(request: HttpRequest, cases: Cases) -> Shown:
    """Return both lists from their beginning, or the one that is gone on with.

    The address of each stretch is its own: `after` goes on with the unresolved,
    `others` with the others.
    """
    after, others = asked(request, "after"), asked(request, "others")
    cards = {}
    if after or not others:
        cards["unresolved"] = cases(unresolved=True, after=after)
    if others or not after:
        cards["others"] = cases(unresolved=False, after=others)
    return Shown(
        cards=cards,
        frame={"after": after, "after_others": others},
        is_first=not after and not others,
    )
