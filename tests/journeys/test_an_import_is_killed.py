"""A machine dies in the middle of an import, and nothing is left half done."""

import contextlib
import csv
import io
import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from itertools import product

import psycopg
import pytest
from django.db import connection

from endimpunity.directory import operations as directory_operations
from tests.journeys.terminal import OUTCOMES, another_process

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

MAPPING = """
[columns]
name = "name"
date = "date"
country = "country"
outlets = "outlet"
"""
LICENCE = """
[publisher]
code = "LISTA"
licence = "facts-and-link"
"""
ENTRY = [sys.executable, "-m", "endimpunity.doors.terminal.main"]

# Gives the same command again and again, each time in a process that ends itself
# as by SIGKILL before one of its statements; prints what every table then holds.
DYING = """
import json, os, signal, sys
import django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()
from django.db import connection
from endimpunity.doors.terminal import main

def held():
    with connection.cursor() as cursor:
        counts = {}
        for table in sorted(connection.introspection.table_names(cursor)):
            # Segments of SQLite's own index, merged as it likes.
            if table.endswith(("_words_data", "_words_idx")):
                continue
            cursor.execute(f"SELECT count(*) FROM {table}")
            counts[table] = cursor.fetchone()[0]
    connection.close()
    return counts

def die_before(fatal):
    met = 0
    def count(execute, sql, params, many, context):
        nonlocal met
        met += 1
        if met == fatal:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)
    with connection.execute_wrapper(count):
        main.main(sys.argv[2:])

print(json.dumps([False, held()]), flush=True)
for fatal in json.loads(sys.argv[1]):
    child = os.fork()
    if not child:
        os.dup2(2, 1)
        try:
            die_before(fatal)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    print(json.dumps([killed, held()]), flush=True)
"""
# What a process that will be killed calls itself before PostgreSQL.
TO_BE_KILLED = "to be killed"
# Tenths of a second that a server may take to notice.
PATIENCE = 300
# More statements than an import of these lists makes.
ALL_STATEMENTS = 400


class Installation:
    """A database, and commands that are typed beside it."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = another_process(folder)
        self.mapping = folder / "mapping.toml"
        self.mapping.write_text(MAPPING)
        self.opening = folder / "opening.toml"
        self.opening.write_text(LICENCE + MAPPING)

    def words(self, path, stated_on, code="LISTA"):
        whose = ("--publisher", code, "--stated-on", stated_on, "--json")
        if code == "LISTA":
            return ["import", path, *whose, "--mapping", self.opening, "--publish"]
        return ["import", path, *whose, "--mapping", self.mapping]

    def run(self, *words):
        ended = subprocess.run(
            words,
            capture_output=True,
            check=False,
            env=self.environment,
            text=True,
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout.splitlines()

    def take_in(self, *order):
        [answer] = self.run(*ENTRY, *self.words(*order))
        facts = json.loads(answer)
        assert facts["rows"] == sum(facts[outcome] for outcome in OUTCOMES)
        return facts

    def die(self, moments, *order):
        """Return what the tables held at first, and after each of these ends."""
        said = self.run(
            *(sys.executable, "-c", DYING, json.dumps(moments)),
            *self.words(*order),
        )
        return [json.loads(line) for line in said]

    def start(self, *order):
        return subprocess.Popen(
            [*ENTRY, *self.words(*order)],
            env={**self.environment, "PGAPPNAME": TO_BE_KILLED},
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )

    def kill(self, run):
        """Kill a process, and wait until its database has let go of it.

        A server ends what a client asked for before it died: a commit that was
        under way is kept a moment after the client is gone.
        """
        run.send_signal(signal.SIGKILL)
        run.wait()
        if connection.vendor != "postgresql":
            return
        for _ in range(PATIENCE):
            with self._ask() as ask:
                sql = "SELECT 1 FROM pg_stat_activity WHERE application_name = %s"
                if ask.execute(sql, [TO_BE_KILLED]).fetchone() is None:
                    return
            time.sleep(0.1)
        pytest.fail("the server still works for a client that is dead")

    def is_sound(self):
        """Ask the doctor."""
        return json.loads(self.run(*ENTRY, "doctor", "--json")[0])["good"]

    def rows_of(self, code):
        """Return what of one publisher's list is there: files, rows, sightings."""
        counts = []
        with self._ask() as ask:
            for joined in (
                "sources_snapshot s",
                "sources_row r JOIN sources_snapshot s ON s.id = r.snapshot_id",
                "sources_sighting g JOIN sources_snapshot s ON s.id = g.snapshot_id",
            ):
                sql = f"SELECT count(*) FROM {joined} WHERE s.publisher_id = '{code}'"
                counts.append(ask.execute(sql).fetchone()[0])
        return tuple(counts)

    @contextlib.contextmanager
    def _ask(self):
        if connection.vendor == "postgresql":
            with psycopg.connect(self.environment["DATABASE_URL"]) as asked:
                yield asked
            return
        kept = self.folder / "endimpunity.sqlite3"
        with contextlib.closing(sqlite3.connect(kept)) as asked:
            yield asked


@pytest.fixture
def installation(tmp_path, system, now):
    directory_operations.load_reference(by=system, at=now)
    return Installation(tmp_path)


SYLLABLES = ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "so", "tu", "va", "ze"]
COUNTRIES = ["Mali", "Mexico", "Iraq", "Brazil", "Somalia", "Pakistan"]


def chances(seed):
    return random.Random(seed)  # noqa: S311  # nothing secret hangs on it


def invented(folder, name, rows, *, seed):
    """Write a list of invented people; two seeds respell and rehouse a few."""
    chance = chances(seed)
    names = ["".join(parts).title() for parts in product(SYLLABLES, repeat=4)]
    chances(1).shuffle(names)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["name", "date", "country", "outlet"])
    for at in range(rows):
        given, family = names[2 * at], names[2 * at + 1]
        if chance.random() < 0.02:
            family += "h"
        outlet = f"Radio {chance.choice(names)}" if at % 9 == seed % 9 else "Radio M"
        day = f"{at % 28 + 1} May {1995 + at % 25}"
        writer.writerow([f"{given} {family}", day, COUNTRIES[at % 6], outlet])
    path = folder / name
    path.write_text(text.getvalue())
    return path


@pytest.mark.parametrize(
    "moments",
    [
        pytest.param([30, 60, 85, 100], id="four"),
        pytest.param(
            list(range(1, ALL_STATEMENTS, 3)), id="all", marks=pytest.mark.proof
        ),
    ],
)
def test_killed_before_a_statement_an_import_left_nothing_or_all(
    installation, tmp_path, moments
):
    installation.take_in(invented(tmp_path, "first.csv", 500, seed=1), "2020-01-01")
    second = invented(tmp_path, "second.csv", 600, seed=2), "2021-01-01"
    # Before no statement at all the process lives, and the same command succeeds.
    (_, before), *deaths, (killed, after) = installation.die([*moments, 0], *second)
    assert deaths[0] == [True, before]
    assert not killed
    stages = [before]
    for _, held in deaths:
        # To publish again is a deed of its own, and the journal grows by it.
        if held["sources_row"] != before["sources_row"]:
            del held["audit_deed"]
        if held not in stages:
            stages.append(held)
    # Dead once the file was in, it is all there; dead once it was shown, it is shown.
    assert len(stages) <= 3
    for held in [*stages[1:], after]:
        assert held["sources_row"] == held["sources_sighting"] == 1100
        assert held["sources_snapshot"] == 2
        assert held["sources_release"] in {1, 2}
    assert after["sources_release"] == 2
    assert installation.is_sound()


@pytest.mark.proof
def test_killed_from_outside_at_any_time_an_import_left_nothing_or_all(
    installation, tmp_path
):
    path = invented(tmp_path, "list.csv", 3000, seed=1)
    began = time.monotonic()
    installation.take_in(path, "2020-01-01", "LIST")
    whole = time.monotonic() - began
    chance = chances(7)
    met = set()
    for number in range(40):
        code = f"LIST{number}"
        run = installation.start(path, "2020-01-01", code)
        time.sleep(whole * chance.uniform(0.4, 1.1))
        installation.kill(run)
        left = installation.rows_of(code)
        assert left in {(0, 0, 0), (1, 3000, 3000)}
        met.add(left)
        facts = installation.take_in(path, "2020-01-01", code)
        assert facts["identical"] == (left != (0, 0, 0))
        assert installation.rows_of(code) == (1, 3000, 3000)
    assert (0, 0, 0) in met
    assert installation.is_sound()
