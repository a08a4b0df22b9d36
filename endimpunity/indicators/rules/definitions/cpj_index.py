"""The Committee to Protect Journalists' Global Impunity Index, computed again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from endimpunity.foundation.countries import COUNTRIES
from endimpunity.foundation.lens import Lens
from endimpunity.indicators.maths.ranks import Exposed, RankInterval, rank_intervals
from endimpunity.indicators.rules.asking import Question, ask, count_figure
from endimpunity.indicators.rules.definition import Definition, Example
from endimpunity.indicators.rules.facts import CaseFact, Facts, Population
from endimpunity.indicators.rules.figures import CaseRef, Figure, Row, refs_of
from endimpunity.indicators.rules.numbers import fraction_string, millions, rating
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.refusals import UnableToCount
from endimpunity.indicators.rules.sifting import (
    COMPLETE,
    CONFIRMED,
    IN_A_COUNTRY,
    JOURNALISTS,
    MURDERS,
    Sifted,
    excluded_for,
)
from endimpunity.indicators.rules.windows import Period

# A country with fewer unsolved murders is not listed.
FEWEST = 5
_YEARS = 10
# Editions since then look at years that end on 31 August.
_FIRST_TO_AUGUST = 2015
_AUGUST = 8


@dataclass(frozen=True, kw_only=True)
class IndexRow(Row):
    """One listed country."""

    country_code: str
    #: The English short name; a door shows the directory's own.
    country: str
    unsolved: int
    #: In millions, exactly; None where the table lacks it.
    population_millions: str | None
    population_year: int
    population_vintage: str
    #: With three decimals; None without a population.
    rating: str | None
    rank: int | None
    rank_low: int | None
    rank_high: int | None
    #: Why there is no rating, "" where there is one.
    reason: str
    cases: tuple[CaseRef, ...]


def compute(facts: Facts, lens: Lens, period: Period, options: Options) -> Figure:
    """List the countries with five unsolved murders or more, by rating.

    Raises:
        UnableToCount: the registry is asked, the period has no end, an option cannot
            be met, or the facts are a sample.
    """
    question = ask(DEFINITION, facts, lens, period, options)
    year = population_year(question)
    sifted = question.sift(MURDERS, CONFIRMED, JOURNALISTS, COMPLETE, IN_A_COUNTRY)
    by_country = _by_country(sifted.kept)
    listed = {code: found for code, found in by_country.items() if len(found) >= FEWEST}
    figure = count_figure(
        question,
        _listed_alone(sifted, listed),
        rows=index_rows(question, listed, year),
        notes=_notes(question, year),
    )
    unsolved = len(sifted.kept)
    counted = sum(map(len, listed.values()))
    return replace(
        figure,
        value=None,
        denominator=unsolved,
        fraction=fraction_string(counted, unsolved) if unsolved else None,
        interval_reason=(
            "The index is a table: each country's rank carries its own interval."
        ),
    )


def edition_period(lens: Lens) -> Period:
    """Return the ten years of the last edition that had ended on the lens's day."""
    day = lens.as_of
    if day >= date(_FIRST_TO_AUGUST, _AUGUST, 31):
        ended = day >= date(day.year, _AUGUST, 31)
        return edition_of(day.year if ended else day.year - 1)
    return edition_of(min(day.year, _FIRST_TO_AUGUST - 1))


def edition_of(edition: int) -> Period:
    """Return the ten years an edition looked at.

    Editions until 2014 took the ten calendar years before them, later ones the ten
    years to 31 August.
    """
    if edition < _FIRST_TO_AUGUST:
        return Period(
            first=date(edition - _YEARS, 1, 1), last=date(edition - 1, 12, 31)
        )
    return Period(first=date(edition - _YEARS, 9, 1), last=date(edition, _AUGUST, 31))


def population_year(question: Question) -> int:
    """Return the year of the population: asked for, or that before the period's end.

    Raises:
        UnableToCount: the registry is asked, or the period has no end.
    """
    if question.lens.is_registry:
        raise UnableToCount(
            "The index is offered under a publisher's voice: say whose list is asked."
        )
    last = question.period.last
    if last is None:
        raise UnableToCount("The index needs a period that ends.")
    return question.options.population_year or last.year - 1


def index_rows(
    question: Question, listed: Mapping[str, Sequence[CaseFact]], year: int
) -> list[IndexRow]:
    """Return the countries by rating, those without a population last."""
    population = question.options.population
    people = {
        code: population.people[code, year]
        for code in listed
        if population and population.people.get((code, year))
    }
    exposed = [
        Exposed(key=code, events=len(listed[code]), exposure=people[code])
        for code in sorted(people)
    ]
    ranks = rank_intervals(exposed, description=question.identity.description)
    order = [it.key for it in ranks]
    order += sorted(set(listed) - set(people), key=lambda it: (-len(listed[it]), it))
    by_code = {it.key: it for it in ranks}
    lived = _Lived(year=year, people=people, population=population)
    return [_row(code, listed[code], lived, by_code.get(code)) for code in order]


@dataclass(frozen=True, kw_only=True)
class _Lived:
    """How many people lived in each listed country in one year."""

    year: int
    people: Mapping[str, int]
    population: Population | None

    @property
    def vintage(self) -> str:
        return self.population.vintage if self.population else ""

    def missing(self, code: str) -> str:
        """Return why a country has no rating, "" if it has one."""
        if code in self.people:
            return ""
        if self.population is None:
            return "No population table was given, so there is no rating."
        return (
            f"The population of {code} in {self.year} is not in {self.vintage}, so"
            " there is no rating."
        )


def _row(
    code: str, cases: Sequence[CaseFact], lived: _Lived, ranked: RankInterval | None
) -> IndexRow:
    people = lived.people.get(code)
    return IndexRow(
        country_code=code,
        country=COUNTRIES[code].name if code in COUNTRIES else code,
        unsolved=len(cases),
        population_millions=None if people is None else millions(people),
        population_year=lived.year,
        population_vintage=lived.vintage,
        rating=None if people is None else rating(len(cases), people),
        rank=ranked.rank if ranked else None,
        rank_low=ranked.low if ranked else None,
        rank_high=ranked.high if ranked else None,
        reason=lived.missing(code),
        cases=refs_of(cases),
    )


def _by_country(kept: Sequence[CaseFact]) -> dict[str, list[CaseFact]]:
    found: dict[str, list[CaseFact]] = {}
    for fact in kept:
        if fact.country:
            found.setdefault(fact.country, []).append(fact)
    return found


def _listed_alone(sifted: Sifted, listed: Mapping[str, Sequence[CaseFact]]) -> Sifted:
    """Return the cases of listed countries, the others left out for being too few."""
    few = [it for it in sifted.kept if it.country not in listed]
    return Sifted(
        kept=tuple(it for it in sifted.kept if it.country in listed),
        by_overlap=tuple(it for it in sifted.by_overlap if it.country in listed),
        by_default=tuple(it for it in sifted.by_default if it.country in listed),
        excluded=(
            *sifted.excluded,
            *excluded_for(
                "FEWER_THAN_FIVE",
                f"Its country has fewer than {FEWEST} unsolved murders in the period.",
                few,
            ),
        ),
    )


def _notes(question: Question, year: int) -> list[str]:
    population = question.options.population
    vintage = population.vintage if population else "no table"
    return [f"Population of {year}, from {vintage}."]


DEFINITION = Definition(
    name="cpj-index",
    version=1,
    title="Global Impunity Index",
    formula=(
        "Of each country: murders of journalists, motive confirmed, complete impunity,"
        f" that surely or possibly lie in the period; countries with at least {FEWEST},"
        " each divided by its population in millions, with three decimals, ranked by"
        " that rating."
    ),
    source=(
        "Committee to Protect Journalists, Global Impunity Index, 2008 onwards: ten"
        " calendar years for editions to 2014, 1 September to 31 August from 2015;"
        " population from the World Bank."
    ),
    traps=(
        (
            "A country leaves the list by justice or because its murders grow older"
            " than ten years: the second is no improvement."
        ),
        (
            "Only exact days would miss countries: intervals that overlap the period"
            " count, and are listed."
        ),
        "Counts are small: a rank may be another by chance, which its interval says.",
        "Population tables are revised: a later vintage reorders an old ranking.",
    ),
    example=Example(
        text=(
            "Sixteen unsolved murders among 141.8 million people are a rating of 0.113;"
            " four are no rating, as the country is not listed."
        ),
        result="0.113",
    ),
    compute=compute,
    base="unsolved murders of journalists in the period, listed countries or not",
    owner="Committee to Protect Journalists",
    owner_short="CPJ",
    default_period=edition_period,
    takes=("by", "where", "population_year"),
)
