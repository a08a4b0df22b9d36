"""Dates as intervals, and the laws they keep."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from endimpunity.foundation.partial_dates import (
    CENTURY,
    EARLIEST_FROM_COVERAGE,
    LATEST_FROM_STATED_ON,
    PartialDate,
    Precision,
    read_date,
)

STATED_ON = date(2016, 10, 31)
COVERAGE = date(1992, 1, 1)

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
ends = st.none() | days


@st.composite
def partial_dates(draw):
    earliest, latest = draw(ends), draw(ends)
    if earliest and latest and earliest > latest:
        earliest, latest = latest, earliest
    inferred = draw(st.sampled_from([(), (CENTURY,), (EARLIEST_FROM_COVERAGE,)]))
    return PartialDate(
        earliest=earliest,
        latest=latest,
        text=draw(st.text()),
        inferred=inferred,
        readable=draw(st.booleans()),
    )


@st.composite
def windows(draw):
    first = draw(days)
    return first, first + timedelta(days=draw(st.integers(0, 5_000)))


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2015-05-02", Precision.DAY),
        ("May 2015", Precision.MONTH),
        ("2015", Precision.YEAR),
        ("May 2 or 3, 2015", Precision.INTERVAL),
        ("before May 2015", Precision.OPEN),
        ("Unknown", Precision.UNKNOWN),
        ("nobody can say", Precision.UNKNOWN),
    ],
)
def test_a_date_says_how_much_is_known(text, precision):
    assert read_date(text, stated_on=STATED_ON).precision == precision


def test_a_date_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="cannot begin on 2015-05-02"):
        PartialDate(earliest=date(2015, 5, 2), latest=date(2015, 5, 1))


def test_an_unknown_date_is_cut_to_what_its_list_covers_and_both_cuts_are_marked():
    cut = read_date("Unknown", stated_on=STATED_ON).cut(
        stated_on=STATED_ON, coverage_from=COVERAGE
    )
    assert (cut.earliest, cut.latest) == (COVERAGE, STATED_ON)
    assert cut.inferred == (EARLIEST_FROM_COVERAGE, LATEST_FROM_STATED_ON)


def test_an_unreadable_date_is_cut_too_and_stays_unreadable():
    unread = read_date("nobody can say", stated_on=STATED_ON)
    cut = unread.cut(stated_on=STATED_ON, coverage_from=None)
    assert cut.latest == STATED_ON
    assert not cut.readable


def test_a_date_within_the_coverage_is_not_marked():
    known = read_date("2015-05-02", stated_on=STATED_ON)
    assert known.cut(stated_on=STATED_ON, coverage_from=COVERAGE) is known


@pytest.mark.parametrize("text", ["2017-01-01", "1991"])
def test_a_date_that_contradicts_its_list_is_left_for_the_import_to_report(text):
    stranger = read_date(text, stated_on=STATED_ON)
    assert stranger.cut(stated_on=STATED_ON, coverage_from=COVERAGE) is stranger


@pytest.mark.parametrize("question", [PartialDate.surely_in, PartialDate.possibly_in])
def test_a_window_that_ends_before_it_begins_is_refused(question):
    with pytest.raises(ValueError, match="ends before it begins"):
        question(
            PartialDate(earliest=None, latest=None), date(2015, 1, 2), date(2015, 1, 1)
        )


def test_what_is_stored_names_only_what_there_is_to_say():
    assert read_date("2015", stated_on=STATED_ON).as_stored() == {
        "text": "2015",
        "earliest": "2015-01-01",
        "latest": "2015-12-31",
    }
    assert read_date("2-Oct-16", stated_on=STATED_ON).as_stored() == {
        "text": "2-Oct-16",
        "earliest": "2016-10-02",
        "latest": "2016-10-02",
        "inferred": "CENTURY",
    }


@given(partial_dates())
def test_what_is_stored_comes_back_the_same(met):
    assert PartialDate.from_stored(met.as_stored()) == met


@given(partial_dates(), windows())
def test_what_is_surely_in_a_window_is_possibly_in_it(met, window):
    if met.surely_in(*window):
        assert met.possibly_in(*window)


@given(partial_dates(), windows(), days)
def test_a_window_holds_a_date_as_it_holds_its_days(met, window, day):
    first, last = window
    assume(met.earliest is None or met.earliest <= day)
    assume(met.latest is None or day <= met.latest)
    if met.surely_in(first, last):
        assert first <= day <= last
    if first <= day <= last:
        assert met.possibly_in(first, last)


@given(partial_dates(), ends, ends)
def test_a_cut_never_widens_and_never_loses_the_text(met, stated_on, coverage_from):
    cut = met.cut(stated_on=stated_on, coverage_from=coverage_from)
    assert cut.text == met.text
    assert cut.readable == met.readable
    assert met.earliest is None or (cut.earliest and cut.earliest >= met.earliest)
    assert met.latest is None or (cut.latest and cut.latest <= met.latest)


@given(partial_dates(), ends, ends)
def test_to_cut_twice_is_to_cut_once(met, stated_on, coverage_from):
    once = met.cut(stated_on=stated_on, coverage_from=coverage_from)
    assert once.cut(stated_on=stated_on, coverage_from=coverage_from) == once
