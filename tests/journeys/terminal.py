"""A person at the terminal: what is typed, and what is answered."""

import contextlib
import io
import json
import os
import re
import shlex
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection, connections

from endimpunity.doors.terminal import main


@dataclass(frozen=True, kw_only=True)
class Answer:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def facts(self) -> Any:  # a JSON value
        """Return the one JSON value on standard output."""
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """Return what stands on standard error, in one line."""
        return " ".join(self.err.split())

    def advised(self, pattern: str) -> list[str]:
        """Return the words of a command that the sentence tells a person to type."""
        found = re.search(pattern, self.sentence)
        assert found, f"{pattern!r} is not advised in: {self.sentence}"
        return shlex.split(found[0])


def endimpunity(*words: object) -> Answer:
    """Type `endimpunity` and these words."""
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        # The command is the process's last act; a test has more to ask.
        mock.patch.object(connections, "close_all"),
    ):
        try:
            status = main.main([str(word) for word in words])
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else 1
    return Answer(status=status, out=out.getvalue(), err=err.getvalue())


def taken_in(*words: object) -> dict[str, Any]:
    """Import a file, and return the account; every row is in it once."""
    said = endimpunity("import", *words, "--json")
    assert said.status == 0, said.err
    facts: dict[str, Any] = said.facts
    assert facts["rows"] == sum(facts[outcome] for outcome in OUTCOMES)
    return facts


OUTCOMES = ("imported", "changed", "unchanged", "quarantined", "skipped")


def another_process(home: Path) -> dict[str, str]:
    """Return the environment of a process with a database such as this one.

    On SQLite it is a copy, since no other process sees a database in memory; on
    PostgreSQL it is the very one, of which only what is committed is seen.
    """
    environment = os.environ | {"ENDIMPUNITY_HOME": str(home)}
    if connection.vendor == "postgresql":
        name = connection.settings_dict["NAME"]
        address = urlsplit(settings.DATABASE_URL)
        environment["DATABASE_URL"] = address._replace(path=f"/{name}").geturl()
        return environment
    environment.pop("DATABASE_URL", None)
    connection.ensure_connection()
    with contextlib.closing(sqlite3.connect(home / "endimpunity.sqlite3")) as copy:
        connection.connection.backup(copy)
    return environment
