"""A monitor is given what no list holds, and the machine is not worn down by it."""

import io
import json
import os
import subprocess
import sys
import zipfile

import pytest

from tests.journeys.bad_files import WHOSE, content
from tests.journeys.terminal import another_process, endimpunity

pytestmark = pytest.mark.django_db


def test_an_archive_made_to_burst_is_refused(write, refused):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for _ in range(24):
                sheet.write(b"0" * (1 << 20))
    said = refused(write(packed.getvalue(), "list.xlsx"))
    assert "made to do harm" in said.sentence


HUGE = 200 * 1024 * 1024
# Of a process that imports a sound list, about 130 MB; the cell is not held twice.
MOST_MEMORY = 400 * 1024 * 1024

# The peak is asked of the process's own memory: what `getrusage` tells on Linux is
# also that of whoever started it, from before it became this program.
IN_LITTLE_MEMORY = """
import pathlib, re, resource, sys
from endimpunity.doors.terminal import main
try:
    status = main.main(sys.argv[1:])
except SystemExit as ended:
    status = ended.code
own = pathlib.Path("/proc/self/status")
if own.exists():
    kilobytes = int(re.search(r"VmHWM:\\s+(\\d+) kB", own.read_text())[1])
else:
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(kilobytes * 1024)
sys.exit(status)
"""


# Each: how the file begins, what the cell repeats, how the file ends.
CELLS = {
    "csv": (b"name,date,country,outlet\nA,2 May 2015,Mali,", b"abcdefgh", b"\n"),
    "quoted": (b'name,date,country,outlet\nA,2 May 2015,Mali,"', b"abcdefg\n", b'"\n'),
    "json": (b'[{"name": "A", "outlet": "', b"abcdefgh", b'"}]'),
}


@pytest.mark.slow
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize(
    "kind",
    [
        "csv",
        *(pytest.param(kind, marks=pytest.mark.proof) for kind in ("quoted", "json")),
    ],
)
def test_a_cell_of_200_megabytes_is_refused_in_bounded_memory(kind, tmp_path, mapping):
    path = tmp_path / "list"
    opening, piece, closing = CELLS[kind]
    with path.open("wb") as file:
        file.write(opening)
        for _ in range(HUGE // (1 << 20)):
            file.write(piece * (1 << 17))
        file.write(closing)
    run = subprocess.run(
        [
            *(sys.executable, "-c", IN_LITTLE_MEMORY, "import", path, *WHOSE),
            *("--mapping", mapping, "--json"),
        ],
        capture_output=True,
        check=False,
        env=another_process(tmp_path),
        text=True,
    )
    assert run.returncode == 1, run.stderr
    assert "Traceback" not in run.stderr
    said, peak = run.stdout.splitlines()
    assert "longer than" in json.loads(said)["refused"]
    assert int(peak) < MOST_MEMORY


def test_a_file_larger_than_any_list_is_refused_unread(tmp_path, before, settings):
    path = tmp_path / "list.csv"
    path.write_bytes(b"name\n")
    os.truncate(path, settings.ENDIMPUNITY_IMPORT_LARGEST_FILE + 1)
    said = endimpunity("import", path, *WHOSE, "--json")
    assert said.status == 1
    assert "ENDIMPUNITY_IMPORT_LARGEST_FILE raises the limit" in said.facts["refused"]
    assert content() == before
