"""Questions to the journal."""

from datetime import datetime

from django.db.models import Max, Sum

from endimpunity.audit.models import DeedCount


def counted() -> tuple[int, datetime | None]:
    """Return how many deeds there are, and the latest moment of one."""
    found = DeedCount.objects.aggregate(deeds=Sum("deeds"), latest=Max("latest_at"))
    return found["deeds"] or 0, found["latest"]
