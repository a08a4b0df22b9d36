import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.indicators.maths.digits import six_digits


@given(st.floats(min_value=-1e12, max_value=1e12))
def test_a_rounded_number_stays_as_it_is_and_near_to_what_it_was(value):
    rounded = six_digits(value)
    assert six_digits(rounded) == rounded
    assert math.isclose(rounded, value, rel_tol=5e-6)


def test_nothing_below_zero_is_no_number_of_its_own():
    assert str(six_digits(-0.0)) == "0.0"
    assert six_digits(10356.518957) == 10356.5


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(ValueError, match="no number that a figure can print"):
        six_digits(value)
