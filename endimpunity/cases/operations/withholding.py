"""Keep from the world what its lists say of people whose case was withdrawn."""

from collections.abc import Collection
from datetime import datetime

from endimpunity.accounts.models import User
from endimpunity.cases.models import Membership
from endimpunity.cases.queries import publications
from endimpunity.sources import operations as sources


def withhold_cases(
    *,
    case_ids: Collection[int],
    reason: str,
    by: User,
    at: datetime,
) -> None:
    """Keep what lists say of these cases' people out of every public list."""
    sources.withhold_parts(
        part_ids=_of_lists(case_ids),
        reason=reason,
        by=by,
        at=at,
    )


def lift_cases(*, case_ids: Collection[int], by: User, at: datetime) -> None:
    """Let what lists say of these cases' people be seen again."""
    sources.lift_withholding(part_ids=_of_lists(case_ids), by=by, at=at)


def keep_withdrawn(*, case_ids: Collection[int], by: User, at: datetime) -> None:
    """Withhold the entries that joined a case which people took from sight."""
    for case_id, reason in publications.taken_down(case_ids).items():
        withhold_cases(case_ids=[case_id], reason=reason, by=by, at=at)


def _of_lists(case_ids: Collection[int]) -> list[int]:
    members = Membership.objects.filter(case__in=case_ids, superseded_at=None)
    return sorted(set(members.values_list("part_id", flat=True)))
