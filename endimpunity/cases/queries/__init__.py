"""Questions about cases; nothing is written here."""

from endimpunity.cases.queries.adoption import adopts_lists_of
from endimpunity.cases.queries.identity import (
    CircularMergesError,
    Identity,
    identity,
)
from endimpunity.cases.queries.origins import FieldOrigin, field_origins

__all__ = [
    "CircularMergesError",
    "FieldOrigin",
    "Identity",
    "adopts_lists_of",
    "field_origins",
    "identity",
]
