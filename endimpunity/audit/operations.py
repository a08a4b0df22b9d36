"""The journal's one deed: to write down the deeds of others."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from endimpunity.audit.models import Deed


def record(
    *,
    deed: str,
    by: uuid.UUID,
    at: datetime,
    subject: str = "",
    detail: Mapping[str, object] | None = None,
) -> None:
    """Append one deed to the journal, inside the caller's transaction.

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
