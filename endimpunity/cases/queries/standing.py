"""What stood at a moment, for every append-only table of the room."""

from datetime import datetime

from django.db.models import Q


def standing_at(known_at: datetime | None) -> Q:
    """Return the condition for rows that stood at a moment; None is now."""
    if known_at is None:
        return Q(superseded_at=None)
    return Q(recorded_at__lte=known_at) & (
        Q(superseded_at=None) | Q(superseded_at__gt=known_at)
    )


def reviewed_by(reviewed_at: datetime, known_at: datetime) -> Q:
    """Return the condition for facts that the world may know.

    A fact recorded after the last review waits for the next; one that was ended
    since is gone at once.

    Args:
        reviewed_at: when the case was last published.
        known_at: the lens's moment.
    """
    return Q(recorded_at__lte=min(reviewed_at, known_at)) & (
        Q(superseded_at=None) | Q(superseded_at__gt=known_at)
    )
