"""How a figure's numbers are written: the same text for the same number, always."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from endimpunity.indicators.maths.digits import SIGNIFICANT_DIGITS

# Ratings of the Committee to Protect Journalists' index are printed so.
RATING_DECIMALS = 3
ROUNDING = (
    f"{SIGNIFICANT_DIGITS} significant digits; ratings {RATING_DECIMALS} decimals"
)
_SIX = Context(prec=SIGNIFICANT_DIGITS, rounding=ROUND_HALF_EVEN)
_MILLION = 1_000_000


def decimal_string(value: Fraction) -> str:
    """Return a fraction in decimals, rounded to six significant digits."""
    rounded = _SIX.divide(Decimal(value.numerator), Decimal(value.denominator))
    return f"{rounded:f}"


def fraction_string(numerator: int, denominator: int) -> str:
    """Return a fraction as counted, never reduced: "245/295"."""
    return f"{numerator}/{denominator}"


def millions(people: int) -> str:
    """Return so many people in millions, exactly."""
    text = f"{Decimal(people) / _MILLION:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rating(cases: int, people: int) -> str:
    """Return cases for each million people, with three decimals."""
    exact = Fraction(cases * _MILLION, people)
    # Enough digits that rounding twice cannot matter for counts of people.
    value = Context(prec=60).divide(Decimal(exact.numerator), exact.denominator)
    step = Decimal(1).scaleb(-RATING_DECIMALS)
    return str(value.quantize(step, rounding=ROUND_HALF_UP))
