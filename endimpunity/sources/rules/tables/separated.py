"""CSV and its kin: read as a stream, whatever the delimiter and the line ends."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import BinaryIO

from endimpunity.sources.rules.encoding import Encoding
from endimpunity.sources.rules.tables.heading import (
    ROWS_LOOKED_AT,
    find_header_row,
    name_headers,
)
from endimpunity.sources.rules.tables.lines import read_lines, read_text
from endimpunity.sources.rules.tables.raw import (
    FileOptions,
    RawRow,
    RawTable,
    UnableToReadFile,
)
from endimpunity.sources.rules.tables.shaping import shape_rows

DELIMITERS = ",;\t|"
# A line of 43 cells of which four are as long as allowed.
_LONGEST_LINE_IN_CELLS = 4
# A narrative cell may have a few lines; more are rows that a mark has swallowed.
_LINES_OF_A_CELL = 12
_LINES_AT_A_TIME = 1_000
# Written after the last line; found inside a cell, a quotation mark was not closed.
_END = "\x1fend of the list\x1f"


def open_separated(
    source: BinaryIO,
    *,
    encoding: Encoding,
    options: FileOptions,
    longest_cell: int,
    known_headers: frozenset[str],
) -> RawTable:
    """Open a text of separated cells.

    Raises:
        UnableToReadFile: there is no header row.
    """
    lines = read_lines(
        read_text(source, encoding.name),
        longest=longest_cell * _LONGEST_LINE_IN_CELLS,
    )
    first = list(islice(lines, ROWS_LOOKED_AT))
    delimiter = options.delimiter or _likely_delimiter(first, known_headers)
    # The limit is the module's own, the same for every file of an installation.
    csv.field_size_limit(max(longest_cell, 1))
    rows = _records(chain(first, lines), delimiter)
    above = list(islice(rows, max(ROWS_LOOKED_AT, options.header_row or 0)))
    at = find_header_row(above, options, known_headers)
    headers = name_headers(above[at])
    shaped = shape_rows(
        chain(above[at + 1 :], rows),
        width=len(headers),
        longest_cell=longest_cell,
    )
    return RawTable(
        headers=headers,
        rows=_with_cut_off(shaped),
        kind="CSV",
        encoding=encoding.name,
        notes=(encoding.note,) if encoding.note else (),
        damaged=encoding.damaged,
    )


def _records(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    """Yield the cells of each record; the end mark stays where it is found."""
    reader = csv.reader(_and_end(lines), delimiter=delimiter)
    try:
        yield from filter([_END].__ne__, reader)
    except csv.Error as error:
        # The only error that a reader which is not strict knows.
        raise UnableToReadFile(
            f"A cell that ends after line {reader.line_num} is longer than"
            f" {csv.field_size_limit():,} characters. Most often a quotation mark there"
            " is never closed; correct it, fetch the file again, or raise"
            " ENDIMPUNITY_IMPORT_LONGEST_CELL.",
        ) from error


def _and_end(lines: Iterable[str]) -> Iterator[str]:
    remaining = iter(lines)
    # Many at a time: what is done for each line is done a hundred thousand times.
    while some := list(islice(remaining, _LINES_AT_A_TIME)):
        # Of all lines only the last of the file can lack its end.
        if some[-1][-1] not in "\r\n":
            some[-1] += "\n"
        yield from some
    yield _END


def _with_cut_off(rows: Iterable[RawRow]) -> Iterator[RawRow]:
    """Yield the rows; the one that a quotation mark keeps open gets a problem.

    Raises:
        UnableToReadFile: what the mark swallowed is more than the end of one row.
    """
    for row in rows:
        if row.problem and _ESCAPED_END in row.cells[-1]:
            cells = (*row.cells[:-1], row.cells[-1].replace(_ESCAPED_END, ""))
            swallowed = len(cells[-1].splitlines())
            if swallowed > _LINES_OF_A_CELL:
                raise UnableToReadFile(
                    f"A quotation mark in row {row.number} is never closed, and"
                    f" {swallowed} lines after it cannot be told apart. Close it or"
                    " take it out, or fetch the file again.",
                )
            yield RawRow(
                row.number,
                cells,
                "A quotation mark in this row is never closed: the file is cut off"
                " here, or the mark is one too many.",
            )
        else:
            yield row


_ESCAPED_END = _END.replace("\x1f", "\\x1f")


def _likely_delimiter(lines: list[str], known_headers: frozenset[str]) -> str:
    """Return the delimiter that gives known headers, or the evenest wide rows."""
    return max(DELIMITERS, key=lambda mark: _fitness(lines, mark, known_headers))


def _fitness(
    lines: list[str],
    delimiter: str,
    known_headers: frozenset[str],
) -> tuple[int, float]:
    try:
        rows = [row for row in csv.reader(lines, delimiter=delimiter) if row]
    except csv.Error:
        return 0, 0
    hits = max(
        (sum(name in known_headers for name in name_headers(row)) for row in rows),
        default=0,
    )
    widths = Counter(map(len, rows))
    width, count = widths.most_common(1)[0] if widths else (0, 1)
    return hits, (width - 1) * count / max(len(rows), 1)
