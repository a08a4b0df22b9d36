"""Names of people across scripts: in Latin letters, in tokens, as keys to compare.

A key finds names worth comparing; whether two are one person is a judgement.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from anyascii import anyascii

from endimpunity.foundation import arabic_script
from endimpunity.foundation.languages import script_of
from endimpunity.foundation.text import fold, without_article

# A list of the largest size known, and what it is compared with, twice over.
_NAMES_REMEMBERED = 16_384

# Below the first, letters are Latin; below the second, each can be taken alone.
_FIRST_GREEK, _FIRST_RIGHT_TO_LEFT = "\u0370", "\u0590"
_SORTED_BY_SOUND = ("Latn", "Hans", "Hant", "Jpan", "Kore")
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUN_OF_SYLLABLES = re.compile(rf"[{_HAN}]+|[\uac00-\ud7a3]+")
# The dot between the parts of a foreign name in Chinese or Japanese.
_PART_DOTS = ("\u00b7", "\u30fb", "\u2022", "\u2027")
_LONGEST_NAME_IN_SYLLABLES = 4
_SURNAMES_OF_TWO = frozenset(
    {
        *("欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "夏侯"),
        *("东方", "東方", "皇甫", "尉迟", "公孙", "公孫", "慕容", "令狐", "南宫"),
        *("남궁", "선우"),
    }
)

# The article before a letter it takes the sound of: as-Sayed, ed-Din, ur-Rahman.
_SUN_ARTICLE = re.compile(r"\b[aeu](sh|th|dh|[dnrstz])-(?=\1)", re.IGNORECASE)
_APOSTROPHES = "'`\""
_SIGNS = str.maketrans(
    {
        **{chr(sign): " " for sign in range(128) if not chr(sign).isalnum()},
        **dict.fromkeys(_APOSTROPHES),
    }
)
# Words written apart from, with a hyphen to, or as one with the name they lead:
# each with the one spelling it is compared in.
_PARTICLES = {
    **dict.fromkeys(("al", "el", "ul"), "al"),
    **dict.fromkeys(("abu", "abou", "abo", "aboo"), "abu"),
    **dict.fromkeys(("bin", "ibn"), "bin"),
    **dict.fromkeys(("bint", "bent"), "bint"),
    **dict.fromkeys(("umm", "um", "oum"), "umm"),
    "abd": "abd",
    **dict.fromkeys(("abdul", "abdel", "abdal", "abdol"), "abdal"),
    **{word: word for word in ("de", "del", "dela", "della", "dos", "das", "da")},
    **{word: word for word in ("van", "von", "vander", "mac", "mc")},
}
# Those that are also given names or surnames lead a name only after another word.
_PARTICLES_INSIDE = {
    "ben": "bin",
    **{word: word for word in ("la", "las", "los", "le", "di", "do", "du", "des")},
    **{word: word for word in ("der", "den", "ter", "ten")},
}
_SERVANT_OF = ("abdul", "abdel", "abdal", "abdol")
_SHORTEST_STEM = 3

# Spellings of one consonant, the longer ones first.
_CONSONANTS = re.compile(r"sch|tch|sh|ch|kh|gh|ph|th|dh|zh|dj|ck|c(?=[eiy])|(.)\1+")
_CONSONANT_OF = {
    **dict.fromkeys(("sch", "tch", "sh", "ch"), "x"),
    "kh": "k",
    "ck": "k",
    "gh": "g",
    "dj": "g",
    "zh": "g",
    "ph": "f",
    "th": "t",
    "dh": "d",
    "c": "s",
}
_VOWELS = str.maketrans(
    {**dict.fromkeys("aeiouyw"), "q": "k", "c": "k", "p": "b", "j": "g"},
)


def romanise(text: str) -> str:
    """Return the text in ASCII letters.

    Arabic by its own table (vowels are supplied, the article stands apart), Chinese
    and Korean names of up to four syllables as surname and given name, the rest
    letter by letter (anyascii).
    """
    if text.isascii():
        return text
    if max(text) < _FIRST_RIGHT_TO_LEFT:
        return anyascii(text)
    text = unicodedata.normalize("NFC", text)
    text = arabic_script.WORD.sub(
        lambda found: arabic_script.romanise_word(found[0]), text
    )
    in_parts = any(dot in text for dot in _PART_DOTS)
    text = _RUN_OF_SYLLABLES.sub(lambda found: _syllables(found[0], in_parts), text)
    return anyascii(text)


def _syllables(run: str, in_parts: bool) -> str:  # noqa: FBT001  # read once above
    """Return a run of signs, each a syllable, as one word or as two of a name."""
    syllables = [anyascii(sign).strip() for sign in run]
    if in_parts:
        return "".join(syllables).capitalize()
    if len(run) > _LONGEST_NAME_IN_SYLLABLES:
        return " ".join(syllables)
    surname = 2 if run[:2] in _SURNAMES_OF_TWO else 1
    words = ("".join(syllables[:surname]), "".join(syllables[surname:]))
    return " ".join(word.capitalize() for word in words if word)


def name_tokens(name: str) -> tuple[str, ...]:
    """Return the words of a name in their order, each with the particles it bears.

    "Yacoup Al-Nodry", "Yacoup el Nodry" and "Yacoup alNodry" are all
    ("yacoup", "alnodry").
    """
    return tuple(f"{particles}{stem}" for particles, stem in _words(name))


@lru_cache(maxsize=_NAMES_REMEMBERED)
def comparison_key(name: str) -> str:
    """Return the tokens of a name in their order, in ASCII, one blank between.

    Names of one key are spelt alike but for case, accents, punctuation and
    particles written apart, joined or by another tradition.
    """
    return " ".join(name_tokens(name))


@lru_cache(maxsize=_NAMES_REMEMBERED)
def skeleton(name: str) -> str:
    """Return the consonants of a name, without articles and blanks.

    It finds "Khaireddine" beside "Khair al-Din". It may support a judgement and
    must never decide one: different people share skeletons ("Ahmed", "Hamed"), and
    false friends were seen to reach a likeness of 100 by skeletons alone.
    """
    return "".join(word_skeletons(name))


def word_skeletons(name: str) -> tuple[str, ...]:
    """Return the consonants of each word of a name, words without any left out."""
    found = (
        _consonants(f"{particles.replace('al', '')}{stem}")
        for particles, stem in _words(name)
    )
    return tuple(filter(None, found))


def sort_key(name: str) -> str:
    """Return what a list of names is put in order by, code point after code point.

    Latin without accents and case, Chinese and Korean by their sound; Arabic,
    Cyrillic and other alphabets in their own letters, Arabic without the article.
    """
    if max(name, default="") < _FIRST_GREEK or script_of(name) in _SORTED_BY_SOUND:
        return " ".join(romanise(name).lower().translate(_SIGNS).split())
    return " ".join(without_article(word) for word in fold(name).split())


def _words(name: str) -> Iterator[tuple[str, str]]:
    """Yield each word of a name: the particles that lead it, and its stem."""
    plain = romanise(name)
    if "-" in plain:
        plain = _SUN_ARTICLE.sub("al-", plain)
    particles, first = "", True
    for word in plain.translate(_SIGNS).split():
        lower = word.lower()
        particle = _PARTICLES.get(lower)
        if particle is None and not first:
            particle = _PARTICLES_INSIDE.get(lower)
        first = False
        if particle is not None:
            particles += particle
            continue
        article, stem = _article_and_stem(word, lower)
        yield particles + article, stem
        particles = ""
    if particles:
        yield "", particles


def _article_and_stem(word: str, lower: str) -> tuple[str, str]:
    """Part what is written as one: alNodry by its capital, Abdulrahman by its sense."""
    if lower.startswith(("al", "el")) and word[2:3].isupper() and not word.isupper():
        return "al", lower[2:]
    if lower.startswith(_SERVANT_OF) and len(lower) >= len("abdul") + _SHORTEST_STEM:
        return "abdal", lower[len("abdul") :]
    return "", lower


def _consonants(word: str) -> str:
    """Return one word's consonants; y and w only where they begin it."""
    plain = _CONSONANTS.sub(_one_consonant, word)
    if len(plain) > _SHORTEST_STEM:
        plain = plain.removesuffix("h")
    first = plain[:1] if plain.startswith(("y", "w")) else ""
    return first + plain.translate(_VOWELS)


def _one_consonant(found: re.Match[str]) -> str:
    """Return the one letter of a spelling; a doubled letter is one."""
    return found[1] or _CONSONANT_OF[found[0]]
