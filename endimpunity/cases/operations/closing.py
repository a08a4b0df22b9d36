"""Hide what a list showed, once it or one of its files is closed."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import Membership, Publication
from endimpunity.cases.operations.showing import hide_merged, show
from endimpunity.cases.operations.unlisting import end_unlisted
from endimpunity.cases.queries.identity import identity
from endimpunity.cases.queries.listed import listed_cases
from endimpunity.cases.vocabulary import PublicationState
from endimpunity.sources import events as sources_events
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
    ended = end_unlisted(
        publisher_code=event.publisher_code,
        state_ids=_unlisted(event),
        reason=event.reason,
        by=by,
        at=event.at,
    )
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


def _unlisted(event: sources_events.ListClosed) -> list[int]:
    """Return the states by which the list's policies show what no open file names."""
    known = identity()
    listed = listed_cases(event.publisher_code, event.at)
    shown = Publication.objects.filter(
        policy__publisher=event.publisher_code,
        state=PublicationState.PUBLISHED,
        superseded_at=None,
    ).order_by("case_id")
    return [one.pk for one in shown if not listed.get(known.of(one.case_id), False)]
