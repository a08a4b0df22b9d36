from endimpunity.indicators.rules.definitions import figure
from endimpunity.indicators.rules.facts import Facts
from endimpunity.indicators.rules.windows import Period
from endimpunity.indicators.rules.year_lists import YearLists, from_years
from endimpunity.indicators.tests.facts_made import case, day, lens, rows

LISTS = [
    YearLists(
        case="a",
        state="AA",
        requested=(2014, 2015, 2017),
        responded=(2016,),
        resolved=2017,
    ),
    YearLists(case="b", state="AA", requested=(2015, 2017), acknowledged=(2015,)),
    YearLists(case="c", state="BB", requested=(2015,), responded=(2014,)),
]


def facts():
    told = from_years(LISTS)
    return Facts(
        cases=tuple(case(key, date=day("2013-06-30")) for key in "abc"),
        requests=told.requests,
        case_requests=told.case_requests,
        sights=told.sights,
    )


def test_a_state_is_asked_once_a_year_about_all_its_cases():
    told = from_years(LISTS)
    assert [(it.state, it.round) for it in told.requests] == [
        ("AA", 2014),
        ("AA", 2015),
        ("AA", 2017),
        ("BB", 2015),
    ]


def test_an_answer_of_a_year_without_a_request_belongs_to_the_latest_before():
    requests = {(it.state, it.round): it for it in from_years(LISTS).requests}
    replies = requests["AA", 2015].replies
    assert [(it.received.text, it.substantive) for it in replies] == [
        ("2015", False),
        ("2016", True),
    ]


def test_an_answer_before_any_request_answers_none_and_is_told():
    assert from_years(LISTS).unasked == (("c", 2014),)


def test_an_answer_of_a_year_has_come_at_its_end_and_not_before():
    of_2015 = Period(first=day("2015-01-01").earliest, last=day("2015-12-31").earliest)
    early = figure("response-rate", facts(), lens("2016-12-30"), of_2015)
    late = figure("response-rate", facts(), lens("2016-12-31"), of_2015)
    assert [
        [row.answer for row in rows(it) if hasattr(row, "answer")]
        for it in (early, late)
    ] == [["ACKNOWLEDGED_ONLY", "NONE_RECORDED"], ["RESPONDED", "NONE_RECORDED"]]


def test_a_case_is_said_something_of_however_many_rounds_asked():
    assert figure("case-response-rate", facts(), lens("2020-01-01")).fraction == "1/3"


def test_rounds_bracket_the_year_of_resolution():
    found = figure("time-to-resolution-interval", facts(), lens("2020-01-01"))
    (ended,) = [row for row in rows(found) if row.until is not None]
    # Seen unresolved at the end of 2015, resolved at the end of 2017.
    after = (day("2015-12-31").earliest - day("2013-06-30").earliest).days
    until = (day("2017-12-31").earliest - day("2013-06-30").earliest).days
    assert after <= ended.after < ended.until == until
    assert found.numerator == 1
