"""Text that was UTF-8 and was read as something else, put right where that is exact.

"Gir√≥n" is "Girón" read as Mac Roman. The damage is undone only if the way there and
back is exact and the result is something that a person could have written.
"""

import unicodedata
from functools import lru_cache

from endimpunity.sources.rules.encoding import is_plausible_word

_WRONG_ENCODINGS = ("mac_roman", "cp1252", "latin-1")
# Marks that stand in texts beside letters, digits and ASCII.
_MARKS = frozenset("’‘“”„–—…«»·°€£ºª¿¡\xa0\u200b\u200c\u200d\u200e\u200f\ufeff")


def _table(encoding: str) -> dict[int, int]:
    """Return the byte of each character; bytes that mean nothing stay themselves."""
    table = {}
    for byte in range(128, 256):
        try:
            char = bytes([byte]).decode(encoding)
        except UnicodeDecodeError:
            # Windows reads the five bytes that cp1252 leaves out as controls.
            char = chr(byte)
        table[ord(char)] = byte
    return table


_TABLES = tuple(_table(encoding) for encoding in _WRONG_ENCODINGS)
_LOWEST_BYTE = 128


@lru_cache(maxsize=4096)
def repair(text: str) -> str | None:
    """Return the text as it was before it was read wrongly, or None.

    Args:
        text: with at least one character outside ASCII.

    The result, written as UTF-8 and read in the wrong encoding again, is `text`.
    """
    for table in _TABLES:
        repaired = _undo(text, table)
        if repaired is not None and _is_writing(repaired):
            return repaired
    return None


def _undo(text: str, table: dict[int, int]) -> str | None:
    written = bytearray()
    for char in text:
        code = ord(char)
        byte = code if code < _LOWEST_BYTE else table.get(code)
        if byte is None:
            return None
        written.append(byte)
    try:
        return written.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _is_writing(text: str) -> bool:
    """Tell whether a person could have written the text.

    "l’état" is also UTF-8 read as Mac Roman, of "lՎtat": no word mixes scripts, and
    a letter of another script than Latin does not stand alone.
    """
    words = text.replace("\xa0", " ").split()
    return all(_is_word(word) for word in words if not word.isascii())


def _is_word(word: str) -> bool:
    for char in word:
        if char.isascii() or char.isalpha() or char in _MARKS:
            continue
        if unicodedata.category(char) not in {"Mn", "Mc", "Nd", "Sc"}:
            return False
    bare = "".join(char for char in word if char.isascii() or char not in _MARKS)
    for part in bare.replace("-", " ").replace("/", " ").split():
        if not is_plausible_word(part.strip("_")):
            return False
    return not _is_lone_letter(bare)


def _is_lone_letter(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    if len(letters) != 1:
        return False
    return not unicodedata.name(letters[0], "").startswith("LATIN")
