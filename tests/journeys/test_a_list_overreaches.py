"""A list would take back, or show, more than it may."""

import pytest

from tests.journeys.bad_files import COLUMNS, WHOSE, content, entries, text_of
from tests.journeys.terminal import endimpunity, taken_in

pytestmark = pytest.mark.django_db


def test_a_complete_list_that_lost_its_half_is_refused_until_it_is_accepted(
    write, mapping
):
    whole = write(text_of(entries()))
    taken_in(whole, *WHOSE, "--mapping", mapping)
    held = content()
    half = write(text_of(entries(20)), "half.csv")
    whose = ("--publisher", "LISTA", "--stated-on", "2024-06-01", "--mapping", mapping)
    said = endimpunity("import", half, *whose, "--complete", "--json")
    assert said.status == 1
    assert "withdraw 20 of 40 records (50.0%)" in said.facts["refused"]
    assert content() == held
    advice = said.advised(r"--accept-withdrawals \d+")
    facts = taken_in(half, *whose, "--complete", *advice)
    assert (facts["unchanged"], facts["withdrawn"]) == (20, 20)


def test_a_list_that_may_not_be_shown_is_in_and_shown_once_its_licence_is_said(
    write, mapping
):
    path = write(text_of(entries()))
    words = ("import", path, *WHOSE, "--publish", "--json", "--mapping")
    said = endimpunity(*words, mapping)
    assert said.status == 1
    assert "its licence policy is NONE" in said.facts["refused"]
    assert "The list is in" in said.facts["refused"]
    assert len(endimpunity("records", *WHOSE, "--json").out.splitlines()) == 40
    licence = said.advised('licence = "[a-z-]+"')
    section = '[publisher]\ncode = "LISTA"\n' + licence[0] + f' = "{licence[2]}"'
    allowing = write(section + COLUMNS, "allowing.toml")
    said = endimpunity(*words, allowing)
    assert said.status == 0
    assert (said.facts["identical"], said.facts["published"]) == (True, 40)
