"""The status under UNESCO's method, from the State's own responses alone."""

import pytest

from endimpunity.cases.rules.statuses.unesco import unesco_status
from endimpunity.cases.tests.status_facts import (
    ROUNDS,
    acknowledgement,
    day,
    event,
    exchange,
    facts,
    lens,
    moment,
    request,
    response,
    statement,
)


def status(*told, as_of="2020-12-31", **more):
    return unesco_status(facts(*told, **more), ROUNDS, lens=lens(as_of))


ASKED = request("2012-03-01")


@pytest.mark.parametrize(
    ("told", "code", "why"),
    [
        ((), "", "NEVER_ASKED"),
        ((ASKED,), "NO_INFORMATION", "ASKED_AND_NOT_TOLD"),
        ((request("2020-03-01"),), "NEW_REQUEST", "FIRST_ASKED_IN_OPEN_ROUND"),
        # Asked again in the open round: it was first asked long before.
        ((ASKED, request("2020-03-01")), "NO_INFORMATION", "ASKED_AND_NOT_TOLD"),
        # An acknowledgement, and a response that says nothing of the case, end nothing.
        (
            (ASKED, acknowledgement("2012-04-01")),
            "NO_INFORMATION",
            "ASKED_AND_NOT_TOLD",
        ),
        (
            (ASKED, response("2012-04-01", "NOTHING")),
            "NO_INFORMATION",
            "ASKED_AND_NOT_TOLD",
        ),
    ],
)
def test_what_no_response_told_is_a_new_request_or_no_information(told, code, why):
    found = status(*told)
    assert found.possible == (code,)
    assert found.reason.why == why


def test_one_old_substantive_response_ends_no_information_for_ever():
    old = response("2012-05-01", "ONGOING_UNRESOLVED")
    found = status(ASKED, old, *(request(f"{year}-03-01") for year in range(2013, 21)))
    assert found.code == "ONGOING_UNRESOLVED"
    assert found.reason.deciding == (old,)


def test_the_latest_substantive_response_decides_either_way():
    resolved = response("2013-05-01", "RESOLVED", resolved_by="SUSPECT_DIED")
    back = response("2014-05-01", "ONGOING_UNRESOLVED")
    nothing = response("2015-05-01", "NOTHING")
    assert status(ASKED, resolved).resolved_by == "SUSPECT_DIED"
    found = status(ASKED, back, nothing, resolved)
    assert found.code == "ONGOING_UNRESOLVED"
    assert found.resolved_by == ""
    assert found.reason.deciding == (back,)
    assert status(ASKED, resolved, back, as_of="2013-12-31").code == "RESOLVED"


@pytest.mark.parametrize("code", ["ARCHIVED", "BEYOND_JURISDICTION"])
def test_a_response_may_end_the_matter_without_resolving_it(code):
    assert status(ASKED, response("2013-05-01", code)).code == code


def test_a_state_that_was_not_asked_has_no_status_whatever_it_wrote():
    assert status(response("2013-05-01", "RESOLVED")).possible == ("",)


def test_what_courts_did_moves_nothing():
    told = [ASKED, response("2013-05-01", "ONGOING_UNRESOLVED")]
    assert status(*told, event("CONVICTED", "2014-01-01")) == status(*told)


def test_a_response_of_which_only_the_year_is_known_may_not_have_come_yet():
    told = [request("2013-01-10"), response("2013", "RESOLVED")]
    assert status(*told, as_of="2013-06-30").possible == ("NEW_REQUEST", "RESOLVED")
    assert status(*told, as_of="2013-06-30").code == ""
    assert status(*told, as_of="2013-12-31").code == "RESOLVED"


def test_a_request_of_which_only_the_year_is_known_may_not_have_been_sent_yet():
    found = status(request("2013"), as_of="2013-06-30")
    assert found.possible == ("", "NEW_REQUEST")
    assert found.reason.why == "DATES_LEAVE_OPEN"


def test_two_responses_of_one_round_whose_order_is_not_known_are_both_named():
    two = [response("2013", "RESOLVED"), response("2013-05", "ARCHIVED")]
    found = status(ASKED, *two)
    assert found.possible == ("ARCHIVED", "RESOLVED")
    assert set(found.reason.deciding) == set(two)
    later = response("2013", "ONGOING_UNRESOLVED", round=2014)
    assert status(ASKED, *two, later).code == "ONGOING_UNRESOLVED"


def test_a_response_whose_words_are_not_known_leaves_every_status_open():
    untold = response("2014", "UNTOLD")
    found = status(ASKED, untold)
    assert found.possible == (
        "ARCHIVED",
        "BEYOND_JURISDICTION",
        "NO_INFORMATION",
        "ONGOING_UNRESOLVED",
        "RESOLVED",
    )
    assert found.reason.why == "RESPONSE_UNTOLD"
    assert untold in found.reason.deciding
    assert status(ASKED, untold, response("2015", "RESOLVED")).code == "RESOLVED"
    unresolved = status(ASKED, response("2014", "NOT_RESOLVED"))
    assert "RESOLVED" not in unresolved.possible


def test_what_was_not_recorded_yet_is_not_there():
    told = facts(ASKED, response("2013-05-01", "RESOLVED"))
    before = lens(known_at=moment("2020-12-31"))
    assert unesco_status(told, ROUNDS, lens=before).possible == ("",)


def test_in_unescos_voice_what_its_files_had_said_counts():
    said = [
        request("2012", stated_on=day("2015-01-01").earliest),
        response("2014", "RESOLVED", stated_on=day("2017-01-01").earliest),
    ]
    for year, code in (("2014", ""), ("2016", "NO_INFORMATION"), ("2018", "RESOLVED")):
        at = lens(voice="UNESCO", known_at=moment(f"{year}-06-01"))
        assert unesco_status(facts(*said), ROUNDS, lens=at).code == code


def test_a_detention_has_no_status_of_unescos():
    found = status(ASKED, violations=["ARBITRARY_DETENTION"])
    assert found.possible == ("",)
    assert found.reason.why == "NOT_OF_THIS_METHOD"


def test_unescos_own_label_stands_beside_and_the_latest_alone():
    old = statement("UNESCO", "UNESCO", "NEW_REQUEST", "2012-12-01")
    new = statement("UNESCO", "UNESCO", "RESOLVED", "2015-12-01")
    cpj = statement("CPJ", "CPJ", "FULL_JUSTICE", "2015-12-01")
    found = status(ASKED, new, old, cpj)
    assert found.code == "NO_INFORMATION"
    assert found.stated == (new,)
    assert status(ASKED, new, old, as_of="2013-01-01").stated == (old,)


@pytest.mark.parametrize(
    ("kind", "said", "more", "sentence"),
    [
        ("REQUEST", "RESOLVED", {}, "Only a response says"),
        ("RESPONSE", "ARCHIVED", {"resolved_by": "CONVICTION"}, "the response says"),
        ("RESPONSE", "RESOLVED", {"resolved_by": "LUCK"}, "no reason"),
        ("RESPONSE", "CONVICTED", {}, "nothing that a response can say"),
    ],
)
def test_an_exchange_that_makes_no_sense_is_refused(kind, said, more, sentence):
    with pytest.raises(ValueError, match=sentence):
        exchange(kind, "2012", said, **more)
