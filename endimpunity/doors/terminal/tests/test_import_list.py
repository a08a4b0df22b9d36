"""What an import says to the person at the terminal, and to a program."""

import io
import json
from unittest import mock

import pytest
from django.core.management import call_command
from django.db import connections

from endimpunity.doors.terminal import main
from endimpunity.doors.terminal.management.commands import import_list
from endimpunity.doors.terminal.reporting import import_sentences
from endimpunity.sources.rules.changes import Recoding
from endimpunity.sources.rules.report import ImportReport

MAPPING = """
[publisher]
code = "{code}"
licence = "facts-and-link"
[columns]
name = "name"
year = "year"
country = "country"
"""


@pytest.fixture
def take(tmp_path, settings):
    """Return how to import these rows of a publisher, with what it says."""
    settings.ENDIMPUNITY_HOME = tmp_path

    def taken(code, *rows, words=()):
        file, columns = tmp_path / f"{code}.csv", tmp_path / f"{code}.toml"
        file.write_text("\n".join(["name,year,country", *rows]))
        columns.write_text(MAPPING.format(code=code))
        out, err = io.StringIO(), io.StringIO()
        call_command(
            import_list.Command(),
            str(file),
            f"--publisher={code}",
            "--stated-on=2020-01-01",
            f"--mapping={columns}",
            "--json",
            *words,
            stdout=out,
            stderr=err,
        )
        return json.loads(out.getvalue()), " ".join(err.getvalue().split())

    return taken


@pytest.mark.django_db
def test_a_second_publishers_list_is_said_to_wait_and_where_it_can_be_read(take):
    facts, said = take("LISTA", "Ada Bel,2012,Peru", words=["--publish"])
    assert not facts["waits_for_linking"]
    assert "1 cases newly published" in said
    assert "linking" not in said
    facts, said = take("LISTB", "Ivo Sol,2013,Peru", words=["--publish"])
    assert facts["waits_for_linking"]
    assert "0 cases newly published" in said
    assert said.endswith(
        "Entries of LISTB make none: they wait for linking, and are read until then"
        " on the site's page /en/publishers/LISTB/ and with `endimpunity records"
        " --publisher LISTB`.",
    )


@pytest.mark.django_db
def test_a_second_publishers_list_that_is_not_published_has_no_page_yet(take):
    take("LISTA", "Ada Bel,2012,Peru")
    _, said = take("LISTB", "Ivo Sol,2013,Peru")
    assert "/en/publishers/" not in said
    assert said.endswith("until then with `endimpunity records --publisher LISTB`.")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"file": "missing.csv"}, "cannot be opened: No such file or directory."),
        ({"file": ""}, "cannot be opened: Is a directory."),
        ({"--mapping": "missing.toml"}, "missing.toml cannot be opened"),
        ({"--publisher": "LISTB"}, "The mapping is for LISTA, but --publisher says"),
        ({"--stated-on": "soon"}, "Argument --stated-on: 'soon' is no day"),
    ],
)
def test_with_json_a_wrong_call_prints_its_reason(changed, reason, tmp_path, capsys):
    (tmp_path / "list.csv").write_text("name,year,country\nAda Bel,2012,Peru\n")
    (tmp_path / "lista.toml").write_text(MAPPING.format(code="LISTA"))
    words = {
        "file": "list.csv",
        "--publisher": "LISTA",
        "--stated-on": "2020-01-01",
        "--mapping": "lista.toml",
        **changed,
    }
    file = str(tmp_path / words.pop("file"))
    words["--mapping"] = str(tmp_path / words["--mapping"])
    typed = ["import", file, *(each for pair in words.items() for each in pair)]
    with mock.patch.object(connections, "close_all"), pytest.raises(SystemExit) as end:
        main.main([*typed, "--json"])
    assert end.value.code == 2
    said = capsys.readouterr()
    assert reason in json.loads(said.out)["refused"]
    assert said.err


def sentences(**said):
    facts = {
        **ImportReport(rows=1, imported=1, **said).as_json(),
        "publisher": "LISTA",
        "stated_on": "2020-01-01",
        "opened": False,
        "published": 0,
        "still_published": 0,
        "no_longer_published": 0,
        "waits_for_linking": False,
        "seconds": 0.1,
    }
    return " ".join(import_sentences(facts, {"publish": False}))


def test_what_is_not_shown_is_counted_and_where_it_is_listed_is_said():
    met = {f"word {number}": 1 for number in range(8)}
    assert "'word 4' and 3 more, which --json lists)" in sentences(
        unknown_values={"manner": met},
    )
    recoded = [
        Recoding(field=f"field {number}", before="A", after="B", rows=9)
        for number in range(7)
    ]
    assert "Recoded in bulk besides: 2 more; --json lists them all." in sentences(
        recodings=recoded,
    )
    assert "Further reasons why rows are in quarantine: 1; --json lists" in sentences(
        reasons={f"Reason {number}.": [number] for number in range(6)},
    )


def test_what_is_shown_whole_is_not_said_to_go_on():
    said = sentences(
        unknown_values={"manner": {"perhaps": 2}},
        reasons={"Reason.": [1]},
        recodings=[Recoding(field="manner", before="A", after="B", rows=9)],
    )
    assert "2 values of manner are not known ('perhaps');" in said
    assert "--json" not in said


def test_a_spreadsheets_number_of_a_day_is_said_to_look_like_one():
    said = sentences(unknown_values={"date": {"soon": 1, "42125": 3}})
    assert "'42125' looks like a spreadsheet's number of a day (2015-05-01," in said
    assert "spreadsheet" not in sentences(unknown_values={"date": {"99999": 1}})
    assert "spreadsheet" not in sentences(unknown_values={"manner": {"42125": 1}})


def test_fields_without_a_column_are_named():
    assert "is silent of it: beats, impunity." in sentences(
        fields_without_column=["beats", "impunity"],
    )
