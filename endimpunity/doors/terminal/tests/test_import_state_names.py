import json

import pytest
from django.core.management import CommandError, call_command

from endimpunity.directory import queries
from endimpunity.directory.vocabulary import LANGUAGES

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "names.csv"
    rows = [f"ML,{language},Mali {language}" for language in LANGUAGES]
    path.write_text("\n".join(["code,language,name", *rows]), encoding="utf-8")
    return path


def test_one_object_tells_which_version_is_shown(file, capsys):
    call_command("import_state_names", file, "--code", "UNESCO", "--json")
    told = json.loads(capsys.readouterr().out)
    expected = {"code": "UNESCO", "version": "1", "states": 1, "names": 6}
    assert told == expected | {"identical": False}
    assert queries.state_names("fr")["ML"] == "Mali fr"


def test_the_same_list_again_says_so(file, capsys):
    call_command("import_state_names", file)
    call_command("import_state_names", file)
    assert "was shown already" in capsys.readouterr().out


def test_a_wrong_list_is_refused_with_line_and_reason(file):
    file.write_text("code,language,name\nQQ,en,Nowhere\n", encoding="utf-8")
    with pytest.raises(CommandError, match="Line 2: “QQ”") as caught:
        call_command("import_state_names", file)
    assert caught.value.returncode == 1


def test_a_list_that_is_not_there_is_a_wrong_call(tmp_path):
    with pytest.raises(CommandError, match="cannot be opened") as caught:
        call_command("import_state_names", tmp_path / "none.csv")
    assert caught.value.returncode == 2


def test_a_list_past_the_limit_is_refused(file, settings):
    settings.ENDIMPUNITY_IMPORT_LARGEST_FILE = 10
    with pytest.raises(CommandError, match="more than") as caught:
        call_command("import_state_names", file)
    assert caught.value.returncode == 1
