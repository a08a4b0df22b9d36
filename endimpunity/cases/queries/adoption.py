"""Whose lists make cases, and which people of theirs have one."""

from collections.abc import Collection, Iterable
from itertools import islice

from endimpunity.cases.models import Membership
from endimpunity.cases.rules.reasons import MADE
from endimpunity.sources import models as sources_models

# Records asked for at a time: below the parameters that either engine takes.
BATCH = 2_000


def adopts_lists_of(publisher_code: str) -> bool:
    """Return whether this publisher's entries make cases.

    The first list makes the registry's cases. A second publisher's entries are
    readable as its own list and wait for linking. A list of which nothing stands,
    since its files were taken back, is first no longer.
    """
    standing = Membership.objects.filter(superseded_at=None)
    return not standing.exclude(publisher=publisher_code).exists()


def list_that_waits() -> str | None:
    """Return the publisher whose list makes cases now, if none has made any.

    Of the lists that are in, the one that came in first.
    """
    if Membership.objects.filter(superseded_at=None).exists():
        return None
    return (
        sources_models.Sighting.objects.filter(superseded_at=None)
        .order_by("snapshot__recorded_at", "snapshot_id")
        .values_list("snapshot__publisher_id", flat=True)
        .first()
    )


def parts_without_case(record_ids: Collection[int]) -> dict[int, int]:
    """Return the parts of records that are about no case now: part to record.

    Args:
        record_ids: no more than an engine takes as parameters.
    """
    parts = dict(
        sources_models.Part.objects.filter(record__in=record_ids)
        .order_by("record_id", "number")
        .values_list("id", "record_id"),
    )
    members = Membership.objects.filter(
        part__record__in=record_ids,
        superseded_at=None,
    )
    for part_id in members.values_list("part_id", flat=True):
        parts.pop(part_id, None)
    return parts


def attacks_of(record_ids: Collection[int]) -> dict[int, int]:
    """Return the attack of the cases made of records, where there is one.

    Args:
        record_ids: no more than an engine takes as parameters.
    """
    members = Membership.objects.filter(
        part__record__in=record_ids,
        superseded_at=None,
        case__in=Membership.objects.filter(
            part__record__in=record_ids,
            reason=MADE,
        ).values("case"),
    ).order_by("-part__number", "-id")
    return dict(members.values_list("part__record_id", "case__attack_id"))


def known_before(record_ids: Iterable[int]) -> list[int]:
    """Return those of these records with a part whose membership ended."""
    found: set[int] = set()
    remaining = iter(record_ids)
    while batch := list(islice(remaining, BATCH)):
        ended = Membership.objects.filter(
            part__record__in=batch,
            superseded_at__isnull=False,
        )
        found.update(ended.values_list("part__record_id", flat=True))
    return sorted(found)
