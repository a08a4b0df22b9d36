"""Excel workbooks, new and old, through calamine."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import BinaryIO, Literal

from python_calamine import CalamineSheet, CalamineWorkbook

from endimpunity.sources.rules.tables.heading import (
    ROWS_LOOKED_AT,
    find_header_row,
    name_headers,
    trim_headers,
)
from endimpunity.sources.rules.tables.raw import (
    FileOptions,
    RawTable,
    UnableToReadFile,
)
from endimpunity.sources.rules.tables.shaping import shape_rows

Cell = int | float | str | bool | time | date | datetime | timedelta
# A workbook of 100,000 rows and 43 columns unpacks to about 180 MB.
LARGEST_UNPACKED = 512 * 1024 * 1024
# Sheets of lists pack 8 to 25 times; only repetition made on purpose gets past 200.
LARGEST_RATIO = 200
_PIECE = 1 << 20


def open_workbook(
    source: BinaryIO,
    *,
    kind: Literal["XLSX", "XLS"],
    options: FileOptions,
    longest_cell: int,
    known_headers: frozenset[str],
) -> RawTable:
    """Open one sheet of a workbook.

    Raises:
        UnableToReadFile: it unpacks to more than any list, is damaged or locked, has
            not the sheet that a mapping names, or no header row.
    """
    if kind == "XLSX":
        refuse_bomb(source)
    source.seek(0)
    book = _load(source)
    sheet, notes = _choose_sheet(book, options, known_headers)
    rows = list(_texts(sheet))
    at = find_header_row(rows[: _depth(options)], options, known_headers)
    headers = name_headers(trim_headers(rows[at]))
    return RawTable(
        headers=headers,
        rows=shape_rows(
            islice(rows, at + 1, None),
            width=len(headers),
            longest_cell=longest_cell,
        ),
        kind=kind,
        encoding="",
        notes=notes,
    )


def refuse_bomb(source: BinaryIO) -> None:
    """Raise if an archive unpacks to more than a list can be, or is damaged.

    The directory is read first; then each member is unpacked in pieces and thrown
    away, since a directory may lie about sizes.

    Raises:
        UnableToReadFile: it does, or is.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            members = archive.infolist()
            _refuse_archive(members)
            for member in members:
                with archive.open(member) as opened:
                    while opened.read(_PIECE):
                        pass
    except UnableToReadFile:
        raise
    except Exception as error:  # a damaged archive raises a dozen kinds
        raise UnableToReadFile(
            f"The workbook is damaged ({error}); fetch it again.",
        ) from error


def _refuse_archive(members: list[zipfile.ZipInfo]) -> None:
    if not any(member.filename.startswith("xl/") for member in members):
        raise UnableToReadFile(
            "The file is an archive (ZIP) that is no Excel workbook; unpack it"
            " first, or save the sheet as XLSX or CSV.",
        )
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if unpacked > LARGEST_UNPACKED:
        raise UnableToReadFile(
            f"The workbook unpacks to {unpacked:,} bytes, more than any list"
            f" ({LARGEST_UNPACKED:,}); save the one sheet as CSV.",
        )
    # Small members may pack well by chance; a bomb is large.
    if unpacked > _PIECE * 16 and unpacked > packed * LARGEST_RATIO:
        raise UnableToReadFile(
            f"The workbook unpacks to {unpacked // max(packed, 1)} times its size, as"
            " only an archive made to do harm does; save the one sheet as CSV.",
        )


def _load(source: BinaryIO) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(source.read()))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        raise UnableToReadFile(
            f"The workbook cannot be opened ({error}). It is damaged or locked with a"
            " password; save it again without one, or save the sheet as CSV.",
        ) from error


def _choose_sheet(
    book: CalamineWorkbook,
    options: FileOptions,
    known_headers: frozenset[str],
) -> tuple[CalamineSheet, tuple[str, ...]]:
    """Return the stated sheet, else the one with most known headers, else the first."""
    names = book.sheet_names
    if not names:
        raise UnableToReadFile("The workbook has no sheet.")
    if options.sheet is not None:
        return _sheet(book, _stated_name(names, options.sheet)), ()
    sheets = [_sheet(book, name) for name in names]
    best = max(
        range(len(sheets)),
        key=lambda at: (_hits(sheets[at], known_headers), sheets[at].height > 0, -at),
    )
    if len(sheets) == 1:
        return sheets[0], ()
    note = (
        f'Of {len(names)} sheets "{names[best]}" was read; a mapping names another'
        " with sheet under [file]."
    )
    return sheets[best], (note,)


def _stated_name(names: list[str], stated: str | int) -> str:
    if isinstance(stated, int) and 1 <= stated <= len(names):
        return names[stated - 1]
    if stated in names:
        return str(stated)
    listed = ", ".join(f'"{name}"' for name in names)
    raise UnableToReadFile(
        f"The workbook has no sheet {stated!r}; its sheets are {listed}.",
    )


def _sheet(book: CalamineWorkbook, name: str) -> CalamineSheet:
    try:
        return book.get_sheet_by_name(name)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        raise UnableToReadFile(
            f'The sheet "{name}" cannot be read ({error}); save it as CSV.',
        ) from error


def _hits(sheet: CalamineSheet, known_headers: frozenset[str]) -> int:
    first = islice(_texts(sheet), ROWS_LOOKED_AT)
    counted = (sum(h in known_headers for h in name_headers(row)) for row in first)
    return max(counted, default=0)


def _depth(options: FileOptions) -> int:
    return max(ROWS_LOOKED_AT, options.header_row or 0)


def _texts(sheet: CalamineSheet) -> Iterator[list[str]]:
    """Yield the rows of a sheet as texts, from the first row a person sees."""
    for row in sheet.iter_rows():
        yield [_text(cell) for cell in row]


def _text(cell: Cell) -> str:
    """Return what a person would write for a cell: 2018, not 2018.0."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "True" if cell else "False"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return (cell.date() if cell.time() == time() else cell).isoformat()
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    return str(cell)
