"""A place's killings in numbers: by year and by what justice has done."""

from django.db.models import Count

from endimpunity.cases.published.cards import PlaceCounts, StandingCount, YearCount
from endimpunity.cases.published.lines import IS_KILLING, visible
from endimpunity.cases.queries.years import YearOf
from endimpunity.cases.rules.standing import is_unresolved
from endimpunity.cases.vocabulary import Standing
from endimpunity.foundation.lens import Lens


def counts_in(place_code: str, *, lens: Lens) -> PlaceCounts:
    """Return a place's killings by year and by standing, in one question.

    Other violations are in neither: they never share a total. A killing whose days
    do not lie in one year is counted under no year, and said so: it is never dealt
    out to the likelier one.

    Args:
        place_code: a country's code, an area's, or "" for cases of nowhere known.
        lens: the registry's lens.
    """
    years: dict[int | None, tuple[int, int]] = {}
    standings: dict[str, int] = {}
    for row in (
        visible(lens)
        .filter(IS_KILLING, place_code=place_code)
        .annotate(first=YearOf("date_earliest"), last=YearOf("date_latest"))
        .order_by("first", "last")
        .values("first", "last", "standing")
        .annotate(killings=Count("*"))
    ):
        year = row["first"] if row["first"] == row["last"] else None
        word, more = row["standing"], row["killings"]
        killings, unresolved = years.get(year, (0, 0))
        still_open = more if is_unresolved(word) else 0
        years[year] = killings + more, unresolved + still_open
        standings[word] = standings.get(word, 0) + more
    return PlaceCounts(years=_in_time(years), standings=_in_order(standings))


def _in_time(years: dict[int | None, tuple[int, int]]) -> tuple[YearCount, ...]:
    """Return years from the first to the last, then what lies in none."""
    return tuple(
        YearCount(
            year=year,
            killings=years[year][0],
            unresolved_killings=years[year][1],
        )
        for year in sorted(years, key=lambda it: (it is None, it or 0))
    )


def _in_order(standings: dict[str, int]) -> tuple[StandingCount, ...]:
    """Return standings in the order of their vocabulary."""
    return tuple(
        StandingCount(standing=word, killings=standings[word])
        for word in Standing.values
        if word in standings
    )
