"""What every figure carries: the number, and all that it stands on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from endimpunity.foundation.lens import Audience, Lens
from endimpunity.indicators.maths.digits import six_digits
from endimpunity.indicators.maths.proportions import Interval, proportion_of
from endimpunity.indicators.rules.facts import CaseFact, Coverage
from endimpunity.indicators.rules.identities import FigureIdentity
from endimpunity.indicators.rules.numbers import decimal_string, fraction_string
from endimpunity.indicators.rules.windows import Period

NO_DECLARATION = Coverage()
NO_CHANCE = "A count of what is known has no interval: nobody was drawn by chance."


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseRef:
    """Which case, and where its voice says so."""

    case: str
    publisher: str
    stated_on: date | None
    row: int | None
    name: str
    #: As the source wrote it, or its days where nobody did.
    date: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Excluded:
    """Cases that were left out for one reason."""

    reason: str
    sentence: str
    cases: tuple[CaseRef, ...]


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of a figure's table; what it holds is its definition's own."""


@dataclass(frozen=True, kw_only=True)
class Shrunk:
    """A cell's share with the help of all other cells, beside the raw one."""

    estimate: float
    low: float | None
    high: float | None


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A part of a figure; cells of one figure sum to it."""

    key: str
    numerator: int
    #: None where the figure counts and divides by nothing.
    denominator: int | None
    cases: tuple[CaseRef, ...]
    shrunk: Shrunk | None = None


@dataclass(frozen=True, kw_only=True)
class Beside(Row):
    """Another number that belongs beside the first, by its name."""

    name: str
    numerator: int
    denominator: int
    value: str | None
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A number and what it was computed from."""

    identity: FigureIdentity
    title: str
    lens: Lens
    audience: Audience
    period: Period
    #: What is divided by, in words; "" where nothing is.
    base: str
    numerator: int | None
    denominator: int | None
    value: str | None
    fraction: str | None
    interval: Interval | None
    #: Why there is no interval, "" where there is one.
    interval_reason: str
    #: The same by other methods.
    other_intervals: tuple[Interval, ...] = ()
    #: Cases of the numerator.
    counted: tuple[CaseRef, ...] = ()
    #: Cases of the denominator that are not in the numerator.
    not_counted: tuple[CaseRef, ...] = ()
    in_by_overlap: tuple[CaseRef, ...] = ()
    in_by_default: tuple[CaseRef, ...] = ()
    excluded: tuple[Excluded, ...] = ()
    coverage: Coverage = NO_DECLARATION
    #: How many cases the audience does not see.
    left_out: int = 0
    rows: tuple[Row, ...] = ()
    cells: tuple[Cell, ...] = ()
    #: What a reader must know besides, a sentence each.
    notes: tuple[str, ...] = ()

    @property
    def definition(self) -> str:
        """Return the name of the definition."""
        return self.identity.definition

    @property
    def version(self) -> int:
        """Return the version of the definition."""
        return self.identity.version


@dataclass(frozen=True, kw_only=True)
class Share:
    """So many of so many as a figure prints it."""

    numerator: int
    denominator: int
    value: str | None
    fraction: str | None
    interval: Interval | None
    interval_reason: str
    other_intervals: tuple[Interval, ...]


def share_of(numerator: int, denominator: int) -> Share:
    """Return a share with Wilson's interval, and Jeffreys' beside it."""
    found = proportion_of(numerator, denominator)
    if found.value is None:
        return Share(
            numerator=0,
            denominator=0,
            value=None,
            fraction=None,
            interval=None,
            interval_reason=found.reason,
            other_intervals=(),
        )
    return Share(
        numerator=numerator,
        denominator=denominator,
        value=decimal_string(found.value),
        fraction=fraction_string(numerator, denominator),
        interval=rounded(found.wilson),
        interval_reason="",
        other_intervals=tuple(
            it for it in (rounded(found.jeffreys),) if it is not None
        ),
    )


def beside(name: str, numerator: int, denominator: int, sentence: str) -> Beside:
    """Return another share to print beside a figure."""
    value = Fraction(numerator, denominator) if denominator else None
    return Beside(
        name=name,
        numerator=numerator,
        denominator=denominator,
        value=None if value is None else decimal_string(value),
        sentence=sentence,
    )


def rounded(interval: Interval | None) -> Interval | None:
    """Return an interval with six significant digits."""
    if interval is None:
        return None
    return Interval(
        method=interval.method,
        level=interval.level,
        low=six_digits(interval.low),
        high=six_digits(interval.high),
    )


def ref_of(fact: CaseFact) -> CaseRef:
    """Return where a fact is to be found."""
    day = fact.date
    ends = [it.isoformat() if it else ".." for it in (day.earliest, day.latest)]
    return CaseRef(
        case=fact.case,
        publisher=fact.publisher,
        stated_on=fact.stated_on,
        row=fact.row,
        name=fact.name,
        date=day.text or "/".join(dict.fromkeys(ends)),
    )


def refs_of(facts: Iterable[CaseFact]) -> tuple[CaseRef, ...]:
    """Return where facts are to be found, in the order of their cases."""
    return tuple(ref_of(it) for it in in_order(facts))


def in_order(facts: Iterable[CaseFact]) -> Sequence[CaseFact]:
    """Return facts in one order, however they came."""
    return sorted(facts, key=lambda it: (it.case, it.publisher, it.row or 0))
