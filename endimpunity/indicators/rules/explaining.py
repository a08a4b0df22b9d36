"""Why one figure through two lenses is not the same: the cases that make the gap."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from endimpunity.foundation.lens import Lens
from endimpunity.foundation.partial_dates import PartialDate
from endimpunity.indicators.rules.breakdowns import country_cell, year_cell
from endimpunity.indicators.rules.definition import Definition
from endimpunity.indicators.rules.facts import CaseFact, Facts
from endimpunity.indicators.rules.figures import CaseRef, Figure, in_order, ref_of
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.windows import Period
from endimpunity.sources.rules.changes import Change, Recoding, news_and_recodings

COUNTED = "COUNTED"
NOT_COUNTED = "NOT_COUNTED"
ABSENT = "ABSENT"
_TAKEN = frozenset({COUNTED, NOT_COUNTED})
NOT_LINKED = (
    "The two lists are not yet linked: a case of one is not known to be a case of the"
    " other, so what both count stands under each of them."
)
# Where a statement is to be found is not what it says.
_WHEREABOUTS = frozenset({"case", "publisher", "stated_on", "row", "attack", "person"})


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """What the two readings say of one field of a case."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A case that one side counts and the other does not, or counts otherwise."""

    case: CaseRef
    #: COUNTED, NOT_COUNTED (in the denominator alone), a reason it was left out for,
    #: or ABSENT from the list.
    first: str
    second: str
    #: The statement on the other side that makes the difference; None if it is absent.
    statement: CaseRef | None
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """Two figures of one definition, and every case that tells them apart."""

    first: Figure
    second: Figure
    #: Counted on both sides, nothing of them differing.
    both: tuple[CaseRef, ...]
    #: What the first figure takes in and the second does not.
    only_first: tuple[Difference, ...]
    only_second: tuple[Difference, ...]
    #: In both, with another value.
    changed: tuple[Difference, ...]
    #: Columns that one hand changed in bulk, which is no news of any case.
    recodings: tuple[Recoding, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Side:
    """What one lens shows: its facts and itself."""

    facts: Facts
    lens: Lens


def explain(
    definition: Definition,
    first: Side,
    second: Side,
    period: Period,
    options: Options,
) -> Explanation:
    """Return the cases that make two figures of one definition differ.

    Args:
        definition: of both.
        first: the facts through one lens.
        second: the facts through the other.
        period: of both; the definition's own for the second lens if it is none.
        options: of both.

    Raises:
        UnableToCount: one of the figures is refused.
    """
    later = definition.compute(second.facts, second.lens, period, options)
    earlier = definition.compute(first.facts, first.lens, later.period, options)
    before, after = _by_case(first.facts), _by_case(second.facts)
    was, now = _fates(earlier), _fates(later)
    told = [
        _difference(case, before, after, (was.get(case, ABSENT), now.get(case, ABSENT)))
        for case in sorted({*was, *now})
        if {was.get(case), now.get(case)} & _TAKEN
    ]
    common = [it for it in told if {it.first, it.second} <= _TAKEN]
    same = [it for it in common if it.first == it.second and not it.changes]
    return Explanation(
        first=earlier,
        second=later,
        both=tuple(it.case for it in same if it.first == COUNTED),
        only_first=tuple(it for it in told if it.second not in _TAKEN),
        only_second=tuple(it for it in told if it.first not in _TAKEN),
        changed=tuple(it for it in common if it.first != it.second or it.changes),
        recodings=recodings_between(before, after),
        notes=_notes(first, second, before, after),
    )


def recodings_between(
    before: Mapping[str, CaseFact], after: Mapping[str, CaseFact]
) -> tuple[Recoding, ...]:
    """Return the columns that changed in bulk among the cases of both sides."""
    common = before.keys() & after.keys()
    changes = [
        (
            Change(field=it.field, before=it.before, after=it.after, first=False),
            (country_cell(after[case]), year_cell(after[case])),
        )
        for case in sorted(common)
        for it in changes_of(before[case], after[case])
        if it.field not in {"name", "date"}
    ]
    return tuple(news_and_recodings(changes, len(common))[1])


def changes_of(before: CaseFact, after: CaseFact) -> Iterator[FieldChange]:
    """Yield the fields that two readings of a case state otherwise."""
    for field in fields(CaseFact):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if field.name not in _WHEREABOUTS and _meaning(old) != _meaning(new):
            yield FieldChange(
                field=field.name, before=_meaning(old), after=_meaning(new)
            )


def _difference(
    case: str,
    before: Mapping[str, CaseFact],
    after: Mapping[str, CaseFact],
    fates: tuple[str, str],
) -> Difference:
    old, new = before.get(case), after.get(case)
    both = old is not None and new is not None
    shown = old or new
    if shown is None:
        raise LookupError(f"A figure counted {case}, of which there is no fact.")
    return Difference(
        case=ref_of(shown),
        first=fates[0],
        second=fates[1],
        statement=ref_of(new) if new is not None else None,
        changes=tuple(changes_of(old, new)) if both and old and new else (),
    )


def _by_case(facts: Facts) -> dict[str, CaseFact]:
    return {it.case: it for it in in_order(facts.cases)}


def _fates(figure: Figure) -> dict[str, str]:
    """Return what became of each case: counted, not counted, or left out, and why."""
    found = {it.case: one.reason for one in figure.excluded for it in one.cases}
    found |= {it.case: NOT_COUNTED for it in figure.not_counted}
    found |= {it.case: COUNTED for it in figure.counted}
    return found


def _meaning(value: object) -> str | None:
    if isinstance(value, PartialDate):
        ends = (value.earliest, value.latest)
        return "/".join(it.isoformat() if it else ".." for it in ends)
    if value is None or value == ():
        return None
    if isinstance(value, tuple):
        return ", ".join(sorted(map(str, value)))
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _notes(
    first: Side,
    second: Side,
    before: Mapping[str, CaseFact],
    after: Mapping[str, CaseFact],
) -> tuple[str, ...]:
    notes = []
    if first.lens.voice != second.lens.voice and not before.keys() & after.keys():
        notes.append(NOT_LINKED)
    return tuple(notes)
