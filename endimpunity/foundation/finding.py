"""The words by which a name is found, whatever script it was typed in.

A text is kept with its words as written and in Latin letters; a query is asked both
ways. So "Гонгадзе" finds "Gongadze" and back. What merely sounds alike is kept apart:
it may be shown as a suggestion and is never passed off as found.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import TypeAlias

from anyascii import anyascii
from rapidfuzz.distance import OSA

from endimpunity.foundation import names, text

# A word of a query: any of these spellings finds it, each by all its terms.
Spellings: TypeAlias = tuple[tuple[str, ...], ...]

# PostgreSQL takes words of up to 2,046 bytes; no name's word is as long as this.
LONGEST_WORD = 100
# Words of a query that are looked up. With more than 200 and its own depth of
# nesting, SQLite refuses; the longest name met has 14.
MOST_WORDS = 60

_APOSTROPHES = re.compile("['`\\u00b4\\u02b9\\u02bb\\u02bc\\u2018\\u2019\\u2032]")
_RUN_OF_SYLLABLES = re.compile(
    "[\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff]+|[\\uac00-\\ud7a3]+",
)
# A lone Chinese sign is "fa" in Latin letters, with which many words begin.
_FEWEST_IN_LATIN = 3
_ARTICLES = ("al", "el")
# Fewer consonants are many people's: "n" is Anna and Iona.
_FEWEST_CONSONANTS = 2
# From this many on, one may be missing or another: Politkovskaya, Polikovskaya.
_ENOUGH_TO_MISS_ONE = 4
# Letters that two spellings may differ by, in a short word and in a long one.
_SHORT_WORD, _SLIPS_IN_SHORT, _SLIPS_IN_LONG = 6, 1, 2


def search_words(*texts: str) -> str:
    """Return the words by which texts are found, each once, one blank between.

    As written (`text.search_text`) and in Latin letters; a word with an apostrophe
    or a hyphen also as one; Chinese and Korean names by each syllable too.
    """
    words = text.search_text(*texts).split()
    for one in texts:
        words += _in_latin(one)
    return " ".join(dict.fromkeys(word[:LONGEST_WORD] for word in words))


def wanted(query: str) -> tuple[Spellings, ...]:
    """Return the words of a query that must all be found, each in its spellings.

    Nothing where no word is in it. A term is a word of `search_words`, or its
    beginning.
    """
    found: dict[Spellings, None] = {}
    for chunk in _plain(query).split():
        written = text.search_terms(chunk)
        if written:
            spellings = dict.fromkeys((written, *_latin_spellings(chunk)))
            found[tuple(_cut(one) for one in spellings)] = None
    return tuple(found)[:MOST_WORDS]


def sounds(*people: str) -> str:
    """Return keys under which people's names are found by names that sound alike."""
    keys = (
        key
        for name in people
        for word in names.word_skeletons(_plain(name))
        for key in _sound_keys(word)
    )
    return " ".join(dict.fromkeys(keys))


def sounding(query: str) -> tuple[tuple[str, ...], ...]:
    """Return the keys of each word of a query; a name sounds alike by one of each."""
    words = names.word_skeletons(_plain(query))[:MOST_WORDS]
    keys = (_sound_keys(word) for word in words)
    return tuple(dict.fromkeys(filter(None, keys)))


def alike(query: str, name: str) -> bool:
    """Tell whether each word of a query is like a word of a name.

    Of the same consonants, or a letter or two apart.
    """
    there = [(one, names.word_skeletons(one)) for one in names.name_tokens(name)]
    asked = [(one, names.word_skeletons(one)) for one in names.name_tokens(query)]
    return bool(asked) and all(
        any(_like(word, other) for other in there) for word in asked
    )


def _like(one: tuple[str, tuple[str, ...]], other: tuple[str, tuple[str, ...]]) -> bool:
    (word, consonants), (known, its_consonants) = one, other
    if any(sign.isdigit() for sign in word):
        # A number is not misspelt: "Channel 4" is not like "Channel 5".
        return word == known
    if consonants == its_consonants and len("".join(consonants)) >= _FEWEST_CONSONANTS:
        return True
    slips = _SLIPS_IN_SHORT if len(word) < _SHORT_WORD else _SLIPS_IN_LONG
    return OSA.distance(word, known, score_cutoff=slips) <= slips


def _sound_keys(consonants: str) -> tuple[str, ...]:
    """Return a word's consonants, and them without each one where they are many."""
    if len(consonants) < _FEWEST_CONSONANTS:
        return ()
    # One sound in some languages: Khashoggi, Hashoggi; Galizia, Galicia.
    first = consonants[:LONGEST_WORD].replace("z", "s")
    first = f"k{first[1:]}" if first[0] == "h" else first
    if len(first) < _ENOUGH_TO_MISS_ONE:
        return (first,)
    without = (first[:at] + first[at + 1 :] for at in range(len(first)))
    return tuple(dict.fromkeys((first, *without)))


def _plain(typed: str) -> str:
    """Return a text composed, without the signs that join or turn and are not seen."""
    if typed.isascii():
        return typed
    composed = unicodedata.normalize("NFC", typed)
    return "".join(sign for sign in composed if unicodedata.category(sign) != "Cf")


def _in_latin(typed: str) -> Iterator[str]:
    """Yield the words of a text in Latin letters, and the syllables of names."""
    plain = _plain(typed)
    for chunk in plain.split():
        for spelling in _latin_spellings(chunk) if text.search_terms(chunk) else ():
            yield from spelling
    for run in _RUN_OF_SYLLABLES.findall(plain):
        syllables = [anyascii(sign).strip().lower() for sign in run]
        yield from text.search_terms(" ".join((*syllables, "".join(syllables))))


def _latin_spellings(chunk: str) -> Iterator[tuple[str, ...]]:
    """Yield a word in Latin letters: in its parts, without an article, as one."""
    latin = _APOSTROPHES.sub("", names.romanise(chunk))
    terms = text.search_terms(latin)
    if not chunk.isascii() and len("".join(terms)) < _FEWEST_IN_LATIN:
        return
    yield terms
    if len(terms) > 1:
        if terms[0] in _ARTICLES and not chunk.isascii():
            yield terms[1:]
        if not latin.count(" "):
            yield ("".join(terms),)


def _cut(terms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(term[:LONGEST_WORD] for term in terms)
