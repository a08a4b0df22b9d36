"""The journal's one deed: to write down the deeds of others."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from django.db import connection, transaction
from django.db.models import F
from django.db.models.functions import Greatest

from endimpunity.audit.models import Deed, DeedCount


def record(
    *,
    deed: str,
    by: uuid.UUID,
    at: datetime,
    subject: str = "",
    detail: Mapping[str, object] | None = None,
) -> None:
    """Append one deed to the journal, inside the caller's transaction.

    Pages are told by it that something changed (`published.change_mark`): a deed
    that changes what anybody may read is written down in its own transaction.

    Args:
        deed: the room and operation, as "cases.publish".
        by: the actor's opaque key; the journal stands below the accounts.
        at: the moment of the deed.
        subject: what was touched, as an address a reader can follow.
        detail: JSON-able particulars; never names or free text of people.
    """
    Deed.objects.create(
        deed=deed,
        actor_key=by,
        done_at=at,
        subject=subject,
        detail=dict(detail or {}),
    )
    _count(at)


def _count(at: datetime) -> None:
    """Add one to the count of deeds, in a row that nobody else holds.

    Locked rows are skipped: a long import does not keep others waiting. Where all
    are held, another row is begun. On SQLite whoever writes is alone.
    """
    with transaction.atomic(savepoint=False):
        free = DeedCount.objects.select_for_update(
            skip_locked=connection.features.has_select_for_update_skip_locked,
        )
        row = free.order_by("id").values_list("id", flat=True).first()
        if row is None:
            DeedCount.objects.create(deeds=1, latest_at=at)
            return
        DeedCount.objects.filter(id=row).update(
            deeds=F("deeds") + 1,
            latest_at=Greatest("latest_at", at),
        )
