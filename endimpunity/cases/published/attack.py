"""The page of one attack: the cases of it that are shown, together."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from endimpunity.cases.models import Attack, PublicLine
from endimpunity.cases.published import follow_up
from endimpunity.cases.published.cards import (
    AttackCard,
    CondemnationCard,
    TollCard,
)
from endimpunity.cases.published.lines import (
    date_card,
    line_card,
    place_card,
    visible,
)
from endimpunity.cases.queries import publications
from endimpunity.cases.queries.identity import Identity, identity
from endimpunity.cases.queries.public_facts import PublicFacts, public_facts
from endimpunity.cases.queries.standing import reviewed_by
from endimpunity.foundation.lens import Lens


def attack_card(key: UUID, *, lens: Lens) -> AttackCard | None:
    """Return what the world may know of an attack; None where no case of it is shown.

    What is told of the attack as a whole stands on the page of each of its cases
    that people published; here it is told once, as of the latest review.

    Args:
        key: the attack's permanent key.
        lens: the registry's lens.
    """
    attack = Attack.objects.filter(key=key).first()
    if attack is None:
        return None
    lines = list(_lines(attack, lens))
    if not lines:
        return None
    known = identity(lens.known_at)
    ids = [line.case_id for line in lines]
    facts = list(public_facts(ids, known, known_at=lens.known_at))
    own = [one for one in facts if one.state.policy_id is None]
    return _card(attack, lines, own, known, lens)


def _lines(attack: Attack, lens: Lens) -> Iterable[PublicLine]:
    rows = visible(lens).filter(case__attack=attack)
    return rows.order_by("sort_key", "case_id")


def _card(
    attack: Attack,
    lines: list[PublicLine],
    own: list[PublicFacts],
    known: Identity,
    lens: Lens,
) -> AttackCard:
    first = lines[0]
    latest = max(own, key=lambda one: one.state.recorded_at, default=None)
    told = _Told() if latest is None else _told(attack, own, known, lens)
    return AttackCard(
        key=str(attack.key),
        date=date_card(first.date_earliest, first.date_latest, first.date_text),
        where=place_card(first),
        violation=first.violation,
        summary=str(latest.value("summary") or "") if latest else "",
        context=str(latest.value("context") or "") if latest else "",
        cases=tuple(line_card(line) for line in lines),
        tolls=told.tolls,
        condemnations=told.condemnations,
        disagreements=told.disagreements,
    )


class _Told(NamedTuple):
    """What people published of the attack as a whole."""

    tolls: tuple[TollCard, ...] = ()
    condemnations: tuple[CondemnationCard, ...] = ()
    disagreements: tuple[str, ...] = ()


def _told(
    attack: Attack,
    own: list[PublicFacts],
    known: Identity,
    lens: Lens,
) -> _Told:
    """Return what people who published its cases let be told of an attack."""
    reviews = {one.case_id: one.state.recorded_at for one in own}
    standing = reviewed_by(max(reviews.values()), lens.known_at)
    cases = frozenset[int]().union(
        *(
            publications.reviewed_group(case_id, known, reviewed_at)
            for case_id, reviewed_at in reviews.items()
        ),
    )
    return _Told(
        tolls=follow_up.toll_cards([attack.pk], standing),
        condemnations=follow_up.condemnation_cards([attack.pk], cases, standing),
        disagreements=follow_up.disagreements([attack.pk], standing),
    )
