"""A monitor takes in one list after another, and everything they say is kept."""

import json
import re

import pytest
from django.db import transaction
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from endimpunity.foundation.partial_dates import PartialDate
from endimpunity.sources.models import Sighting
from tests.journeys.lists import CPJ, records, standing, take_in
from tests.journeys.terminal import endimpunity, taken_in

pytestmark = pytest.mark.django_db

# The oldest layout.


def test_the_list_of_2016_comes_in_whole(shared_data):
    facts = take_in(shared_data, "2016-10")
    assert (facts["rows"], facts["imported"]) == (1782, 1782)
    assert (facts["quarantined"], facts["skipped"]) == (0, 0)
    # Of all forms that its dates have, none is unread.
    assert facts["unknown_values"] == {}
    assert facts["country_unknown"] == 1
    kept = records(stated_on="2016-10-31")
    dates = [PartialDate.from_stored(one["date"]) for one in kept if one["date"]]
    assert all(date.readable for date in dates)
    assert [one["row"] for one in kept] == list(range(1, 1783))


def test_the_damaged_list_of_2016_is_refused_until_its_loss_is_accepted(shared_data):
    words = (
        *("import", shared_data / "cpj/cpj-2016-10-broken-encoding.csv"),
        *("--publisher", "CPJ", "--stated-on", "2016-10-31"),
    )
    said = endimpunity(*words, "--json")
    assert said.status == 1
    assert "cannot be read" in said.facts["refused"]
    assert "at most 5% are accepted" in said.facts["refused"]
    assert not Sighting.objects.exists()
    advice = said.advised(r"--accept-quarantine \d+%")
    facts = taken_in(*words[1:], *advice)
    # 1,782 entries and the junk at the end of the file.
    assert 1782 <= facts["rows"] <= 1790
    assert 297 <= facts["quarantined"] <= 310
    waiting = endimpunity("quarantine", *words[2:], "--json").facts
    assert len(waiting) == facts["quarantined"]
    assert all(is_damaged(one["cells"]) for one in waiting)
    assert not any(is_damaged(one) for one in records())


def is_damaged(facts):
    """Tell whether a cell holds a byte that is no text, or a page's end."""
    return bool(re.search(r"\\\\x[0-9a-f]{2}|</|\ufffd", json.dumps(facts)))


# In whatever order.


def outcome_of(shared_data, order):
    with transaction.atomic():
        for which in order:
            take_in(shared_data, which)
        reached = standing()
        transaction.set_rollback(True)
    return reached


# The second is one in which what a complete list withdrew was told apart from
# another entry until the list of 2020-07 came last.
ORDERS = (
    ["2025-06", "2025-05", "2024-03", "2020-11", "2020-07", "2016-10"],
    ["2025-06", "2025-05", "2016-10", "2020-11", "2024-03", "2020-07"],
)


@pytest.mark.slow
def test_the_six_lists_out_of_order_end_in_the_same_sightings(shared_data):
    wanted = outcome_of(shared_data, CPJ)
    for order in ORDERS:
        assert outcome_of(shared_data, order) == wanted


@pytest.mark.proof
def test_the_six_lists_in_any_order_end_in_the_same_sightings(shared_data):
    wanted = outcome_of(shared_data, CPJ)

    @settings(max_examples=12, deadline=None, phases=[Phase.generate], database=None)
    @given(st.permutations(list(CPJ)))
    def law(order):
        assert outcome_of(shared_data, order) == wanted

    law()


# Other publishers, other layouts.

GAZA = """
publisher = "DESK"
[columns]
name = "Name"
date = "Date"
place = "Location"
outlets = "Agency/Position"
[defaults]
country = "PS"
"""

ARABIC = """
publisher = "DESK"
[columns]
name = "name_en"
name_native = "name"
summary = "notes"
[defaults]
country = "PS"
"""


def with_mapping(folder, text, *words):
    mapping = folder / "mapping.toml"
    mapping.write_text(text, encoding="utf-8")
    return taken_in(*words, "--mapping", mapping)


def test_a_list_of_towns_comes_in_by_a_mapping_that_gives_the_country(
    shared_data, tmp_path
):
    facts = with_mapping(
        tmp_path,
        GAZA,
        *(shared_data / "gaza/wikipedia-2025-08.csv", "--publisher", "DESK"),
        *("--stated-on", "2025-08-31"),
    )
    assert (facts["rows"], facts["imported"], facts["country_unknown"]) == (234, 234, 0)
    kept = records("DESK")
    assert {one["country"] for one in kept} == {"PS"}
    assert not any("[" in one["name"] for one in kept)


def test_a_list_in_arabic_comes_in_by_a_mapping_with_both_names(shared_data, tmp_path):
    facts = with_mapping(
        tmp_path,
        ARABIC,
        *(shared_data / "gaza/t4p-press-killed-2026-08.json", "--publisher", "DESK"),
        *("--stated-on", "2026-08-22"),
    )
    assert (facts["rows"], facts["imported"], facts["country_unknown"]) == (262, 262, 0)
    kept = records("DESK")
    assert {one["country"] for one in kept} == {"PS"}
    assert not any(one["name_native"].isascii() for one in kept)


def test_an_incident_may_name_nobody_or_several_people(shared_data):
    facts = taken_in(
        *(shared_data / "uspft/incidents-2020-07.csv", "--publisher", "USPFT"),
        *("--stated-on", "2020-07-01"),
    )
    assert (facts["rows"], facts["imported"]) == (516, 516)
    kept = records("USPFT")
    several = [one["people"] for one in kept if len(one.get("people", "1")) > 1]
    assert sum(one.get("people") == [] for one in kept) == 127
    # One of the 48 cells with a comma names one person and three outlets.
    assert len(several) == 47
    assert facts["split"] == sum(len(people) - 1 for people in several)
