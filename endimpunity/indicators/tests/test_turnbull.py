from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.indicators.maths.survival import Spell, kaplan_meier
from endimpunity.indicators.maths.turnbull import (
    Bracket,
    innermost_intervals,
    turnbull,
)

YEAR = 365


def bracket_of(pair):
    after, lasted = pair
    return Bracket(after, None if lasted is None else after + lasted)


brackets = st.lists(
    st.tuples(st.integers(0, 12), st.none() | st.integers(1, 8)).map(bracket_of),
    min_size=1,
    max_size=25,
)


def end(it):
    return np.inf if it.until is None else it.until


@given(brackets)
def test_shares_make_one_whole_and_what_lasts_only_falls(given_brackets):
    curve = turnbull(given_brackets)
    assert sum(it.share for it in curve.masses) == pytest.approx(1, abs=1e-9)
    lows, highs = zip(*(curve.lasting(day) for day in range(-1, 25)), strict=True)
    assert all(low <= high + 1e-12 for low, high in zip(lows, highs, strict=True))
    assert list(lows) == sorted(lows, reverse=True)
    assert list(highs) == sorted(highs, reverse=True)
    assert curve.lasting(-1) == pytest.approx((1, 1), abs=1e-9)


@given(brackets)
def test_no_other_curve_is_likelier(given_brackets):
    curve = turnbull(given_brackets)
    inner = innermost_intervals(given_brackets)
    of = {it.within: it.share for it in curve.masses}
    shares = np.array([of.get(it, 0.0) for it in inner])
    holds = np.array(
        [
            [one.after <= it.after and end(it) <= end(one) for it in inner]
            for one in given_brackets
        ],
        dtype=float,
    )
    # Gentleman and Geyer: towards no interval does the likelihood rise.
    slopes = (holds / (holds @ shares)[:, None]).sum(axis=0)
    assert slopes.max() <= len(given_brackets) * (1 + 1e-6)
    # And what each bracket holds tells what each interval holds.
    assert np.linalg.matrix_rank(holds) == len(inner)


@given(brackets)
def test_innermost_intervals_have_no_day_in_common_and_no_end_inside(given_brackets):
    inner = innermost_intervals(given_brackets)
    ends = {it.after for it in given_brackets} | {end(it) for it in given_brackets}
    for one, other in pairwise(inner):
        assert end(one) <= other.after
    for it in inner:
        assert not any(it.after < at < end(it) for at in ends)
    for it in given_brackets:
        assert any(it.after <= one.after and end(one) <= end(it) for one in inner)


@given(st.lists(st.tuples(st.integers(1, 30), st.booleans()), min_size=1, max_size=40))
def test_seen_every_day_it_is_the_curve_of_kaplan_and_meier(seen):
    curve = turnbull(
        [Bracket(day - 1, day) if ended else Bracket(day, None) for day, ended in seen]
    )
    spells = [Spell(days=day, cause="X" if ended else None) for day, ended in seen]
    for step in kaplan_meier(spells).steps:
        low, high = curve.lasting(step.days)
        assert high == pytest.approx(step.lasting, abs=1e-6)
        # Only after the last of all does nothing tell.
        if step.days < max(day for day, _ in seen):
            assert low == pytest.approx(step.lasting, abs=1e-6)


# How many of a thousand end in each year, and how many never do.
TRUTH = [100, 250, 50, 300, 100, 50]


def yearly(shift):
    """Return what a round a year tells; a third was asked every second year alone."""
    found = []
    for year, ended in enumerate(TRUTH):
        before = year - year % 2
        twice = Bracket(before * YEAR - shift, (before + 2) * YEAR)
        once = Bracket(year * YEAR - shift, (year + 1) * YEAR)
        found += [once] * (ended - ended // 3) + [twice] * (ended // 3)
    return found + [Bracket(6 * YEAR - shift, None)] * 150


def test_annual_rounds_give_the_truth_read_half_open_and_miss_it_read_closed():
    truth = 1 - np.cumsum(TRUTH) / 1_000
    half_open = turnbull(yearly(shift=0))
    # On whole days the closed [a, b] is (a - 1, b].
    closed = turnbull(yearly(shift=1))
    for year, lasting in enumerate(truth, start=1):
        assert half_open.lasting(year * YEAR) == pytest.approx(
            (lasting, lasting), abs=0.003
        )
    missed = [
        abs(closed.lasting(year * YEAR)[1] - lasting)
        for year, lasting in enumerate(truth, start=1)
    ]
    assert max(missed) > 0.05
    assert (half_open.median_after, half_open.median_until) == (3 * YEAR, 4 * YEAR)


def test_inside_of_a_year_it_says_between_what_the_share_lies():
    curve = turnbull([Bracket(0, YEAR)] * 3 + [Bracket(YEAR, 2 * YEAR)])
    assert curve.lasting(YEAR // 2) == pytest.approx((0.25, 1))
    assert curve.lasting(YEAR) == pytest.approx((0.25, 0.25))
    assert [it.within for it in curve.masses] == [
        Bracket(0, YEAR),
        Bracket(YEAR, 2 * YEAR),
    ]


def test_of_nothing_it_says_nothing_and_of_what_never_ended_no_median():
    assert turnbull([]).masses == ()
    curve = turnbull([Bracket(9, None)])
    assert (curve.median_after, curve.median_until) == (9, None)
    assert curve.lasting(8) == (1, 1)
    assert curve.lasting(10) == (0, 1)


def test_what_ends_before_it_can_is_refused():
    with pytest.raises(ValueError, match="Nothing ends after 5 and by 5"):
        Bracket(5, 5)
