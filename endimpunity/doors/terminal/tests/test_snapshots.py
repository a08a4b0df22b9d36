"""What is in is not buried under what was refused, and nothing refused is lost."""

import io

import pytest
from django.core.management import call_command

from endimpunity.doors.terminal.commanding import Refused
from endimpunity.doors.terminal.management.commands import snapshots
from endimpunity.sources.operations import UnableToImport
from endimpunity.sources.tests.lists import table, take_in

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


def test_a_publisher_whose_files_were_all_refused_has_none_in_and_is_told_so(system):
    with pytest.raises(UnableToImport):
        take_in(PAGE % 1, "2020-01-01", by=system)
    lines, said = printed("--publisher", "LISTA")
    assert lines == []
    assert said == (
        "No file of LISTA has come in yet. `endimpunity import` takes one in."
        " Refused beside them: 1. `endimpunity snapshots --publisher LISTA --refused`"
        " says which and why."
    )


@pytest.mark.usefixtures("tried")
@pytest.mark.parametrize("more", [(), ("--refused",), ("--json",)])
def test_a_publisher_of_whom_no_file_came_is_refused(more):
    with pytest.raises(Refused, match="There is no list of 'LISTB' here") as ended:
        printed("--publisher", "LISTB", *more)
    assert ended.value.returncode == 1


def test_an_installation_without_files_says_how_to_take_one_in():
    assert printed() == (
        [],
        "No file has come in yet. `endimpunity import` takes one in.",
    )
    assert printed("--refused") == ([], "No file was refused.")
