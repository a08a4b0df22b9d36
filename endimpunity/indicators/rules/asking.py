"""A definition asked of facts: refused with a sentence, or made into a figure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypedDict

from endimpunity.foundation.lens import Audience, Lens
from endimpunity.indicators.maths.digits import six_digits
from endimpunity.indicators.maths.proportions import Interval
from endimpunity.indicators.maths.shrinkage import Group, shrink
from endimpunity.indicators.rules.breakdowns import key_of
from endimpunity.indicators.rules.definition import Definition
from endimpunity.indicators.rules.facts import CaseFact, Coverage, Extent, Facts
from endimpunity.indicators.rules.figures import (
    NO_CHANCE,
    Cell,
    Excluded,
    Figure,
    Row,
    Share,
    Shrunk,
    refs_of,
    share_of,
)
from endimpunity.indicators.rules.identities import FigureIdentity
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.refusals import UnableToCount
from endimpunity.indicators.rules.sifting import (
    Sieve,
    Sifted,
    happened_by,
    sieves_of,
    sift,
)
from endimpunity.indicators.rules.windows import ALL_TIME, Period

Holds = Callable[[CaseFact], bool]


@dataclass(frozen=True, kw_only=True)
class Question:
    """A definition, and all that it is asked of."""

    definition: Definition
    facts: Facts
    lens: Lens
    period: Period
    options: Options
    identity: FigureIdentity

    def sift(self, *sieves: Sieve) -> Sifted:
        """Return the cases that meet conditions, and what was asked besides."""
        every = (*sieves, *sieves_of(self.options), happened_by(self.lens.as_of))
        return sift(self.facts.cases, every, self.period)


def ask(
    definition: Definition, facts: Facts, lens: Lens, period: Period, options: Options
) -> Question:
    """Return the question, the definition's own period in it where none is asked.

    Raises:
        UnableToCount: a sample cannot bear it, or it does not take an option.
    """
    if definition.of_the_whole and facts.coverage.extent is Extent.SAMPLE:
        raise UnableToCount(
            f"{definition.title} says something of the whole, and what {lens.voice}"
            " holds is a sample: over chosen cases no rate, rank or total is computed."
        )
    for name, _ in options.said():
        if name not in definition.takes:
            raise UnableToCount(f"{definition.name} cannot be asked for {name}.")
    if period == ALL_TIME:
        period = definition.default_period(lens)
    return Question(
        definition=definition,
        facts=facts,
        lens=lens,
        period=period,
        options=options,
        identity=FigureIdentity(
            definition=definition.name,
            version=definition.version,
            lens=lens,
            audience=facts.audience,
            period=period,
            options=options.said(),
            references=options.stands_on(),
            dates_known_at=options.dates_known_at,
        ),
    )


def share_figure(
    question: Question,
    sifted: Sifted,
    counts: Holds,
    *,
    rows: Sequence[Row] = (),
    notes: Sequence[str] = (),
    base: str = "",
) -> Figure:
    """Return which of the cases count, of all of them, with intervals and cells."""
    counted = [it for it in sifted.kept if counts(it)]
    share = share_of(len(counted), len(sifted.kept))
    return Figure(
        **_heading(question, base),
        numerator=share.numerator,
        denominator=share.denominator,
        value=share.value,
        fraction=share.fraction,
        interval=share.interval,
        interval_reason=share.interval_reason,
        other_intervals=share.other_intervals,
        counted=refs_of(counted),
        not_counted=refs_of(it for it in sifted.kept if not counts(it)),
        in_by_overlap=refs_of(sifted.by_overlap),
        in_by_default=refs_of(sifted.by_default),
        excluded=sifted.excluded,
        rows=tuple(rows),
        cells=share_cells(question, sifted.kept, counts),
        notes=(*_said_by_whom(question), *notes),
    )


def count_figure(
    question: Question,
    sifted: Sifted,
    *,
    rows: Sequence[Row] = (),
    notes: Sequence[str] = (),
) -> Figure:
    """Return how many cases there are, with their cells."""
    return Figure(
        **_heading(question, ""),
        numerator=len(sifted.kept),
        denominator=None,
        value=str(len(sifted.kept)),
        fraction=None,
        interval=None,
        interval_reason=NO_CHANCE,
        counted=refs_of(sifted.kept),
        in_by_overlap=refs_of(sifted.by_overlap),
        in_by_default=refs_of(sifted.by_default),
        excluded=sifted.excluded,
        rows=tuple(rows),
        cells=count_cells(question, sifted.kept),
        notes=(*_said_by_whom(question), *notes),
    )


def table_figure(
    question: Question,
    *,
    rows: Sequence[Row],
    share: Share | None = None,
    interval: Interval | None = None,
    interval_reason: str = "",
    numerator: int | None = None,
    value: str | None = None,
    notes: Sequence[str] = (),
    sifted: Sifted | None = None,
    excluded: Sequence[Excluded] = (),
) -> Figure:
    """Return a figure that is a table, or whose number is no share of cases."""
    return Figure(
        **_heading(question, ""),
        numerator=share.numerator if share else numerator,
        denominator=share.denominator if share else None,
        value=share.value if share else value,
        fraction=share.fraction if share else None,
        interval=share.interval if share else interval,
        interval_reason=share.interval_reason if share else interval_reason,
        other_intervals=share.other_intervals if share else (),
        counted=refs_of(sifted.kept) if sifted else (),
        in_by_overlap=refs_of(sifted.by_overlap) if sifted else (),
        in_by_default=refs_of(sifted.by_default) if sifted else (),
        excluded=(*(sifted.excluded if sifted else ()), *excluded),
        rows=tuple(rows),
        notes=(*_said_by_whom(question), *notes),
    )


def count_cells(question: Question, kept: Sequence[CaseFact]) -> tuple[Cell, ...]:
    """Return the cells of a count, by what was asked; none if nothing was."""
    return tuple(
        Cell(key=key, numerator=len(facts), denominator=None, cases=refs_of(facts))
        for key, facts in _parted(question, kept)
    )


def share_cells(
    question: Question, kept: Sequence[CaseFact], counts: Holds
) -> tuple[Cell, ...]:
    """Return the cells of a share, each beside what all together make of it."""
    parted = [
        (key, [it for it in facts if counts(it)], len(facts))
        for key, facts in _parted(question, kept)
    ]
    groups = [Group(key=k, numerator=len(c), denominator=n) for k, c, n in parted]
    # Of countries alone: a year is no sample of years.
    many = question.options.by == "country"
    shrunk = {it.key: it for it in shrink(groups).shares} if many else {}
    return tuple(
        Cell(
            key=key,
            numerator=len(counted),
            denominator=whole,
            cases=refs_of(counted),
            shrunk=None
            if key not in shrunk
            else Shrunk(
                estimate=six_digits(shrunk[key].estimate),
                low=_six(shrunk[key].low),
                high=_six(shrunk[key].high),
            ),
        )
        for key, counted, whole in parted
    )


def _parted(
    question: Question, kept: Sequence[CaseFact]
) -> list[tuple[str, list[CaseFact]]]:
    if not question.options.by:
        return []
    key = key_of(question.options.by, question.options.regions)
    cells: dict[str, list[CaseFact]] = {}
    for fact in kept:
        cells.setdefault(key(fact), []).append(fact)
    return sorted(cells.items())


class _Heading(TypedDict):
    """What every figure begins with."""

    identity: FigureIdentity
    title: str
    lens: Lens
    audience: Audience
    period: Period
    base: str
    coverage: Coverage
    left_out: int


def _heading(question: Question, base: str) -> _Heading:
    return {
        "identity": question.identity,
        "title": question.definition.title,
        "lens": question.lens,
        "audience": question.facts.audience,
        "period": question.period,
        "base": base or question.definition.base,
        "coverage": question.facts.coverage,
        "left_out": question.facts.left_out,
    }


def _said_by_whom(question: Question) -> list[str]:
    """Return whose method it is, and what the coverage makes of the number."""
    said = []
    whose = question.definition.whose
    if whose:
        said.append(
            f"By {whose} published method, computed here on"
            f" {question.lens.voice} as of {question.lens.as_of}; not published by"
            f" {question.definition.owner_short}."
        )
    if question.facts.coverage.extent is Extent.SAMPLE:
        said.append(
            "Counted in a sample: it says how many cases are held here, not how many"
            " there were."
        )
    if question.options.dates_known_at:
        said.append(
            "Days are read as known on"
            f" {question.options.dates_known_at.date()}, all else as known on"
            f" {question.lens.known_at.date()}."
        )
    return said


def _six(value: float | None) -> float | None:
    return None if value is None else six_digits(value)
