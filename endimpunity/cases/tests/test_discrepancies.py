"""Where a State's word and what is known from elsewhere part."""

import pytest

from endimpunity.cases.rules.statuses.cpj import cpj_status
from endimpunity.cases.rules.statuses.discrepancies import discrepancies
from endimpunity.cases.rules.statuses.general import general_state
from endimpunity.cases.tests.status_facts import (
    ROUNDS,
    event,
    facts,
    lens,
    request,
    response,
    statement,
)

ASKED = request("2012-03-01")
ONGOING = response("2013-05-01", "ONGOING_UNRESOLVED")
RESOLVED = response("2013-05-01", "RESOLVED", resolved_by="CONVICTION")
UNEXPLAINED = response("2013-05-01", "RESOLVED")
DEAD = response("2013-05-01", "RESOLVED", resolved_by="SUSPECT_DIED")
ARCHIVED = response("2013-05-01", "ARCHIVED")
CONVICTED = event("CONVICTED", "2012-05-02", 1)
ANNULLED = event("ANNULLED", "2014-05-02", 1)
PARTIAL = statement("CPJ", "CPJ", "PARTIAL_IMPUNITY", "2014-12-01")


def found(*told, **more):
    met = discrepancies(facts(*told, **more), ROUNDS, lens=lens())
    return [(it.kind, it.about) for it in met]


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        # Reported by the State and found nowhere else.
        ([RESOLVED], [("REPORTED_ONLY", "CONVICTION")]),
        ([UNEXPLAINED], [("REPORTED_ONLY", "RESOLVED")]),
        ([DEAD], [("REPORTED_ONLY", "SUSPECT_DIED")]),
        ([ARCHIVED], [("REPORTED_ONLY", "CLOSED")]),
        (
            [RESOLVED, event("CONVICTED", "2012", 1, by_state=True)],
            [("REPORTED_ONLY", "CONVICTION")],
        ),
        # Found elsewhere and not yet reported.
        ([CONVICTED], [("FOUND_ONLY", "CONVICTION")]),
        ([ONGOING, CONVICTED], [("FOUND_ONLY", "CONVICTION")]),
        ([ONGOING, PARTIAL], [("FOUND_ONLY", "CONVICTION")]),
        ([ONGOING, event("DIED", "2014")], [("FOUND_ONLY", "SUSPECT_DIED")]),
        ([ONGOING, event("ARCHIVED", "2014")], [("FOUND_ONLY", "CLOSED")]),
        (
            [ONGOING, event("RULED_UNRELATED", "2014")],
            [("FOUND_ONLY", "RULED_UNRELATED")],
        ),
        (
            [DEAD, event("DIED", "2011"), CONVICTED],
            [("FOUND_ONLY", "CONVICTION")],
        ),
        # Reported resolved and since annulled.
        ([RESOLVED, CONVICTED, ANNULLED], [("REPORTED_AND_ANNULLED", "CONVICTION")]),
        ([UNEXPLAINED, CONVICTED, ANNULLED], [("REPORTED_AND_ANNULLED", "RESOLVED")]),
        (
            [RESOLVED, event("CONVICTED", "2012", 1, by_state=True), ANNULLED],
            [("REPORTED_AND_ANNULLED", "CONVICTION")],
        ),
        # A publisher's older word outlives no annulment that is known.
        (
            [RESOLVED, CONVICTED, ANNULLED, PARTIAL],
            [("REPORTED_AND_ANNULLED", "CONVICTION")],
        ),
        # Annulled before the State spoke: it must mean another conviction.
        (
            [RESOLVED, CONVICTED, event("ANNULLED", "2012-12-01", 1)],
            [("REPORTED_ONLY", "CONVICTION")],
        ),
        # Both sides say the same.
        ([RESOLVED, CONVICTED], []),
        ([UNEXPLAINED, CONVICTED], []),
        ([RESOLVED, PARTIAL], []),
        ([UNEXPLAINED, event("DIED", "2011")], []),
        ([DEAD, event("DIED", "2011")], []),
        ([ARCHIVED, event("TIME_BARRED", "2012")], []),
        ([ONGOING], []),
        ([ONGOING, CONVICTED, ANNULLED], []),
        ([ONGOING, event("ARCHIVED", "2014"), event("OPENED", "2016")], []),
        ([], []),
    ],
)
def test_both_sides_are_compared(told, kinds):
    assert found(ASKED, *told) == kinds


def test_a_state_that_was_not_asked_owes_no_report():
    assert found(CONVICTED) == []


def test_of_a_response_whose_words_are_not_known_nothing_is_said():
    assert found(ASKED, response("2013", "UNTOLD"), CONVICTED) == []


def test_a_conviction_that_the_days_leave_open_is_no_discrepancy():
    open_days = [event("CONVICTED", "2014", 1), event("ANNULLED", "2014", 1)]
    assert found(ASKED, RESOLVED, *open_days) == []
    assert found(ASKED, ONGOING, *open_days) == []


def test_of_what_is_no_killing_nothing_is_asked():
    assert found(ASKED, RESOLVED, violations=["TORTURE"]) == []


def test_each_side_gives_its_reason():
    told = facts(ASKED, RESOLVED, CONVICTED, ANNULLED)
    (one,) = discrepancies(told, ROUNDS, lens=lens())
    assert one.reported.reason.deciding == (RESOLVED,)
    assert one.found.deciding == (ANNULLED,)
    assert one.found.why == "CONVICTION_ENDED"
    before = lens("2014-01-01")
    assert discrepancies(told, ROUNDS, lens=before) == ()


@pytest.mark.parametrize(
    "derive",
    [
        lambda case, at: discrepancies(case, ROUNDS, lens=at),
        lambda case, at: cpj_status(case, lens=at),
        lambda case, at: general_state(case, lens=at),
    ],
    ids=["discrepancies", "CPJ", "general"],
)
def test_a_publishers_voice_tells_of_no_proceedings(derive):
    with pytest.raises(ValueError, match="that of CPJ has the words"):
        derive(facts(CONVICTED), lens(voice="CPJ"))
