"""End what a list's policy shows and the list names no more."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from endimpunity.accounts.models import User
from endimpunity.cases.models import Publication
from endimpunity.cases.operations.publication_rows import (
    NewState,
    append_states,
    end_states,
)
from endimpunity.cases.queries.identity import identity
from endimpunity.cases.queries.listed import named_elsewhere
from endimpunity.cases.vocabulary import PublicationState
from endimpunity.foundation import bulk
from endimpunity.sources import models as sources_models


@dataclass(frozen=True, kw_only=True)
class Unlisted:
    """Cases that a list showed and names no more, by what becomes of them.

    Attributes:
        withdrawn: case to the list's policy that showed it.
        handed_on: case to the policy of another open list that names it.
    """

    withdrawn: Mapping[int, int]
    handed_on: Mapping[int, int]


def end_unlisted(
    *,
    publisher_code: str,
    state_ids: Collection[int],
    reason: str,
    by: User,
    at: datetime,
) -> Unlisted:
    """End these states; each case goes on under another open list, or is withdrawn.

    A case that another open list names is shown under that list's policy from
    then on. Who calls has found that the publisher's list names these cases no
    more, and shows them afresh afterwards.

    Args:
        publisher_code: whose list.
        state_ids: standing rows of `Publication` under that publisher's policies.
        reason: why the others are withdrawn; their addresses answer with it.
        by: the actor.
        at: the moment.
    """
    keys = sorted(state_ids)
    elsewhere = named_elsewhere(publisher_code, at) if keys else {}
    known = identity()
    withdrawn: dict[int, int] = {}
    handed_on: dict[int, int] = {}
    for some in bulk.batches(keys):
        shown = Publication.objects.filter(id__in=some, policy__isnull=False)
        for case_id, policy_id in shown.order_by("case_id").values_list(
            "case_id",
            "policy_id",
        ):
            other = elsewhere.get(known.of(case_id))
            if other is None:
                withdrawn[case_id] = policy_id
            else:
                handed_on[case_id] = other
    end_states(keys, at)
    _enter(withdrawn, PublicationState.WITHDRAWN, reason, by, at)
    _enter(handed_on, PublicationState.PUBLISHED, "", by, at)
    return Unlisted(withdrawn=withdrawn, handed_on=handed_on)


def _enter(
    cases: Mapping[int, int],
    state: PublicationState,
    reason: str,
    by: User,
    at: datetime,
) -> None:
    """Let cases enter a state, each under the policy beside it."""
    policies = sources_models.PublishingPolicy.objects.filter(
        id__in=set(cases.values()),
    )
    for policy in policies.order_by("id"):
        append_states(
            [case_id for case_id, under in cases.items() if under == policy.pk],
            NewState(state=state, reason=reason, policy=policy, by=by, at=at),
        )
