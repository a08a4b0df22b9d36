"""Keep people of records from the world, and lift that again."""

from collections.abc import Collection, Mapping
from datetime import datetime
from operator import attrgetter

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.foundation import bulk
from endimpunity.sources.models import Withholding
from endimpunity.sources.queries import parts_of, withheld_parts
from endimpunity.sources.rules.people import match_people


class UnableToWithhold(Exception):
    """A person of a record is withheld for a reason; give one."""


def withhold_parts(
    *,
    part_ids: Collection[int],
    reason: str,
    by: User,
    at: datetime,
) -> None:
    """Keep people out of every public list, whatever comes in later.

    Who is withheld already stays so, with the reason given then.

    Raises:
        UnableToWithhold: no reason is given.
    """
    if not reason.strip():
        raise UnableToWithhold
    with transaction.atomic():
        new = sorted(set(part_ids) - withheld_parts(part_ids))
        Withholding.objects.bulk_create(
            [
                Withholding(
                    part_id=key,
                    reason=reason,
                    recorded_at=at,
                    recorded_by=by,
                )
                for key in new
            ],
        )
        for key in new:
            audit.record(
                deed="sources.withhold_parts",
                by=by.key,
                at=at,
                subject=f"part {key}",
            )


def lift_withholding(
    *,
    part_ids: Collection[int],
    by: User,
    at: datetime,
) -> None:
    """Let people of records be seen again where their list's policy allows it."""
    with transaction.atomic():
        lifted = sorted(withheld_parts(part_ids))
        for some in bulk.batches(lifted):
            Withholding.objects.filter(part__in=some, superseded_at=None).update(
                superseded_at=at,
            )
        for key in lifted:
            audit.record(
                deed="sources.lift_withholding",
                by=by.key,
                at=at,
                subject=f"part {key}",
            )


def carry_withholdings(
    *,
    moves: Mapping[int, int],
    by: User,
    at: datetime,
) -> None:
    """Withhold in the record that rows went to who was withheld where they were.

    A name taken down does not come back because the list was read again.

    Args:
        moves: record -> record that rows of it belong to now.
        by: the actor.
        at: the moment.
    """
    standing = [
        one
        for some in bulk.batches(moves)
        for one in Withholding.objects.filter(
            part__record__in=some,
            superseded_at=None,
        ).select_related("part")
    ]
    for one in sorted(standing, key=attrgetter("pk")):
        parts = parts_of([moves[one.part.record_id]]).get(
            moves[one.part.record_id],
            [],
        )
        matched = match_people([name for _, _, name in parts], [one.part.name])
        if matched:
            withhold_parts(
                part_ids=[parts[matched[0]][0]],
                reason=one.reason,
                by=by,
                at=at,
            )
