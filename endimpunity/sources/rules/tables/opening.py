"""A file opened by what it holds, whatever its name says."""

from typing import BinaryIO, Literal

from endimpunity.sources.rules.encoding import Encoding, detect_encoding
from endimpunity.sources.rules.tables.lines import read_text
from endimpunity.sources.rules.tables.objects import looks_like_json, open_objects
from endimpunity.sources.rules.tables.raw import (
    FileOptions,
    RawTable,
    UnableToReadFile,
)
from endimpunity.sources.rules.tables.separated import open_separated
from endimpunity.sources.rules.tables.workbooks import open_workbook

_HEAD = 8192
_WORKBOOKS: tuple[tuple[bytes, Literal["XLSX", "XLS"]], ...] = (
    (b"PK\x03\x04", "XLSX"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "XLS"),
)
_FOREIGN = {
    b"\x1f\x8b": "compressed (gzip); unpack it first",
    b"7z\xbc\xaf": "compressed (7-Zip); unpack it first",
    b"Rar!": "compressed (RAR); unpack it first",
    b"BZh": "compressed (bzip2); unpack it first",
    b"\xfd7zXZ": "compressed (xz); unpack it first",
    b"PK\x05\x06": "an empty archive",
    b"%PDF": "a PDF; ask its publisher for the table itself",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"PAR1": "a Parquet file; save it as CSV first",
    b"SQLite format 3": "a database; save the table as CSV first",
}
_PAGE = ("<!doctype", "<html", "<head", "<body", "<table", "<script", "<div", "<p>")
# Lists hold no control characters; the damaged one of 2016 has 30 in 266,000.
_BINARY_SHARE = 0.05


def open_table(
    source: BinaryIO,
    *,
    name: str,
    options: FileOptions,
    longest_cell: int,
    known_headers: frozenset[str],
) -> RawTable:
    """Open a list.

    Args:
        source: the bytes; must be seekable and stay open while rows are read.
        name: of the file, for sentences only: the content decides what it is.
        options: what a mapping states about the file.
        longest_cell: characters a cell may have.
        known_headers: of known layouts and of the mapping, to tell the header row
            from what may stand above it.

    Raises:
        UnableToReadFile: it is no list that can be read; the message says why.
    """
    source.seek(0)
    head = source.read(_HEAD)
    _refuse_foreign(head, name)
    kind = next((kind for mark, kind in _WORKBOOKS if head.startswith(mark)), None)
    if kind is None:
        return _open_text(source, name, options, longest_cell, known_headers)
    return open_workbook(
        source,
        kind=kind,
        options=options,
        longest_cell=longest_cell,
        known_headers=known_headers,
    )


def _open_text(
    source: BinaryIO,
    name: str,
    options: FileOptions,
    longest_cell: int,
    known_headers: frozenset[str],
) -> RawTable:
    encoding = (
        Encoding(name=options.encoding) if options.encoding else detect_encoding(source)
    )
    head = _head_of(source, encoding.name)
    _refuse_what_is_no_list(head, name)
    if looks_like_json(head):
        return open_objects(source, encoding=encoding, longest_cell=longest_cell)
    return open_separated(
        source,
        encoding=encoding,
        options=options,
        longest_cell=longest_cell,
        known_headers=known_headers,
    )


def _head_of(source: BinaryIO, encoding: str) -> str:
    """Return the first text of a source that is no space."""
    head = ""
    for piece in read_text(source, encoding):
        head = (head + piece).lstrip("\ufeff \t\r\n\x0b\x0c")
        if len(head) >= _HEAD:
            break
    return head


def _refuse_foreign(head: bytes, name: str) -> None:
    for mark, what in _FOREIGN.items():
        if head.startswith(mark):
            raise UnableToReadFile(f"{name} is {what}.")


def _refuse_what_is_no_list(head: str, name: str) -> None:
    if not head.strip("\ufeff \t\r\n\x0b\x0c"):
        raise UnableToReadFile(f"{name} is empty; fetch it again.")
    start = head[:200].lower()
    if start.startswith(_PAGE) or (start.startswith("<?xml") and "<html" in start):
        raise UnableToReadFile(
            f"{name} is a web page (HTML), not a list: the server answered with a page."
            " Download the file itself, or save the page's table as CSV.",
        )
    if start.startswith("<?xml"):
        raise UnableToReadFile(f"{name} is XML; save the list as CSV, XLSX or JSON.")
    controls = sum(1 for char in head if char < " " and char not in "\t\r\n\x0b\x0c")
    if controls > len(head) * _BINARY_SHARE:
        raise UnableToReadFile(
            f"{name} is a binary file, not a list; CSV, JSON, XLSX and XLS are read.",
        )
