"""Which cases the world may see, and since when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime

from endimpunity.cases.models import Merge, Publication
from endimpunity.cases.queries.identity import Identity
from endimpunity.cases.vocabulary import PublicationState
from endimpunity.foundation import bulk

# Cases asked for at a time: below the parameters that either engine takes.
BATCH = 2_000


@dataclass(frozen=True, kw_only=True)
class State:
    """A case's standing state of publication.

    Attributes:
        id: the row.
        state: a code of `PublicationState`.
        policy_id: the policy it was published or withdrawn under, if by policy.
        reason: why, for the world to read.
        alone: published by one person of an installation of one.
        second_read: read by a second person before.
        recorded_at: since when.
    """

    id: int
    state: str
    policy_id: int | None
    reason: str
    alone: bool
    second_read: bool
    recorded_at: datetime


def states(case_ids: Iterable[int]) -> dict[int, State]:
    """Return the standing state of each of these cases that has one."""
    return {
        row.pop("case_id"): State(**row)
        for some in bulk.batches(case_ids)
        for row in Publication.objects.filter(case__in=some, superseded_at=None)
        .order_by("case_id")
        .values("case_id", *(it.name for it in fields(State)))
    }


def states_of(case_ids: Iterable[int]) -> dict[int, State]:
    """Return the standing states of any number of cases."""
    wanted = sorted(case_ids)
    found: dict[int, State] = {}
    for first in range(0, len(wanted), BATCH):
        found.update(states(wanted[first : first + BATCH]))
    return found


def taken_down(case_ids: Iterable[int]) -> dict[int, str]:
    """Return those of these cases that people, not a policy, withdrew, and why."""
    return {
        case_id: one.reason
        for case_id, one in states(case_ids).items()
        if one.state == PublicationState.WITHDRAWN and one.policy_id is None
    }


def without_taken_down(known: Identity) -> Identity:
    """Return who is whom without the merged cases that people took from sight.

    What was withdrawn and then merged says nothing in the case it leads to, nor
    does what leads through it. What was withdrawn together with that case, after
    the merge, is heard again when that case is published again.
    """
    gone = {
        case_id: one.recorded_at
        for case_id, one in states(known.leads).items()
        if one.state == PublicationState.WITHDRAWN and one.policy_id is None
    }
    if not gone:
        return known
    merges = {row.from_case_id: row for row in Merge.objects.filter(undone_at=None)}
    silent = {
        case_id
        for case_id, withdrawn_at in gone.items()
        if _merged_since(case_id, withdrawn_at, merges)
    }
    return Identity(
        leads={
            merged: into for merged, into in known.leads.items() if merged not in silent
        },
    )


def _merged_since(
    case_id: int,
    withdrawn_at: datetime,
    merges: Mapping[int, Merge],
) -> bool:
    """Return whether a case came to lead elsewhere after it was withdrawn."""
    if case_id not in merges:
        # Led there once and stands by itself now, withdrawn.
        return True
    while (row := merges.get(case_id)) is not None:
        if row.recorded_at >= withdrawn_at:
            return True
        case_id = row.into_case_id
    return False


def reviewed_group(
    case_id: int,
    known: Identity,
    reviewed_at: datetime,
) -> frozenset[int]:
    """Return the cases whose registry facts are told with a published case.

    Itself, those merged into it before it was last published, and those that
    people published by themselves: a merge shows no fact that nobody reviewed.
    """
    group = without_taken_down(known).all_of(case_id)
    if len(group) == 1:
        return group
    merged = Merge.objects.filter(
        undone_at=None,
        from_case__in=group,
        recorded_at__lte=reviewed_at,
    )
    before = set(merged.values_list("from_case_id", flat=True))
    told = {
        one
        for one, state in states(group).items()
        if state.state == PublicationState.PUBLISHED and state.policy_id is None
    }
    return group & (before | told | {case_id})
