"""What a source says of one field as a value, which every language can tell."""

from typing import Any

from endimpunity.cases.vocabulary import EventKind, TollGroup
from endimpunity.foundation.partial_dates import from_edtf

# Fields that hold several values; a source's saying is of one.
LISTS = ("violations", "outlets", "media", "nationality")
# What a saying may be about: fields of a case, how many people an attack is said to
# have harmed, and the day of an event of a kind of which a case has one.
OF_FIELDS = (
    "age",
    "date",
    "country",
    "place",
    "violations",
    "outlets",
    "media",
    "nationality",
    "role",
    "employment",
    "local_foreign",
    "manner",
    "motive",
)
OF_TOLLS = tuple(TollGroup.values)
OF_EVENTS = tuple(EventKind.values)
SAYABLE = (*OF_FIELDS, *OF_TOLLS, *OF_EVENTS)
# Said as a day: the attack's, or an event's.
DAYS = ("date", *OF_EVENTS)


def stored(about: str, code: str) -> Any:  # noqa: ANN401  # a field's value, of any kind
    """Return what a source says, as the field itself would hold it.

    Args:
        about: one of `SAYABLE`.
        code: the value as a statement keeps it: a code, words, a figure or EDTF.
    """
    if about in DAYS:
        return {**from_edtf(code).as_stored(), "text": ""}
    return [code] if about in LISTS else code
