"""Open to the world what a publishing policy allows of a list's cases."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.operations.publication_rows import (
    NewState,
    append_states,
    end_states,
)
from endimpunity.cases.operations.showing import show
from endimpunity.cases.operations.unlisting import end_unlisted
from endimpunity.cases.queries import publications
from endimpunity.cases.queries.listed import listed_cases
from endimpunity.cases.vocabulary import NO_LONGER_LISTED, PublicationState
from endimpunity.sources import models as sources_models


class UnableToPublishUnderPolicy(Exception):  # the house names refusals so
    """The policy no longer stands; adopt a new one and release the files under it."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """How many cases a policy newly shows, still shows, and no longer shows.

    Attributes:
        published: newly shown.
        kept: shown before and now, by this policy or by people.
        withdrawn: no longer shown: no open list names them.
        handed_on: shown still, under the policy of another open list.
    """

    published: int
    kept: int
    withdrawn: int
    handed_on: int


def publish_under_policy(*, policy_id: int, by: User, at: datetime) -> Shown:
    """Publish the cases that the released files of a publisher speak of.

    Only the policy's fields of those files are shown. A case that a person
    published or withdrew stays as that person decided; one that its list no
    longer holds goes on under another open list that names it, or is withdrawn
    with that reason.

    Raises:
        UnableToPublishUnderPolicy: the policy was ended, or never made.
    """
    policy = sources_models.PublishingPolicy.objects.filter(
        id=policy_id,
        ended_at=None,
    ).first()
    if policy is None:
        raise UnableToPublishUnderPolicy
    with transaction.atomic():
        plan = _plan(policy, at)
        end_states([*plan.replaced], at)
        append_states(
            plan.new,
            NewState(
                state=PublicationState.PUBLISHED,
                reason="",
                policy=policy,
                by=by,
                at=at,
            ),
        )
        ended = end_unlisted(
            publisher_code=policy.publisher_id,
            state_ids=plan.dropped.values(),
            reason=NO_LONGER_LISTED,
            by=by,
            at=at,
        )
        show(case_ids=(*plan.new, *plan.kept, *plan.dropped), by=by, at=at)
        shown = Shown(
            published=len(plan.new),
            kept=len(plan.kept),
            withdrawn=len(ended.withdrawn),
            handed_on=len(ended.handed_on),
        )
        _journal(policy, shown, by, at)
    return shown


def _journal(
    policy: sources_models.PublishingPolicy,
    shown: Shown,
    by: User,
    at: datetime,
) -> None:
    audit.record(
        deed="cases.publish_under_policy",
        by=by.key,
        at=at,
        subject=str(policy),
        detail={
            "published": shown.published,
            "withdrawn": shown.withdrawn,
            "handed_on": shown.handed_on,
        },
    )


@dataclass(frozen=True, kw_only=True)
class _Plan:
    """What is to be done.

    Attributes:
        new: cases to be published.
        kept: cases that stay published, to be shown afresh.
        dropped: case to its standing row, for those no longer listed.
        replaced: standing rows that a new one follows.
    """

    new: tuple[int, ...]
    kept: tuple[int, ...]
    dropped: Mapping[int, int]
    replaced: tuple[int, ...]


def _plan(policy: sources_models.PublishingPolicy, at: datetime) -> _Plan:
    listed = listed_cases(policy.publisher_id, at)
    states = publications.states_of(listed.keys())
    own = set(
        sources_models.PublishingPolicy.objects.filter(
            publisher=policy.publisher_id,
        ).values_list("id", flat=True),
    )
    new, kept, replaced = [], [], []
    dropped: dict[int, int] = {}
    for case_id, still_listed in sorted(listed.items()):
        state = states.get(case_id)
        if state is not None and state.policy_id is None:
            if state.state == PublicationState.PUBLISHED:
                kept.append(case_id)
            continue
        shown = state is not None and state.state == PublicationState.PUBLISHED
        if still_listed and state and shown and state.policy_id == policy.pk:
            kept.append(case_id)
        elif still_listed:
            new.append(case_id)
            replaced.extend([state.id] if state else [])
        elif state and shown and state.policy_id in own:
            dropped[case_id] = state.id
    return _Plan(
        new=tuple(new),
        kept=tuple(kept),
        dropped=dropped,
        replaced=tuple(replaced),
    )
