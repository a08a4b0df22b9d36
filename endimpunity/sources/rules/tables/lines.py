"""Lines of a text, read in pieces, none longer than is allowed."""

import codecs
from collections.abc import Iterator
from io import StringIO
from typing import BinaryIO

from endimpunity.sources.rules.tables.raw import UnableToReadFile

_PIECE = 1 << 16
_ESCAPE = "endimpunity-escape"


def _escape(error: UnicodeError) -> tuple[str, int]:
    """Return bytes that are no text as lone surrogates, U+DC00 to U+DCFF.

    Python's own handler leaves out bytes below 128, which end a cut UTF-16.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(chr(0xDC00 + byte) for byte in bad), error.end


codecs.register_error(_ESCAPE, _escape)


def read_text(source: BinaryIO, encoding: str) -> Iterator[str]:
    """Yield the text of a source in pieces, from its beginning.

    Bytes that are no text come as lone surrogates, so that nothing is lost and
    the row they stand in can be named.
    """
    source.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)(_ESCAPE)
    while piece := source.read(_PIECE):
        yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)


def read_lines(pieces: Iterator[str], *, longest: int) -> Iterator[str]:
    """Yield lines with their ends: LF, CRLF or CR alone.

    Args:
        pieces: the text in pieces.
        longest: characters a line may have.

    Raises:
        UnableToReadFile: a line is longer.
    """
    held = ""
    number = 0
    for piece in pieces:
        # What is held has no line end yet, but for a carriage return that the next
        # piece may complete.
        lines = list(StringIO(held + piece, newline=""))
        held = "" if not lines or lines[-1].endswith("\n") else lines.pop()
        number += len(lines)
        yield from lines
        if len(held) > longest:
            raise UnableToReadFile(
                f"Line {number + 1} is longer than {longest:,} characters, as no"
                " line of a list is. The file is damaged, or is not a list; fetch"
                " it again, or raise ENDIMPUNITY_IMPORT_LONGEST_CELL.",
            )
    # What is left has no line end, or a carriage return for one.
    if held:
        yield held
