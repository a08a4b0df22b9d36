from datetime import date

import pytest

from endimpunity.indicators.rules.definitions.cpj_index import (
    edition_of,
    edition_period,
)
from endimpunity.indicators.tests.facts_made import lens


@pytest.mark.parametrize(
    ("edition", "first", "last"),
    [
        (2010, date(2000, 1, 1), date(2009, 12, 31)),
        (2014, date(2004, 1, 1), date(2013, 12, 31)),
        (2015, date(2005, 9, 1), date(2015, 8, 31)),
        (2024, date(2014, 9, 1), date(2024, 8, 31)),
    ],
)
def test_an_edition_looks_at_its_ten_years(edition, first, last):
    assert (edition_of(edition).first, edition_of(edition).last) == (first, last)


@pytest.mark.parametrize(
    ("as_of", "edition"),
    [
        ("2012-06-01", 2012),
        ("2015-08-30", 2014),
        ("2015-08-31", 2015),
        ("2016-08-30", 2015),
        ("2026-01-01", 2025),
    ],
)
def test_where_no_period_is_asked_the_last_edition_that_had_ended_is_taken(
    as_of, edition
):
    assert edition_period(lens(as_of)) == edition_of(edition)
