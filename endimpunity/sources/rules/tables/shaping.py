"""Rows as they are kept: storable texts, and what is wrong with each."""

import re
from collections.abc import Iterable, Iterator

from endimpunity.sources.rules.skipping import is_alone_and_no_person
from endimpunity.sources.rules.tables.raw import RawRow, UnableToReadFile

# What no database keeps as text, or no person writes: controls other than tab and
# line ends, and the lone surrogates that stand for bytes that are no text.
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
# As lines.py hands them on.
_BYTES_THAT_ARE_NO_TEXT = range(0xDC00, 0xDD00)
_PAGE_END = re.compile(r"</(?:html|body|pre|table)\s*>", re.IGNORECASE)


def shape_rows(
    rows: Iterable[list[str]],
    *,
    width: int,
    longest_cell: int,
) -> Iterator[RawRow]:
    """Yield the rows that are not blank, numbered from 1, each with its problem.

    Raises:
        UnableToReadFile: a cell is longer than `longest_cell` characters.
    """
    number = 0
    for cells in rows:
        joined = "".join(cells)
        if not joined or joined.isspace():
            continue
        number += 1
        if len(joined) > longest_cell:
            refuse_long_cell(cells, number, longest_cell)
        problem = None
        if len(cells) != width:
            cells, problem = _fit(cells, width)  # noqa: PLW2901 -- the row, made to fit
        # No such character is printable; to ask that first is the shorter way.
        if not joined.isprintable() and _NO_TEXT.search(joined):
            problem = _name_no_text(joined)
            cells = [escape_no_text(cell) for cell in cells]  # noqa: PLW2901 -- as above
        elif "</" in joined and _PAGE_END.search(joined):
            problem = "The end of a web page stands in this row."
        elif "=" in joined and any(cell[:1] == "=" for cell in cells):
            problem = (
                "A cell holds a formula (=…), not what it shows; save the list with"
                " its values."
            )
        yield RawRow(number, tuple(cells), problem)


def refuse_long_cell(cells: list[str], number: int, longest_cell: int) -> None:
    """Raise if a cell is longer than is allowed.

    Raises:
        UnableToReadFile: it is.
    """
    if max(map(len, cells)) > longest_cell:
        raise UnableToReadFile(
            f"A cell of row {number} is longer than {longest_cell:,} characters. The"
            " file is damaged, or is not a list; fetch it again, or raise"
            " ENDIMPUNITY_IMPORT_LONGEST_CELL.",
        )


def escape_no_text(text: str) -> str:
    r"""Return a text that can be stored: byte 0xB4 is written ``\xb4``."""

    def escape(match: re.Match[str]) -> str:
        code = ord(match[0])
        if code in _BYTES_THAT_ARE_NO_TEXT:
            code -= _BYTES_THAT_ARE_NO_TEXT.start
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004 -- one byte

    return _NO_TEXT.sub(escape, text)


def _fit(cells: list[str], width: int) -> tuple[list[str], str | None]:
    """Return the cells of a row of another width, and what is wrong."""
    if len(cells) > width and not "".join(cells[width:]).strip():
        return cells[:width], None
    if len(cells) < width and is_alone_and_no_person(cells):
        return cells + [""] * (width - len(cells)), None
    more = "shifted" if len(cells) > width else "shifted, or the row is cut off"
    return cells, (
        f"The row has {len(cells)} cells where the headers are {width}:"
        f" its columns are {more}."
    )


def _name_no_text(joined: str) -> str:
    if any("\ud800" <= char <= "\udfff" for char in joined):
        return "The row holds bytes that are no text in the file's encoding."
    return "The row holds control characters, as of a binary file."
