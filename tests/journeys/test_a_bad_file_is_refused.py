"""A monitor is given a bad file, and is told what is wrong and what to do."""

import gzip
import io
import json
import zipfile

import pytest

from tests.journeys.bad_files import (
    COLUMNS,
    HEADERS,
    WHOSE,
    entries,
    in_quarantine,
    text_of,
)
from tests.journeys.terminal import endimpunity, taken_in

pytestmark = pytest.mark.django_db


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


def test_a_file_cut_off_between_two_rows_comes_in_with_a_warning(
    write, mapping, before
):
    whose = ("--publisher", "LISTA", "--mapping", mapping, "--stated-on")
    taken_in(write(text_of(entries())), *whose, "2024-02-01")
    said = endimpunity("import", write(text_of(entries(30))), *whose, "2024-03-12")
    assert said.status == 0
    assert (
        "Warning: LISTA@2024-02-01 before it had 40 rows, and this file has 30."
        in said.sentence
    )
    whole = endimpunity("import", write(text_of(entries())), *whose, "2024-04-01")
    assert whole.status == 0
    assert "40 unchanged" in whole.sentence
    assert "Warning" not in whole.sentence


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
