"""The journal's one deed: to write down the deeds of others, one or many."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
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
    done = Done(deed=deed, subject=subject, detail=dict(detail or {}))
    record_all(deeds=[done], by=by, at=at)


@dataclass(frozen=True, kw_only=True)
class Done:
    """A deed to be written down.

    Attributes:
        deed: the room and operation, as "cases.publish".
        subject: what was touched, as an address a reader can follow.
        detail: JSON-able particulars; never names or free text of people.
    """

    deed: str
    subject: str = ""
    detail: Mapping[str, object] = field(default_factory=dict)


def record_all(*, deeds: Sequence[Done], by: uuid.UUID, at: datetime) -> None:
    """Append deeds that one actor did at one moment, as `record` does one.

    Args:
        deeds: in their order; none writes nothing.
        by: the actor's opaque key.
        at: the moment.
    """
    if not deeds:
        return
    Deed.objects.bulk_create(
        Deed(
            deed=one.deed,
            actor_key=by,
            done_at=at,
            subject=one.subject,
            detail=dict(one.detail),
        )
        for one in deeds
    )
    _count(len(deeds), at)


def _count(deeds: int, at: datetime) -> None:
    """Add to the count of deeds, in a row that nobody else holds.

    Locked rows are skipped: a long import does not keep others waiting. Where all
    are held, another row is begun. On SQLite whoever writes is alone.
    """
    with transaction.atomic(savepoint=False):
        free = DeedCount.objects.select_for_update(
            skip_locked=connection.features.has_select_for_update_skip_locked,
        )
        row = free.order_by("id").values_list("id", flat=True).first()
        if row is None:
            DeedCount.objects.create(deeds=deeds, latest_at=at)
            return
        DeedCount.objects.filter(id=row).update(
            deeds=F("deeds") + deeds,
            latest_at=Greatest("latest_at", at),
        )
