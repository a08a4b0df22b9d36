"""Cases by the first-level division that their place names, from lines alone."""

from django.db.models import Count

from endimpunity.cases.published.cards import CaseLine, DivisionCount, Page
from endimpunity.cases.published.lines import (
    IS_KILLING,
    IS_UNRESOLVED,
    of_standing,
    page_of,
    visible,
)
from endimpunity.foundation.lens import Lens


def divisions_in(
    country: str | None = None,
    *,
    lens: Lens,
) -> tuple[DivisionCount, ...]:
    """Return the divisions that places name, in the order of their codes.

    A case whose place names none is counted in none: these do not add up to the
    country's cases.

    Args:
        country: its code; None is everywhere.
        lens: the registry's lens.
    """
    rows = visible(lens).exclude(division="")
    if country is not None:
        rows = rows.filter(place_code=country)
    counted = (
        rows.order_by("division")
        .values("division")
        .annotate(
            cases=Count("*"),
            killings=Count("violation", filter=IS_KILLING),
            unresolved_killings=Count("standing", filter=IS_KILLING & IS_UNRESOLVED),
            unresolved_others=Count("standing", filter=~IS_KILLING & IS_UNRESOLVED),
        )
    )
    return tuple(
        DivisionCount(
            code=row["division"],
            cases=row["cases"],
            killings=row["killings"],
            unresolved_killings=row["unresolved_killings"],
            unresolved_others=row["unresolved_others"],
        )
        for row in counted
    )


def cases_in_division(
    code: str,
    *,
    lens: Lens,
    unresolved: bool | None = None,
    after: str = "",
    size: int = 30,
) -> Page[CaseLine]:
    """Return a page of the cases whose place names a division, the latest first.

    Args:
        code: a division's code; no case is in the division "".
        lens: the registry's lens.
        unresolved: as of `cases_in`.
        after: a `next_key` or `previous_key`, as of `cases_in`.
        size: cases a page.
    """
    rows = visible(lens).filter(division=code).exclude(division="")
    return page_of(of_standing(rows, unresolved=unresolved), after, size)
