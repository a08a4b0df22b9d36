from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.indicators.maths.ranks import Exposed, rank_intervals

rows = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 2_000)), min_size=1, max_size=8
).map(
    lambda pairs: [
        Exposed(key=str(at), events=events, exposure=exposure)
        for at, (events, exposure) in enumerate(pairs)
    ]
)


@given(rows)
def test_every_rank_lies_in_its_interval_and_among_all(given_rows):
    found = rank_intervals(given_rows, description="any", draws=200)
    assert [it.rank for it in found] == sorted(it.rank for it in found)
    for it in found:
        assert 1 <= it.low <= it.rank <= it.high <= len(given_rows)


@given(rows)
def test_the_order_of_the_rows_changes_nothing(given_rows):
    forth = rank_intervals(given_rows, description="any", draws=100)
    back = rank_intervals(given_rows[::-1], description="any", draws=100)
    assert forth == back


def test_rates_far_apart_are_sure_of_their_ranks_and_near_ones_are_not():
    found = rank_intervals(
        [
            Exposed(key="HIGH", events=900, exposure=1_000_000),
            Exposed(key="ONE", events=20, exposure=1_000_000),
            Exposed(key="OTHER", events=21, exposure=1_000_000),
        ],
        description="three",
    )
    assert [(it.key, it.rank, it.low, it.high) for it in found] == [
        ("HIGH", 1, 1, 1),
        ("OTHER", 2, 2, 3),
        ("ONE", 3, 2, 3),
    ]
    assert found[0].rate == Fraction(9, 10_000)


def test_equal_rates_share_a_rank_and_the_next_is_left_out():
    found = rank_intervals(
        [
            Exposed(key="A", events=1, exposure=2),
            Exposed(key="B", events=2, exposure=4),
            Exposed(key="C", events=1, exposure=4),
        ],
        description="equal",
        draws=50,
    )
    assert [(it.key, it.rank) for it in found] == [("A", 1), ("B", 1), ("C", 3)]


def test_one_description_gives_the_same_intervals_and_no_rows_give_none():
    given_rows = [Exposed(key=str(at), events=at, exposure=9) for at in range(6)]
    first = rank_intervals(given_rows, description="a", draws=300)
    assert first == rank_intervals(given_rows, description="a", draws=300)
    assert rank_intervals([], description="a") == ()


@pytest.mark.parametrize(
    ("given_rows", "said"),
    [
        ([("A", 1, 0)], "A: a rate needs an exposure above zero"),
        ([("A", -1, 5)], "A: there are no -1 events"),
        ([("A", 1, 5), ("A", 2, 5)], "A key comes twice"),
    ],
)
def test_a_row_that_has_no_rate_is_refused(given_rows, said):
    made = [Exposed(key=k, events=n, exposure=m) for k, n, m in given_rows]
    with pytest.raises(ValueError, match=said):
        rank_intervals(made, description="bad")
