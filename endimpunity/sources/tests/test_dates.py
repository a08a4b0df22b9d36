"""A date is as its list states it, and is cut by what the list can know when read."""

from datetime import date

import pytest

from endimpunity.sources.models import Publisher, RecordVersion
from endimpunity.sources.queries import latest_snapshot, records_in, records_of_list
from endimpunity.sources.rules.dates import known_date, since_when
from endimpunity.sources.tests.lists import mapping, table, take_in

STATED_ON = date(2016, 10, 31)
COVERAGE = date(1992, 1, 1)
BOTH = ("EARLIEST_FROM_COVERAGE", "LATEST_FROM_STATED_ON")


def stated(text, earliest=None, latest=None):
    return {"text": text, "earliest": earliest, "latest": latest}


@pytest.mark.parametrize(
    ("values", "earliest", "latest", "inferred"),
    [
        ({}, COVERAGE, STATED_ON, BOTH),
        ({"date": None}, COVERAGE, STATED_ON, BOTH),
        ({"date": stated("Unknown")}, COVERAGE, STATED_ON, BOTH),
        (
            {"date": stated("Unknown"), "year": 2007},
            date(2007, 1, 1),
            date(2007, 12, 31),
            (),
        ),
        (
            {"date": stated("by February 2007", latest="2007-02-28")},
            COVERAGE,
            date(2007, 2, 28),
            BOTH[:1],
        ),
        ({"year": 2016}, date(2016, 1, 1), STATED_ON, BOTH[1:]),
        ({"year": 2012}, date(2012, 1, 1), date(2012, 12, 31), ()),
        # It contradicts its list, which the import reports.
        ({"year": 1990}, date(1990, 1, 1), date(1990, 12, 31), ()),
    ],
)
def test_a_date_is_known_within_what_its_list_can_know(
    values,
    earliest,
    latest,
    inferred,
):
    before = dict(values)
    known = known_date(values, stated_on=STATED_ON, coverage_from=COVERAGE)
    assert (known.earliest, known.latest, known.inferred) == (
        earliest,
        latest,
        inferred,
    )
    assert values == before


def test_a_list_that_declares_no_coverage_bounds_nothing_below():
    known = known_date({}, stated_on=STATED_ON, coverage_from=None)
    assert (known.earliest, known.latest) == (None, STATED_ON)


@pytest.mark.parametrize(
    ("sayings", "place"),
    [
        ([{"name": "Ana"}], 0),
        ([{"year": 2006}, {"year": 2007}], 1),
        ([{"year": 2006}, {"year": 2006}], 0),
        ([{"year": 2006}, {"year": 2007}, {"name": "Ana"}, {"year": 2007}], 1),
        ([{"date": stated("Unknown")}, {"date": None}], 1),
        ([{"year": 2007}, {"year": 2006}, {"year": 2007}], 2),
        ([{"name": "Ana"}, {"year": 2006}], 1),
    ],
)
def test_a_date_said_again_is_known_since_it_was_first_said_so(sayings, place):
    assert since_when(sayings) == place


DATED = mapping(
    '[publisher]\ncode = "LISTA"\ncoverage_from = 1992-01-01\n'
    '[columns]\nname = "name"\ndate = "date"\ncountry = "country"\n',
)


def dated(*rows):
    return table(*rows, headers=("name", "date", "country"))


def known(records):
    return {
        one.values["name"]: (
            str(one.known.earliest),
            str(one.known.latest),
            one.known.inferred,
        )
        for one in records
    }


@pytest.mark.django_db
def test_a_list_read_again_cuts_each_date_by_the_day_that_stated_it(system):
    first = dated(("Ana", "Unknown", "Peru"), ("Rui", "May 2016", "Peru"))
    second = dated(
        ("Ana", "Unknown", "Peru"),
        ("Rui", "2016", "Peru"),
        ("Noor", "", "Peru"),
    )
    take_in(first, "2016-05-20", by=system, mapping=DATED)
    take_in(second, "2016-11-02", by=system, mapping=DATED)
    assert Publisher.objects.get().coverage_from == COVERAGE
    assert known(records_of_list("LISTA", as_of=date(2020, 1, 1))) == {
        "Ana": ("1992-01-01", "2016-05-20", BOTH),
        "Rui": ("2016-01-01", "2016-11-02", BOTH[1:]),
        "Noor": ("1992-01-01", "2016-11-02", BOTH),
    }
    assert known(records_of_list("LISTA", as_of=date(2016, 6, 1))) == {
        "Ana": ("1992-01-01", "2016-05-20", BOTH),
        "Rui": ("2016-05-01", "2016-05-20", BOTH[1:]),
    }
    last = latest_snapshot("LISTA")
    assert last
    assert known(records_in(last)) == {
        "Ana": ("1992-01-01", "2016-11-02", BOTH),
        "Rui": ("2016-01-01", "2016-11-02", BOTH[1:]),
        "Noor": ("1992-01-01", "2016-11-02", BOTH),
    }
    # The cells of two days that are the same are still one version, as stated.
    versions = RecordVersion.objects.filter(values__name="Ana")
    assert [one.values["date"] for one in versions] == [stated("Unknown")]
