from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.foundation.partial_dates import (
    EARLIEST_FROM_COVERAGE,
    LATEST_FROM_STATED_ON,
    PartialDate,
)
from endimpunity.indicators.rules.breakdowns import biennium_cell, year_cell
from endimpunity.indicators.rules.refusals import UnableToCount
from endimpunity.indicators.rules.windows import (
    Belonging,
    Period,
    belonging,
    twelve_months_to,
)
from endimpunity.indicators.tests.facts_made import case, day

FIRST, LAST = date(2010, 9, 1), date(2020, 8, 31)
TEN_YEARS = Period(first=FIRST, last=LAST)


@pytest.mark.parametrize(
    ("when", "how"),
    [
        (day("2015-01-01"), Belonging.SURELY),
        (day("2010-09-01", "2020-08-31"), Belonging.SURELY),
        (day("2010-01-01", "2010-12-31"), Belonging.BY_OVERLAP),
        (day("2010-01-01", "2010-08-31"), Belonging.OUTSIDE),
        (day("2020-09-01"), Belonging.OUTSIDE),
        (
            day("2020-01-01", "2020-11-10", (LATEST_FROM_STATED_ON,)),
            Belonging.BY_DEFAULT,
        ),
        (
            day(
                "1992-01-01",
                "2020-11-10",
                (EARLIEST_FROM_COVERAGE, LATEST_FROM_STATED_ON),
            ),
            Belonging.BY_DEFAULT,
        ),
        (
            day("2010-01-01", "2020-11-10", (LATEST_FROM_STATED_ON,)),
            Belonging.BY_OVERLAP,
        ),
        (day(None), Belonging.BY_DEFAULT),
    ],
)
def test_a_date_belongs_to_a_period(when, how):
    assert belonging(when, TEN_YEARS) is how


days = st.dates(min_value=date(2008, 1, 1), max_value=date(2022, 12, 31))


@given(days, days)
def test_belonging_agrees_with_the_dates_own_answer(one, other):
    first, last = sorted((one, other))
    when = PartialDate(earliest=first, latest=last)
    how = belonging(when, TEN_YEARS)
    assert (how is Belonging.SURELY) == when.surely_in(FIRST, LAST)
    assert (how is not Belonging.OUTSIDE) == when.possibly_in(FIRST, LAST)


def test_every_date_belongs_surely_to_all_time():
    assert belonging(day(None), Period()) is Belonging.SURELY


def test_a_period_that_ends_before_it_begins_is_refused_with_a_sentence():
    with pytest.raises(
        UnableToCount,
        match="The period from 2020-01-02 to 2020-01-01 ends before it begins",
    ):
        Period(first=date(2020, 1, 2), last=date(2020, 1, 1))


def test_twelve_months_to_a_leap_day_begin_on_the_first_of_march():
    assert twelve_months_to(date(2024, 2, 28)).first == date(2023, 3, 1)
    assert twelve_months_to(date(2024, 2, 29)).first == date(2023, 3, 1)
    assert twelve_months_to(date(2025, 12, 31)).first == date(2025, 1, 1)


@pytest.mark.parametrize(
    ("when", "year", "biennium"),
    [
        (day("2007-05-05"), "2007", "2006-2007"),
        (day("2007-01-01", "2007-12-31"), "2007", "2006-2007"),
        (day("2006-12-31", "2007-01-01"), "SPANS", "2006-2007"),
        (day("2007-12-31", "2008-01-01"), "SPANS", "SPANS"),
        (day(None), "UNDATED", "UNDATED"),
        (
            day(
                "1992-01-01",
                "2016-10-31",
                (EARLIEST_FROM_COVERAGE, LATEST_FROM_STATED_ON),
            ),
            "UNDATED",
            "UNDATED",
        ),
        (
            day("2020-01-01", "2020-11-10", (LATEST_FROM_STATED_ON,)),
            "2020",
            "2020-2021",
        ),
        (day("1992-01-01", "2007-02-28", (EARLIEST_FROM_COVERAGE,)), "SPANS", "SPANS"),
    ],
)
def test_a_case_lies_in_the_one_cell_of_time_that_contains_it(when, year, biennium):
    assert year_cell(case("a", date=when)) == year
    assert biennium_cell(case("a", date=when)) == biennium
