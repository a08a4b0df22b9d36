"""Text that was UTF-8 and was read as something else, put right where that is exact.

"Gir√≥n" is "Girón" read as Mac Roman. The damage is undone only if the way there and
back is exact and the result is something that a person could have written.
"""

import re
import unicodedata

from endimpunity.sources.rules.encoding import is_plausible_word, usualness

_WRONG_ENCODINGS = ("mac_roman", "cp1252", "latin-1")
# Marks that stand in texts beside letters, digits and ASCII.
_MARKS = frozenset(
    "\u2019\u2018“”„\u2013—…«»·°€£ºª¿¡\xa0\u200b\u200c\u200d\u200e\u200f\ufeff",
)


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
_BACK = tuple({byte: code for code, byte in table.items()} for table in _TABLES)


def _marks_of_damage() -> re.Pattern[str]:
    """Return a pattern of what every UTF-8 read wrongly holds.

    That is a character for a first byte (C2 to F4) before one for a later byte (80
    to BF), in one of the encodings. A sound name hardly ever holds such a pair.
    """
    pairs = []
    for back in _BACK:
        first = "".join(re.escape(chr(back[byte])) for byte in range(0xC2, 0xF5))
        later = "".join(re.escape(chr(back[byte])) for byte in range(0x80, 0xC0))
        pairs.append(f"[{first}][{later}]")
    return re.compile("|".join(pairs))


_DAMAGE = _marks_of_damage()


def repair(text: str) -> str | None:
    """Return the text as it was before it was read wrongly, or None.

    Args:
        text: with at least one character outside ASCII.

    The result, written as UTF-8 and read in the wrong encoding again, is `text`.
    """
    if not _DAMAGE.search(text):
        return None
    undone = (_undo(text, *ways) for ways in zip(_TABLES, _BACK, strict=True))
    found = [each for each in undone if each is not None and _is_writing(each)]
    # "JoÃ£o" is "João" by one encoding and "Jo" with a dotted o by another.
    return max(found, key=usualness, default=None)


def _undo(text: str, table: dict[int, int], back: dict[int, int]) -> str | None:
    # A character that the encoding has not stays beyond Latin-1, or comes to mean
    # itself there; the way back shows it.
    try:
        repaired = text.translate(table).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
    again = repaired.encode().decode("latin-1").translate(back)
    return repaired if again == text else None


def _is_writing(text: str) -> bool:
    r"""Tell whether a person could have written the text.

    "l\u2019état" is also UTF-8 read as Mac Roman, of "l\u054etat": no word mixes
    scripts, and a letter of another script than Latin does not stand alone.
    """
    words = text.replace("\xa0", " ").split()
    return all(_is_word(word) for word in words if not word.isascii())


def _is_word(word: str) -> bool:
    for char in word:
        if char.isascii() or char.isalpha() or char in _MARKS:
            continue
        if unicodedata.category(char) not in {"Mn", "Mc", "Nd", "Sc"}:
            return False
    # What an apostrophe, a hyphen or a quotation mark parts are words of their own.
    bare = "".join(" " if char in _MARKS or char in "-/" else char for char in word)
    parts = [part.strip("_") for part in bare.split()]
    return all(is_plausible_word(part) for part in parts) and not _is_lone_letter(bare)


def _is_lone_letter(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    if len(letters) != 1:
        return False
    return not unicodedata.name(letters[0], "").startswith("LATIN")
