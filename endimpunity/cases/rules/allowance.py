"""What of a case the world may see: the allow-lists, in one place."""

from collections.abc import Mapping, Sequence
from typing import Any

# Fields of a list that a policy may open at all, whatever it says. Free text
# (`summary`, `perpetrators`), and what was never read (`unread`), are not among
# them: they may name living suspects.
MAY_BE_OPENED = frozenset(
    {
        "name",
        "name_native",
        "date",
        "year",
        "country",
        "area",
        "place",
        "outlets",
        "nationality",
        "age",
        "sex",
        "role",
        "employment",
        "local_foreign",
        "media",
        "beats",
        "manner",
        "motive",
        "impunity",
        "unesco_status",
        "violation",
        "conflict",
        "url",
    },
)
# What a named permission of a policy lets through besides itself.
_BRINGS = {
    "date": ("year",),
    "country": ("area",),
    "place": ("country", "area"),
    "status": ("impunity", "unesco_status"),
    "outlet": ("outlets",),
    "link": ("url",),
}
# Fields of a case that are shown when the registry asserts them and the case
# itself was published, by two people or alone.
OF_THE_REGISTRY = (
    "date",
    "country",
    "area",
    "place",
    "violations",
    "context",
    "summary",
    "name",
    "name_native",
    "age",
    "sex",
    "nationality",
    "role",
    "employment",
    "local_foreign",
    "outlets",
    "media",
    "beats",
    "manner",
    "motive",
    "not_told",
)


def opened(fields: Sequence[str]) -> frozenset[str]:
    """Return the fields of a record that a policy's list lets through."""
    named = set(fields)
    for field in fields:
        named.update(_BRINGS.get(field, ()))
    return frozenset(named & MAY_BE_OPENED)


def let_through(values: Mapping[str, Any], allowed: frozenset[str]) -> dict[str, Any]:
    """Return the allowed fields of a record's values, and nothing else."""
    return {field: value for field, value in values.items() if field in allowed}
