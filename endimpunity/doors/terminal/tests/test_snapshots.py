"""What is in is not buried under what was refused, and nothing refused is lost."""

import io
import json
from datetime import date

import pytest
from django.core.management import call_command

from endimpunity.doors.terminal.management.commands import snapshots
from endimpunity.sources.operations import UnableToImport, take_back
from endimpunity.sources.tests.lists import AT, table, take_in

pytestmark = pytest.mark.django_db

PAGE = b"<html><body>%d not found</body></html>"


@pytest.fixture
def tried(system):
    """Refuse two pages, take a list in, and refuse a third."""
    for number, day in enumerate(("2020-01-01", "2020-01-01", "2021-01-01")):
        with pytest.raises(UnableToImport):
            take_in(PAGE % number, day, by=system)
    take_in(table(("Ana Lima", "2011", "Brazil")), "2020-01-01", by=system)


def printed(*words):
    out, err = io.StringIO(), io.StringIO()
    call_command(snapshots.Command(), *words, stdout=out, stderr=err)
    return out.getvalue().splitlines(), " ".join(err.getvalue().split())


@pytest.mark.usefixtures("tried")
def test_what_is_in_is_listed_and_what_was_refused_only_counted():
    lines, said = printed()
    assert [line.partition(" ")[0] for line in lines] == ["LISTA@2020-01-01"]
    assert "refused" not in lines[0]
    assert said == (
        "Refused beside them: 3. `endimpunity snapshots --refused` says which and why."
    )


@pytest.mark.usefixtures("tried")
def test_every_refused_try_is_listed_with_its_reason_on_demand():
    lines, said = printed("--publisher", "LISTA", "--refused")
    assert [line.partition(" ")[0] for line in lines] == [
        "LISTA@2020-01-01",
        "LISTA@2020-01-01",
        "LISTA@2021-01-01",
    ]
    assert all("refused: " in line for line in lines)
    assert said == ""


@pytest.mark.usefixtures("tried")
def test_another_publishers_refusals_are_not_counted():
    lines, said = printed("--publisher", "LISTB")
    assert lines == []
    assert said == "No file is in. `endimpunity import` takes one in."
    assert printed("--publisher", "LISTB", "--refused") == ([], "No file was refused.")


@pytest.fixture
def taken_back(system):
    """Take a list in, and back again."""
    take_in(table(("Ana Lima", "2011", "Brazil")), "2020-01-01", by=system)
    take_back(
        publisher_code="LISTA",
        stated_on=date(2020, 1, 1),
        reason="Cut off on its way.",
        by=system,
        at=AT,
    )


@pytest.mark.usefixtures("taken_back")
def test_what_was_taken_back_is_only_counted_among_what_is_in():
    lines, said = printed("--publisher", "LISTA")
    assert lines == []
    assert said == (
        "No file is in. `endimpunity import` takes one in. Taken back beside them: 1."
        " `endimpunity snapshots --publisher LISTA --taken-back` says which and why."
    )


@pytest.mark.usefixtures("taken_back")
def test_what_was_taken_back_is_listed_with_its_reason_on_demand():
    (line,), said = printed("--taken-back")
    assert line.startswith("LISTA@2020-01-01 ")
    assert line.endswith(
        " 1 records, in from 2026-06-01 until 2026-06-01, taken back: Cut off on its"
        " way.",
    )
    assert said == ""
    (line,), _ = printed("--taken-back", "--json")
    (facts,) = json.loads(line)
    assert facts["state"] == "TAKEN_BACK"
    assert facts["taken_in_at"] == facts["taken_back_at"] == AT.isoformat()
    assert facts["taken_back_reason"] == "Cut off on its way."
    assert printed("--taken-back", "--publisher", "LISTB") == (
        [],
        "No file was taken back.",
    )


def test_a_refused_files_rows_are_listed_reason_by_reason(system):
    rows = [("Ana Lima", "2011", land) for land in ("Erewhon", "Utopia", "Utopia")]
    with pytest.raises(UnableToImport):
        take_in(table(*rows), "2020-01-01", by=system)
    (first, *reasons), said = printed("--publisher", "LISTA", "--refused")
    assert first.startswith("LISTA@2020-01-01")
    assert [one.partition(": ")[0] for one in reasons] == [
        "  in 2 rows (2, 3)",
        "  in row 1",
    ]
    assert said == ""
    (facts,) = json.loads(printed("--refused", "--json")[0][0])
    assert list(facts["reasons"].values()) == [[2, 3], [1]]
    assert list(facts["reason_counts"].values()) == [2, 1]
    assert facts["reason_counts"].keys() == facts["reasons"].keys()


def test_what_came_in_has_no_reasons(system):
    take_in(table(("Ana Lima", "2011", "Brazil")), "2020-01-01", by=system)
    (facts,) = json.loads(printed("--json")[0][0])
    assert (facts["reasons"], facts["reason_counts"]) == ({}, {})
