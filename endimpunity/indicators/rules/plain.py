"""A figure as JSON can hold it, byte for byte the same for the same figure."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from endimpunity.indicators.rules.figures import Figure, Row

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
# What the identity holds is printed as the figure's own keys.
_HIDDEN = frozenset({"identity"})


def plain_figure(figure: Figure) -> dict[str, Json]:
    """Return a figure's keys in the order in which they are printed."""
    said: dict[str, Json] = {
        "definition": figure.definition,
        "version": figure.version,
        "identity": figure.identity.digest,
    }
    said |= {
        field.name: plain(getattr(figure, field.name))
        for field in fields(figure)
        if field.name not in _HIDDEN
    }
    excluded = {it.reason: it for it in figure.excluded}
    said["excluded"] = {
        reason: {"sentence": it.sentence, "cases": plain(it.cases)}
        for reason, it in excluded.items()
    }
    said["references"] = dict(figure.identity.references)
    said["dates_known_at"] = plain(figure.identity.dates_known_at)
    return said


def figure_bytes(figure: Figure) -> bytes:
    """Return the figure as JSON in UTF-8, the same bytes for the same figure."""
    said = plain_figure(figure)
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def plain(value: object) -> Json:
    """Return a value as JSON holds it; a row says of which kind it is.

    Raises:
        TypeError: nothing says how to write such a value.
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, str | date | Fraction):
        return value.isoformat() if isinstance(value, date) else str(value)
    if isinstance(value, Sequence):
        return [plain(one) for one in value]
    return _fields_of(value)


def _fields_of(value: object) -> dict[str, Json]:
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{type(value).__name__} is nothing that JSON can hold.")
    said: dict[str, Json] = {}
    if isinstance(value, Row):
        said["row"] = type(value).__name__
    said |= {it.name: plain(getattr(value, it.name)) for it in fields(value)}
    return said
