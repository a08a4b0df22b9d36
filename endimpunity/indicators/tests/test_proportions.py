from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.indicators.maths.proportions import proportion_of

parts = st.integers(1, 5_000).flatmap(
    lambda whole: st.tuples(st.integers(0, whole), st.just(whole))
)


def share_of(numerator, denominator):
    return proportion_of(numerator, denominator)


@given(parts)
def test_both_intervals_hold_the_share_and_stay_between_none_and_all(part):
    numerator, denominator = part
    found = share_of(numerator, denominator)
    assert found.value == Fraction(numerator, denominator)
    for interval in (found.wilson, found.jeffreys):
        assert 0 <= interval.low <= found.value <= interval.high <= 1
        assert interval.low < interval.high


@given(parts)
def test_the_interval_of_the_rest_is_the_interval_turned_round(part):
    numerator, denominator = part
    found = share_of(numerator, denominator)
    rest = share_of(denominator - numerator, denominator)
    for one, other in ((found.wilson, rest.wilson), (found.jeffreys, rest.jeffreys)):
        assert one.low == pytest.approx(1 - other.high, abs=1e-9)


def test_the_intervals_are_those_that_brown_cai_and_dasgupta_describe():
    found = share_of(5, 10)
    # Wilson by its formula: (x + z²/2 ± z sqrt(x(n-x)/n + z²/4)) / (n + z²).
    assert found.wilson.low == pytest.approx(0.236593, abs=1e-6)
    assert found.wilson.high == pytest.approx(0.763407, abs=1e-6)
    assert (found.wilson.method, found.jeffreys.method) == ("WILSON", "JEFFREYS")
    assert share_of(0, 10).jeffreys.low == 0
    assert share_of(10, 10).jeffreys.high == 1


def test_of_nothing_there_is_no_share_and_the_reason_is_said():
    found = share_of(0, 0)
    assert (found.value, found.wilson, found.jeffreys) == (None, None, None)
    assert found.reason == "Nothing was counted, so there is no share."


@pytest.mark.parametrize(("numerator", "denominator"), [(3, 2), (-1, 2), (0, -1)])
def test_what_is_no_part_of_a_whole_is_refused(numerator, denominator):
    with pytest.raises(ValueError, match="is no share"):
        share_of(numerator, denominator)
