import json

import pytest
from django.core.management import CommandError, call_command

from endimpunity.directory import queries

HEADER = "Country Name,Country Code,Year,Value\n"
TABLE = f"{HEADER}Mali,MLI,2014,5\nWorld,WLD,2014,7\nAtlantis,ATL,2014,9\n"

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "wb-2026.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_one_object_tells_what_came_in_and_what_did_not(file, capsys):
    call_command("import_population", file, "--json")
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert (told["vintage"], told["numbers"], told["aggregates"]) == ("wb-2026", 1, 1)
    assert told["unknown"] == {"ATL": "Atlantis"}
    assert not told["identical"]
    assert "ATL (Atlantis)" in err
    assert queries.population("ML", 2014, "wb-2026") == 5


def test_the_same_file_again_says_so(file, capsys):
    call_command("import_population", file)
    call_command("import_population", file)
    assert "was in already" in capsys.readouterr().out


def test_a_vintage_may_be_named_and_made_the_default(file):
    call_command("import_population", file, "--vintage", "WB", "--default")
    assert queries.default_population_vintage() == "WB"


def test_a_wrong_file_is_refused_with_line_and_reason(file, capsys):
    file.write_text(f"{HEADER}Mali,MLI,2014,many\n", encoding="utf-8")
    with pytest.raises(CommandError, match="Line 2: “many”") as caught:
        call_command("import_population", file, "--json")
    assert caught.value.returncode == 1
    assert "Line 2" in json.loads(capsys.readouterr().out)["refused"]


def test_a_file_that_is_not_there_is_a_wrong_call(tmp_path):
    with pytest.raises(CommandError, match="cannot be opened") as caught:
        call_command("import_population", tmp_path / "none.csv")
    assert caught.value.returncode == 2


def test_a_file_past_the_limit_is_refused(file, settings):
    settings.ENDIMPUNITY_IMPORT_LARGEST_FILE = 10
    with pytest.raises(CommandError, match="more than") as caught:
        call_command("import_population", file)
    assert caught.value.returncode == 1
