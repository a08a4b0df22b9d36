"""Take a file of a list back, and show what the files that are left say."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.cases.models import Membership, PublicLine
from endimpunity.cases.operations import one_world
from endimpunity.cases.operations.releasing import publish_under_policy
from endimpunity.sources import operations as sources
from endimpunity.sources import queries as sources_queries


@dataclass(frozen=True, kw_only=True)
class ListTakenBack:
    """What taking a file back meant.

    Attributes:
        taken_back: for its list.
        no_longer_published: how many cases are shown no longer.
        published: how many are shown that were not.
    """

    taken_back: sources.TakenBack
    no_longer_published: int
    published: int


def take_back_list(
    *,
    publisher_code: str,
    stated_on: date,
    reason: str,
    by: User,
    at: datetime,
) -> ListTakenBack:
    """Take a file out of its list; pages go by the open files that are left.

    A case that it alone showed answers at its address with the reason. One that
    is shown no longer because of it, though an open file names it, is shown
    again; whom people took from sight stays so.

    Args:
        publisher_code: whose list.
        stated_on: the day of the file.
        reason: why, in words for the world.
        by: the actor.
        at: the moment.

    Raises:
        UnableToTakeBack: no such file is in, no reason is given, or the file is
            part of an invented world.
    """
    if one_world.is_invented():
        raise sources.UnableToTakeBack(one_world.INVENTED_FOR_GOOD)
    with transaction.atomic():
        before = _shown()
        taken_back = sources.take_back(
            publisher_code=publisher_code,
            stated_on=stated_on,
            reason=reason,
            by=by,
            at=at,
        )
        for policy_id in _policies_touched(publisher_code, at):
            publish_under_policy(policy_id=policy_id, by=by, at=at)
        after = _shown()
    return ListTakenBack(
        taken_back=taken_back,
        no_longer_published=len(before - after),
        published=len(after - before),
    )


def _shown() -> set[int]:
    return set(PublicLine.objects.values_list("case_id", flat=True))


def _policies_touched(publisher_code: str, at: datetime) -> list[int]:
    """Return the standing policies of the list and of lists whose cases changed.

    Where nothing of the first list stands any more, another makes the cases.
    """
    begun = Membership.objects.filter(recorded_at=at, superseded_at=None)
    lists = {publisher_code, *begun.values_list("publisher_id", flat=True)}
    return list(
        sources_queries.open_policies()
        .filter(publisher__in=lists)
        .order_by("publisher")
        .values_list("id", flat=True),
    )
