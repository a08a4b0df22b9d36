"""Which saying gave a field, and what was said in turn."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from endimpunity.cases.rules.origins import runs, saying_of


def test_a_field_comes_from_the_last_saying_that_speaks_of_it():
    assert saying_of("place", [{"place": "A"}, {"place": "B"}, {"role": "X"}]) == 1


def test_a_year_gives_the_date():
    assert saying_of("date", [{"date": {}}, {"year": 2012}]) == 1


def test_unchanged_words_are_told_once_and_end_where_another_begins():
    assert runs([("A", "1"), ("A", "2"), ("B", "3"), ("", "4"), ("A", "5")]) == [
        ("A", "1", "3"),
        ("B", "3", "4"),
        ("A", "5", ""),
    ]


@given(st.lists(st.sampled_from(["", "A", "B"])))
def test_runs_follow_one_another_without_overlap(words):
    found = runs([(word, f"{at:03d}") for at, word in enumerate(words)])
    for (_, _, until), (_, since, _) in pairwise(found):
        assert until
        assert until <= since
