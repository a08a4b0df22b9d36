"""How far justice has got where the violation was no killing."""

import pytest

from endimpunity.cases.rules.statuses.general import general_state
from endimpunity.cases.tests.status_facts import event, facts, lens
from endimpunity.cases.vocabulary import EventKind, GeneralState


def state(*told, as_of="2020-12-31", violations=("ASSAULT",)):
    return general_state(facts(*told, violations=violations), lens=lens(as_of))


def course(*kinds):
    return [event(kind, f"{2001 + place}-05-02", 1) for place, kind in enumerate(kinds)]


@pytest.mark.parametrize(
    ("kinds", "code"),
    [
        ([], "NO_INQUIRY_KNOWN"),
        (["OPENED"], "INQUIRY"),
        (["EVIDENCE_WITHHELD"], "INQUIRY"),
        (["OPENED", "CHARGED", "ARRESTED"], "CHARGED"),
        (["OPENED", "CHARGED", "TRIED"], "TRIED"),
        (["OPENED", "CHARGED", "CONVICTED"], "CONVICTED"),
        (["CONVICTED", "APPEALED", "FINAL", "PARDONED"], "CONVICTED"),
        (["CHARGED", "CONVICTED", "ANNULLED"], "TRIED"),
        (["CHARGED", "CONVICTED", "ACQUITTED"], "ACQUITTED"),
        (["CHARGED", "ACQUITTED", "ANNULLED"], "TRIED"),
        (["OPENED", "ARCHIVED"], "CLOSED"),
        (["OPENED", "RULED_UNRELATED"], "CLOSED"),
        (["CHARGED", "ARCHIVED", "OPENED"], "INQUIRY"),
        (["OPENED", "TIME_BARRED"], "TIME_BARRED"),
        (["OPENED", "ARCHIVED", "TIME_BARRED"], "TIME_BARRED"),
    ],
)
def test_events_come_to_a_state(kinds, code):
    found = state(*course(*kinds))
    assert found.possible == (code,)
    assert bool(found.reason.deciding) == bool(kinds)


def test_a_conviction_that_stands_goes_before_the_acquittal_of_another():
    told = [event("CONVICTED", "2012", 1), event("ACQUITTED", "2013", 2)]
    assert state(*told).code == "CONVICTED"


def test_an_acquittal_leaves_the_case_open_while_another_waits():
    told = [event("CHARGED", "2012", 1, 2), event("ACQUITTED", "2013", 1)]
    assert state(*told).code == "CHARGED"
    assert state(*told, event("ACQUITTED", "2014", 2)).code == "ACQUITTED"


def test_a_conviction_whose_day_is_not_known_leaves_two_states():
    told = [event("CHARGED", "2012-05-02"), event("CONVICTED", "2014")]
    assert state(*told, as_of="2014-06-30").possible == ("CHARGED", "CONVICTED")


@pytest.mark.parametrize("kind", EventKind.values)
def test_whatever_is_recorded_of_a_proceeding_comes_to_a_state(kind):
    code = state(event(kind, "2012", 1)).code
    assert code in set(GeneralState.values) - {"NO_INQUIRY_KNOWN"}


def test_a_killing_has_no_general_state():
    found = state(event("OPENED", "2012"), violations=["KILLING", "TORTURE"])
    assert found.possible == ("",)
    assert found.reason.why == "NOT_OF_THIS_METHOD"
