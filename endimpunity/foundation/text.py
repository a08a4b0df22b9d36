"""Texts made comparable: folded letters, and the words that a search compares.

What is written into a search column and what is asked of it go through the same
functions, so that SQLite and PostgreSQL are given the same words and find the same.
"""

import re
import unicodedata

# Chinese, Japanese and Korean are written without spaces, or with endings grown on.
_CJK = (
    "\u3005\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
)
# Vowel signs and other marks that letters of the scripts of India bear.
_MARKS = "".join(
    sign
    for sign in map(chr, range(0x0900, 0x1A00))
    if unicodedata.category(sign) in {"Mn", "Mc"}
)
_CJK_OR_WORD = re.compile(rf"([{_CJK}]+)|((?:[^\W_{_CJK}]|[{_MARKS}])+)")
# Accents and vowel marks of Latin, Greek, Cyrillic, Hebrew and Arabic; the Arabic
# tatweel, which only stretches; signs that join or turn and are not seen. Marks of
# the scripts of India are letters' own and stay.
_UNHEARD = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
# Letters that do not come apart into a base and a mark.
_BASE_LETTERS = str.maketrans(
    {
        "\u0131": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŋ": "n",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ə": "e",
        "ŧ": "t",
        # Alef of joining, alef and ya without dots, ta marbuta; Persian and Urdu
        # forms of kaf, ya and ha.
        "\u0671": "\u0627",
        "\u0649": "\u064a",
        "\u0629": "\u0647",
        "\u06a9": "\u0643",
        "\u06cc": "\u064a",
        "\u06d2": "\u064a",
        "\u06c1": "\u0647",
        "\u06be": "\u0647",
        "\u06d5": "\u0647",
        **{chr(0x0660 + digit): str(digit) for digit in range(10)},
        **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
    }
)
# The Arabic article, with the "and", "so", "by", "as" and "for" that are written
# onto it. At least three letters of a root must remain, as in صحفيون.
_ARTICLE = re.compile(
    "[\u0648\u0641]?(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644)(?=.{3})"
)
_ARTICLE_BEGINS = tuple("\u0627\u0648\u0641\u0628\u0643\u0644")


def fold(text: str) -> str:
    """Return the text without case, accents and variants of one letter.

    Alef with hamza or madda is alef, ya without dots is ya, ta marbuta is ha; digits
    are those of ASCII. The words stay where they are.
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text).casefold()
    bare = _UNHEARD.sub("", unicodedata.normalize("NFKD", apart))
    return unicodedata.normalize("NFC", bare.translate(_BASE_LETTERS))


def without_article(word: str) -> str:
    """Return a folded Arabic word without its article; others as they are."""
    if not word.startswith(_ARTICLE_BEGINS):
        return word
    article = _ARTICLE.match(word)
    return word[article.end() :] if article else word


def search_text(*parts: str) -> str:
    """Return the words by which the parts are found, one blank between.

    Chinese, Japanese and Korean become pairs of neighbouring signs and the last
    sign, so that every sign begins a word; Arabic words stand without the article.
    """
    words: list[str] = []
    for run, word in _CJK_OR_WORD.findall(fold(" ".join(parts))):
        if run:
            words += _pairs(run)
            words.append(run[-1])
        else:
            words.append(without_article(word))
    return " ".join(words)


def search_terms(query: str) -> tuple[str, ...]:
    """Return the words that must all be in a search text, each once.

    A term is a whole word of the search text, or its beginning: a lone Chinese sign
    is found only where terms are looked up as beginnings.
    """
    terms: list[str] = []
    for run, word in _CJK_OR_WORD.findall(fold(query)):
        if run:
            terms += _pairs(run) or [run]
        else:
            terms.append(without_article(word))
    return tuple(dict.fromkeys(terms))


def _pairs(run: str) -> list[str]:
    """Return each two neighbouring signs of a run."""
    return [run[at : at + 2] for at in range(len(run) - 1)]
