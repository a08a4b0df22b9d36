"""Time an import of 100,000 generated records against plain executemany.

The baseline is what any program must do: append the same, already normalised
rows to six of the same tables, with their indexes and constraints, in one
transaction of the same engine. Printed are ratios within this run:

    python bench/import_100k.py [--records N]

Each measured part runs in a process of its own, so that the peak of memory is
its own. SQLite, in a temporary folder on the disk the folder lies on.
"""

import argparse
import csv
import itertools
import json
import math
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

SMALL = 10_000
FEW = 10
# "matching" is matching and writing; "accounting" what follows, cases included.
STAGES = ("reading", "matching", "accounting")
GIVEN = ("Ana", "Rui", "Noor", "Ivo", "Mina", "Tomas", "Salim", "Katarina", "Yusuf")
FAMILY = ("Vale", "Sa", "Madri", "Toral", "Stan", "Herrán", "Fadel", "Ortiz", "Kovač")
SYLLABLES = ("ba", "ko", "ri", "shu", "ta", "mel", "dor", "vin", "qua", "zel", "an")
COUNTRIES = ("Iraq", "Mexico", "Philippines", "Somalia", "Brazil", "India", "France")
HEADERS = (
    "name",
    "country",
    "motive_confirmed",
    "organisation",
    "date_of_death",
    "status",
    "type",
    "type_of_death",
)
SIX = ("Row", "SourceRecord", "Part", "RecordVersion", "Sighting")


def write_list(path: Path, records: int, seed: int = 7) -> None:
    """Write an invented list in the layout of CPJ's dated export."""
    chance = random.Random(seed)  # noqa: S311  # an invented list, no secret
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        for number in range(records):
            middle = "".join(chance.choices(SYLLABLES, k=3)).title()
            day = date(1992, 1, 1) + timedelta(days=chance.randrange(12_000))
            writer.writerow(
                (
                    f"{chance.choice(GIVEN)} {middle} {chance.choice(FAMILY)}",
                    chance.choice(COUNTRIES),
                    chance.choice(("Confirmed", "Unconfirmed")),
                    f"Radio {middle},Daily {number % 997}",
                    day.isoformat(),
                    "Killed",
                    chance.choice(("Journalist", "Media Worker")),
                    chance.choice(("Murder", "Crossfire", "Dangerous Assignment", "")),
                ),
            )


def run_part(part: str, home: Path, **words: str) -> dict[str, float]:
    """Run one measured part in a process of its own and return its figures."""
    environment = {**os.environ, "ENDIMPUNITY_HOME": str(home)}
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(  # noqa: S603  # this very file
        [sys.executable, __file__, "--part", part, "--words", json.dumps(words)],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def part_migrate() -> dict[str, float]:
    """Make an empty database with its reference data."""
    from django.core.management import call_command  # noqa: PLC0415  # after setup

    call_command("migrate", verbosity=0)
    return {}


def part_import(path: str, stated_on: str, code: str = "CPJ") -> dict[str, float]:
    """Import a list by the one call that the command makes, timing its stages."""
    from django.conf import settings  # noqa: PLC0415  # after setup
    from django.utils import timezone  # noqa: PLC0415

    from endimpunity.accounts import queries as accounts  # noqa: PLC0415
    from endimpunity.cases import operations as cases  # noqa: PLC0415
    from endimpunity.foundation.gateways.blobs import FolderBlobs  # noqa: PLC0415
    from endimpunity.sources import operations as sources  # noqa: PLC0415

    began = time.perf_counter()
    marks: dict[str, float] = {}

    def tell(stage: str, rows: int) -> None:
        marks.setdefault(stage, time.perf_counter() - began)
        marks[f"{stage} until"] = time.perf_counter() - began

    with Path(path).open("rb") as content:
        received = cases.receive_list(
            order=sources.ImportOrder(
                publisher_code=code,
                stated_on=date.fromisoformat(stated_on),
            ),
            content=content,
            file_name=Path(path).name,
            blobs=FolderBlobs(settings.ENDIMPUNITY_HOME / "blobs"),
            publish=False,
            by=accounts.system_actor(),
            at=timezone.now(),
            progress=tell,
        )
    total = time.perf_counter() - began
    report = received.report
    return {
        "total": total,
        "imported": report.imported,
        "unchanged": report.unchanged,
        "judged": report.judged,
        **marks,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def part_baseline(full: str) -> dict[str, float]:
    """Append the rows of six tables of a full database to this empty one."""
    import sqlite3  # noqa: PLC0415  # only here

    from django.apps import apps  # noqa: PLC0415  # after setup
    from django.db import connection, transaction  # noqa: PLC0415

    tables = [apps.get_model("sources", name)._meta.db_table for name in SIX]
    tables.append(apps.get_model("cases", "Membership")._meta.db_table)
    content = {}
    with sqlite3.connect(full) as source:
        for table in tables:
            cursor = source.execute(f"SELECT * FROM {table}")  # noqa: S608  # own tables
            names = [column[0] for column in cursor.description]
            content[table] = (names, cursor.fetchall())
    with connection.cursor() as cursor:
        # The few rows the six tables point at are not part of what is timed.
        cursor.execute("PRAGMA foreign_keys=OFF")
        began = time.perf_counter()
        with transaction.atomic():
            for table, (names, rows) in content.items():
                marks = ", ".join(["%s"] * len(names))
                quoted = ", ".join(f'"{name}"' for name in names)
                cursor.executemany(
                    f"INSERT INTO {table} ({quoted}) VALUES ({marks})",  # noqa: S608
                    rows,
                )
        total = time.perf_counter() - began
    return {"total": total, "rows": sum(len(rows) for _, rows in content.values())}


def measure(records: int) -> None:
    """Measure every part and print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        big, small, few = home / "big.csv", home / "small.csv", home / "few.csv"
        write_list(big, records)
        write_list(small, SMALL)
        write_list(few, FEW)
        runs = {}
        for name, path in (("small", small), ("second", big), ("first", big)):
            run_part("migrate", home / name)
            words = {"path": str(path), "stated_on": "2026-01-01"}
            if name != "first":
                # Another list made the cases: this one waits for linking.
                run_part("import", home / name, **{**words, "path": str(few)})
                words["code"] = "LISTB"
            runs[name] = run_part("import", home / name, **words)
        run_part("migrate", home / "base")
        runs["base"] = run_part(
            "baseline",
            home / "base",
            full=str(home / "first" / "endimpunity.sqlite3"),
        )
        big.write_bytes(big.read_bytes() + b"\n")
        runs["again"] = run_part(
            "import",
            home / "second",
            path=str(big),
            stated_on="2026-02-01",
            code="LISTB",
        )
    show(records, runs)


def show(records: int, runs: dict[str, dict[str, float]]) -> None:
    """Print what was measured."""
    base, again, small = runs["base"], runs["again"], runs["small"]
    second, first = runs["second"], runs["first"]
    growth = math.log(second["total"] / small["total"]) / math.log(records / SMALL)
    lines = [
        (
            f"baseline: executemany into six tables, {base['rows']:.0f} rows:"
            f" {base['total']:.2f} s"
        ),
        (
            f"a list of {records} records: {second['total']:.2f} s ="
            f" {second['total'] / base['total']:.2f}x the baseline (aim <= 6);"
            f" imported {second['imported']:.0f}, peak {second['peak']:.0f} MB"
            " (aim < 400)"
        ),
        stages(second),
        (
            f"as the first list, its cases made too: {first['total']:.2f} s ="
            f" {first['total'] / base['total']:.2f}x the baseline,"
            f" peak {first['peak']:.0f} MB"
        ),
        stages(first),
        (
            f"the same rows again: {again['total']:.2f} s ="
            f" {again['total'] / second['total']:.2f}x the first time (aim <= 0.3);"
            f" unchanged {again['unchanged']:.0f}, peak {again['peak']:.0f} MB"
        ),
        (
            f"{SMALL} records: {small['total']:.2f} s; growth with exponent"
            f" {growth:.2f} (aim <= 1.1)"
        ),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def stages(run: dict[str, float]) -> str:
    """Return how long each stage of an import took, in seconds."""
    moments = [(name, run[name]) for name in STAGES] + [("", run["total"])]
    spans = [
        f"{name} {until - since:.2f}"
        for (name, since), (_, until) in itertools.pairwise(moments)
    ]
    return f"  stages in seconds: opening {run['reading']:.2f}, " + ", ".join(spans)


def main() -> None:
    """Run the benchmark, or one part of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--part")
    parser.add_argument("--words", type=json.loads, default={})
    words = parser.parse_args()
    if words.part is None:
        measure(words.records)
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django  # noqa: PLC0415  # only in the parts

    django.setup()
    figures = globals()[f"part_{words.part}"](**words.words)
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main()
