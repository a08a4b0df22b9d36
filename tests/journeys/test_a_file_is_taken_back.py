"""A monitor took in the wrong file, takes it back, and takes in the right one."""

import pytest

from endimpunity.cases.models import Case
from endimpunity.sources.models import Row, Sighting
from tests.journeys.bad_files import COLUMNS, WHOSE, content, entries, text_of
from tests.journeys.terminal import endimpunity, taken_in

pytestmark = pytest.mark.django_db

FILE = "LISTA@2024-03-12"
ALLOWING = '[publisher]\ncode = "LISTA"\nlicence = "facts-and-link"\n' + COLUMNS


@pytest.fixture
def cut_off(write):
    """Take in and publish the first half of a list, and return the mapping."""
    allowing = write(ALLOWING, "allowing.toml")
    half = write(text_of(entries(20)), "half.csv")
    facts = taken_in(half, *WHOSE, "--mapping", allowing, "--publish")
    assert facts["published"] == 20
    return allowing


def refused_call(*words):
    """Type words that cannot be followed; nothing changes, and a sentence says why."""
    held = content()
    said = endimpunity("take-back", *words, "--json")
    assert "Traceback" not in said.err
    assert content() == held
    return said


def test_a_file_cut_off_is_taken_back_as_the_refusal_says_and_the_whole_comes_in(
    write, cut_off
):
    whole = write(text_of(entries()), "whole.csv")
    again = ("import", whole, *WHOSE, "--mapping", cut_off, "--publish", "--json")
    said = endimpunity(*again)
    assert said.status == 1
    addresses = dict(Case.objects.values_list("name", "public_id"))
    advice = said.advised(r"endimpunity take-back \S+ --reason")
    said = endimpunity(*advice[1:], "Cut off on its way.", "--json")
    assert said.status == 0, said.err
    assert said.facts == {
        "publisher": "LISTA",
        "stated_on": "2024-03-12",
        "records": 20,
        "named_no_more": 20,
        "reread": 0,
        "withdrawn_later": {},
        "no_longer_published": 20,
        "published": 0,
    }
    assert f"Taken back: {FILE}. It named 20 records" in said.sentence
    assert "Its bytes and rows are kept" in said.sentence
    said = endimpunity(*again)
    assert said.status == 0, said.err
    assert (said.facts["imported"], said.facts["published"]) == (40, 40)
    kept = Case.objects.filter(name__in=addresses).values_list("name", "public_id")
    assert dict(kept) == addresses


def test_what_was_taken_back_is_gone_from_the_pages_and_its_address_says_why(
    client, cut_off
):
    del cut_off
    case = Case.objects.order_by("pk")[0]
    assert client.get(f"/en/cases/{case.public_id}/").status_code == 200
    endimpunity("take-back", FILE, "--reason", "Cut off on its way.")
    gone = client.get(f"/en/cases/{case.public_id}/")
    assert gone.status_code == 410
    assert "Cut off on its way." in gone.content.decode()
    assert case.name not in gone.content.decode()
    assert case.name not in client.get("/en/").content.decode()


def test_what_was_taken_back_is_kept_and_listed(cut_off):
    del cut_off
    said = endimpunity("take-back", FILE, "--reason", "Cut off on its way.")
    assert said.status == 0
    assert (Row.objects.count(), Sighting.objects.count()) == (20, 20)
    said = endimpunity("snapshots")
    assert said.out == ""
    listing = said.advised(r"endimpunity snapshots --taken-back")
    (line,) = endimpunity(*listing[1:], "--json").facts
    assert (line["state"], line["records"]) == ("TAKEN_BACK", 20)
    assert line["taken_back_reason"] == "Cut off on its way."


@pytest.mark.parametrize(
    "address", ["LISTA", "lista@2024-03-12", "LISTA@yesterday", "LISTA@2024-02-30", ""]
)
def test_what_is_no_address_of_a_file_is_a_wrong_call(address, cut_off):
    del cut_off
    said = refused_call(address, "--reason", "Cut off on its way.")
    assert said.status == 2
    assert "CODE@DATE" in said.err
    assert "CODE@DATE" in said.facts["refused"]


@pytest.mark.parametrize("address", ["LISTA@2024-03-13", "LISTB@2024-03-12"])
def test_a_file_that_is_not_in_is_not_taken_back(address, cut_off):
    del cut_off
    said = refused_call(address, "--reason", "Cut off on its way.")
    assert said.status == 1
    code, _, day = address.partition("@")
    assert f"no file of {code} stated on {day} is in" in said.facts["refused"]
    listing = said.advised(r"endimpunity snapshots")
    assert endimpunity(*listing[1:]).out.startswith(f"{FILE} ")


def test_without_a_reason_nothing_is_taken_back(cut_off):
    del cut_off
    said = refused_call(FILE)
    assert said.status == 2
    assert "--reason" in said.err
    said = refused_call(FILE, "--reason", "  ")
    assert said.status == 1
    assert "give it with --reason" in said.facts["refused"]
    assert len(endimpunity("snapshots", "--json").facts) == 1


def test_a_file_is_not_taken_back_twice(cut_off):
    del cut_off
    words = (FILE, "--reason", "Cut off on its way.")
    assert endimpunity("take-back", *words).status == 0
    said = refused_call(*words)
    assert said.status == 1
    assert f"{FILE} was taken back already" in said.facts["refused"]
    listing = said.advised(r"endimpunity snapshots --publisher \S+ --taken-back")
    assert endimpunity(*listing[1:]).out.startswith(f"{FILE} ")


def test_nothing_of_an_invented_world_is_taken_back():
    loaded = endimpunity("load", "demo", "--cases", "20", "--json")
    assert loaded.status == 0, loaded.err
    line = endimpunity("snapshots", "--json").facts[0]
    address = f"{line['publisher']}@{line['stated_on']}"
    said = refused_call(address, "--reason", "A test.")
    assert said.status == 1
    assert "invented world" in said.facts["refused"]
