"""Which cases the world may see, and since when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from endimpunity.cases.models import Publication
from endimpunity.cases.vocabulary import PublicationState


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
    rows = Publication.objects.filter(case__in=list(case_ids), superseded_at=None)
    return {
        case_id: State(
            id=key,
            state=state,
            policy_id=policy,
            reason=reason,
            alone=alone,
            second_read=second_read,
            recorded_at=recorded_at,
        )
        for (
            case_id,
            key,
            state,
            policy,
            reason,
            alone,
            second_read,
            recorded_at,
        ) in rows.order_by("case_id").values_list(
            "case_id",
            "id",
            "state",
            "policy_id",
            "reason",
            "alone",
            "second_read",
            "recorded_at",
        )
    }


def published_since(case_id: int) -> datetime | None:
    """Return since when a case has been published without a break; None if not."""
    since = None
    rows = Publication.objects.filter(case=case_id).order_by("recorded_at", "id")
    for state, recorded_at in rows.values_list("state", "recorded_at"):
        if state != PublicationState.PUBLISHED:
            since = None
        elif since is None:
            since = recorded_at
    return since
