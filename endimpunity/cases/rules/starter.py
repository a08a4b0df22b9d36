"""Read a starter file: one attack, in the project's own words, fact by fact cited."""

import tomllib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from endimpunity.cases.rules.columns import DateColumns, date_columns
from endimpunity.cases.rules.starter_schema import UnreadableStarterError, check
from endimpunity.foundation.partial_dates import from_edtf

__all__ = ["Starter", "UnreadableStarterError", "day", "read_starter", "stored_day"]

# The same fact has the same key in every installation: a name-based UUID of its
# path under this one, drawn once for the starter registry.
NAMESPACE = uuid.UUID("5b0f6d0e-2d0b-4e0c-9a56-1f6f4d3a2b11")

_TABLES = (
    "case",
    "toll",
    "condemnation",
    "proceeding",
    "statement",
    "disagreement",
)


@dataclass(frozen=True, kw_only=True)
class Starter:
    """One attack with all that is said of it.

    Attributes:
        slug: its name in the files.
        read_on: the day its pages were read; a citation may have a day of its own.
        citations: its sources by name.
        attack: its one table of the attack.
        tables: its other tables by name, each a tuple of mappings.
    """

    slug: str
    read_on: date
    citations: Mapping[str, Mapping[str, Any]]
    attack: Mapping[str, Any]
    tables: Mapping[str, tuple[Mapping[str, Any], ...]]

    def key(self, *path: str) -> uuid.UUID:
        """Return the permanent key of the fact at a path, the attack's without one."""
        return uuid.uuid5(NAMESPACE, "/".join((self.slug, *path)))


def read_starter(text: str) -> Starter:
    """Read one file.

    Raises:
        UnreadableStarterError: it is not TOML, or holds what the schema does not know.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableStarterError(f"not TOML: {error}") from error
    check(content)
    return Starter(
        slug=content["slug"],
        read_on=content["read_on"],
        citations=content["citation"],
        attack=content["attack"],
        tables={name: tuple(content.get(name, ())) for name in _TABLES},
    )


def stored_day(edtf: str) -> dict[str, str | None]:
    """Return a day of ours as stored; no source is quoted, so it has no text."""
    return {**from_edtf(edtf).as_stored(), "text": ""}


def day(edtf: str) -> DateColumns:
    """Return a day of ours as columns; "" is unknown."""
    return date_columns(stored_day(edtf) if edtf else None)
