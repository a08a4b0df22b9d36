"""Cells of a figure: every case lies in exactly one, so that they sum."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from endimpunity.indicators.rules.facts import CaseFact, Regions
from endimpunity.indicators.rules.refusals import UnableToCount
from endimpunity.indicators.rules.windows import is_undated, year_of

SPANS = "SPANS"
UNDATED = "UNDATED"
NOT_STATED = "NOT_STATED"
NO_REGION = "NO_REGION"

KeyOf = Callable[[CaseFact], str]

_BIENNIUM = 2


def year_cell(fact: CaseFact) -> str:
    """Return the calendar year that contains the case, SPANS or UNDATED."""
    if is_undated(fact.date):
        return UNDATED
    year = year_of(fact.date)
    return SPANS if year is None else str(year)


def biennium_cell(fact: CaseFact) -> str:
    """Return the two years, the first even as in UNESCO's reports, or why none."""
    day = fact.date
    if is_undated(day):
        return UNDATED
    if day.earliest is None or day.latest is None:
        return SPANS
    start = day.earliest.year - day.earliest.year % _BIENNIUM
    if day.latest.year - start >= _BIENNIUM:
        return SPANS
    return f"{start}-{start + 1}"


def country_cell(fact: CaseFact) -> str:
    """Return the country's code, the area, or that neither is stated."""
    return fact.country or fact.area or NOT_STATED


def _media_cell(fact: CaseFact) -> str:
    return "+".join(sorted(fact.media)) if fact.media else NOT_STATED


def _conflict_cell(fact: CaseFact) -> str:
    if fact.conflict is None:
        return NOT_STATED
    return "CONFLICT" if fact.conflict else "NO_CONFLICT"


def _coded(field: str) -> KeyOf:
    def key(fact: CaseFact) -> str:
        value: str | None = getattr(fact, field)
        return str(value) if value else NOT_STATED

    return key


DIMENSIONS: Mapping[str, KeyOf] = MappingProxyType(
    {
        "year": year_cell,
        "biennium": biennium_cell,
        "country": country_cell,
        "medium": _media_cell,
        "conflict": _conflict_cell,
        **{
            field: _coded(field)
            for field in (
                "sex",
                "employment",
                "local_foreign",
                "role",
                "motive",
                "manner",
                "impunity",
                "status",
            )
        },
    }
)
REGION = "region"


def key_of(dimension: str, regions: Regions | None) -> KeyOf:
    """Return what tells a case's cell.

    Raises:
        UnableToCount: there is no such dimension, or regions without a scheme.
    """
    if dimension == REGION:
        if regions is None:
            raise UnableToCount("A breakdown by region needs a scheme of regions.")
        return _region(regions)
    if dimension not in DIMENSIONS:
        known = ", ".join(sorted([*DIMENSIONS, REGION]))
        raise UnableToCount(
            f"There is no breakdown by {dimension}; there are: {known}."
        )
    return DIMENSIONS[dimension]


def _region(regions: Regions) -> KeyOf:
    def key(fact: CaseFact) -> str:
        if fact.country is None:
            return NOT_STATED
        return regions.region_of.get(fact.country, NO_REGION)

    return key
