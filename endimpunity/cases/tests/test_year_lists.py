"""A record's lists of years, read as exchanges of rounds."""

from datetime import UTC, date, datetime

import pytest

from endimpunity.cases.rules.statuses.unesco import unesco_status
from endimpunity.cases.rules.statuses.year_lists import read_year_lists, rounds_of
from endimpunity.cases.tests.status_facts import facts, lens

STATED_ON = date(2020, 5, 1)
ROUNDS = rounds_of([2013, 2014, 2016, 2018, 2020])


def years(*told):
    return [{"year": year, "url": None} for year in told]


def read(**values):
    return read_year_lists(
        values,
        publisher="UNESCO",
        stated_on=STATED_ON,
        recorded_at=datetime(2020, 6, 1, tzinfo=UTC),
    )


def derived(lists, as_of="2020-05-01"):
    told = facts(*lists.exchanges, lists.statement)
    return unesco_status(told, ROUNDS, lens=lens(as_of))


def said(lists):
    return [(it.round, it.said) for it in lists.exchanges if it.kind == "RESPONSE"]


def test_a_round_is_open_until_the_next_begins():
    assert [(it.number, it.closed) for it in ROUNDS] == [
        (2013, date(2013, 12, 31)),
        (2014, date(2015, 12, 31)),
        (2016, date(2017, 12, 31)),
        (2018, date(2019, 12, 31)),
        (2020, None),
    ]
    assert rounds_of([]) == ()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"requests": years(2020), "responses": []}, "NEW_REQUEST"),
        ({"requests": years(2018), "responses": []}, "NO_INFORMATION"),
        (
            {
                "requests": years(2013),
                "responses": [],
                "acknowledgements": years(2013),
                "unesco_status": "NO_INFORMATION",
            },
            "NO_INFORMATION",
        ),
        (
            {
                "requests": years(2013, 2014, 2016),
                "responses": years(2013, 2016),
                "unesco_status": "ARCHIVED",
            },
            "ARCHIVED",
        ),
        (
            {
                "requests": years(2013),
                "responses": years(2013),
                "unesco_status": "NO_INFORMATION",
            },
            "NO_INFORMATION",
        ),
        ({"requests": [], "responses": []}, ""),
    ],
)
def test_the_status_of_the_lists_is_that_of_the_record(values, code):
    assert derived(read(**values)).possible == (code,)


def test_a_request_of_the_files_own_year_was_sent_by_its_day():
    (sent,) = read(requests=years(2020), responses=[]).exchanges
    assert sent.when.latest == STATED_ON
    assert sent.when.inferred == ("LATEST_FROM_STATED_ON",)


def test_of_several_responses_the_latest_said_the_status():
    lists = read(
        requests=years(2013),
        responses=years(2016, 2013, 2014),
        unesco_status="ONGOING_UNRESOLVED",
    )
    assert sorted(said(lists)) == [
        (2013, "UNTOLD"),
        (2014, "UNTOLD"),
        (2016, "ONGOING_UNRESOLVED"),
    ]
    assert all(it.inferred for it in lists.exchanges if it.kind == "RESPONSE")


def test_before_the_year_of_resolution_no_response_said_that_it_is_resolved():
    lists = read(
        requests=years(2013, 2014, 2016, 2018),
        responses=years(2013, 2016, 2018),
        unesco_status="RESOLVED",
        resolved_year=2016,
    )
    assert said(lists) == [
        (2013, "NOT_RESOLVED"),
        (2016, "RESOLVED"),
        (2018, "RESOLVED"),
    ]
    assert "RESOLVED" not in derived(lists, "2015-12-31").possible
    assert derived(lists, "2016-12-31").code == "RESOLVED"
    assert lists.oddities == ()


def test_the_file_gives_no_reason_for_a_resolution():
    lists = read(
        requests=years(2013),
        responses=years(2013),
        unesco_status="RESOLVED",
    )
    assert derived(lists).resolved_by == ""


@pytest.mark.parametrize("responses", [[], None])
def test_a_status_that_rests_on_an_unlisted_response_is_kept_and_reported(responses):
    lists = read(
        requests=years(2013),
        responses=responses,
        unesco_status="ONGOING_UNRESOLVED",
    )
    assert said(lists) == [(None, "ONGOING_UNRESOLVED")]
    assert derived(lists).code == "ONGOING_UNRESOLVED"
    assert lists.oddities == ("STATUS_WITHOUT_RESPONSE",)


def test_a_blank_list_of_responses_is_not_silence():
    lists = read(requests=years(2013), responses=None)
    assert said(lists) == [(None, "UNTOLD")]
    assert "NO_INFORMATION" in derived(lists).possible
    assert not derived(lists).is_sure


def test_the_record_states_its_status_in_its_own_voice():
    lists = read(requests=years(2013), unesco_status="NEW_REQUEST")
    assert lists.statement.code == "NEW_REQUEST"
    assert lists.statement.when.earliest == STATED_ON
    assert derived(lists).stated == (lists.statement,)
    assert read(requests=years(2013)).statement is None


@pytest.mark.parametrize(
    ("values", "oddity"),
    [
        ({"responses": years(2013)}, "RESPONSE_WITHOUT_REQUEST"),
        ({"unesco_status": "NEW_REQUEST"}, "STATUS_WITHOUT_REQUEST"),
        (
            {
                "requests": years(2013),
                "responses": years(2013),
                "unesco_status": "NEW_REQUEST",
            },
            "RESPONSE_SAYS_NOTHING",
        ),
        (
            {
                "requests": years(2013),
                "responses": years(2013),
                "unesco_status": "RESOLVED",
                "resolved_year": 2015,
            },
            "RESOLVED_AFTER_LAST_RESPONSE",
        ),
    ],
)
def test_lists_that_do_not_fit_their_status_are_reported(values, oddity):
    assert read(**values).oddities == (oddity,)


def test_addresses_are_kept():
    sent = {"year": 2013, "url": "https://example.org/letter"}
    (one,) = read(requests=[sent]).exchanges[:1]
    assert one.url == "https://example.org/letter"
