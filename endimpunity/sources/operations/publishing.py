"""Decide what of a list the world may see."""

from datetime import datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.sources.models import Publisher, PublishingPolicy, Release, Snapshot
from endimpunity.sources.rules.licences import fields_under
from endimpunity.sources.vocabulary import LicencePolicy, SnapshotState

ALONE_REASON = (
    "This installation is kept by one person. What the publisher's licence policy"
    " allows is shown, without a second reading."
)


class UnableToRelease(Exception):
    """Nothing of this list may be published."""


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
        UnableToRelease: the file was refused, or the policy is another list's.
    """
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
