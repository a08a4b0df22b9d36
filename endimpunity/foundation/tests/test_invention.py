"""Chance that repeats itself, and names that nobody has."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.foundation.invention import TONGUES, Draws
from endimpunity.foundation.languages import script_of

SCRIPTS = {
    "north": "Latn", "west": "Latn", "south": "Latn", "desert": "Arab",
    "steppe": "Cyrl", "river": "Hans", "hill": "Deva", "plateau": "Ethi",
}  # fmt: skip


def drawn(*path):
    draws = Draws(*path)
    return [draws.below(1_000) for _ in range(20)]


@given(path=st.lists(st.integers() | st.text(max_size=5), min_size=1, max_size=3))
def test_one_path_is_one_stream(path):
    assert drawn(*path) == drawn(*path)


def test_these_draws_are_the_same_in_every_version():
    assert drawn("world", 1)[:5] == [953, 278, 295, 544, 355]


@given(first=st.integers(-50, 50), more=st.integers(0, 50), seed=st.integers())
def test_a_draw_lies_between_its_ends(first, more, seed):
    assert first <= Draws(seed).between(first, first + more) <= first + more


def test_weights_are_kept():
    draws = Draws("weights")
    found = Counter(draws.weighted((("a", 3.0), ("b", 1.0))) for _ in range(4_000))
    assert 2_850 < found["a"] < 3_150


@pytest.mark.parametrize("tongue", sorted(TONGUES))
def test_names_are_written_in_the_script_of_their_tongue(tongue):
    draws = Draws(tongue)
    for female in (True, False) * 20:
        name = TONGUES[tongue].person(draws, female=female)
        assert script_of(name.latin) == "Latn"
        assert script_of(name.native or name.latin) in {SCRIPTS[tongue], "Hant"}
