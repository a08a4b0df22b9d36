"""Where a State's word on a killing and what is known from elsewhere part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from endimpunity.cases.rules.statuses.derived import Derived, Reason
from endimpunity.cases.rules.statuses.elsewhere import Elsewhere, elsewhere
from endimpunity.cases.rules.statuses.facts import (
    CaseFacts,
    Fact,
    Round,
    refuse_publisher,
)
from endimpunity.cases.rules.statuses.unesco import unesco_status
from endimpunity.cases.vocabulary import (
    DiscrepancyKind,
    Finding,
    ResolvedBy,
    Standing,
    StatusWhy,
)
from endimpunity.foundation.lens import Lens

_REASONS = {
    ResolvedBy.CONVICTION: Finding.CONVICTION,
    ResolvedBy.SUSPECT_DIED: Finding.SUSPECT_DIED,
    ResolvedBy.RULED_UNRELATED: Finding.RULED_UNRELATED,
}
# Whatever of these is found bears out a State that gives no reason.
_ANY_REASON = tuple(_REASONS.values())


@dataclass(frozen=True, kw_only=True)
class Discrepancy:
    """One thing that only one side says, or that one side has undone.

    Attributes:
        kind: a code of `DiscrepancyKind`.
        about: a code of `Finding`.
        reported: the status under UNESCO's method, with the response that decides.
        found: what is known from elsewhere, or that nothing is.
    """

    kind: str
    about: str
    reported: Derived
    found: Reason


def discrepancies(
    facts: CaseFacts,
    rounds: Sequence[Round],
    *,
    lens: Lens,
) -> tuple[Discrepancy, ...]:
    """Return how a State's word on a case and what is known from elsewhere part.

    None where the State was never asked, or where it is not known what it said.
    Known from elsewhere are events that rest on more than the State's responses, and
    what publishers other than UNESCO say.

    Args:
        facts: of the case; of what is no killing nothing is asked.
        rounds: as `unesco_status` takes them.
        lens: on which day, and known by when.

    Raises:
        ValueError: the lens is a publisher's; it has that publisher's own words.
    """
    refuse_publisher(lens)
    reported = unesco_status(facts, rounds, lens=lens)
    if not reported.code:
        return ()
    found = elsewhere(facts, lens)
    return tuple(
        Discrepancy(kind=kind, about=about, reported=reported, found=reason)
        for kind, about, reason in (
            *_of_what_is_reported(reported, found),
            *_of_what_is_found(reported, found),
        )
    )


def _of_what_is_reported(
    reported: Derived,
    found: Elsewhere,
) -> Iterator[tuple[str, str, Reason]]:
    about = _reported_finding(reported)
    if not about:
        return
    wanted = _ANY_REASON if about == Finding.RESOLVED else (about,)
    if Finding.CONVICTION in wanted and _ended_since(reported, found):
        reason = Reason(why=StatusWhy.CONVICTION_ENDED, deciding=found.ended)
        yield DiscrepancyKind.REPORTED_AND_ANNULLED, about, reason
    elif not any(found.bears_out(it) for it in wanted):
        yield DiscrepancyKind.REPORTED_ONLY, about, found.nothing


def _reported_finding(reported: Derived) -> Finding | None:
    """Return what the State's word says has happened, if it is of that kind."""
    if reported.code == Standing.ARCHIVED:
        return Finding.CLOSED
    if reported.code != Standing.RESOLVED:
        return None
    by = reported.resolved_by
    return _REASONS[ResolvedBy(by)] if by else Finding.RESOLVED


def _ended_since(reported: Derived, found: Elsewhere) -> bool:
    """Tell whether the only convictions known ended, and not surely before the word."""
    return bool(found.ended) and not all(
        _surely_before(ending, response)
        for ending in found.ended
        for response in reported.reason.deciding
    )


def _surely_before(one: Fact, other: Fact) -> bool:
    last, first = one.day.latest, other.day.earliest
    return last is not None and first is not None and last < first


def _of_what_is_found(
    reported: Derived,
    found: Elsewhere,
) -> Iterator[tuple[str, str, Reason]]:
    for about in _unreported(reported):
        told = found.of(about)
        # Once somebody is convicted the death of another is no end of the case.
        idle = about == Finding.SUSPECT_DIED and found.of(Finding.CONVICTION)
        if told and not idle:
            yield DiscrepancyKind.FOUND_ONLY, about, told


def _unreported(reported: Derived) -> tuple[Finding, ...]:
    """Return what the State's word, as it stands, does not say."""
    if reported.code == Standing.RESOLVED:
        # Whoever reports a resolution without its reason may mean a conviction.
        by = reported.resolved_by
        return () if by in ("", ResolvedBy.CONVICTION) else (Finding.CONVICTION,)
    if reported.code == Standing.ARCHIVED:
        return _ANY_REASON
    return (*_ANY_REASON, Finding.CLOSED)
