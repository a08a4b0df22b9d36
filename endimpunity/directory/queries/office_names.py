"""What offices are called, as far as two people or a release stand for it."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from endimpunity.directory.models import OfficeName
from endimpunity.directory.queries.contacts import agreed_office_names
from endimpunity.directory.vocabulary import Origin


def shown_names(offices: Collection[int]) -> Mapping[int, list[OfficeName]]:
    """Return office -> its names that may be shown, at most one a language.

    That is the name that stands, if it ships or was agreed to; while it waits, the
    last one before it that was agreed to. Offices without such a name are left out.
    """
    rows = OfficeName.objects.filter(office__in=offices).select_related("source")
    called = defaultdict[tuple[int, str], list[OfficeName]](list)
    # The one that stands is the last that was written.
    for row in rows.order_by("-pk"):
        called[row.office_id, row.language].append(row)
    standing = [names for names in called.values() if names[0].recorded_to is None]
    agreed = agreed_office_names([row.pk for names in standing for row in names])
    shown = defaultdict[int, list[OfficeName]](list)
    for names in standing:
        believed = [row for row in names if row.pk in agreed]
        if names[0].origin == Origin.SHIPPED:
            believed = names
        for row in believed[:1]:
            shown[row.office_id].append(row)
    return dict(shown)
