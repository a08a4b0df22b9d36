"""Dates in EDTF, as another reader of the format understands them."""

import warnings
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.foundation.partial_dates import PartialDate, from_edtf

with warnings.catch_warnings():
    # The oracle's grammar is older than the parser it is written for.
    warnings.simplefilter("ignore")
    oracle = pytest.importorskip("edtf")

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
ends = st.none() | days


@st.composite
def intervals(draw):
    earliest, latest = draw(ends), draw(ends)
    if earliest and latest and earliest > latest:
        earliest, latest = latest, earliest
    return PartialDate(earliest=earliest, latest=latest)


@given(intervals())
def test_a_date_written_in_edtf_comes_back_the_same(met):
    back = from_edtf(met.edtf)
    assert (back.earliest, back.latest) == (met.earliest, met.latest)
    assert back.readable


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_a_whole_month_and_a_whole_year_are_written_short(year, month):
    assert from_edtf(f"{year}-{month:02}").edtf == f"{year}-{month:02}"
    assert from_edtf(f"{year}").edtf == f"{year}"


def _days_of_oracle(text):
    parsed = oracle.parse_edtf(text)
    return tuple(
        date(*moment[:3]) for moment in (parsed.lower_strict(), parsed.upper_strict())
    )


@given(days, days)
def test_another_reader_finds_the_same_days_in_what_is_written(one, other):
    met = PartialDate(earliest=min(one, other), latest=max(one, other))
    assert _days_of_oracle(met.edtf) == (met.earliest, met.latest)


@pytest.mark.parametrize(
    "text",
    [
        "1985",
        "1985-04",
        "1985-04-12",
        "2004-02",
        "1964/2008",
        "2004-06/2006-08",
        "2004-02-01/2005",
        "201X",
        "20XX",
        "2004-XX",
        "1985-04-XX",
        "1985-XX-XX",
        "[1667,1668,1670..1672]",
        "{1960,1961-12}",
    ],
)
def test_what_others_write_is_read_as_another_reader_does(text):
    met = from_edtf(text)
    assert (met.earliest, met.latest) == _days_of_oracle(text)
    assert met.text == text


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("../1985", None, date(1985, 12, 31)),
        ("1985/..", date(1985, 1, 1), None),
        ("/1985", None, date(1985, 12, 31)),
        ("[..1984]", None, date(1984, 12, 31)),
        ("[1984..]", date(1984, 1, 1), None),
        ("../..", None, None),
        ("", None, None),
        ("1985-04-12T23:20:30Z", date(1985, 4, 12), date(1985, 4, 12)),
        ("156X-12-25", date(1560, 12, 25), date(1569, 12, 25)),
        ("20XX-02-29", date(2000, 2, 29), date(2096, 2, 29)),
        ("2001-22", date(2001, 6, 1), date(2001, 9, 30)),
        ("2001-24", date(2000, 12, 1), date(2002, 3, 31)),
        ("2001-30", date(2000, 12, 1), date(2001, 3, 31)),
        ("2001-34", date(2001, 4, 1), date(2001, 6, 30)),
    ],
)
def test_an_open_or_divided_date_is_read(text, earliest, latest):
    met = from_edtf(text)
    assert met.readable
    assert (met.earliest, met.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    ["1984?", "2004-06~", "2004-06-11%", "2015-02-30", "2015-42", "2008/2004", "[]"],
)
def test_an_uncertain_or_impossible_date_stays_as_text(text):
    met = from_edtf(text)
    assert not met.readable
    assert (met.earliest, met.latest, met.text) == (None, None, text)


@given(st.text() | st.text(alphabet="0123456789-/.,X[]{}?~T:Z"))
def test_no_text_is_an_error(text):
    assert from_edtf(text).text == text
