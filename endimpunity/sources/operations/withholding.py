"""Keep records from the world, and lift that again."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.sources.models import Withholding


class UnableToWithhold(Exception):
    """A record is withheld for a reason; give one."""


def withhold_records(
    *,
    record_ids: Collection[int],
    reason: str,
    by: User,
    at: datetime,
) -> None:
    """Keep records out of every public list, whatever comes in later.

    Records withheld already stay so, with the reason they have.

    Raises:
        UnableToWithhold: no reason is given.
    """
    if not reason.strip():
        raise UnableToWithhold
    with transaction.atomic():
        have = set(
            Withholding.objects.filter(
                record__in=record_ids,
                superseded_at=None,
            ).values_list("record_id", flat=True),
        )
        new = sorted(set(record_ids) - have)
        Withholding.objects.bulk_create(
            [
                Withholding(
                    record_id=key,
                    reason=reason,
                    recorded_at=at,
                    recorded_by=by,
                )
                for key in new
            ],
        )
        for key in new:
            audit.record(
                deed="sources.withhold_records",
                by=by.key,
                at=at,
                subject=f"record {key}",
            )


def lift_withholding(
    *,
    record_ids: Collection[int],
    by: User,
    at: datetime,
) -> None:
    """Let records be seen again where their list's policy allows it."""
    with transaction.atomic():
        standing = Withholding.objects.filter(
            record__in=record_ids,
            superseded_at=None,
        )
        lifted = sorted(standing.values_list("record_id", flat=True))
        standing.update(superseded_at=at)
        for key in lifted:
            audit.record(
                deed="sources.lift_withholding",
                by=by.key,
                at=at,
                subject=f"record {key}",
            )
