"""Time a list that comes again with one row in twenty respelt, its names frequent.

The worst case of matching: every row respelt resembles many others by its name,
and only place, year and outlet tell them apart. Printed is how many of the respelt
were recognised, and how the time of matching grows with the list:

    python bench/respelt_list.py [--records N]
"""

import argparse
import csv
import math
import random
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from import_100k import COUNTRIES, FEW, HEADERS, run_part, stages, write_list

SMALL = 10_000
# One row in so many is respelt.
RESPELT = 20
# Words of which the names of thousands are made.
FREQUENT = ("Mohammed", "Ahmed", "Ali", "Hassan", "Abdullah", "Omar", "Khalid")
FREQUENT += ("Jose", "Maria", "Garcia", "Lopez", "Hernandez", "Ramirez")
OUTLETS = 997


def write_frequent(path: Path, records: int, *, respelt: bool) -> None:
    """Write an invented list of frequent names, the same one at each call.

    Args:
        path: where.
        records: how many.
        respelt: whether one row in twenty has a vowel more in its name.
    """
    chance = random.Random(11)  # noqa: S311  # an invented list, no secret
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        for number in range(records):
            words = chance.choices(FREQUENT, k=3)
            if respelt and number % RESPELT == 0:
                words[number % 3] = respell(words[number % 3], number)
            day = date(1992, 1, 1) + timedelta(days=chance.randrange(12_000))
            writer.writerow(
                (
                    " ".join(words),
                    chance.choice(COUNTRIES),
                    "Confirmed",
                    f"Daily {chance.randrange(OUTLETS)}",
                    day.isoformat(),
                    "Killed",
                    "Journalist",
                    "Murder",
                ),
            )


def respell(word: str, number: int) -> str:
    """Return a word with a vowel more after one of its letters."""
    at = 1 + number % (len(word) - 1)
    return f"{word[:at]}{'aeiou'[number % 5]}{word[at:]}"


def measure(home: Path, records: int) -> dict[str, float]:
    """Import the list and return the figures of its coming again, partly respelt."""
    path = home.with_suffix(".csv")
    run_part("migrate", home)
    # Another list made the cases: this one waits for linking.
    write_list(path, FEW)
    run_part("import", home, path=str(path), stated_on="2026-01-01")
    run: dict[str, float] = {}
    for respelt, stated_on in ((False, "2026-01-01"), (True, "2026-02-01")):
        write_frequent(path, records, respelt=respelt)
        run = run_part(
            "import",
            home,
            path=str(path),
            stated_on=stated_on,
            code="LISTB",
        )
    return run


def matching(run: dict[str, float]) -> float:
    """Return the seconds that matching and writing took."""
    return run["accounting"] - run["matching"]


def show(records: int, run: dict[str, float]) -> None:
    """Print what was measured of one list."""
    sys.stdout.write(
        f"{records} records of frequent names, {math.ceil(records / RESPELT)} respelt:"
        f" {run['total']:.2f} s; recognised though respelt {run['judged']:.0f},"
        f" taken for new {run['imported']:.0f}, peak {run['peak']:.0f} MB\n"
        f"{stages(run)}\n",
    )


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    records = parser.parse_args().records
    with tempfile.TemporaryDirectory() as folder:
        small = measure(Path(folder) / "small", SMALL)
        large = measure(Path(folder) / "large", records)
    show(SMALL, small)
    show(records, large)
    growth = math.log(matching(large) / matching(small)) / math.log(records / SMALL)
    sys.stdout.write(f"growth of matching with exponent {growth:.2f} (below 2)\n")


if __name__ == "__main__":
    main()
