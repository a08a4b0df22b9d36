"""Decide what of a list the world may see."""

from datetime import datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.foundation import events
from endimpunity.sources.events import ListClosed
from endimpunity.sources.models import Publisher, PublishingPolicy, Release, Snapshot
from endimpunity.sources.rules.licences import fields_under
from endimpunity.sources.vocabulary import (
    ALONE_REASON,
    LicencePolicy,
    SnapshotState,
)


class UnableToRelease(Exception):
    """Nothing of this list may be published."""


class UnableToClose(Exception):
    """There is nothing to close, or no reason is given why it is closed."""


def adopt_policy_alone(
    *,
    publisher_code: str,
    by: User,
    at: datetime,
) -> PublishingPolicy:
    """Return the standing policy of a publisher, made alone if there is none.

    A policy decided by one person says so, and every page under it repeats it.
    Its fields are what the publisher's licence policy allows.

    Raises:
        UnableToRelease: the licence policy is NONE, or the publisher unknown.
    """
    publisher = Publisher.objects.filter(code=publisher_code).first()
    if publisher is None:
        raise UnableToRelease(
            f"there is no list of {publisher_code!r} here; import it first.",
        )
    standing = PublishingPolicy.objects.filter(
        publisher=publisher,
        ended_at=None,
    ).first()
    if standing is not None:
        return standing
    if publisher.licence == LicencePolicy.NONE:
        raise UnableToRelease(
            f"nothing of the list of {publisher.code} may be published: its licence"
            " policy is NONE. The list is in, for staff only. If the publisher allows"
            " more, say so in the mapping's [publisher] section, as licence ="
            ' "facts-and-link", and import again with --mapping.',
        )
    with transaction.atomic():
        policy = PublishingPolicy.objects.create(
            publisher=publisher,
            version=PublishingPolicy.objects.filter(publisher=publisher).count() + 1,
            fields=list(fields_under(publisher.licence)),
            reason=ALONE_REASON,
            alone=True,
            approved_at=at,
            approved_by=by,
        )
        audit.record(
            deed="sources.adopt_policy_alone",
            by=by.key,
            at=at,
            subject=str(policy),
            detail={"fields": policy.fields},
        )
    return policy


def release_snapshot(
    *,
    snapshot: Snapshot,
    policy: PublishingPolicy,
    by: User,
    at: datetime,
) -> Release:
    """Open a file of a list to the world under a policy; twice is once.

    Raises:
        UnableToRelease: the file is not in, or the policy is another list's.
    """
    if snapshot.state == SnapshotState.TAKEN_BACK:
        raise UnableToRelease(f"{snapshot} was taken back, so it is not shown.")
    if snapshot.state != SnapshotState.IMPORTED:
        raise UnableToRelease(f"{snapshot} was refused, so there is nothing to show.")
    if policy.publisher_id != snapshot.publisher_id or policy.ended_at is not None:
        raise UnableToRelease(f"the policy {policy} does not stand for {snapshot}.")
    with transaction.atomic():
        release, made = Release.objects.get_or_create(
            snapshot=snapshot,
            policy=policy,
            ended_at=None,
            defaults={"released_at": at, "released_by": by},
        )
        if made:
            audit.record(
                deed="sources.release_snapshot",
                by=by.key,
                at=at,
                subject=str(snapshot),
                detail={"policy": str(policy)},
            )
    return release


def end_policy(*, publisher_code: str, reason: str, by: User, at: datetime) -> None:
    """Close a publisher's list: its policy and every release under it end.

    What rooms above showed of it is hidden in the same transaction. To open the
    list again, a new policy is adopted and files are released under that.

    Args:
        publisher_code: whose list.
        reason: why; the addresses of what it showed answer with it.
        by: the actor.
        at: the moment.

    Raises:
        UnableToClose: no policy of this list stands, or no reason is given.
    """
    _check_reason(reason)
    with transaction.atomic():
        policy = (
            PublishingPolicy.objects.select_for_update()
            .filter(publisher=publisher_code, ended_at=None)
            .first()
        )
        if policy is None:
            raise UnableToClose(
                f"the list of {publisher_code!r} is not open to the world.",
            )
        ending = {"ended_at": at, "ended_by": by, "ended_reason": reason}
        releases = Release.objects.filter(policy=policy, ended_at=None)
        closed = releases.update(**ending)
        PublishingPolicy.objects.filter(pk=policy.pk).update(**ending)
        audit.record(
            deed="sources.end_policy",
            by=by.key,
            at=at,
            subject=str(policy),
            detail={"reason": reason, "releases": closed},
        )
        _tell_closed(publisher_code, reason, by=by, at=at)


def end_release(*, snapshot: Snapshot, reason: str, by: User, at: datetime) -> None:
    """Close one file of a list; its other files stay open.

    What was shown of that file alone is hidden in the same transaction. It may be
    released again.

    Args:
        snapshot: the file.
        reason: why; the addresses of what it alone showed answer with it.
        by: the actor.
        at: the moment.

    Raises:
        UnableToClose: the file is not open to the world, or no reason is given.
    """
    _check_reason(reason)
    with transaction.atomic():
        standing = Release.objects.filter(snapshot=snapshot, ended_at=None)
        if not standing.update(ended_at=at, ended_by=by, ended_reason=reason):
            raise UnableToClose(f"{snapshot} is not open to the world.")
        audit.record(
            deed="sources.end_release",
            by=by.key,
            at=at,
            subject=str(snapshot),
            detail={"reason": reason},
        )
        _tell_closed(snapshot.publisher_id, reason, by=by, at=at)


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise UnableToClose(
            "a list is closed for a reason, which the addresses of what it showed"
            " answer with: give it with --reason.",
        )


def _tell_closed(publisher_code: str, reason: str, *, by: User, at: datetime) -> None:
    events.announce(
        ListClosed(publisher_code=publisher_code, reason=reason, by=by.key, at=at),
    )
