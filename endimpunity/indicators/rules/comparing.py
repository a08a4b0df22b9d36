"""Whether two figures may be set beside one another."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from endimpunity.indicators.rules.figures import Figure
from endimpunity.indicators.rules.refusals import UnableToCompare


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Two figures of one definition, base and period."""

    first: Figure
    second: Figure
    #: Second minus first, of counts or of shares; None where neither is a number.
    change: Fraction | None


def compare(first: Figure, second: Figure) -> Comparison:
    """Return two figures with the change between them.

    Raises:
        UnableToCompare: definition, version, denominator, period, or what was asked
            besides differ; all of them are named.
    """
    reasons = list(differences(first, second))
    if reasons:
        raise UnableToCompare(" ".join(reasons))
    one, other = _number(first), _number(second)
    change = None if one is None or other is None else other - one
    return Comparison(first=first, second=second, change=change)


def differences(first: Figure, second: Figure) -> Iterator[str]:
    """Yield why two figures may not be compared, a sentence each."""
    if first.definition != second.definition:
        yield (
            f"They are figures of two definitions, {first.definition} and"
            f" {second.definition}: they count different things."
        )
    elif first.version != second.version:
        yield (
            f"They are of two versions of {first.definition}, {first.version} and"
            f" {second.version}, which may count differently."
        )
    if first.base != second.base:
        yield (
            f'They are divided by different things, "{first.base}" and "{second.base}".'
        )
    if first.period != second.period:
        yield (f"They are about different periods, {first.period} and {second.period}.")
    if first.identity.options != second.identity.options:
        yield "They were asked for different breakdowns, conditions or years."
    if first.audience != second.audience:
        yield (
            f"They are for two audiences, {first.audience} and {second.audience}: one"
            " counts cases that the other does not see."
        )


def _number(figure: Figure) -> Fraction | None:
    if figure.numerator is None or figure.value is None:
        return None
    if figure.denominator:
        return Fraction(figure.numerator, figure.denominator)
    return Fraction(figure.value)
