import pytest

from endimpunity.sources.models import Continuation, SourceRecord
from endimpunity.sources.tests.lists import table, take_in, withdrawals

pytestmark = pytest.mark.django_db

ANA = ("Ana Lima", "2011", "Brazil", "Radio One", "Murder", "Complete Impunity")
RUI = ("Rui Sa", "2012", "Brazil", "Daily Two", "Murder", "Complete Impunity")
NOOR = ("Noor Salim", "2014", "Iraq", "Radio One", "Crossfire", "")


def test_a_continuation_that_is_not_exact_is_a_stored_judgement(system):
    take_in(table(ANA, RUI), "2020-01-01", by=system)
    respelt = ("Anna Lima", *ANA[1:])
    report = take_in(table(respelt, RUI), "2021-01-01", by=system).report
    assert (report.imported, report.judged) == (0, 1)
    judgement = Continuation.objects.get()
    assert judgement.recorded_by == system
    assert "the names resemble" in judgement.reason
    assert judgement.earlier_row.cells[0] == "Ana Lima"
    assert judgement.later_row.cells[0] == "Anna Lima"


def test_a_list_withdraws_nothing_unless_it_says_it_is_complete(system):
    take_in(table(ANA, RUI), "2020-01-01", by=system)
    report = take_in(table(ANA), "2021-01-01", by=system).report
    assert report.withdrawn == 0
    assert withdrawals() == set()


def test_a_complete_list_withdraws_what_it_lacks(system):
    take_in(table(ANA, RUI), "2020-01-01", by=system)
    report = take_in(
        table(ANA),
        "2021-01-01",
        by=system,
        complete=True,
        accept_withdrawals=1,
    ).report
    assert report.withdrawn == 1
    assert withdrawals() == {("2021-01-01", ("2020-01-01", 2), False)}


def test_a_complete_list_withdraws_nothing_outside_its_scope(system):
    take_in(table(ANA, RUI, NOOR), "2020-01-01", by=system)
    report = take_in(
        table(ANA),
        "2021-01-01",
        by=system,
        complete=True,
        scope={"country": "BR"},
        accept_withdrawals=1,
    ).report
    assert report.withdrawn == 1
    assert withdrawals() == {("2021-01-01", ("2020-01-01", 2), False)}


def test_what_was_withdrawn_is_not_withdrawn_again(system):
    take_in(table(ANA, RUI), "2020-01-01", by=system)
    terms = {"by": system, "complete": True, "accept_withdrawals": 1}
    take_in(table(ANA), "2021-01-01", **terms)
    assert take_in(table(ANA, NOOR), "2022-01-01", **terms).report.withdrawn == 0
    assert take_in(table(ANA, RUI, NOOR), "2023-01-01", **terms).report.imported == 0
    assert take_in(table(ANA, NOOR), "2024-01-01", **terms).report.withdrawn == 1


def test_two_rows_the_list_does_not_tell_apart_are_two_records(system):
    mahir = ("Mahir", "2006", "Iraq", "Radio One")
    take_in(table(mahir, mahir, ANA), "2020-01-01", by=system)
    assert SourceRecord.objects.count() == 3
    report = take_in(
        table(ANA, mahir),
        "2021-01-01",
        by=system,
        complete=True,
        accept_withdrawals=1,
    ).report
    assert (report.unchanged, report.withdrawn) == (2, 1)
    assert report.withdrawn_indistinct == 1
    assert withdrawals() == {("2021-01-01", ("2020-01-01", 2), True)}
