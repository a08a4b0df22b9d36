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
    assert site_words.statement_in_words(blank) == "leaves it blank"


def test_a_statement_in_words_is_quoted():
    quoted = factories.a_statement(says="The inquiry goes on.", coded=False)
    assert site_words.statement_in_words(quoted) == "The inquiry goes on."
