"""Time the public pages at 100,000 published cases against Datasette's table page.

Both serve the same rows of the same SQLite file in the same run: the program by its
own `endimpunity serve`, Datasette the table of public lines, 50 rows a page. A page is
asked for in three ways: made anew each time (no page is kept), given from the pages
kept, and by a reader who has it already (ETag). Printed are ratios within this run:

    python bench/pages.py [--cases N] [--seconds S]
"""

import argparse
import http.client
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from import_100k import write_list

BIN = Path(sys.executable).parent
CONNECTIONS = 4
SMALL = 1_000
# Signs of life are waited for so long, in seconds.
PATIENCE = 60.0
FIRST_VIEW_KB = 100


def run(*words: str, home: Path) -> str:
    """Run the program's command on a home folder and return what it prints."""
    done = subprocess.run(  # noqa: S603  # this program
        [str(BIN / "endimpunity"), *words],
        env=environment(home),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return the variables of a process on this home folder's SQLite."""
    kept = {**os.environ, "ENDIMPUNITY_HOME": str(home), **more}
    kept.pop("DATABASE_URL", None)
    return kept


def fill(home: Path, cases: int) -> None:
    """Publish so many invented cases by the program's own command."""
    home.mkdir()
    run("migrate", "--verbosity", "0", home=home)
    listed = home / "list.csv"
    write_list(listed, cases)
    words = ("--publisher", "CPJ", "--stated-on", "2026-01-01", "--publish", "--json")
    run("import", str(listed), *words, home=home)
    listed.unlink()


@contextmanager
def served(command: list[str], port: int, home: Path, **more: str) -> Iterator[int]:
    """Serve until the block ends."""
    server = subprocess.Popen(  # noqa: S603  # this program, or Datasette
        command,
        env=environment(home, **more),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                get(http.client.HTTPConnection("127.0.0.1", port), "/")
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def get(
    connection: http.client.HTTPConnection,
    address: str,
    tag: str = "",
) -> tuple[int, str, bytes]:
    """Ask once; return the status, the tag and the body."""
    headers = {"If-None-Match": tag} if tag else {}
    connection.request("GET", address, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.headers.get("ETag", ""), answer.read()


def rate(port: int, address: str, seconds: float, *, come_back: bool = False) -> float:
    """Return answers a second over a few connections that are kept."""
    first = http.client.HTTPConnection("127.0.0.1", port)
    status, tag, _ = get(first, address)
    assert status == http.HTTPStatus.OK, (address, status)  # noqa: S101
    wanted = http.HTTPStatus.NOT_MODIFIED if come_back else http.HTTPStatus.OK
    counts: list[int] = []
    ends = time.perf_counter() + seconds

    def ask() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        answered = 0
        while time.perf_counter() < ends:
            status, _, _ = get(connection, address, tag if come_back else "")
            assert status == wanted, (address, status)  # noqa: S101
            answered += 1
        counts.append(answered)

    threads = [threading.Thread(target=ask) for _ in range(CONNECTIONS)]
    began = time.perf_counter()
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return sum(counts) / (time.perf_counter() - began)


def pages_of(port: int) -> dict[str, str]:
    """Return the pages that are timed: the case is the first that the country has."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    _, _, body = get(connection, "/en/countries/MX/")
    case = re.search(rb"/en/cases/\w+/", body)
    assert case, "the country has no case"  # noqa: S101
    return {
        "front": "/en/",
        "country": "/en/countries/MX/",
        "case": case[0].decode(),
        "search": "/en/search/?q=rui+sa",
        "search, country": "/en/search/?q=mexico",
    }


def part_queries(addresses: list[str]) -> dict[str, int]:
    """Return how many queries each page makes."""
    from django.db import connection  # noqa: PLC0415  # after setup
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    client = Client(headers={"host": "localhost"})
    made = {}
    for address in addresses:
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        made[address] = len(asked)
    return made


def queries(home: Path, addresses: list[str]) -> dict[str, int]:
    """Return the queries of each page, counted in a process of its own."""
    done = subprocess.run(  # noqa: S603  # this very file
        [sys.executable, __file__, "--part", "queries", "--words", *addresses],
        env=environment(home, ENDIMPUNITY_KEPT_PAGES_BYTES="1"),
        check=True,
        stdout=subprocess.PIPE,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def measure(cases: int, seconds: float) -> None:
    """Fill, serve in each way, ask, and print."""
    with tempfile.TemporaryDirectory() as folder:
        home, small = Path(folder) / "big", Path(folder) / "small"
        fill(home, cases)
        fill(small, min(SMALL, cases))
        table = home / "endimpunity.sqlite3"
        port = free_port()
        words = ["serve", str(table), "--port", str(port), "--setting"]
        with served(
            [str(BIN / "datasette"), *words, "default_page_size", "50"], port, home
        ):
            base = rate(port, "/endimpunity/cases_publicline", seconds)
        print(f"Datasette, its table page: {base:.1f} a second")
        ways = (("made", "1"), ("kept", "33554432"))
        found: dict[str, dict[str, float]] = {}
        for way, kept in ways:
            port = free_port()
            command = [str(BIN / "endimpunity"), "serve", "--port", str(port)]
            with served(command, port, home, ENDIMPUNITY_KEPT_PAGES_BYTES=kept):
                pages = pages_of(port)
                for name, address in pages.items():
                    one = found.setdefault(name, {})
                    one[way] = rate(port, address, seconds)
                    if way == "made":
                        one["tag"] = rate(port, address, seconds, come_back=True)
                size = len(
                    get(
                        http.client.HTTPConnection("127.0.0.1", port), pages["country"]
                    )[2]
                )
        same = [it for name, it in pages.items() if name != "case"]
        many, few = queries(home, same), queries(small, same)
    show(found, base)
    print(f"first view of a country page: {size / 1000:.1f} kB (aim < {FIRST_VIEW_KB})")
    for address in same:
        print(f"queries of {address}: {many[address]}, with few cases {few[address]}")


def show(found: dict[str, dict[str, float]], base: float) -> None:
    """Print the rates and their ratios."""
    for name, one in found.items():
        print(
            f"{name}: made {one['made']:.0f}/s = {one['made'] / base:.1f}x Datasette;"
            f" kept {one['kept']:.0f}/s = {one['kept'] / base:.1f}x (aim >= 30);"
            f" by ETag {one['tag']:.0f}/s = {one['tag'] / base:.1f}x Datasette"
            f" and {one['tag'] / one['made']:.1f}x made (aim >= 15)",
        )


def main() -> None:
    """Run the benchmark, or one part of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--part")
    parser.add_argument("--words", nargs="*", default=[])
    words = parser.parse_args()
    if words.part is None:
        measure(words.cases, words.seconds)
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django  # noqa: PLC0415  # only in the parts

    django.setup()
    print(json.dumps(globals()[f"part_{words.part}"](words.words)))


if __name__ == "__main__":
    main()
