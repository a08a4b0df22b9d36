"""Rounding of floats, so that one computation prints the same everywhere."""

import math

# Beyond them two builds of one library may differ.
SIGNIFICANT_DIGITS = 6


def six_digits(value: float) -> float:
    """Return a float rounded to six significant digits, never minus zero.

    Raises:
        ValueError: the value is no finite number, which no figure may print.
    """
    if not math.isfinite(value):
        raise ValueError(f"{value} is no number that a figure can print.")
    return float(f"{value:.{SIGNIFICANT_DIGITS}g}") + 0.0
