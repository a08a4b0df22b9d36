from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from endimpunity.sources.rules.pairing import pair_one_to_one

sides = st.integers(min_value=0, max_value=4)
weights = st.dictionaries(
    st.tuples(sides, sides),
    st.integers(min_value=1, max_value=20).map(float),
    max_size=12,
)


def heaviest(table):
    """Try every way of pairing five with five."""
    return max(
        sum(table.get((left, right), 0.0) for left, right in enumerate(order))
        for order in permutations(range(5))
    )


@given(weights)
def test_the_heaviest_set_of_pairs_is_chosen(table):
    chosen = pair_one_to_one(table)
    assert sum(table[pair] for pair in chosen) == heaviest(table)


@given(weights)
def test_no_side_is_used_twice_and_no_pair_is_made_up(table):
    chosen = pair_one_to_one(table)
    assert set(chosen) <= set(table)
    assert len({left for left, _ in chosen}) == len(chosen)
    assert len({right for _, right in chosen}) == len(chosen)


@given(weights)
def test_the_choice_does_not_rest_on_the_order_of_the_pairs(table):
    backwards = dict(reversed(list(table.items())))
    assert pair_one_to_one(table) == pair_one_to_one(backwards)


def test_equal_pairs_are_joined_in_their_order():
    even = {(left, right): 9.0 for left in range(2) for right in range(2)}
    assert pair_one_to_one(even) == [(0, 0), (1, 1)]
