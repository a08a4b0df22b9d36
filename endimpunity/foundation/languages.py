"""The six languages of the United Nations, and the scripts of texts."""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language the program speaks."""

    #: As in addresses and catalogues: "ar", "zh-hans", "en" …
    code: str
    #: Its name in itself.
    name: str
    #: Its name in English.
    english_name: str
    #: True where lines run from right to left.
    rtl: bool = False


# In the order in which the United Nations names them, which is that of English.
LANGUAGES = (
    Language(code="ar", name="العربية", english_name="Arabic", rtl=True),
    Language(code="zh-hans", name="中文", english_name="Chinese"),
    Language(code="en", name="English", english_name="English"),
    Language(code="fr", name="Français", english_name="French"),
    Language(code="ru", name="Русский", english_name="Russian"),
    Language(code="es", name="Español", english_name="Spanish"),
)
BY_CODE = {language.code: language for language in LANGUAGES}

UNDETERMINED = "Zyyy"
_HAN = "Hani"
# First code point of each block of letters, with its script (ISO 15924); blocks of
# signs that belong to no script, and scripts that no list was seen in, are "".
_BLOCKS = (
    (0x0000, ""),
    (0x0041, "Latn"),
    (0x005B, ""),
    (0x0061, "Latn"),
    (0x007B, ""),
    (0x00AA, "Latn"),
    (0x02B0, ""),
    (0x0370, "Grek"),
    (0x0400, "Cyrl"),
    (0x0530, "Armn"),
    (0x0590, "Hebr"),
    (0x0600, "Arab"),
    (0x0700, "Syrc"),
    (0x0750, "Arab"),
    (0x0780, ""),
    (0x0860, "Arab"),
    (0x0900, "Deva"),
    (0x0980, "Beng"),
    (0x0A00, "Guru"),
    (0x0A80, "Gujr"),
    (0x0B00, ""),
    (0x0B80, "Taml"),
    (0x0C00, ""),
    (0x0D80, "Sinh"),
    (0x0E00, "Thai"),
    (0x0E80, "Laoo"),
    (0x0F00, "Tibt"),
    (0x1000, "Mymr"),
    (0x10A0, "Geor"),
    (0x1100, "Kore"),
    (0x1200, "Ethi"),
    (0x13A0, ""),
    (0x1780, "Khmr"),
    (0x1800, ""),
    (0x1E00, "Latn"),
    (0x1F00, "Grek"),
    (0x2000, ""),
    (0x3005, _HAN),
    (0x3008, ""),
    (0x3041, "Jpan"),
    (0x3100, ""),
    (0x3400, _HAN),
    (0xA000, ""),
    (0xAC00, "Kore"),
    (0xD7B0, ""),
    (0xF900, _HAN),
    (0xFB00, "Latn"),
    (0xFB07, ""),
    (0xFB50, "Arab"),
    (0xFE00, ""),
    (0xFE70, "Arab"),
    (0xFF00, ""),
    (0x20000, _HAN),
    (0x32000, ""),
)
_STARTS = [start for start, _ in _BLOCKS]


def script_of(text: str) -> str:
    """Return the script of most letters: "Latn", "Arab", "Cyrl", "Hans" … (ISO 15924).

    Chinese is "Hant" where a sign is none of the simplified set and all are of the
    traditional one, else "Hans"; with kana among its signs it is "Jpan". A text
    without letters is "Zyyy".
    """
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else UNDETERMINED
    counts = Counter(
        _BLOCKS[bisect_right(_STARTS, ord(sign)) - 1][1]
        for sign in text
        if sign.isalpha()
    )
    del counts[""]
    if not counts:
        return UNDETERMINED
    if counts["Jpan"]:
        counts["Jpan"] += counts.pop(_HAN, 0)
    script = counts.most_common(1)[0][0]
    return _chinese_script(text) if script == _HAN else script


def _chinese_script(text: str) -> str:
    """Tell traditional signs from simplified by the character sets that hold them."""
    signs = "".join(sign for sign in text if script_block(sign) == _HAN)
    if _within(signs, "gb2312") or not _within(signs, "big5"):
        return "Hans"
    return "Hant"


# The language that a script alone tells; Latin and Cyrillic letters tell none.
_BY_SCRIPT = {"Arab": "ar", "Hans": "zh-hans"}


def language_of(text: str) -> str:
    """Return the language that a text's script alone tells, "" where it tells none."""
    return _BY_SCRIPT.get(script_of(text), "") if text else ""


def script_block(sign: str) -> str:
    """Return the script of one sign's block; "" where it belongs to none."""
    return _BLOCKS[bisect_right(_STARTS, ord(sign)) - 1][1]


def _within(signs: str, character_set: str) -> bool:
    try:
        signs.encode(character_set)
    except UnicodeEncodeError:
        return False
    return True
