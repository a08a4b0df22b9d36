"""Cases in numbers: by place, by year, by what justice has done."""

from datetime import date

import pytest
from django.db.models import F

from endimpunity.cases import published
from endimpunity.cases.models import PublicLine
from endimpunity.cases.operations import publish
from endimpunity.cases.queries.years import YearOf
from endimpunity.cases.rules.standing import RESOLVED_STANDINGS, is_unresolved
from endimpunity.cases.tests.factories import FIRST, day, lens, own_case
from endimpunity.cases.vocabulary import Standing
from endimpunity.sources.vocabulary import Violation

pytestmark = pytest.mark.django_db


def open_case(system, standing="NOT_STATED", violations=("KILLING",), **facts):
    case = own_case(system, violations=list(violations), **facts)
    publish(case_id=case.pk, reason="A test.", by=system, at=FIRST, alone=True)
    PublicLine.objects.filter(case=case).update(standing=standing)


@pytest.mark.parametrize("standing", Standing.values)
def test_a_country_counts_a_killing_as_unresolved_until_a_word_ends_it(
    system, standing
):
    open_case(system, standing, country="ML")
    [counted] = published.registry_card(lens=lens()).countries
    assert (counted.code, counted.cases, counted.killings) == ("ML", 1, 1)
    assert counted.unresolved_killings == int(is_unresolved(standing))


@pytest.mark.parametrize("violation", [*Violation.values, "UNSTATED"])
def test_killings_and_other_violations_never_share_a_total(system, violation):
    open_case(system, country="ML", date=day("2013-11-02"))
    open_case(
        system,
        country="ML",
        date=day("2013-11-02"),
        violations=[violation],
    )
    killings = 2 if violation == Violation.KILLING else 1
    [counted] = published.registry_card(lens=lens()).countries
    assert counted.cases == 2
    assert (counted.killings, counted.unresolved_killings) == (killings, killings)
    counts = published.counts_in("ML", lens=lens())
    assert [it.killings for it in counts.years] == [killings]
    assert [it.killings for it in counts.standings] == [killings]


def test_a_person_killed_after_another_violation_is_counted_with_the_killings(system):
    open_case(system, country="ML", violations=["UNSTATED", "TORTURE", "KILLING"])
    [counted] = published.registry_card(lens=lens()).countries
    assert counted.killings == 1


def test_a_place_of_other_violations_alone_counts_no_killing(system):
    open_case(system, country="ML", violations=["KIDNAPPING"])
    [counted] = published.registry_card(lens=lens()).countries
    assert (counted.cases, counted.killings) == (1, 0)
    assert published.counts_in("ML", lens=lens()).years == ()


def test_three_words_end_a_case():
    assert {word for word in Standing if not is_unresolved(word)} == RESOLVED_STANDINGS
    assert {
        Standing.CONVICTION_FINAL,
        Standing.FULL_JUSTICE,
        Standing.RESOLVED,
    } == RESOLVED_STANDINGS


def test_a_years_killings_are_those_whose_days_lie_in_it(system):
    open_case(system, "RESOLVED", country="ML", date=day("2013-11-02"))
    open_case(system, country="ML", date=day("2013-01-01", "2013-12-31"))
    open_case(system, country="ML", date=day("2012-12-31", "2013-01-01"))
    open_case(system, country="ML", date=None)
    open_case(system, country="ML", date=day("1994-02-03"))
    open_case(system, country="FR", date=day("2013-11-02"))
    counts = published.counts_in("ML", lens=lens())
    assert [(it.year, it.killings, it.unresolved_killings) for it in counts.years] == [
        (1994, 1, 1),
        (2013, 2, 1),
        (None, 2, 2),
    ]
    assert [(it.standing, it.killings) for it in counts.standings] == [
        ("NOT_STATED", 4),
        ("RESOLVED", 1),
    ]


def test_a_place_without_cases_counts_nothing():
    counts = published.counts_in("ML", lens=lens())
    assert counts.years == ()
    assert counts.standings == ()


def test_counting_asks_as_often_for_many_cases_as_for_one(
    system,
    django_assert_num_queries,
):
    for year in (2001, 2002, 2003):
        open_case(system, country="ML", date=day(f"{year}-01-01"))
    with django_assert_num_queries(2):
        published.counts_in("ML", lens=lens())


@pytest.mark.parametrize("year", [1, 999, 1992, 9999])
def test_a_year_is_read_alike_on_both_engines(system, year):
    open_case(system, country="ML", date=day("2000-01-01"))
    PublicLine.objects.update(
        date_earliest=date(year, 1, 1),
        date_latest=date(year, 12, 31),
    )
    rows = PublicLine.objects.annotate(year=YearOf(F("date_latest")))
    assert [it.year for it in rows] == [year]
