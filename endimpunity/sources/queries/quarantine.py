"""Questions about rows that could not be read."""

from django.db.models import Exists, OuterRef, QuerySet

from endimpunity.sources.models import Row, Sighting, Snapshot
from endimpunity.sources.vocabulary import Outcome


def quarantined_rows(snapshot: Snapshot | None = None) -> QuerySet[Row]:
    """Return rows in quarantine: not read at import, and not since.

    Args:
        snapshot: of one file; None for all files.
    """
    read_since = Sighting.objects.filter(row=OuterRef("pk"), superseded_at=None)
    found = Row.objects.filter(~Exists(read_since), outcome=Outcome.QUARANTINED)
    return found if snapshot is None else found.filter(snapshot=snapshot)
