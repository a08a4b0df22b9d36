import io
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter  # type: ignore[import-untyped]
import xlwt  # type: ignore[import-untyped]

from endimpunity.sources.rules.tables import (
    FileOptions,
    UnableToReadFile,
    open_table,
    workbooks,
)

KNOWN = frozenset({"Name", "Date", "Age"})
ROWS = [["Name", "Date", "Age"], ["Ana", date(2012, 5, 1), 34], ["Rui", 2013.0, 1.5]]


def xlsx(sheets):
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"default_date_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    return file.getvalue()


def xls(rows):
    book = xlwt.Workbook()
    sheet = book.add_sheet("List")
    day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            style = [day] if isinstance(cell, date) else []
            sheet.write(number, column, cell, *style)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def opened(raw, options=None, *, name="list.xlsx"):
    return open_table(
        io.BytesIO(raw),
        name=name,
        options=options or FileOptions(),
        longest_cell=10_000,
        known_headers=KNOWN,
    )


@pytest.mark.parametrize(
    ("raw", "kind"), [(xlsx({"List": ROWS}), "XLSX"), (xls(ROWS), "XLS")]
)
def test_a_workbook_says_what_a_person_sees_in_it(raw, kind):
    table = opened(raw, name="wrongly-named.csv")
    assert table.kind == kind
    assert table.headers == ("Name", "Date", "Age")
    assert [row.cells for row in table.rows] == [
        ("Ana", "2012-05-01", "34"),
        ("Rui", "2013", "1.5"),
    ]


def test_titles_totals_and_blank_rows_around_the_table_are_kept_apart():
    rows = [
        ["Killed in 2012"],
        [],
        ["Name", "Date", "Age"],
        ["Iraq"],
        ["Ana", "2012"],
        [],
    ]
    table = opened(xlsx({"List": [*rows, ["Total", "", 1]]}))
    assert table.headers == ("Name", "Date", "Age")
    assert [row.cells[0] for row in table.rows] == ["Iraq", "Ana", "Total"]


def test_the_sheet_with_known_headers_is_read_and_the_choice_noted():
    table = opened(xlsx({"Notes": [["Read me"]], "List": ROWS, "Empty": []}))
    assert table.headers == ("Name", "Date", "Age")
    assert '"List"' in table.notes[0]


@pytest.mark.parametrize("sheet", ["Other", 2])
def test_a_mapping_names_the_sheet(sheet):
    raw = xlsx({"List": ROWS, "Other": [["Name"], ["Ivo"]]})
    table = opened(raw, FileOptions(sheet=sheet))
    assert [row.cells for row in table.rows] == [("Ivo",)]


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(UnableToReadFile, match='"List"'):
        opened(xlsx({"List": ROWS}), FileOptions(sheet="Lists"))


def test_a_mapping_counts_rows_as_the_spreadsheet_shows_them():
    raw = xlsx({"List": [[], ["a", "b"], [], ["Name", "Date"], ["Ana", "2012"]]})
    table = opened(raw, FileOptions(header_row=4))
    assert table.headers == ("Name", "Date")


def test_a_formula_counts_for_what_it_shows():
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Name", "Age"])
    sheet.write_formula(1, 0, '="An"&"a"', None, "Ana")
    sheet.write_formula(1, 1, "=30+4", None, 34)
    sheet.write_datetime(
        2,
        1,
        datetime.fromisoformat("2012-05-01T10:30:00"),
        book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
    )
    book.close()
    rows = [row.cells for row in opened(file.getvalue()).rows]
    assert rows == [("Ana", "34"), ("", "2012-05-01T10:30:00")]


def test_an_archive_that_unpacks_to_far_more_is_refused_unread(monkeypatch):
    monkeypatch.setattr(workbooks, "_PIECE", 1 << 14)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * 4_000_000)
    with pytest.raises(UnableToReadFile, match="times its size"):
        opened(file.getvalue())


def test_an_archive_that_unpacks_to_more_than_any_list_is_refused(monkeypatch):
    monkeypatch.setattr(workbooks, "LARGEST_UNPACKED", 1_000)
    with pytest.raises(UnableToReadFile, match="more than any list"):
        opened(xlsx({"List": ROWS}))


def test_an_archive_whose_directory_lies_about_sizes_is_refused():
    raw = bytearray(xlsx({"List": ROWS * 500}))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        member = archive.getinfo("xl/worksheets/sheet1.xml")
    true_size = member.file_size.to_bytes(4, "little")
    lying = bytes(raw).replace(true_size, (100).to_bytes(4, "little"))
    with pytest.raises(UnableToReadFile):
        list(opened(lying).rows)


def test_an_archive_that_is_no_workbook_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("list.csv", "Name\nAna\n")
    with pytest.raises(UnableToReadFile, match="unpack"):
        opened(file.getvalue())


@pytest.mark.parametrize("keep", [0.3, 0.7, 0.95])
@pytest.mark.parametrize("raw", [xlsx({"List": ROWS * 300}), xls(ROWS * 300)])
def test_a_workbook_that_is_cut_off_is_refused(raw, keep):
    with pytest.raises(UnableToReadFile):
        list(opened(raw[: int(len(raw) * keep)]).rows)


def test_a_workbook_without_any_text_is_refused():
    with pytest.raises(UnableToReadFile, match="no row"):
        opened(xlsx({"List": []}))
