"""Cached columns from settled facts."""

from datetime import date

import pytest

from endimpunity.cases.rules import columns


def test_an_interval_keeps_its_ends_its_text_and_edtf():
    kept = columns.date_columns(
        {"text": "May 2 or 3, 2015", "earliest": "2015-05-02", "latest": "2015-05-03"},
    )
    assert (kept.date_earliest, kept.date_latest) == (
        date(2015, 5, 2),
        date(2015, 5, 3),
    )
    assert kept.date_edtf == "[2015-05-02..2015-05-03]"
    assert kept.date_text == "May 2 or 3, 2015"


@pytest.mark.parametrize("stored", [None, {}, {"text": "Unknown"}])
def test_an_unknown_date_has_no_ends(stored):
    kept = columns.date_columns(stored)
    assert (kept.date_earliest, kept.date_latest, kept.date_edtf) == (None, None, "")


def test_the_latest_comes_first_then_names_then_the_undated():
    def key(day, name):
        stored = {"earliest": day, "latest": day} if day else None
        return columns.order_key(columns.date_columns(stored), name)

    ordered = [
        key("2020-01-02", "Zoë"),
        key("2020-01-01", "Ada"),
        key("2020-01-01", "Bob"),
        key("", "Ada"),
    ]
    assert sorted(ordered) == ordered


def test_a_country_takes_the_areas_place():
    kept = columns.attack_columns({"country": "PS", "area": "IL+PS"})
    assert (kept["country_id"], kept["area"]) == ("PS", "")


def test_a_name_said_twice_is_held_once():
    assert columns.names_in({"name": "Ada", "name_native": "Ada"}) == [("Ada", "USUAL")]
