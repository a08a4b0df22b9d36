import pytest
from django.template import Context
from django.utils.translation import override

from endimpunity.doors.site.templatetags import site_words
from endimpunity.doors.site.tests import factories


def test_a_day_needs_no_other_words():
    assert not site_words.keeps_its_words(factories.a_day(text="1-Mar-19"))


def test_an_interval_keeps_the_words_of_its_source():
    met = factories.a_day(
        "2015-05-02",
        last="2015-05-04",
        text="May 2, 3 or 4, 2015",
        precision="INTERVAL",
    )
    assert site_words.in_words(met) == "between 2 and 4 May 2015"
    assert site_words.keeps_its_words(met)


def test_a_date_written_in_edtf_says_no_more_than_its_words():
    month = factories.a_day(
        "2015-05-01",
        last="2015-05-31",
        text="2015-05",
        precision="MONTH",
    )
    assert not site_words.keeps_its_words(month)


def test_a_date_said_as_it_was_met_is_said_once():
    year = factories.a_day(
        "2015-01-01",
        last="2015-12-31",
        text="2015",
        precision="YEAR",
    )
    assert site_words.in_words(year) == "2015"
    assert not site_words.keeps_its_words(year)


def test_edtf_is_said_in_words():
    assert site_words.edtf_in_words("2018-03") == "March 2018"
    assert site_words.edtf_in_words("") == "date unknown"


def test_what_is_not_edtf_stays_as_it_is():
    assert site_words.edtf_in_words("spring, they said") == "spring, they said"


def test_a_toll_says_how_far_it_is_known():
    assert site_words.toll_in_words(factories.a_toll()) == "57 to 58"
    assert site_words.toll_in_words(factories.a_toll(high=57)) == "57"
    assert site_words.toll_in_words(factories.a_toll(high=None)) == "at least 57"


def test_the_accused_have_numbers_and_no_names():
    event = factories.an_event(people=1, accused=(3,))
    assert site_words.whom_in_words(event) == "1 person, accused 3"


def test_a_list_that_goes_blank_is_said_to_be_blank():
    blank = factories.a_statement(says="")
    assert site_words.statement_value(Context(), blank) == "leaves it blank"


def test_a_statement_in_words_has_no_value():
    quoted = factories.a_statement(says="The inquiry goes on.", coded=False)
    assert site_words.statement_value(Context(), quoted) == ""


@pytest.mark.parametrize(
    ("about", "code", "said"),
    [
        ("", "COMPLETE_IMPUNITY", "Complete impunity"),
        ("motive", "UNCONFIRMED", "Unconfirmed"),
        ("date", "2013-11-02", "2 November 2013"),
        ("place", "Kidal", "Kidal"),
    ],
)
def test_a_statement_is_said_as_a_value_of_what_it_is_about(about, code, said):
    statement = factories.a_statement(
        about=about,
        code=code,
        says="In its own words.",
        coded=False,
    )
    with override("en"):
        assert site_words.statement_value(Context(), statement) == said


def test_sources_are_named_once_each_and_never_as_markup():
    sources = [
        factories.a_source(label=label)
        for label in ("League", "<b>Council</b>", "League")
    ]
    assert site_words.labels_in_words(sources) == (
        "<bdi>League</bdi> and <bdi>&lt;b&gt;Council&lt;/b&gt;</bdi>"
    )


def test_what_is_to_come_says_its_day_where_one_is_known():
    upcoming = factories.an_upcoming()
    assert site_words.upcoming_in_words(upcoming) == "Hearing: 12 January 2027"
    some_day = factories.an_upcoming(date=factories.a_day("", last=""))
    assert site_words.upcoming_in_words(some_day) == "Hearing"


@pytest.mark.parametrize(("language", "row"), [("en", "A. B."), ("zh-hans", "A.B.")])
def test_sentences_stand_as_close_as_the_language_sets_them(language, row):
    with override(language):
        assert site_words.in_a_row(["A.", "B."]) == row
        isolated = site_words.in_a_row_isolated(["A.", "<B>"])
    between = row[2:-2]
    assert isolated == f"<bdi>A.</bdi>{between}<bdi>&lt;B&gt;</bdi>"
