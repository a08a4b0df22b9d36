import json

import pytest
from django.core.management import CommandError, call_command

from endimpunity.directory.models import Contact
from tests.house.tree import ROOT

pytestmark = pytest.mark.django_db
TEMPLATE = ROOT / "docs" / "reference" / "offices-template.csv"


def test_the_template_comes_in_as_it_is(capsys):
    call_command("import_offices", TEMPLATE)
    told = capsys.readouterr().out
    assert "4 rows: 2 new offices, 3 posts, 2 holders, 3 contacts" in told
    assert "3 contacts of these offices wait until two people have agreed" in told


def test_one_object_tells_what_was_done_and_that_the_same_file_does_nothing(capsys):
    call_command("import_offices", TEMPLATE)
    capsys.readouterr()
    call_command("import_offices", TEMPLATE, "--json")
    told = json.loads(capsys.readouterr().out)
    nothing = ("offices", "names", "posts", "holders", "contacts", "verifications")
    expected = dict.fromkeys((*nothing, "ended"), 0)
    assert told == expected | {"rows": 4, "waiting": 3, "identical": True}


def test_a_wrong_file_is_refused_with_line_and_reason(tmp_path):
    file = tmp_path / "offices.csv"
    text = TEMPLATE.read_text("utf-8")
    file.write_text(text.replace("ML-1,", "ML-99,"), encoding="utf-8")
    held = Contact.objects.count()
    with pytest.raises(CommandError, match="Line 5: “ML-99” is no State") as caught:
        call_command("import_offices", file)
    assert caught.value.returncode == 1
    assert Contact.objects.count() == held


def test_a_file_that_is_not_there_is_a_wrong_call(tmp_path):
    with pytest.raises(CommandError, match="cannot be opened") as caught:
        call_command("import_offices", tmp_path / "none.csv")
    assert caught.value.returncode == 2


def test_a_file_past_the_limit_is_refused(settings):
    settings.ENDIMPUNITY_IMPORT_LARGEST_FILE = 10
    with pytest.raises(CommandError, match="more than") as caught:
        call_command("import_offices", TEMPLATE)
    assert caught.value.returncode == 1
