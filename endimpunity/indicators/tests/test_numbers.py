from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.indicators.rules.numbers import decimal_string, millions, rating


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(245, 295), "0.830508"),
        (Fraction(1, 4), "0.25"),
        (Fraction(0), "0"),
        (Fraction(1), "1"),
        (Fraction(1, 3_000_000), "0.000000333333"),
        (Fraction(2, 3), "0.666667"),
    ],
)
def test_a_fraction_is_written_with_six_significant_digits(value, text):
    assert decimal_string(value) == text


@given(st.integers(0, 500), st.integers(1, 2_000_000_000))
def test_a_rating_is_within_half_a_thousandth_of_the_exact_one(cases, people):
    written = Fraction(Decimal(rating(cases, people)))
    assert abs(written - Fraction(cases * 1_000_000, people)) <= Fraction(1, 2000)


def test_a_rating_rounds_a_half_up():
    assert rating(1, 16_000_000) == "0.063"
    assert rating(5, 1_000_000) == "5.000"


@pytest.mark.parametrize(
    ("people", "text"),
    [
        (141_800_000, "141.8"),
        (32_000_000, "32"),
        (37_560_535, "37.560535"),
        (10, "0.00001"),
    ],
)
def test_people_are_written_in_millions_exactly(people, text):
    assert millions(people) == text
