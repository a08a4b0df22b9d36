import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.sources.rules.tables import (
    FileOptions,
    UnableToReadFile,
    open_table,
)

KNOWN = frozenset({"Name", "Date", "Country"})
LONGEST = 10_000


def opened(raw, options=None, *, known=KNOWN, longest_cell=LONGEST):
    raw = raw.encode() if isinstance(raw, str) else raw
    return open_table(
        io.BytesIO(raw),
        name="list.csv",
        options=options or FileOptions(),
        longest_cell=longest_cell,
        known_headers=known,
    )


def cells_of(raw, options=None, **words):
    return [row.cells for row in opened(raw, options, **words).rows]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter_and_any_line_end_are_read(delimiter, end):
    rows = [["Name", "Date", "Country"], ["Ana Vale", "2012-05-01", "Peru"]]
    text = end.join(delimiter.join(row) for row in rows)
    table = opened(text)
    assert table.headers == ("Name", "Date", "Country")
    assert [row.cells for row in table.rows] == [("Ana Vale", "2012-05-01", "Peru")]
    assert table.kind == "CSV"


def test_headers_need_not_be_known():
    assert opened("a;b;c\n1;2;3\n", known=frozenset()).headers == ("a", "b", "c")


def test_a_line_end_inside_quotation_marks_belongs_to_the_cell():
    raw = 'Name,Date,Country\r\nAna,2012,"Peru\n"\r\nRui,2013,"\n"\r\n'
    assert cells_of(raw) == [("Ana", "2012", "Peru\n"), ("Rui", "2013", "\n")]


def test_a_line_end_inside_quotation_marks_stays_where_lines_end_with_cr_alone():
    raw = 'Name,Date,Country\rAna,2012,"Peru\r"\rRui,2013,\r'
    assert cells_of(raw) == [("Ana", "2012", "Peru\r"), ("Rui", "2013", "")]


def test_a_mapping_states_the_delimiter():
    options = FileOptions(delimiter="^")
    assert cells_of("Name^Date\nAna^2012\n", options) == [("Ana", "2012")]


def test_a_mapping_states_the_encoding():
    raw = "Name,Date\nZoë,2012\n".encode("cp850")
    assert cells_of(raw, FileOptions(encoding="cp850")) == [("Zoë", "2012")]


def test_titles_above_the_headers_are_passed_over():
    raw = (
        "Killed in 2012,,\n,,\nSource: a monitor,,\nName,Date,Country\nAna,2012,Peru\n"
    )
    table = opened(raw)
    assert table.headers == ("Name", "Date", "Country")
    assert [row.number for row in table.rows] == [1]


def test_titles_above_unknown_headers_are_passed_over():
    raw = "A list\n\nwho,when,where\nAna,2012,Peru\nRui,2013,Chad\n"
    assert opened(raw, known=frozenset()).headers == ("who", "when", "where")


def test_a_mapping_states_the_header_row_as_a_spreadsheet_counts_it():
    raw = "a,b\n\nName,Date\nAna,2012\n"
    assert opened(raw, FileOptions(header_row=3)).headers == ("Name", "Date")


def test_a_header_row_that_the_file_has_not_is_refused():
    with pytest.raises(UnableToReadFile, match="header_row"):
        opened("Name,Date\n", FileOptions(header_row=7))


def test_of_two_headers_alike_the_second_is_numbered():
    assert opened("Name,Name,Date,Name\n").headers == (
        "Name",
        "Name#2",
        "Date",
        "Name#3",
    )


def test_blank_rows_do_not_count():
    raw = "Name,Date\n\n,\n  ,\t\nAna,2012\n\nRui,2013\n"
    rows = list(opened(raw).rows)
    assert [(row.number, row.cells[0]) for row in rows] == [(1, "Ana"), (2, "Rui")]


def test_blanks_at_the_end_of_a_row_are_no_shift():
    (row,) = opened("Name,Date\nAna,2012,, \n").rows
    assert row.cells == ("Ana", "2012")
    assert row.problem is None


@pytest.mark.parametrize("line", ["Ana,2012,Peru,Lima", "Ana,2012", "Ana"])
def test_a_row_of_another_width_has_a_problem_and_keeps_its_cells(line):
    (row,) = opened(f"Name,Date,Country\n{line}\n").rows
    assert "cells where the headers are 3" in row.problem
    assert row.cells == tuple(line.split(","))


def test_a_short_row_that_is_a_title_has_no_problem():
    (row,) = opened("Name,Date,Country\nIraq\n").rows
    assert row.cells == ("Iraq", "", "")
    assert row.problem is None


def test_a_file_cut_off_inside_quotation_marks_gives_its_rows_and_one_problem():
    first, last = opened('Name,Date\nAna,2012\n"Rui\nVale').rows
    assert first.problem is None
    assert "never closed" in last.problem
    assert last.cells == ("Rui\nVale\n",)


def test_a_quotation_mark_that_swallows_many_rows_is_refused():
    raw = "Name,Date\n" + '"Ana,2012\n' + "Rui,2013\n" * 30
    with pytest.raises(UnableToReadFile, match="never closed"):
        list(opened(raw).rows)


def test_bytes_that_are_no_text_are_a_problem_of_their_row():
    raw = b"Name,Date\nAna,2012\nT\x8d__rk Vale\xb4_,2013\nRui,2014\n"
    table = opened(raw)
    rows = list(table.rows)
    assert table.damaged
    assert [bool(row.problem) for row in rows] == [False, True, False]
    assert rows[1].cells[0] == r"T\x8d__rk Vale\xb4_"


def test_control_characters_are_a_problem_and_can_be_stored():
    _, row = opened("Name,Date\n" + "Rui" * 30 + ",\nAna\x00\x1f,2012\n").rows
    assert "control characters" in row.problem
    assert row.cells == (r"Ana\x00\x1f", "2012")


def test_the_end_of_a_web_page_is_a_problem():
    (row,) = opened("Name,Date\n</pre></body></html>,\n").rows
    assert "web page" in row.problem


def test_a_formula_is_a_problem_and_an_address_with_an_equals_sign_is_none():
    rows = opened("Name,Date\n=A1&B1,2012\nhttps://x.org/?a=b,2013\n").rows
    assert [bool(row.problem) for row in rows] == [True, False]


def test_a_cell_longer_than_allowed_refuses_the_file():
    raw = "Name,Date\nAna," + "x" * 60 + "\n"
    with pytest.raises(UnableToReadFile, match="longer than 50"):
        list(opened(raw, longest_cell=50).rows)


class Endless(io.BytesIO):
    """A list whose second line never ends, read without being held."""

    def read(self, size=-1):
        return super().read(size) or b"x" * size


def test_a_cell_that_never_ends_is_refused_before_it_is_held():
    with pytest.raises(UnableToReadFile, match="longer than"):
        open_table(
            Endless(b'Name,Date\n"'),
            name="list.csv",
            options=FileOptions(encoding="utf-8"),
            longest_cell=1_000_000,
            known_headers=KNOWN,
        )


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")),
    max_size=12,
)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=8), st.sampled_from(",;\t|"))
def test_nothing_that_a_list_says_is_lost(rows, delimiter):
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow(["Name", "Date", "Country"])
    writer.writerows(rows)
    met = cells_of(file.getvalue())
    assert met == [row for row in rows if "".join(row).strip()]
