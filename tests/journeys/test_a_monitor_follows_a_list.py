"""A monitor takes in one list through five years, and hears what became of it."""

import re

import pytest

from endimpunity.sources.models import Sighting, Withdrawal
from endimpunity.sources.vocabulary import FIELDS
from tests.journeys.lists import a_world_of_its_own, records, sightings, take_in
from tests.journeys.terminal import endimpunity

pytestmark = pytest.mark.django_db

MARKS_OF_MAC_ROMAN = set("√∂¬≈ƒ")


@pytest.fixture(scope="module")
def accounts(shared_data, django_db_setup, django_db_blocker):
    """Return the account of every list from 2020 to 2025, taken in in this order."""
    with a_world_of_its_own(django_db_blocker):
        yield {
            which: take_in(shared_data, which)
            for which in ("2020-07", "2020-11", "2024-03", "2025-05", "2025-06")
        }


def recognised(facts):
    return facts["changed"] + facts["unchanged"]


def test_the_first_list_is_all_new(accounts):
    assert accounts["2020-07"]["imported"] == 2033


def test_in_november_2020_every_record_is_recognised_and_nine_have_news(accounts):
    facts = accounts["2020-11"]
    assert (recognised(facts), facts["imported"]) == (2033, 17)
    assert (facts["withdrawn"], facts["quarantined"]) == (0, 0)
    assert facts["changes"]["impunity"] == 9
    assert facts["recodings"] == []


def test_one_of_the_nine_is_back_to_complete_impunity(accounts):
    said: dict[int, dict[str, str]] = {}
    for record, day, values in Sighting.objects.filter(
        superseded_at=None,
        snapshot__stated_on__in=["2020-07-01", "2020-11-10"],
    ).values_list("record_id", "snapshot__stated_on", "version__values"):
        said.setdefault(record, {})[str(day)] = values["impunity"]
    changed = [
        (both["2020-07-01"], both["2020-11-10"])
        for both in said.values()
        if len(both) == 2 and both["2020-07-01"] != both["2020-11-10"]
    ]
    assert len(changed) == 9
    assert [pair for pair in changed if pair[1] == "COMPLETE_IMPUNITY" and pair[0]] == [
        ("PARTIAL_IMPUNITY", "COMPLETE_IMPUNITY"),
    ]


def test_in_2024_the_respelt_and_the_moved_are_recognised_too(accounts):
    facts = accounts["2024-03"]
    assert (recognised(facts), facts["imported"]) == (2050, 199)
    assert facts["withdrawn"] == 0
    # Some were; each of them is a judgement that can be undone.
    assert facts["judged"] > 0


def test_in_2025_eight_are_withdrawn_and_one_of_two_that_nothing_tells_apart(accounts):
    facts = accounts["2025-05"]
    assert (recognised(facts), facts["imported"]) == (2240, 210)
    assert (facts["withdrawn"], facts["withdrawn_indistinct"]) == (9, 1)
    assert facts["changes"]["name"] == 4
    assert Withdrawal.objects.filter(superseded_at=None, ambiguous=True).count() == 1


def test_letters_read_as_mac_roman_are_whole_again(accounts):
    assert accounts["2025-05"]["repaired"] >= 333
    names = [one["name"] for one in records(stated_on="2025-05-26")]
    assert len(names) == 2450
    assert sum("Girón" in name for name in names) == 1
    assert not any(MARKS_OF_MAC_ROMAN & set(name) for name in names)


def test_a_list_complete_for_its_scope_brings_addresses_and_nothing_else(accounts):
    facts = accounts["2025-06"]
    assert (recognised(facts), facts["imported"], facts["withdrawn"]) == (1687, 0, 0)
    assert facts["changes"] == {"url": 1687}
    assert facts["recodings"] == []


def test_the_lists_that_are_in_are_told_with_what_each_is(accounts):
    lines = endimpunity("snapshots", "--json").facts
    assert [one["stated_on"] for one in lines] == [
        *("2020-07-01", "2020-11-10", "2024-03-12", "2025-05-26", "2025-06-06"),
    ]
    for one in lines:
        assert {"publisher", "sha256", "layout", "complete", "scope"} <= set(one)
        assert re.fullmatch("[0-9a-f]{64}", one["sha256"])
    assert [one["records"] for one in lines] == [2033, 2050, 2249, 2450, 1687]
    assert [one["complete"] for one in lines] == [False, False, False, True, True]
    assert lines[-1]["scope"] == {"motive": "CONFIRMED", "role": "JOURNALIST"}


def test_a_list_is_told_a_record_a_line_with_row_and_fields(accounts):
    kept = records(stated_on="2024-03-12")
    assert [one["row"] for one in kept] == list(range(1, 2250))
    assert all(one["record"] == f"CPJ@2024-03-12#{one['row']}" for one in kept)
    besides = {"record", "row", "area", "composite", "people", "unread", "date_cut"}
    assert set().union(*kept) <= {*FIELDS, *besides}
    assert all(one["date_cut"]["latest"] <= "2024-03-12" for one in kept)
    assert all(len(one["country"]) == 2 for one in kept if one["country"])


def test_the_list_as_it_stands_lacks_what_was_withdrawn(accounts):
    # 2,033 of 2020-07, then 17, 199 and 210 new ones, without nine.
    assert len(records()) == 2033 + 17 + 199 + 210 - 9


def test_every_list_may_come_again_and_changes_nothing(accounts, shared_data):
    held = sightings()
    for which in ("2025-06", "2020-11"):
        facts = take_in(shared_data, which)
        assert facts["identical"]
        assert (facts["rows"], facts["changes"], facts["recodings"]) == (0, {}, [])
    assert sightings() == held
