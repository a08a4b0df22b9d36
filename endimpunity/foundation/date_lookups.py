"""Windows on columns: the questions of `PartialDate`, asked of the database.

A date is kept in two columns, `<field>_earliest` and `<field>_latest`, in which
NULL is unbounded. The conditions are never NULL themselves, so that `~` and
`exclude()` give the complement on every engine.
"""

from datetime import date

from django.db.models import Q


def overlapping(field: str, first: date, last: date) -> Q:
    """Return the condition of `PartialDate.possibly_in`: some day is in the window.

    Raises:
        ValueError: the window ends before it begins.
    """
    _refuse_backward(first, last)
    begins = Q((f"{field}_earliest__isnull", True)) | Q(
        (f"{field}_earliest__lte", last)
    )
    ends = Q((f"{field}_latest__isnull", True)) | Q((f"{field}_latest__gte", first))
    return begins & ends


def contained(field: str, first: date, last: date) -> Q:
    """Return the condition of `PartialDate.surely_in`: every day is in the window.

    Raises:
        ValueError: the window ends before it begins.
    """
    _refuse_backward(first, last)
    return Q(
        (f"{field}_earliest__isnull", False),
        (f"{field}_earliest__gte", first),
        (f"{field}_latest__isnull", False),
        (f"{field}_latest__lte", last),
    )


def _refuse_backward(first: date, last: date) -> None:
    if first > last:
        raise ValueError(f"The window from {first} to {last} ends before it begins.")
