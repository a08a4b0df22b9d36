"""How much two rows of one list speak for being the same entry.

Weights are in bits of an informal kind: they were set on six snapshots of one
list (2016 to 2025) so that every entry the list itself respelt, moved or
rehoused is found, and two people of one name in two years stay two. Each answer
carries its sentence.
"""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from endimpunity.sources.rules.identity import NO_OUTLET, Identity

# A pair below this is not the same entry. A name that only resembles needs the
# place, the year and the outlet beside it; the same name needs two of them.
ENOUGH = 7.0

SAME_NAME = 6.0
CONTAINED_NAME = 4.5
CLOSE_NAME = 4.0
TWO_WORDS_CONTAINED = 3.5
RESEMBLING_NAME = 3.0
# Enough only with the place, the year and the outlet beside it.
ONE_WORD_EXCHANGED = 2.0

SAME_YEAR = 2.0
# One list moved a death by two years; further apart two people share a name.
YEARS_APART = {1: -0.5, 2: -1.5}
FAR_YEARS = -4.0

SAME_PLACE = 1.0
OTHER_PLACE = -3.0

SAME_OUTLET = 2.5
OTHER_OUTLET = -1.5
BOTH_FREELANCE = 0.5
OTHER_SEX = -4.0
# An address of the publisher's own that changed: a page moved, or another entry.
OTHER_ADDRESS = -2.0

# Of the words of one name each must find its like in the other: spellings of one
# name in the lists met lie above the first, two names of one family below the second.
CLOSE_WORD = 0.8
RESEMBLING_WORD = 0.65
# "Gerardo" and "Gerry", "Alexander" and "Alex": a short form keeps three letters.
SHORT_FORM = 3
# A given and a family name.
TWO_WORDS = 2
# Given and family names, two each: one given name taken for another leaves three.
FOUR_WORDS = 4
# An outlet respelt ("Yeni Ulke", "Yeni Ülke Gazetesi") still shares most letters.
CLOSE_OUTLET = 0.85


@dataclass(frozen=True, kw_only=True, slots=True)
class Weight:
    """How much a pair weighs, and the sentence that explains it."""

    score: float
    reason: str

    @property
    def enough(self) -> bool:
        """Tell whether the pair is taken for the same entry."""
        return self.score >= ENOUGH


def weigh(earlier: Identity, later: Identity) -> Weight | None:
    """Weigh two rows; None if their names do not even resemble one another."""
    name = weigh_names(earlier.tokens, later.tokens)
    if name is None:
        return None
    parts = [
        name,
        _weigh_years(earlier.years, later.years),
        _weigh_places(earlier.place, later.place),
        _weigh_outlets(earlier.outlets, later.outlets),
    ]
    if earlier.sex and later.sex and earlier.sex != later.sex:
        parts.append((OTHER_SEX, "the sex differs"))
    if earlier.url and later.url and earlier.url != later.url:
        parts.append((OTHER_ADDRESS, "the publisher's address differs"))
    return Weight(
        score=round(sum(score for score, _ in parts), 2),
        reason="; ".join(sentence for _, sentence in parts if sentence),
    )


def may_be_enough(earlier: Identity, later: Identity) -> bool:
    """Tell whether two rows weigh enough if their names are as alike as can be.

    The names are looked at only for being the same: to weigh them takes longest.
    """
    name = SAME_NAME if earlier.tokens == later.tokens else CONTAINED_NAME
    score = (
        name
        + _weigh_years(earlier.years, later.years)[0]
        + _weigh_places(earlier.place, later.place)[0]
    )
    if score + SAME_OUTLET < ENOUGH:
        return False
    return score + _weigh_outlets(earlier.outlets, later.outlets)[0] >= ENOUGH


def weigh_names(
    earlier: tuple[str, ...],
    later: tuple[str, ...],
) -> tuple[float, str] | None:
    """Weigh the words of two names; None if they do not even resemble."""
    if not earlier or not later:
        return None
    if earlier == later:
        return SAME_NAME, "the same name"
    if sorted(earlier) == sorted(later):
        return CONTAINED_NAME, "the same words of the name in another order"
    short, long = sorted((earlier, later), key=len)
    if len(short) > 1 and set(short) <= set(long):
        # Two words of a longer name are shared by many; three are not.
        score = CONTAINED_NAME if len(short) > TWO_WORDS else TWO_WORDS_CONTAINED
        return score, "one name holds every word of the other"
    return _weigh_likeness(short, long)


def _weigh_likeness(
    short: tuple[str, ...],
    long: tuple[str, ...],
) -> tuple[float, str] | None:
    likeness = _least_likeness(short, long)
    if likeness >= CLOSE_WORD:
        return CLOSE_NAME, f"every word of the name at least {likeness:.0%} alike"
    if likeness >= RESEMBLING_WORD:
        return RESEMBLING_NAME, f"the names resemble ({likeness:.0%} at least)"
    if _is_short_form(short, long):
        return RESEMBLING_NAME, (
            "the same family name, and a short form of the given one"
        )
    if _is_one_word_exchanged(short, long):
        return ONE_WORD_EXCHANGED, "the same name but for one word within it"
    return None


def _least_likeness(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """Align each word of the shorter name with its best in the longer one.

    Returns the likeness of the worst pair, 0 if a single word stands alone
    against several or a word resembles none.
    """
    if len(short) == 1 and len(long) > 1:
        return 0.0
    left = list(long)
    least = 1.0
    for word in short:
        likeness = [_likeness(word, other) for other in left]
        best = max(likeness)
        if best < RESEMBLING_WORD:
            return 0.0
        least = min(least, best)
        del left[likeness.index(best)]
    return least


@lru_cache(maxsize=50_000)
def _likeness(word: str, other: str) -> float:
    """Return how alike two words or outlets are; both are few, and come often."""
    return Levenshtein.normalized_similarity(word, other)


def _is_short_form(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if len(short) < TWO_WORDS or len(short) != len(long) or short[1:] != long[1:]:
        return False
    return short[0][:SHORT_FORM] == long[0][:SHORT_FORM]


def _is_one_word_exchanged(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether of four words or more all but one, neither end, are the same."""
    if len(short) < FOUR_WORDS or len(short) != len(long):
        return False
    other = [one != two for one, two in zip(short, long, strict=True)]
    return sum(other) == 1 and not (other[0] or other[-1])


def _weigh_years(
    earlier: tuple[int | None, int | None],
    later: tuple[int | None, int | None],
) -> tuple[float, str]:
    if earlier == (None, None) or later == (None, None):
        return 0.0, ""
    gap = max(
        (later[0] or 0) - (earlier[1] or 9999),
        (earlier[0] or 0) - (later[1] or 9999),
        0,
    )
    if gap == 0:
        return SAME_YEAR, "the same year"
    return YEARS_APART.get(gap, FAR_YEARS), f"{gap} year(s) apart"


def _weigh_places(earlier: str | None, later: str | None) -> tuple[float, str]:
    if not earlier or not later:
        return 0.0, ""
    if earlier == later:
        return SAME_PLACE, "the same place"
    if earlier in later.split("+") or later in earlier.split("+"):
        return 0.0, "a place within the other"
    return OTHER_PLACE, f"the place differs ({earlier}, {later})"


def _weigh_outlets(
    earlier: frozenset[str] | None,
    later: frozenset[str] | None,
) -> tuple[float, str]:
    if not earlier or not later:
        return 0.0, ""
    if earlier <= NO_OUTLET and later <= NO_OUTLET:
        return BOTH_FREELANCE, "both freelance"
    mine, theirs = earlier - NO_OUTLET, later - NO_OUTLET
    if mine & theirs or any(
        _likeness(one, other) >= CLOSE_OUTLET for one in mine for other in theirs
    ):
        return SAME_OUTLET, "the same outlet"
    return OTHER_OUTLET, "the outlet differs"
