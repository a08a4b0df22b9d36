"""Every form in which real lists were seen to write a date, and its kin."""

import csv
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.foundation.partial_dates import CENTURY, read_date

STATED_ON = date(2016, 10, 31)

SEEN_IN_LISTS = {
    "22-Oct-16": "2016-10-22",
    "9-Feb-98": "1998-02-09",
    "April 30, 2018": "2018-04-30",
    "2018-04-30": "2018-04-30",
    "January 28 1998": "1998-01-28",
    "May 2,3 or 4, 2015": "[2015-05-02..2015-05-04]",
    "May 29 or 30, 2011": "[2011-05-29..2011-05-30]",
    "June 30 or July 1, 2015": "[2015-06-30..2015-07-01]",
    "February 8 or February 9, 2016": "[2016-02-08..2016-02-09]",
    "Between February 5 and 11, 2014": "[2014-02-05..2014-02-11]",
    "April 10-12, 1994": "[1994-04-10..1994-04-12]",
    "August or September, 2014": "[2014-08-01..2014-09-30]",
    "June or July 1993": "[1993-06-01..1993-07-31]",
    "April-June, 1994": "[1994-04-01..1994-06-30]",
    "October 2015 - June 2016": "[2015-10-01..2016-06-30]",
    "January 30 to February 24, 2016": "[2016-01-30..2016-02-24]",
    "June 24 through July 9, 2013": "[2013-06-24..2013-07-09]",
    "mid-April, 2005": "[2005-04-09..2005-04-22]",
    "May 13, 14, 15, 16, 17, or 18, 2015": "[2015-05-13..2015-05-18]",
    "May 29, 30, 31, June 1, or 2, 2014": "[2014-05-29..2014-06-02]",
    "Aug-14": "2014-08",
    " November, 2004": "2004-11",
    "July 2007,": "2007-07",
    "summer 1993": "[1993-06-01..1993-09-23]",
    "2006": "2006",
    "Unknown in 2015": "2015",
    "Date unknown in 2013": "2013",
    "on an unknown date (death disclosed February 2007)": "[..2007-02-28]",
    "Date unknown": "",
    "Unknown": "",
    "": "",
}
KIN = {
    "22 October 2016": "2016-10-22",
    "22. Oct. 2016": "2016-10-22",
    "Sept. 5th, 2014": "2014-09-05",
    "Saturday, May 2, 2015": "2015-05-02",
    "2015 May 2": "2015-05-02",
    "20150502": "2015-05-02",
    "5/2/2015 0:00": "[2015-02-05..2015-05-02]",
    "2020-06-01T10:00:00Z": "2020-06-01",
    "2020-06-04 12:52:03+00:00": "2020-06-04",
    "04/2018": "2018-04",
    "2018-04": "2018-04",
    "2018/04": "2018-04",
    "Aug '14": "2014-08",
    "22-24 October 2016": "[2016-10-22..2016-10-24]",
    "22, 23 and 24 October 2016": "[2016-10-22..2016-10-24]",
    "30 June – 1 July 2015": "[2015-06-30..2015-07-01]",  # noqa: RUF001  # as met
    "from 5 to 11 February 2014": "[2014-02-05..2014-02-11]",
    "December 30 to January 2, 2016": "[2015-12-30..2016-01-02]",
    "December 31 or January 1, 2016": "[2015-12-31..2016-01-01]",
    "Nov-Feb 1994": "[1993-11-01..1994-02-28]",
    "2-Oct-16 to 5-Oct-16": "[2016-10-02..2016-10-05]",
    "the night of May 2-3, 2015": "[2015-05-02..2015-05-03]",
    "early April 2005": "[2005-04-01..2005-04-12]",
    "late April 2005": "[2005-04-19..2005-04-30]",
    "late April or early May 2005": "[2005-04-19..2005-05-12]",
    "early 2005": "[2005-01-01..2005-05-31]",
    "mid-2005": "[2005-04-01..2005-09-30]",
    "late 1990s": "[1990-01-01..1999-12-31]",
    "winter 1993": "[1992-12-01..1994-03-21]",
    "winter 1993-94": "[1993-12-01..1994-03-21]",
    "winter 1993/1994": "[1993-12-01..1994-03-21]",
    "spring or summer 1993": "[1993-03-01..1993-09-23]",
    "2015-16": "[2015-01-01..2016-12-31]",
    "in 2004-05": "[2004-01-01..2005-12-31]",
    "2004, 2005 or 2006": "[2004-01-01..2006-12-31]",
    "before May 2015": "[..2015-04-30]",
    "after May 2, 2015": "[2015-05-03..]",
    "no later than May 2, 2015": "[..2015-05-02]",
    "until May 2, 2015": "[..2015-05-02]",
    "since 2004": "[2004-01-01..]",
    "from mid-May 2015": "[2015-05-09..]",
    "after May 2 and before May 7, 2015": "[2015-05-03..2015-05-06]",
    "abducted on May 2 and found dead on May 7, 2015": "[2015-05-02..2015-05-07]",
    "22 février 2014": "2014-02-22",
    "1er août 2014": "2014-08-01",
    "du 5 au 11 février 2014": "[2014-02-05..2014-02-11]",
    "fin mai 2014": "[2014-05-19..2014-05-31]",
    "5 de mayo de 2014": "2014-05-05",
    "entre el 5 y el 11 de febrero de 2014": "[2014-02-05..2014-02-11]",
    "5 мая 2014": "2014-05-05",  # Russian
    "2018年4月30日": "2018-04-30",
    "٣٠ أبريل ٢٠١٨": "2018-04-30",  # Arabic
    "٢٠١٨-٠٤-٣٠": "2018-04-30",  # Arabic
    "كانون الثاني 2015": "2015-01",
    "[2015-05-02..2015-05-04]": "[2015-05-02..2015-05-04]",
    "2015-05-02/2015-05-04": "[2015-05-02..2015-05-04]",
    "../2007-02-28": "[..2007-02-28]",
    "n/a": "",
}
UNREAD = [
    "31 April 2015",
    "February 29, 2015",
    "29-Feb-15",
    "2015-13-01",
    "0000-00-00",
    "3006",
    "May 14",
    "about 2015",
    "perhaps May 2015",
    "not in May 2015",
    "May 2015?",
    "week of May 4, 2015",
    "to May 2015",
    "2015 to",
    "May 2, 2015 or after",
    "before May 2015 or June 2015 after",
    "May 2, 2015 (body found)",
    "after May 7 and before May 2, 2015",
    "May 2, 2015 (body found May 5, 2015)",
    "2015..",
    "12",
    "=1+1",
    "killed",
    "x" * 1_000_000,
]


@pytest.mark.parametrize(("text", "meant"), (SEEN_IN_LISTS | KIN).items())
def test_a_form_met_in_lists_is_read(text, meant):
    met = read_date(text, stated_on=STATED_ON)
    assert met.readable
    assert met.edtf == meant
    assert met.text == text


@pytest.mark.parametrize("text", UNREAD)
def test_what_cannot_be_read_stays_as_text_and_is_unbounded(text):
    met = read_date(text, stated_on=STATED_ON)
    assert not met.readable
    assert (met.earliest, met.latest) == (None, None)
    assert met.text == text


@pytest.mark.parametrize(
    ("text", "order", "meant"),
    [
        ("4/5/18", "MDY", "2018-04-05"),
        ("4/5/18", "DMY", "2018-05-04"),
        ("18/4/5", "YMD", "2018-04-05"),
        ("4/30/18", "MDY", "2018-04-30"),
        ("30.04.2018", "DMY", "2018-04-30"),
        ("2018-04-05", "DMY", "2018-04-05"),
        ("between 4/5/18 and 4/9/18", "MDY", "[2018-04-05..2018-04-09]"),
    ],
)
def test_figures_are_read_in_the_order_that_the_mapping_states(text, order, meant):
    assert read_date(text, stated_on=date(2020, 7, 1), order=order).edtf == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("4/5/18", "[2018-04-05..2018-05-04]"),
        ("4/5/2018", "[2018-04-05..2018-05-04]"),
        ("4/30/18", "2018-04-30"),
        ("30/4/18", "2018-04-30"),
        ("5/5/18", "2018-05-05"),
        ("98/4/5", "1998-04-05"),
    ],
)
def test_without_an_order_a_date_holds_every_day_it_can_have_been(text, meant):
    assert read_date(text, stated_on=date(2020, 7, 1)).edtf == meant


def test_figures_against_the_stated_order_are_not_read_by_another():
    assert not read_date("30/4/18", stated_on=STATED_ON, order="MDY").readable


def test_an_order_that_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="none of MDY, DMY, YMD"):
        read_date("4/5/18", stated_on=STATED_ON, order="DYM")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("31-Oct-16", "2016-10-31"),
        ("1-Nov-16", "1916-11-01"),
        ("1-Jan-92", "1992-01-01"),
        ("Oct-16", "2016-10"),
        ("Nov-16", "1916-11"),
        ("29-Feb-00", "2000-02-29"),
        ("22 October '15", "2015-10-22"),
    ],
)
def test_two_figures_of_a_year_are_the_last_ones_not_after_the_list(text, meant):
    met = read_date(text, stated_on=STATED_ON)
    assert met.edtf == meant
    assert met.inferred == (CENTURY,)


def test_a_leap_day_may_lie_ahead_where_the_past_has_none():
    met = read_date("29-Feb-00", stated_on=date(1999, 6, 1))
    assert met.edtf == ""
    assert read_date("29-Feb-04", stated_on=date(2003, 6, 1)).edtf == "1904-02-29"


@given(st.text() | st.text(alphabet="0123456789-/., MayorunknowbetAugJ'[]X"))
def test_the_text_is_never_lost_and_never_an_error(text):
    met = read_date(text, stated_on=STATED_ON)
    assert met.text == text
    assert met.earliest is None or met.latest is None or met.earliest <= met.latest
    assert met.readable or (met.earliest, met.latest) == (None, None)


def test_no_date_of_the_list_of_2016_is_left_unread(shared_data):
    lines = (shared_data / "cpj" / "cpj-2016-10.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(lines)
    met = [read_date(row["Date"], stated_on=STATED_ON) for row in rows]
    unbounded = {one.text for one in met if one.precision == "UNKNOWN"}
    assert [one.text for one in met if not one.readable] == []
    assert unbounded == {"Unknown", "Date unknown"}
    assert all(one.earliest >= date(1992, 1, 1) for one in met if one.earliest)
