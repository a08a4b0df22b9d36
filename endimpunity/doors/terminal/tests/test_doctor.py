import io
import json
import os
import shutil
from collections import namedtuple

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.utils import OperationalError

from endimpunity.doors.terminal.examination import database, machine
from endimpunity.doors.terminal.management.commands.doctor import Command


def good(findings):
    return {it.what: it.good for it in findings}


def says(findings, what):
    return next(it.says for it in findings if it.what == what)


@pytest.fixture
def closed_home(home):
    home.chmod(0o700)
    return home


def test_a_closed_home_with_a_closed_key_is_good(closed_home):
    key = closed_home / "secret-key"
    key.write_text("secret")
    key.chmod(0o600)
    found = good(machine.examine_machine())
    assert found["home folder"]
    assert found["secret key"]


def test_an_open_home_is_found_with_what_to_do(home):
    home.chmod(0o755)
    findings = list(machine.examine_machine())
    assert not good(findings)["home folder"]
    assert f"chmod o-rwx {home}" in says(findings, "home folder")


def test_a_readable_key_is_found(closed_home):
    key = closed_home / "secret-key"
    key.write_text("secret")
    key.chmod(0o640)
    findings = list(machine.examine_machine())
    assert not good(findings)["secret key"]
    assert f"chmod 600 {key}" in says(findings, "secret key")


def test_a_home_that_is_not_there_is_found(home, settings):
    settings.ENDIMPUNITY_HOME = home / "nowhere"
    findings = list(machine.examine_machine())
    assert not good(findings)["home folder"]
    assert "disk" not in good(findings)


def test_a_full_disk_is_found(closed_home, monkeypatch):
    usage = namedtuple("usage", "total used free")  # noqa: PYI024  # shutil's own shape
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(100, 99, 1))
    findings = list(machine.examine_machine())
    assert not good(findings)["disk"]
    assert "0 MiB are free" in says(findings, "disk")


def test_a_catalogue_not_compiled_since_it_changed_is_found(
    closed_home,
    settings,
    tmp_path,
):
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text("")
    settings.LOCALE_PATHS = [tmp_path]
    assert "Not compiled: fr" in says(machine.examine_machine(), "translations")
    compiled = folder / "django.mo"
    compiled.write_text("")
    assert good(machine.examine_machine())["translations"]
    os.utime(compiled, (0, 0))
    assert not good(machine.examine_machine())["translations"]


@pytest.mark.django_db
def test_the_test_database_answers_is_migrated_and_filled():
    findings = list(database.examine_database())
    found = good(findings)
    assert found["database"]
    assert found["migrations"]
    assert found["reference data"]
    if connection.vendor == "sqlite":
        assert found["foreign_keys"]
        assert found["synchronous"]


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="pragmas are SQLite's")
def test_a_database_in_memory_is_found_not_to_be_durable():
    findings = list(database.examine_database())
    assert not good(findings)["journal_mode"]
    assert "should be wal" in says(findings, "journal_mode")


@pytest.mark.django_db
def test_waiting_migrations_are_found_and_nothing_is_asked_of_them(monkeypatch):
    monkeypatch.setattr(database, "unapplied_migrations", lambda: ("cases.0009",))
    findings = list(database.examine_database())
    assert "the first cases.0009" in says(findings, "migrations")
    assert "reference data" not in good(findings)


def test_a_silent_database_is_found(monkeypatch):
    def silent():
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection, "ensure_connection", silent)
    (finding,) = database.examine_database()
    assert not finding.good
    assert "connection refused" in finding.says


@pytest.mark.django_db
def test_one_wrong_thing_makes_exit_status_1_and_json_says_which(home):
    home.chmod(0o755)
    out = io.StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command(Command(), "--json", stdout=out, stderr=io.StringIO())
    assert ended.value.code == 1
    answer = json.loads(out.getvalue())
    assert not answer["good"]
    assert {"what", "good", "says"} == set(answer["findings"][0])
