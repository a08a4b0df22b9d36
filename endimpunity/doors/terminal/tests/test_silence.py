"""What cannot be used ends in a sentence and exit status 1, never in a traceback."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db.utils import DatabaseError, IntegrityError, OperationalError

from endimpunity.doors.terminal import main
from endimpunity.doors.terminal.silence import why_silent


def test_a_file_that_cannot_be_opened_is_named_with_what_to_look_at():
    said = why_silent(OperationalError("unable to open database file"))
    assert said.startswith("The database file ")
    assert "DATABASE_URL and ENDIMPUNITY_HOME" in said


def test_a_locked_database_is_told_from_a_silent_one():
    assert why_silent(OperationalError("database is locked")) == (
        "The database is locked: another import is writing."
        " Try again when it has ended."
    )
    assert "does not answer: no\troute".replace("\t", " ") in why_silent(
        OperationalError("no\n route"),
    )


@pytest.mark.parametrize("kind", [OperationalError, DatabaseError])
@pytest.mark.parametrize("word", ["migrate", "doctor", "snapshots", "makemigrations"])
def test_every_command_ends_in_the_sentence(monkeypatch, capsys, kind, word):
    def silent(_words):
        raise kind("database is locked")

    monkeypatch.setattr(main, "_run", silent)
    assert main.main([word, "--json"]) == 1
    said = capsys.readouterr()
    assert said.err.startswith("The database is locked")
    assert json.loads(said.out)["refused"] + "\n" == said.err


def test_a_fault_of_the_program_is_not_taken_for_a_silent_database(monkeypatch):
    def faulty(_words):
        raise IntegrityError

    monkeypatch.setattr(main, "_run", faulty)
    with pytest.raises(IntegrityError):
        main.main(["migrate"])


def ended(*words, **environment):
    run = subprocess.run(
        [sys.executable, "-m", "endimpunity.doors.terminal.main", *words],
        env=os.environ | environment,
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
    )
    assert "Traceback" not in run.stderr
    return run.returncode, run.stderr


@pytest.mark.slow
@pytest.mark.parametrize("word", ["migrate", "doctor", "snapshots"])
def test_a_home_that_cannot_be_made_is_refused(tmp_path, word):
    (tmp_path / "file").write_text("")
    home = str(tmp_path / "file" / "home")
    status, err = ended(
        word, ENDIMPUNITY_HOME=home, ENDIMPUNITY_SECRET_KEY="", DATABASE_URL=""
    )
    assert status == 1
    assert f"The home folder {home} cannot be used: Not a directory." in err


@pytest.mark.slow
@pytest.mark.parametrize(
    "address", ["nonsense", "mysql://a:secret@b/c", "postgres://["]
)
def test_an_address_that_is_none_is_refused_and_not_repeated(tmp_path, address):
    status, err = ended(
        "snapshots", ENDIMPUNITY_HOME=str(tmp_path), DATABASE_URL=address
    )
    assert status == 1
    assert err.startswith("DATABASE_URL is no address of a database: write it as")
    assert "secret" not in err


@pytest.mark.slow
@pytest.mark.parametrize("word", ["migrate", "snapshots"])
def test_a_database_file_that_cannot_be_opened_is_refused(tmp_path, word):
    address = f"sqlite:///{tmp_path}/nowhere/it.sqlite3"
    status, err = ended(word, ENDIMPUNITY_HOME=str(tmp_path), DATABASE_URL=address)
    assert (status, "nowhere/it.sqlite3 cannot be opened" in err) == (1, True), err


@pytest.mark.slow
@pytest.mark.parametrize("word", ["migrate", "snapshots", "doctor"])
def test_a_file_that_is_no_database_is_refused(tmp_path, word):
    file = tmp_path / "it.sqlite3"
    file.write_text("a list of names, and no database" * 100)
    address = f"sqlite:///{file}"
    assert ended(word, ENDIMPUNITY_HOME=str(tmp_path), DATABASE_URL=address)[0] == 1


@pytest.mark.slow
def test_a_variable_set_to_nothing_counts_as_not_set():
    program = "from django.conf import settings; print(settings.ENDIMPUNITY_HOME)"
    run = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ
        | {
            "ENDIMPUNITY_HOME": "",
            "ENDIMPUNITY_SECRET_KEY": "x",
            "DJANGO_SETTINGS_MODULE": "config.settings",
        },
        capture_output=True,
        check=True,
        text=True,
    )
    assert Path(run.stdout.strip()).name == "var"


@pytest.mark.slow
def test_a_locked_file_is_refused_by_a_writer(tmp_path):
    file = tmp_path / "it.sqlite3"
    holder = sqlite3.connect(file)
    try:
        holder.execute("PRAGMA locking_mode=EXCLUSIVE")
        holder.execute("BEGIN EXCLUSIVE")
        program = (
            "import sys\n"
            "from django.conf import settings\n"
            "settings.DATABASES['default']['OPTIONS']['timeout'] = 0\n"
            "from endimpunity.doors.terminal import main\n"
            "sys.exit(main.main(['migrate']))\n"
        )
        run = subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ
            | {
                "ENDIMPUNITY_HOME": str(tmp_path),
                "DATABASE_URL": f"sqlite:///{file}",
                "DJANGO_SETTINGS_MODULE": "config.settings",
            },
            capture_output=True,
            check=False,
            text=True,
            timeout=120,
        )
    finally:
        holder.close()
    assert run.returncode == 1
    assert run.stderr.startswith("The database is locked: another import is writing.")
