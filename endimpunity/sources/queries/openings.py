"""What of lists is open to the world: opened by the lens's moment, and still open.

Publication is today's boundary. What was closed since is open under no lens, so
that an old one never shows again what was taken from sight.
"""

from datetime import datetime

from django.db.models import QuerySet

from endimpunity.sources.models import PublishingPolicy, Release


def open_policies(known_at: datetime | None = None) -> QuerySet[PublishingPolicy]:
    """Return the policies that stand today and were approved by a moment.

    Args:
        known_at: the lens's moment; None is now.
    """
    standing = PublishingPolicy.objects.filter(ended_at=None)
    if known_at is None:
        return standing
    return standing.filter(approved_at__lte=known_at)


def open_releases(known_at: datetime | None = None) -> QuerySet[Release]:
    """Return the releases of files that stand today and were made by a moment.

    A release stands no longer than the policy it was made under.

    Args:
        known_at: the lens's moment; None is now.
    """
    standing = Release.objects.filter(
        ended_at=None,
        policy__in=open_policies(known_at),
    )
    if known_at is None:
        return standing
    return standing.filter(released_at__lte=known_at)
