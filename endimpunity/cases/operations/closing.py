"""Hide what a list showed, once it or one of its files is closed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import Membership, Publication
from endimpunity.cases.operations.publication_rows import (
    NewState,
    append_states,
    end_states,
)
from endimpunity.cases.operations.showing import hide_merged, show
from endimpunity.cases.queries.identity import identity
from endimpunity.cases.queries.listed import listed_cases
from endimpunity.cases.vocabulary import PublicationState
from endimpunity.sources import events as sources_events
from endimpunity.sources import models as sources_models
from endimpunity.sources import operations as sources
from endimpunity.sources import queries as sources_queries


@dataclass(frozen=True, kw_only=True)
class Closed:
    """How many cases are shown no longer, and how many stay so without this list."""

    withdrawn: int
    still_published: int


def close_list(
    *,
    publisher_code: str,
    reason: str,
    by: User,
    at: datetime,
    stated_on: date | None = None,
) -> Closed:
    """Take a publisher's list, or one file of it, from the world's sight.

    Args:
        publisher_code: whose list.
        reason: why; the addresses of what it showed answer with it.
        by: the actor.
        at: the moment.
        stated_on: the day of the file; None closes the list.

    Raises:
        UnableToClose: it is not open, or no reason is given.
    """
    with transaction.atomic():
        if stated_on is None:
            sources.end_policy(
                publisher_code=publisher_code,
                reason=reason,
                by=by,
                at=at,
            )
        else:
            file = sources_queries.snapshot_of(publisher_code, stated_on)
            if file is None:
                raise sources.UnableToClose(
                    f"no file of {publisher_code} stated on {stated_on} is in;"
                    f" `endimpunity snapshots --publisher {publisher_code}` lists"
                    " the days that are.",
                )
            sources.end_release(snapshot=file, reason=reason, by=by, at=at)
        own = Publication.objects.filter(
            policy__publisher=publisher_code,
            superseded_at=None,
        )
        withdrawn = own.filter(state=PublicationState.WITHDRAWN, recorded_at=at)
        handed_on = Publication.objects.filter(
            policy__isnull=False,
            state=PublicationState.PUBLISHED,
            superseded_at=None,
            recorded_at=at,
        ).exclude(policy__publisher=publisher_code)
        own_still = own.filter(state=PublicationState.PUBLISHED)
        return Closed(
            withdrawn=withdrawn.count(),
            still_published=own_still.count() + handed_on.count(),
        )


def list_closed(event: sources_events.ListClosed) -> None:
    """Withdraw what a list's policy showed and no open file of it names any more.

    A case that people published stays, without what the list said of it, and so
    does one that another open list names: it is shown under that list's policy
    from then on. A closing opens nothing, whatever an earlier file says.
    """
    by = User.objects.get(key=event.by)
    ended = _end_unlisted(event, by)
    members = Membership.objects.filter(publisher=event.publisher_code)
    spoken_of = set(members.values_list("case_id", flat=True))
    known = identity()
    show(
        case_ids={
            *spoken_of,
            *ended.withdrawn,
            *ended.handed_on,
            *(known.of(one) for one in spoken_of),
        },
        by=by,
        at=event.at,
    )
    hide_merged(case_ids=spoken_of, by=by, at=event.at)
    audit.record(
        deed="cases.close_list",
        by=by.key,
        at=event.at,
        subject=event.publisher_code,
        detail={
            "withdrawn": len(ended.withdrawn),
            "handed_on": len(ended.handed_on),
        },
    )


@dataclass(frozen=True, kw_only=True)
class _Ended:
    """Cases that the closed list showed, by what becomes of them.

    Attributes:
        withdrawn: case to the closed list's policy that showed it.
        handed_on: case to the policy of another open list that names it.
    """

    withdrawn: Mapping[int, int]
    handed_on: Mapping[int, int]


def _end_unlisted(event: sources_events.ListClosed, by: User) -> _Ended:
    """End what the list's policies publish without an open file."""
    known = identity()
    listed = listed_cases(event.publisher_code, event.at)
    shown = Publication.objects.filter(
        policy__publisher=event.publisher_code,
        state=PublicationState.PUBLISHED,
        superseded_at=None,
    ).order_by("case_id")
    gone = [one for one in shown if not listed.get(known.of(one.case_id), False)]
    end_states([one.pk for one in gone], event.at)
    elsewhere = _named_elsewhere(event) if gone else {}
    withdrawn: dict[int, int] = {}
    handed_on: dict[int, int] = {}
    for one in gone:
        other = elsewhere.get(known.of(one.case_id))
        if other is None and one.policy_id is not None:
            withdrawn[one.case_id] = one.policy_id
        elif other is not None:
            handed_on[one.case_id] = other
    _enter(withdrawn, PublicationState.WITHDRAWN, event, by)
    _enter(handed_on, PublicationState.PUBLISHED, event, by)
    return _Ended(withdrawn=withdrawn, handed_on=handed_on)


def _named_elsewhere(event: sources_events.ListClosed) -> dict[int, int]:
    """Return the cases that other open lists name, and the policy of the first."""
    others = sources_queries.open_policies(event.at).exclude(
        publisher=event.publisher_code,
    )
    found: dict[int, int] = {}
    for policy in others.order_by("publisher"):
        for case_id, named in listed_cases(policy.publisher_id, event.at).items():
            if named:
                found.setdefault(case_id, policy.pk)
    return found


def _enter(
    cases: Mapping[int, int],
    state: PublicationState,
    event: sources_events.ListClosed,
    by: User,
) -> None:
    """Let cases enter a state, each under the policy beside it."""
    policies = sources_models.PublishingPolicy.objects.filter(
        id__in=set(cases.values())
    )
    for policy in policies.order_by("id"):
        append_states(
            [case_id for case_id, under in cases.items() if under == policy.pk],
            NewState(
                state=state,
                reason=event.reason if state == PublicationState.WITHDRAWN else "",
                policy=policy,
                by=by,
                at=event.at,
            ),
        )
