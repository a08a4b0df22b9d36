"""The page of one attack: the cases of it that are shown, together."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from endimpunity.cases.models import Attack, PublicLine
from endimpunity.cases.published import facts as fact_cards
from endimpunity.cases.published import follow_up
from endimpunity.cases.published.cards import (
    AttackCard,
    AttackMovedCard,
    AttackTombstoneCard,
    CondemnationCard,
    DifferenceCard,
    DisagreementCard,
    FactCard,
    TollCard,
)
from endimpunity.cases.published.case import attacks_of
from endimpunity.cases.published.differences import quoted_differences
from endimpunity.cases.published.former_attacks import former_attack
from endimpunity.cases.published.lines import (
    date_card,
    line_card,
    place_card,
    visible,
)
from endimpunity.cases.queries import publications
from endimpunity.cases.queries.fellows import fellows_of
from endimpunity.cases.queries.identity import Identity, identity
from endimpunity.cases.queries.public_facts import PublicFacts, public_facts
from endimpunity.cases.queries.standing import reviewed_by
from endimpunity.cases.rules.fields import OF_ATTACK
from endimpunity.foundation.lens import Lens

# Fields of an attack that are shown as facts of it.
_OF_ALL = tuple(field for field in OF_ATTACK if field not in ("context", "summary"))


def attack_card(
    key: UUID,
    *,
    lens: Lens,
) -> AttackCard | AttackMovedCard | AttackTombstoneCard | None:
    """Return what the world may know of the attack at an address.

    What people who published its cases let be told of it on their pages is told
    here once. None where nothing of it was ever shown; where nothing is shown any
    more, a tombstone, or the attack to go to where its cases are told now.

    Args:
        key: the attack's permanent key.
        lens: the registry's lens.
    """
    attack = Attack.objects.filter(key=key).first()
    if attack is None:
        return None
    known = identity(lens.known_at)
    rows = visible(lens).filter(case__attack=attack)
    lines = list(rows.order_by("sort_key", "case_id"))
    if not lines:
        return former_attack(attack, known, lens)
    ids = [line.case_id for line in lines]
    facts = list(public_facts(ids, known, known_at=lens.known_at))
    own = [one for one in facts if one.state.policy_id is None]
    return _card(attack, lines, own, known, lens)


def _card(
    attack: Attack,
    lines: list[PublicLine],
    own: list[PublicFacts],
    known: Identity,
    lens: Lens,
) -> AttackCard:
    first = lines[0]
    latest = max(own, key=lambda one: one.state.recorded_at, default=None)
    told = _told(own, known, lens)
    cited = fact_cards.sources_of(latest, *OF_ATTACK) if latest else {}
    return AttackCard(
        key=str(attack.key),
        date=date_card(first.date_earliest, first.date_latest, first.date_text),
        where=place_card(first),
        violation=first.violation,
        summary=str(latest.value("summary") or "") if latest else "",
        context=str(latest.value("context") or "") if latest else "",
        cases=tuple(line_card(line) for line in _together(lines, known, lens)),
        tolls=told.tolls,
        condemnations=told.condemnations,
        disagreements=told.disagreements,
        facts=_facts(latest, lens),
        differences=told.differences,
        summary_sources=cited.get("summary", ()),
        context_sources=cited.get("context", ()),
    )


def _facts(latest: PublicFacts | None, lens: Lens) -> tuple[FactCard, ...]:
    """Return what the case that people published last tells of all of the attack.

    Its circumstances are told as a text of their own.
    """
    if latest is None:
        return ()
    told = fact_cards.fact_cards(latest, fact_cards.released_sayings(latest, lens))
    return tuple(one for one in told if one.field in _OF_ALL)


def _together(
    lines: Sequence[PublicLine],
    known: Identity,
    lens: Lens,
) -> Sequence[PublicLine]:
    """Return the lines of an attack and those that their pages name beside them."""
    ids = {line.case_id for line in lines}
    heard = publications.without_taken_down(known)
    groups = frozenset[int]().union(*(heard.all_of(one) for one in ids))
    fellows = fellows_of(groups, known, lens.known_at) - groups
    rows = visible(lens).filter(case__in=ids | fellows)
    return list(rows.order_by("sort_key", "case_id"))


class _Told(NamedTuple):
    """What people published of the attack as a whole."""

    tolls: tuple[TollCard, ...] = ()
    condemnations: tuple[CondemnationCard, ...] = ()
    disagreements: tuple[DisagreementCard, ...] = ()
    differences: tuple[DifferenceCard, ...] = ()


def _told(own: list[PublicFacts], known: Identity, lens: Lens) -> _Told:
    """Return what the pages of cases that people published tell beyond one person.

    Each case answers with its own review: what was recorded of one person since
    waits for a review of that person's case, not of another's.
    """
    if not own:
        return _Told()
    attacks: set[int] = set()
    cases: set[int] = set()
    # Of each case: what its page may tell of the attacks, and of its people.
    of_all, of_people = Q(), Q()
    for one in own:
        reviewed_at = one.state.recorded_at
        group = publications.reviewed_group(one.case_id, known, reviewed_at)
        theirs = attacks_of(group)
        standing = reviewed_by(reviewed_at, lens.known_at) & Q(attack__in=theirs)
        of_all |= standing
        of_people |= standing & (Q(case=None) | Q(case__in=group))
        attacks.update(theirs)
        cases.update(group)
    return _Told(
        tolls=follow_up.toll_cards(attacks, of_all),
        condemnations=follow_up.condemnation_cards(attacks, cases, of_people),
        disagreements=follow_up.disagreements(attacks, of_all),
        differences=quoted_differences(follow_up.statements_of(attacks, (), of_all)),
    )
