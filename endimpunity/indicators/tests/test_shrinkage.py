from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.indicators.maths.shrinkage import Group, shrink

groups = st.lists(
    st.integers(1, 80).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    min_size=3,
    max_size=12,
)


def grouped(pairs):
    return [
        Group(key=str(at), numerator=x, denominator=n)
        for at, (x, n) in enumerate(pairs)
    ]


def shrunk(given_groups):
    return shrink(given_groups)


@given(groups)
def test_every_estimate_lies_between_the_groups_share_and_the_common_one(pairs):
    found = shrunk(grouped(pairs))
    if not found.shares:
        assert found.reason
        return
    counted = sum(x for x, _ in pairs) / sum(n for _, n in pairs)
    prior = counted if found.a is None else found.a / (found.a + found.b)
    for it in found.shares:
        low, high = sorted((float(it.raw), prior))
        assert low - 1e-9 <= it.estimate <= high + 1e-9
        if it.low is not None:
            assert 0 <= it.low <= it.high <= 1


def test_it_finds_the_prior_that_many_groups_were_drawn_from():
    chance = np.random.default_rng(4)
    shares = chance.beta(2.0, 6.0, size=3_000)
    pairs = [(int(chance.binomial(30, share)), 30) for share in shares]
    found = shrunk(grouped(pairs))
    assert found.a == pytest.approx(2.0, rel=0.1)
    assert found.b == pytest.approx(6.0, rel=0.1)
    truth = np.mean((np.array([it.estimate for it in found.shares]) - shares) ** 2)
    raw = np.mean((np.array([x / n for x, n in pairs]) - shares) ** 2)
    assert truth < raw


def test_a_small_group_is_drawn_further_than_a_large_one_and_raw_shares_stay():
    found = shrunk(grouped([(9, 10), (90, 100), (10, 100), (20, 100), (0, 0)]))
    small, large, *_, nothing = found.shares
    assert small.raw == large.raw == Fraction(9, 10)
    assert small.estimate < large.estimate < 0.9
    assert nothing.raw is None
    assert nothing.estimate == pytest.approx(found.a / (found.a + found.b))


def test_groups_that_do_not_differ_are_given_one_share_and_no_interval():
    found = shrunk(grouped([(10, 100)] * 6))
    assert (found.a, found.b) == (None, None)
    assert {it.estimate for it in found.shares} == {0.1}
    assert {it.low for it in found.shares} == {None}
    assert "no more than chance" in found.reason


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([(1, 2), (3, 4)], "3 groups at least"),
        ([(1, 2), (3, 4), (0, 0)], "3 groups at least"),
        ([(0, 2), (0, 4), (0, 7)], "No group counted any"),
        ([(2, 2), (4, 4), (7, 7)], "Every group counted all"),
        ([(1, 1), (0, 1), (1, 1)], "Every group counted one case"),
        ([(0, 9), (9, 9), (0, 9), (9, 9)], "all or nothing"),
    ],
)
def test_counts_that_bear_no_prior_are_refused_with_the_reason(pairs, said):
    found = shrunk(grouped(pairs))
    assert found.shares == ()
    assert said in found.reason


def test_a_part_greater_than_its_whole_is_refused():
    with pytest.raises(ValueError, match="0: 3 of 2"):
        shrunk(grouped([(3, 2)]))
