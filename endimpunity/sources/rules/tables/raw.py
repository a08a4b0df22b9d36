"""A table as it was met: headers, and rows of text, with what is wrong with them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal["CSV", "JSON", "XLSX", "XLS"]


class UnableToReadFile(Exception):
    """The file cannot be read as a list."""


@dataclass(frozen=True, kw_only=True)
class FileOptions:
    """What a mapping states about the file, so that nothing need be guessed.

    Attributes:
        encoding: the name of the text's encoding, as "cp1252".
        delimiter: the one character between two cells.
        sheet: the name of the workbook's sheet, or its number from 1.
        header_row: the row of the file that holds the headers, from 1, blank
            rows counted as a spreadsheet shows them.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | int | None = None
    header_row: int | None = None


class RawRow(NamedTuple):
    r"""One row of the file.

    Attributes:
        number: from 1, the first row after the headers; blank rows do not count.
        cells: the texts as met, never null; what cannot be stored is written as
            an escape like ``\xb4``.
        problem: why the row cannot be trusted, or None.
    """

    number: int
    cells: tuple[str, ...]
    problem: str | None = None


@dataclass(kw_only=True)
class RawTable:
    """A file opened as a table.

    Attributes:
        headers: trimmed; of two alike the second is "x#2".
        rows: read once, while the source stays open.
        kind: what the content is, whatever the file's name says.
        encoding: of the text; empty for a workbook.
        notes: what was guessed, a sentence each.
        damaged: whether bytes were met that are no text in any encoding.
    """

    headers: tuple[str, ...]
    rows: Iterator[RawRow]
    kind: Kind
    encoding: str
    notes: tuple[str, ...] = ()
    damaged: bool = field(default=False)
