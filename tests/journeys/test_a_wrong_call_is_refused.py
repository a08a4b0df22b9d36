"""A monitor types what makes no sense, and is told what does."""

import os
from pathlib import Path

import pytest

from tests.journeys.bad_files import WHOSE, content, entries, text_of
from tests.journeys.terminal import endimpunity, taken_in

pytestmark = pytest.mark.django_db


# Days and publishers.


def test_another_file_for_the_same_day_is_refused_and_taken_for_another_day(
    write, mapping, before
):
    path = write(text_of(entries()))
    said = endimpunity(
        *("import", path, "--publisher", "LISTA", "--stated-on", "2024-01-01"),
        *("--mapping", mapping, "--json"),
    )
    assert said.status == 1
    assert "another file of LISTA stated on 2024-01-01" in said.facts["refused"]
    assert "sound.csv" in said.sentence
    assert content() == before
    listing = said.advised(r"endimpunity snapshots --publisher \w+")
    listed = endimpunity(*listing[1:])
    assert listed.status == 0
    assert listed.out.startswith("LISTA@2024-01-01 ")
    facts = taken_in(path, *WHOSE, "--mapping", mapping)
    assert (facts["unchanged"], facts["imported"]) == (5, 35)


def test_the_same_file_for_the_same_day_changes_nothing(before, tmp_path, mapping):
    facts = taken_in(
        *(tmp_path / "sound.csv", "--publisher", "LISTA"),
        *("--stated-on", "2024-01-01", "--mapping", mapping),
    )
    assert facts["identical"]
    assert facts["rows"] == 0
    assert content() == before


def test_a_day_still_to_come_is_refused(write, before, mapping):
    path = write(text_of(entries()))
    whose = ("--publisher", "LISTA", "--stated-on", "2999-01-01")
    said = endimpunity("import", path, *whose, "--mapping", mapping, "--json")
    assert said.status == 1
    assert "lies in the future" in said.facts["refused"]
    assert content() == before


@pytest.mark.parametrize("code", ["lista", "LISTA LISTB", "A" * 21, "", "LISTA#1"])
def test_a_code_that_is_none_is_refused(write, before, mapping, code):
    path = write(text_of(entries()))
    whose = ("--publisher", code, "--stated-on", "2024-03-12")
    said = endimpunity("import", path, *whose, "--mapping", mapping, "--json")
    assert said.status == 1
    assert "is no publisher's code" in said.facts["refused"]
    assert content() == before


# Words.


def test_a_quarantine_of_a_day_or_list_that_is_not_in_is_refused(before):
    words = ("quarantine", "--publisher", "LISTA", "--stated-on")
    said = endimpunity(*words, "2023-01-01", "--json")
    assert said.status == 1
    assert "LISTA has no file stated on 2023-01-01." in said.facts["refused"]
    assert endimpunity(*words, "2024-01-01").status == 0
    said = endimpunity("quarantine", "--publisher", "LISTC", "--json")
    assert said.status == 1
    assert "There is no list of 'LISTC' here." in said.facts["refused"]


def test_a_publisher_not_met_before_is_called_new(write, mapping):
    words = ("--publisher", "LISTA", "--mapping", mapping, "--stated-on")
    first = write(text_of(entries(5)))
    said = endimpunity("import", first, *words, "2024-01-01")
    assert "LISTA is new here: no file of it had come in before." in said.sentence
    second = write(text_of(entries(6)), "second.csv")
    said = endimpunity("import", second, *words, "2024-02-01")
    assert said.status == 0
    assert "is new here" not in said.sentence


def test_a_file_that_is_not_there_is_a_wrong_call(wrong_call, tmp_path):
    said = wrong_call(tmp_path / "nowhere.csv", *WHOSE)
    assert "nowhere.csv cannot be opened: No such file or directory." in said


def test_a_folder_is_a_wrong_call(wrong_call, tmp_path):
    assert "Is a directory" in wrong_call(tmp_path, *WHOSE)


def test_a_stream_that_ends_where_it_is_read_is_a_wrong_call(wrong_call):
    reading, writing = os.pipe()
    os.write(writing, text_of(entries()).encode())
    os.close(writing)
    try:
        said = wrong_call(f"/dev/fd/{reading}", *WHOSE)
    finally:
        os.close(reading)
    assert "save it as a file first" in said


def test_a_file_whose_name_is_no_text_comes_in(tmp_path, mapping, before):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/li\xb4st.csv"))
    path.write_text(text_of(entries()))
    assert taken_in(path, *WHOSE, "--mapping", mapping)["rows"] == 40


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--stated-on", "yesterday"), "'yesterday' is no day; write it as 2024-03-12"),
        (("--colour", "blue"), "unrecognized arguments: --colour blue"),
        (("--accept-quarantine", "some"), "'some' is no share; write it as 20%"),
        (("--accept-quarantine", "120%"), "between 0% and 100%"),
        (("--accept-withdrawals", "few"), "'few' is no count"),
        (("--accept-withdrawals=-3",), "'-3' is no count"),
        (("--complete", "--scope", "CONFIRMED"), "write it as motive=CONFIRMED"),
    ],
)
def test_words_that_make_no_sense_are_a_wrong_call(write, wrong_call, words, why):
    path = write(text_of(entries()))
    assert why in wrong_call(path, *WHOSE, *words)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--scope", "motive=CONFIRMED"), "give --complete with it"),
        (("--complete", "--scope", "motiv=CONFIRMED"), 'did you mean "motive"?'),
        (("--complete", "--scope", "motive=CONFIRMD"), 'did you mean "CONFIRMED"?'),
        (("--complete", "--scope", "country=Freedonia"), "Freedonia"),
    ],
)
def test_a_scope_that_nothing_lies_in_is_refused(write, before, mapping, words, why):
    path = write(text_of(entries()))
    said = endimpunity("import", path, *WHOSE, "--mapping", mapping, *words, "--json")
    assert said.status == 1
    assert why in said.facts["refused"]
    assert content() == before
