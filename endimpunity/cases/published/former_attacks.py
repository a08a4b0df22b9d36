"""What stands at the address of an attack of which nothing is shown any more."""

from endimpunity.cases.models import Attack, Case, Publication, PublicLine
from endimpunity.cases.published.cards import AttackMovedCard, AttackTombstoneCard
from endimpunity.cases.published.lines import visible
from endimpunity.cases.queries import publications
from endimpunity.cases.queries.identity import Identity, identity
from endimpunity.cases.vocabulary import PublicationState
from endimpunity.foundation.lens import Lens


def former_attack(
    attack: Attack,
    known: Identity,
    lens: Lens,
) -> AttackMovedCard | AttackTombstoneCard | None:
    """Return where the cases of an attack are told now, or that they are gone.

    None where none of them was ever shown. Of several attacks that tell them now it
    leads to the one of the first line.

    Args:
        attack: the attack, none of whose cases is shown under the lens.
        known: who is whom.
        lens: the registry's lens.
    """
    once = _shown_once(attack)
    gone = _withdrawn(once)
    left = once - set(gone)
    if left:
        into = {known.of(case_id) for case_id in left}
        line = visible(lens).filter(case__in=into).order_by("sort_key", "case_id")
        return _moved(attack, line.first())
    if not gone:
        return None
    last = max(gone.values(), key=lambda one: one.recorded_at)
    return AttackTombstoneCard(
        key=str(attack.key),
        reason=last.reason,
        since=last.recorded_at.date().isoformat(),
    )


def _shown_once(attack: Attack) -> frozenset[int]:
    rows = Publication.objects.filter(
        case__attack=attack,
        state=PublicationState.PUBLISHED,
    )
    return frozenset(rows.values_list("case_id", flat=True))


def _withdrawn(case_ids: frozenset[int]) -> dict[int, publications.State]:
    """Return those that are withdrawn, or lead now to one that is.

    Protection outranks memory: the lens is not asked.
    """
    now = identity()
    found = publications.states({*case_ids, *(now.of(one) for one in case_ids)})
    gone: dict[int, publications.State] = {}
    for case_id in case_ids:
        for one in (found.get(case_id), found.get(now.of(case_id))):
            if one is not None and one.state == PublicationState.WITHDRAWN:
                gone.setdefault(case_id, one)
    return gone


def _moved(attack: Attack, line: PublicLine | None) -> AttackMovedCard | None:
    if line is None:
        return None
    to = Case.objects.values_list("attack__key", flat=True).get(pk=line.case_id)
    return AttackMovedCard(key=str(attack.key), to=str(to))
