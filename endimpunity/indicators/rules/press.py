"""From a number in a sentence of the press to the figures under which it is true."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

from endimpunity.indicators.rules.figures import Beside, Cell, Figure
from endimpunity.indicators.rules.refusals import UnableToCount

_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?) ?(?:%|per ?cent)", re.IGNORECASE)
_COUNT = re.compile(r"\d{1,3}(?:[,. \u00a0\u202f]\d{3})+|\d+")
_SEPARATORS = re.compile(r"\D")
_DIGITS = Context(prec=40)

BASE_YEARS = (
    "Since 1993 and since 2006 are two bases: a share of one is not a share of the"
    " other."
)
RESOLVED_OR_CONVICTED = (
    "Resolved is not convicted: a suspect's death and a ruling that the death was"
    " unrelated resolve a case with nobody convicted."
)
BIENNIUM_OR_YEAR = "A biennium holds two years: its count is not that of one of them."
DENOMINATORS = (
    "Killings that have a status are fewer than all killings: the share changes with"
    " what is divided by."
)


@dataclass(frozen=True, kw_only=True)
class Printed:
    """A number as somebody printed it."""

    value: Decimal
    #: A percentage, or a count.
    is_percentage: bool
    #: How many decimals were printed, to which a figure is rounded for comparison.
    decimals: int


@dataclass(frozen=True, kw_only=True)
class Match:
    """A figure, or a number in it, that rounds to what was printed."""

    figure: Figure
    #: "" for the figure's own number, else the name of the row or cell.
    where: str
    numerator: int
    denominator: int | None


@dataclass(frozen=True, kw_only=True)
class Matches:
    """Under which figures a printed number is true, and what is often confused."""

    printed: Printed
    found: tuple[Match, ...]
    warnings: tuple[str, ...]


def read_printed(text: str) -> Printed:
    """Return the first percentage in a sentence, else its first count.

    Raises:
        UnableToCount: the sentence holds no number.
    """
    percent = _PERCENT.search(text)
    if percent:
        value = Decimal(percent[1].replace(",", "."))
        exponent = value.as_tuple().exponent
        decimals = -exponent if isinstance(exponent, int) else 0
        return Printed(value=value, is_percentage=True, decimals=decimals)
    count = _COUNT.search(text)
    if count is None:
        raise UnableToCount(f'There is no number in "{text}".')
    value = Decimal(_SEPARATORS.sub("", count[0]))
    return Printed(value=value, is_percentage=False, decimals=0)


def which(text: str, figures: Iterable[Figure]) -> Matches:
    """Return the figures under which a printed number is true.

    Raises:
        UnableToCount: the sentence holds no number.
    """
    printed = read_printed(text)
    found = tuple(it for one in figures for it in _numbers_of(one) if _is(it, printed))
    return Matches(printed=printed, found=found, warnings=_warnings(found))


def _numbers_of(figure: Figure) -> Iterator[Match]:
    """Yield a figure's own number, and those in its rows and cells."""
    if figure.numerator is not None:
        yield Match(
            figure=figure,
            where="",
            numerator=figure.numerator,
            denominator=figure.denominator,
        )
    parts: list[tuple[str, Beside | Cell]] = [
        (it.name, it) for it in figure.rows if isinstance(it, Beside)
    ]
    parts += [(it.key, it) for it in figure.cells]
    for name, part in parts:
        yield Match(
            figure=figure,
            where=name,
            numerator=part.numerator,
            denominator=part.denominator,
        )


def _is(match: Match, printed: Printed) -> bool:
    if not printed.is_percentage:
        return match.numerator == printed.value
    if not match.denominator:
        return False
    exact = _DIGITS.divide(Decimal(match.numerator * 100), Decimal(match.denominator))
    step = Decimal(1).scaleb(-printed.decimals)
    # Nobody says which way a half was rounded.
    return printed.value in {
        exact.quantize(step, rounding=how) for how in (ROUND_HALF_UP, ROUND_HALF_EVEN)
    }


def _warnings(found: Sequence[Match]) -> tuple[str, ...]:
    names = {it.figure.definition for it in found}
    warned = []
    if names & {"resolved-share", "impunity-share"}:
        warned += [BASE_YEARS, DENOMINATORS]
    if names & {"resolved-share", "impunity-share"} or any(
        it.startswith("conviction-share") for it in names
    ):
        warned.append(RESOLVED_OR_CONVICTED)
    if "killings" in names:
        warned.append(BIENNIUM_OR_YEAR)
    return tuple(warned)
