"""In which encoding the bytes of a list are written, and only when that is sure.

UTF-8 proves itself. A legacy encoding is taken only if the words it gives are
plausible and no other plausible encoding gives other words; otherwise the file is
read as UTF-8 and the rows that are none are left to quarantine.
"""

import codecs
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import BinaryIO

import charset_normalizer

# Read in pieces, so that a file of 200 MB is never held whole.
_PIECE = 1 << 20
# Words outside ASCII looked at; lists of 2,500 rows have about 700 of them.
_WORDS = 4000
# The share of words that must be plausible. In the damaged list of 2016 no
# encoding gets past 20 %; whole lists written in one encoding stay above 99 %.
_PLAUSIBLE_SHARE = 0.97
# By how much the letters must be more usual than those of another encoding, where
# the two differ: "ñ" against "ń" gives 1, Turkish against Baltic 0.36, "è" against
# "č" nothing.
_MARGIN = 0.3
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What charset-normalizer proposes is joined to these: it may miss a sure one in
# a list of names, which is hardly prose.
_USUAL = ("cp1252", "mac_roman", "cp1250", "cp1251", "cp1254", "cp1256", "koi8_r")
# Python's codecs of text that no list is written in.
_NO_LISTS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape"})
# A word is looked at from 40 letters before the first that is outside ASCII.
_OUTSIDE_ASCII = re.compile(
    rb"(?:(?<![^\s,;|\"])[^\s,;|\"\x80-\xff]{1,40})?[\x80-\xff][^\s,;|\"]*",
)
# Typographic marks that stand beside a letter in names and titles.
_AT_EDGES = frozenset(
    "\u2019\u2018“”„\u2013—…«»¿¡ºª°·€£№™®©\xa0\u2039\u203a",
)
# The apostrophes, the short dash and the Catalan dot.
_INSIDE = frozenset("\u2019\u2018\u2013·")
_OUTSIDE_ASCII_SHARE = 0.6
# Letters and marks by how usual they are in lists of names, in four steps. They only
# tell apart encodings that disagree: "ñ" is likelier than "ń", while "è" and "č" are
# as likely, so that a file that has no other letters stays undecided.
_STEPS = (
    (3.0, "éíáóúñçãõüöäßÉÁÓÍÚÑÇÃÖÜÄ\u2019“”\u2013"),
    (2.5, "àèêâôëïîčćšžđğşıłČĆŠŽĐŞİŁ"),
    (2.0, "ńśźżęąőűřůěășțťďňøåæûòùÈÀÊŚŻØÅ"),
    (1.0, "ýÝÛÙÒÂÔÎËÏ"),
)
_WEIGHTS = {char: weight for weight, chars in _STEPS for char in chars}
# Letters of another script, and everything else.
_OTHER_SCRIPT, _SELDOM = 2.0, 0.5


@dataclass(frozen=True, kw_only=True)
class Encoding:
    """How to read the bytes.

    Attributes:
        name: a codec's name; bytes it cannot read come as lone surrogates.
        damaged: whether such bytes are known to be there.
        note: a sentence on what was guessed, or "".
    """

    name: str
    damaged: bool = False
    note: str = ""


def detect_encoding(source: BinaryIO) -> Encoding:
    """Return how to read a source, which is left at its beginning."""
    source.seek(0)
    head = source.read(4096)
    for mark, name in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            source.seek(0)
            return Encoding(name=name)
    unmarked = _unmarked_utf16(head)
    if unmarked:
        source.seek(0)
        return Encoding(name=unmarked, note=f"The text was read as {unmarked}.")
    if _is_utf8(source):
        source.seek(0)
        return Encoding(name="utf-8")
    words = _words_outside_ascii(source)
    source.seek(0)
    legacy = _confident_encoding(words)
    if legacy:
        return Encoding(name=legacy, note=f"The text was read as {legacy}.")
    return Encoding(
        name="utf-8",
        damaged=True,
        note=(
            "Some bytes are no text in any encoding that could be told with"
            ' confidence; if you know it, write it as encoding = "…" under [file]'
            " of a mapping."
        ),
    )


def is_known_encoding(name: str) -> bool:
    """Tell whether a mapping's encoding is one that text can be read with."""
    try:
        return "a,b".encode(name).decode(name) == "a,b" and name not in _NO_LISTS
    except (LookupError, ValueError, TypeError):
        return False


def _unmarked_utf16(head: bytes) -> str | None:
    """Return the UTF-16 whose every second byte of Latin text is zero."""
    half = len(head) // 2
    if not half:
        return None
    head = head[: half * 2]
    even, odd = head[::2].count(0) / half, head[1::2].count(0) / half
    # Plain Latin text has a zero in nearly every pair, and never in the other.
    if odd > 0.7 and even < 0.1:  # noqa: PLR2004 -- the observation is above
        return "utf-16-le"
    if even > 0.7 and odd < 0.1:  # noqa: PLR2004 -- the observation is above
        return "utf-16-be"
    return None


def _is_utf8(source: BinaryIO) -> bool:
    """Tell whether a source is UTF-8 from its first byte to its last."""
    source.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while piece := source.read(_PIECE):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _words_outside_ascii(source: BinaryIO) -> tuple[bytes, ...]:
    """Return distinct words outside ASCII, the first few thousand."""
    source.seek(0)
    words: dict[bytes, None] = {}
    held = b""
    while len(words) < _WORDS and (piece := source.read(_PIECE)):
        held += piece
        # A word cut by the end of a piece is left for the next one.
        cut = held.rfind(b",") + 1 or len(held)
        words.update(dict.fromkeys(_OUTSIDE_ASCII.findall(held[:cut])))
        held = held[cut:]
    words.update(dict.fromkeys(_OUTSIDE_ASCII.findall(held)))
    return tuple(words)[:_WORDS]


def _confident_encoding(words: tuple[bytes, ...]) -> str | None:
    """Return the one encoding that gives plausible words, or None."""
    names: dict[str, str] = {}
    sample = b"\n".join(words)
    for name in _proposals(sample):
        try:
            text = sample.decode(name)
        except UnicodeDecodeError:
            continue
        if text not in names and _plausible_share(text) >= _PLAUSIBLE_SHARE:
            names[text] = name
    ranked = sorted(names, key=usualness, reverse=True)
    if not ranked or any(_too_close(ranked[0], other) for other in ranked[1:]):
        return None
    return names[ranked[0]]


def _too_close(best: str, other: str) -> bool:
    """Tell whether two readings differ without one being the more usual."""
    if len(best) == len(other):
        apart = [(a, b) for a, b in zip(best, other, strict=True) if a != b]
        best, other = "".join(a for a, _ in apart), "".join(b for _, b in apart)
    return usualness(best) - usualness(other) < _MARGIN


def _proposals(sample: bytes) -> tuple[str, ...]:
    found = charset_normalizer.from_bytes(sample[:65536], explain=False)
    names = [*_USUAL]
    for match in found:
        names.extend((match.encoding, *match.could_be_from_charset))
    return tuple(dict.fromkeys(name for name in names if not name.startswith("utf")))


def _plausible_share(text: str) -> float:
    words = text.split("\n")
    return sum(map(is_plausible_word, words)) / len(words)


def is_plausible_word(word: str) -> bool:
    """Tell whether a word could be written by a person.

    No control, replacement or symbol stands inside it, no underscore beside a
    letter, its letters are of one script, and a capital outside ASCII does not
    follow a small letter, as in "GirÛn".
    """
    letters = [c for c in word if c.isalpha()]
    if not all(_is_plausible_at(word, at) for at in range(len(word))):
        return False
    if len({_script(c) for c in letters}) > 1:
        return False
    if letters and _script(letters[0]) == "LATIN":
        outside = sum(not c.isascii() for c in letters)
        # A Turkish name may be three of five; Cyrillic read as Latin is all of them.
        return outside <= max(2, len(letters) * _OUTSIDE_ASCII_SHARE)
    return True


def _is_plausible_at(word: str, at: int) -> bool:
    char = word[at]
    before, after = word[at - 1 : at], word[at + 1 : at + 2]
    if char == "_":
        return not (before.isalpha() or after.isalpha())
    if char.isascii():
        return char.isprintable()
    if char.isalpha():
        return not (char.isupper() and before.islower())
    if unicodedata.category(char)[0] in "MN":
        return True
    if char not in _AT_EDGES:
        return False
    return char in _INSIDE or not (before.isalpha() and after.isalpha())


def _script(letter: str) -> str:
    if letter in "ªº":
        return "LATIN"
    return unicodedata.name(letter, "UNNAMED").split(" ")[0]


def usualness(text: str) -> float:
    """Return how usual the letters outside ASCII are, from 0 to 3."""
    counts = Counter(c for c in text if not c.isascii())
    total = counts.total()
    return sum(_weight(char) * n for char, n in counts.items()) / max(total, 1)


def _weight(char: str) -> float:
    if char in _WEIGHTS:
        return _WEIGHTS[char]
    if char.isalpha() and _script(char) != "LATIN":
        return _OTHER_SCRIPT
    return _SELDOM
