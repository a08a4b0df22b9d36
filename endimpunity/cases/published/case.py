"""The page of one case."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.db.models import Q

from endimpunity.cases.models import Case, Publication, PublicLine
from endimpunity.cases.published import facts as fact_cards
from endimpunity.cases.published import follow_up
from endimpunity.cases.published.cards import (
    CaseCard,
    CaseLine,
    CondemnationCard,
    DifferenceCard,
    DisagreementCard,
    EventCard,
    FactCard,
    MovedCard,
    PolicyCard,
    ProceedingCard,
    SayingCard,
    SourceCard,
    StatementCard,
    TollCard,
    TombstoneCard,
    UpcomingCard,
)
from endimpunity.cases.published.differences import difference_cards
from endimpunity.cases.published.lines import line_card, visible
from endimpunity.cases.queries import publications
from endimpunity.cases.queries.fellows import fellows_of
from endimpunity.cases.queries.identity import Identity, identity
from endimpunity.cases.queries.public_facts import PublicFacts, public_facts
from endimpunity.cases.queries.standing import reviewed_by
from endimpunity.cases.vocabulary import PublicationState
from endimpunity.foundation.lens import Lens

_Sourced = (
    FactCard
    | TollCard
    | ProceedingCard
    | EventCard
    | UpcomingCard
    | StatementCard
    | SayingCard
    | DisagreementCard
)


def case_card(
    public_id: str,
    *,
    lens: Lens,
) -> CaseCard | MovedCard | TombstoneCard | None:
    """Return what the world may know of the case at an address.

    None where nothing was ever shown; a tombstone where the case was withdrawn;
    the address to go to where the case was found to be another, which is shown.

    Args:
        public_id: the address.
        lens: the registry's lens.
    """
    case = Case.objects.filter(public_id=public_id).first()
    if case is None:
        return None
    gone = _tombstone(case, case.pk) or _tombstone(case, identity().of(case.pk))
    if gone is not None:
        return gone
    known = identity(lens.known_at)
    shown = {
        row.case_id: row for row in visible(lens).filter(case__in=known.all_of(case.pk))
    }
    stands = shown.get(known.of(case.pk))
    if stands is not None and stands.case_id != case.pk:
        return MovedCard(public_id=public_id, to=stands.public_id)
    line = shown.get(case.pk)
    return None if line is None else _card(line, known, lens)


def _tombstone(case: Case, stands: int) -> TombstoneCard | None:
    """Return the tombstone of a case that was shown once and is withdrawn.

    Args:
        case: the case at the address.
        stands: itself, or the case it leads to now. Protection outranks memory:
            the lens is not asked.
    """
    state = publications.states([stands]).get(stands)
    if state is None or state.state != PublicationState.WITHDRAWN:
        return None
    rows = Publication.objects.filter(
        case__in=(case.pk, stands),
        state=PublicationState.PUBLISHED,
    )
    if not rows.exists():
        return None
    return TombstoneCard(
        public_id=case.public_id,
        reason=state.reason,
        since=state.recorded_at.date().isoformat(),
    )


def _card(line: PublicLine, known: Identity, lens: Lens) -> CaseCard:
    # One that people withdrew before it was merged says nothing here.
    cases = publications.without_taken_down(known).all_of(line.case_id)
    facts = next(public_facts([line.case_id], known, known_at=lens.known_at), None)
    said = _said(facts, known, lens) if facts else _Said()
    cited = fact_cards.sources_of(facts, "summary", "not_told") if facts else {}
    return CaseCard(
        line=line_card(line),
        attack=_attack_key(line.case_id),
        sex=str(facts.value("sex") or "") if facts else "",
        summary=str(facts.value("summary") or "") if facts else "",
        facts=said.facts,
        tolls=said.tolls,
        others_in_attack=_others(cases, known, lens),
        condemnations=said.condemnations,
        proceedings=said.proceedings,
        statements=said.statements,
        differences=said.differences,
        disagreements=said.disagreements,
        sources=_all_sources(said, cited),
        not_told=str(facts.value("not_told") or "") if facts else "",
        policy=_policy(facts) if facts else None,
        summary_sources=cited.get("summary", ()),
        not_told_sources=cited.get("not_told", ()),
    )


def _attack_key(case_id: int) -> str:
    return str(Case.objects.values_list("attack__key", flat=True).get(pk=case_id))


def attacks_of(cases: Iterable[int]) -> list[int]:
    """Return the attacks that cases are of."""
    rows = Case.objects.filter(id__in=cases)
    return sorted(set(rows.values_list("attack_id", flat=True)))


class _Said(NamedTuple):
    """What is said of a case beside its line."""

    facts: tuple[FactCard, ...] = ()
    tolls: tuple[TollCard, ...] = ()
    condemnations: tuple[CondemnationCard, ...] = ()
    proceedings: tuple[ProceedingCard, ...] = ()
    statements: tuple[StatementCard, ...] = ()
    differences: tuple[DifferenceCard, ...] = ()
    disagreements: tuple[DisagreementCard, ...] = ()


def _said(
    facts: PublicFacts,
    known: Identity,
    lens: Lens,
) -> _Said:
    """Gather what may be told; the registry's own only where people published it."""
    sayings = fact_cards.released_sayings(facts, lens)
    told = fact_cards.fact_cards(facts, sayings)
    statements = fact_cards.statement_cards(facts, sayings)
    if facts.state.policy_id is not None:
        return _Said(
            facts=told,
            statements=tuple(statements),
            differences=difference_cards(facts, sayings),
        )
    standing: Q = reviewed_by(facts.state.recorded_at, lens.known_at)
    # No fact of a merged case that nobody reviewed.
    cases = publications.reviewed_group(
        facts.case_id,
        known,
        facts.state.recorded_at,
    )
    attacks = attacks_of(cases)
    quoted = follow_up.statements_of(attacks, cases, standing)
    differing = difference_cards(facts, sayings, quoted)
    own = follow_up.statement_cards(quoted, {one.field for one in differing})
    return _Said(
        facts=told,
        tolls=follow_up.toll_cards(attacks, standing),
        condemnations=follow_up.condemnation_cards(attacks, cases, standing),
        proceedings=follow_up.proceeding_cards(
            cases,
            standing,
            facts.state.recorded_at,
            lens,
        ),
        statements=(*own, *statements),
        differences=differing,
        disagreements=follow_up.disagreements(attacks, standing),
    )


def _others(
    cases: frozenset[int],
    known: Identity,
    lens: Lens,
) -> tuple[CaseLine, ...]:
    fellows = fellows_of(cases, known, lens.known_at)
    rows = visible(lens).filter(case__in=fellows).exclude(case__in=cases)
    return tuple(line_card(row) for row in rows.order_by("sort_key", "case_id"))


def _all_sources(
    said: _Said,
    cited: Mapping[str, tuple[SourceCard, ...]],
) -> tuple[SourceCard, ...]:
    """Return every source of a page once, those of its facts first."""
    sayings = [it for one in said.differences for it in one.sayings]
    events = [event for one in said.proceedings for event in one.events]
    upcoming = [it for one in said.proceedings for it in one.upcoming]
    sourced: tuple[_Sourced, ...] = (
        *said.facts,
        *said.tolls,
        *said.proceedings,
        *events,
        *upcoming,
        *said.statements,
        *sayings,
        *said.disagreements,
    )
    found = [source for one in sourced for source in one.sources]
    for sources in cited.values():
        found += sources
    return tuple(dict.fromkeys(found))


def _policy(facts: PublicFacts) -> PolicyCard:
    state = facts.state
    if state.policy_id is not None:
        for one in facts.opened.policies.values():
            if one.id == state.policy_id:
                return PolicyCard(
                    publisher=one.publisher_name,
                    version=one.version,
                    alone=one.alone,
                    fields=one.fields,
                    reason=one.reason,
                    approved_on=one.approved_at.date().isoformat(),
                )
    return PolicyCard(
        publisher="",
        version=0,
        alone=state.alone,
        fields=(),
        reason=state.reason,
        approved_on=state.recorded_at.date().isoformat(),
    )
