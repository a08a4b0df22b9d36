"""A monitor writes a mapping that is wrong, and is told what would be right."""

import pytest

from tests.journeys.bad_files import COLUMNS, WHOSE, content, entries, text_of
from tests.journeys.terminal import endimpunity, taken_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (COLUMNS.replace("outlets =", "oulets ="), 'did you mean "outlets"?'),
        (COLUMNS.replace("[columns]", "[colums]"), 'did you mean "columns"?'),
        (COLUMNS + '[values.manner]\nshot = "MURDR"', 'did you mean "MURDER"?'),
        (COLUMNS + "[dates", "is no TOML"),
        (COLUMNS + '[dates]\norder = "MYD"', "MDY, DMY, YMD"),
        (COLUMNS + '[file]\nencoding = "utf-9"', 'encoding "utf-9"'),
    ],
)
def test_a_mapping_with_a_typo_is_refused_with_what_is_allowed(
    write, before, mapping, wrong, why
):
    path = write(text_of(entries()))
    broken = write(wrong, "broken.toml")
    said = endimpunity("import", path, *WHOSE, "--mapping", broken, "--json")
    assert said.status == 1
    assert why in said.facts["refused"]
    assert "broken.toml" in said.sentence
    assert "Traceback" not in said.err
    assert content() == before
    assert taken_in(path, *WHOSE, "--mapping", mapping)["rows"] == 40


def test_a_header_with_a_typo_is_refused_with_the_near_one(write, refused):
    wrong = write(COLUMNS.replace('"outlet"', '"outlte"'), "typo.toml")
    said = refused(write(text_of(entries())), "--mapping", wrong)
    assert '"outlte"' in said.sentence
    assert '"outlet"' in said.sentence


def test_a_mapping_for_another_publisher_is_a_wrong_call(write, wrong_call):
    other = write('publisher = "LISTB"' + COLUMNS, "listb.toml")
    path = write(text_of(entries()))
    said = wrong_call(path, *WHOSE, "--mapping", other)
    assert "The mapping is for LISTB, but --publisher says LISTA" in said


@pytest.mark.parametrize("name", ["nowhere.toml", "."])
def test_a_mapping_that_is_not_there_is_a_wrong_call(write, wrong_call, tmp_path, name):
    path = write(text_of(entries()))
    said = wrong_call(path, *WHOSE, "--mapping", tmp_path / name)
    assert "cannot be opened" in said


def test_a_mapping_that_is_no_text_is_a_wrong_call(write, wrong_call):
    path = write(text_of(entries()))
    said = wrong_call(path, *WHOSE, "--mapping", write(b"\xff\xfe\x00", "m.toml"))
    assert "is not UTF-8 text" in said
