"""Who holds a post now, as the latest source has it."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Q

from endimpunity.directory.models import Holder


def present_holders(
    posts: Collection[int],
    *,
    on: date,
    keys: Collection[int] | None = None,
) -> Mapping[int, Holder]:
    """Return post -> what the latest source says of who holds it on a day.

    A holder whose days do not take in that day is left out; of the others the one
    of the latest page counts, be it that the post is vacant. A post of which nobody
    has said anything is not in the answer.

    Args:
        posts: whose holders are asked for.
        on: the day.
        keys: only these holders are believed; all without it.
    """
    rows = Holder.objects.filter(
        Q(from_on=None) | Q(from_on__lte=on),
        Q(to_on=None) | Q(to_on__gte=on),
        post__in=posts,
        recorded_to=None,
        source__stated_on__lte=on,
    )
    if keys is not None:
        rows = rows.filter(pk__in=keys)
    latest = rows.select_related("source").order_by("source__stated_on", "pk")
    return {row.post_id: row for row in latest}
