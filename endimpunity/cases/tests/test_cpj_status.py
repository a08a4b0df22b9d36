"""Impunity under CPJ's method, as far as events let one say."""

from dataclasses import replace

import pytest

from endimpunity.cases.rules.statuses.cpj import cpj_status
from endimpunity.cases.tests.status_facts import (
    event,
    facts,
    lens,
    moment,
    statement,
)

COMPLETE, PARTIAL = "COMPLETE_IMPUNITY", "AT_LEAST_PARTIAL"


def status(*told, as_of="2020-12-31", **more):
    return cpj_status(facts(*told, **more), lens=lens(as_of))


CONVICTED = event("CONVICTED", "2012-05-02", 1)
ANNULLED = event("ANNULLED", "2014-05-02", 1)


@pytest.mark.parametrize(
    ("told", "code", "why", "decides"),
    [
        ([], COMPLETE, "NO_CONVICTION", []),
        ([event("CHARGED", "2012")], COMPLETE, "NO_CONVICTION", []),
        ([CONVICTED], PARTIAL, "CONVICTION_STANDS", [CONVICTED]),
        ([CONVICTED, ANNULLED], COMPLETE, "CONVICTION_ENDED", [ANNULLED]),
    ],
)
def test_impunity_is_complete_while_no_conviction_stands(told, code, why, decides):
    found = status(*told)
    assert found.code == code
    assert found.reason.why == why
    assert list(found.reason.deciding) == decides


def test_justice_can_be_undone_and_done_again():
    told = [CONVICTED, ANNULLED, event("CONVICTED", "2016-05-02", 1)]
    seen = [status(*told, as_of=f"{year}-12-31").code for year in (2011, 2013, 2015)]
    assert seen == [COMPLETE, PARTIAL, COMPLETE]
    assert status(*told).code == PARTIAL


@pytest.mark.parametrize("kind", ["ACQUITTED", "RETRIED", "ANNULLED"])
def test_an_acquittal_on_appeal_or_a_new_trial_ends_the_conviction(kind):
    assert status(CONVICTED, event(kind, "2014-05-02", 1)).code == COMPLETE


@pytest.mark.parametrize("kind", ["PARDONED", "ESCAPED", "DIED", "TIME_BARRED"])
def test_what_changes_the_sentence_or_the_convicted_leaves_the_conviction(kind):
    after = event(kind, "2014-05-02", 1)
    found = status(CONVICTED, after)
    assert found.code == PARTIAL
    assert found.reason.beside == ((after,) if kind in ("PARDONED", "ESCAPED") else ())


def test_a_verdict_is_per_accused():
    other = event("CONVICTED", "2012-05-02", 2)
    found = status(CONVICTED, other, ANNULLED)
    assert found.code == PARTIAL
    assert found.reason.deciding == (other,)


def test_a_verdict_is_per_case():
    elsewhere = event("CONVICTED", "2012-05-02", 1, cases=[2])
    assert status(elsewhere).code == COMPLETE
    of_both = event("CONVICTED", "2012-05-02", 1, cases=[1, 2])
    annulled_there = event("ANNULLED", "2014-05-02", 1, cases=[2])
    assert status(of_both, annulled_there).code == PARTIAL


def test_a_verdict_is_per_count():
    two = event("CONVICTED", "2012-05-02", 1, counts=frozenset({"murder", "theft"}))
    murder = event("ANNULLED", "2014-05-02", 1, counts=frozenset({"murder"}))
    theft = event("ANNULLED", "2015-05-02", 1, counts=frozenset({"theft"}))
    assert status(two, murder).code == PARTIAL
    assert status(two, murder, theft).code == COMPLETE
    # Which count the conviction was on is not told: it may be the one that fell.
    assert status(CONVICTED, murder).possible == (PARTIAL, COMPLETE)


@pytest.mark.parametrize(
    ("conviction", "annulment", "possible"),
    [
        ("2014", "2016", (COMPLETE,)),
        # Either of the year: which came first is not known.
        ("2014", "2014", (PARTIAL, COMPLETE)),
        ("2014-05-02", "2014-05-02", (PARTIAL, COMPLETE)),
        ("2014-05-02", "2014", (PARTIAL, COMPLETE)),
        ("2015", "2014", (PARTIAL,)),
    ],
)
def test_what_the_days_leave_open_stays_open(conviction, annulment, possible):
    told = [event("CONVICTED", conviction, 1), event("ANNULLED", annulment, 1)]
    assert status(*told).possible == possible


def test_a_conviction_of_some_day_of_the_year_possibly_stands_within_it():
    told = event("CONVICTED", "2014", 1)
    assert status(told, as_of="2013-12-31").possible == (COMPLETE,)
    assert status(told, as_of="2014-06-30").possible == (PARTIAL, COMPLETE)
    assert status(told, as_of="2014-12-31").possible == (PARTIAL,)


def test_an_event_of_no_known_day_had_happened_when_it_was_recorded():
    told = event("CONVICTED", "", 1, recorded_at=moment("2018-01-01"))
    assert status(told).possible == (PARTIAL,)
    assert status(told, as_of="2017-12-31").possible == (PARTIAL, COMPLETE)


@pytest.mark.parametrize(
    "case",
    [
        {"manner": "CROSSFIRE"},
        {"manner": "DANGEROUS_ASSIGNMENT"},
        {"manner": ""},
        {"motive": "UNCONFIRMED"},
        {"motive": ""},
        {"violations": ["TORTURE"]},
    ],
)
def test_only_a_murder_with_a_confirmed_motive_is_counted(case):
    found = status(CONVICTED, **case)
    assert found.possible == ("",)
    assert found.reason.why == "NOT_OF_THIS_METHOD"


def test_full_justice_is_a_publishers_word_and_stands_beside():
    said = statement("CPJ", "CPJ", "FULL_JUSTICE", "2015-12-01")
    found = status(CONVICTED, said)
    assert found.code == PARTIAL
    assert found.stated == (said,)
    assert status(said).code == COMPLETE


@pytest.mark.parametrize(
    ("as_of", "possible"),
    [
        ("2018-12-31", (COMPLETE,)),
        ("2020-07-01", (PARTIAL,)),
        ("2020-08-15", (PARTIAL, COMPLETE)),
        ("2020-11-30", (COMPLETE,)),
        ("2022-12-31", (PARTIAL,)),
        ("2023-12-31", (COMPLETE,)),
    ],
)
def test_four_turns_of_one_case_are_followed(as_of, possible):
    # The courses of the trial for Slavko Ćuruvija; CPJ's lists of July and November
    # 2020 say partial and complete.
    told = [
        event("CONVICTED", "2019", 1, 2, 3, 4),
        event("ANNULLED", "[2020-07-15..2020-09-17]", 1, 2, 3, 4, proceeding=2),
        event("CONVICTED", "2021-12", 1, 2, 3, 4),
        event("ACQUITTED", "2023-04-19", 1, 2, 3, 4, proceeding=2),
    ]
    known = [replace(it, recorded_at=moment("2026-01-01")) for it in told]
    assert status(*known, as_of=as_of).possible == possible
    assert status(*known, as_of="2024-01-01").reason.deciding == (known[-1],)
