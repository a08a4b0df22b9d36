"""Hide what a list showed, once it or one of its files is closed."""

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
        return Closed(
            withdrawn=withdrawn.count(),
            still_published=own.filter(state=PublicationState.PUBLISHED).count(),
        )


def list_closed(event: sources_events.ListClosed) -> None:
    """Withdraw what a list's policy showed and no open file of it names any more.

    A case that people published stays, without what the list said of it. A closing
    opens nothing, whatever an earlier file says.
    """
    by = User.objects.get(key=event.by)
    withdrawn = _withdraw_unlisted(event, by)
    members = Membership.objects.filter(publisher=event.publisher_code)
    spoken_of = set(members.values_list("case_id", flat=True))
    known = identity()
    show(
        case_ids=spoken_of | withdrawn | {known.of(one) for one in spoken_of},
        by=by,
        at=event.at,
    )
    hide_merged(case_ids=spoken_of, by=by, at=event.at)
    audit.record(
        deed="cases.close_list",
        by=by.key,
        at=event.at,
        subject=event.publisher_code,
        detail={"withdrawn": len(withdrawn)},
    )


def _withdraw_unlisted(event: sources_events.ListClosed, by: User) -> set[int]:
    """End what the list's policies publish without an open file, and return it."""
    known = identity()
    listed = listed_cases(event.publisher_code, event.at)
    shown = Publication.objects.filter(
        policy__publisher=event.publisher_code,
        state=PublicationState.PUBLISHED,
        superseded_at=None,
    ).order_by("case_id")
    gone = [one for one in shown if not listed.get(known.of(one.case_id), False)]
    end_states([one.pk for one in gone], event.at)
    policies = sources_models.PublishingPolicy.objects.filter(
        publisher=event.publisher_code,
    )
    for policy in policies.order_by("version"):
        append_states(
            [one.case_id for one in gone if one.policy_id == policy.pk],
            NewState(
                state=PublicationState.WITHDRAWN,
                reason=event.reason,
                policy=policy,
                by=by,
                at=event.at,
            ),
        )
    return {one.case_id for one in gone}
