"""Columns that both engines put in the same order."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Combinable

if TYPE_CHECKING:
    # Generic in the stubs only: what may be set, and what is read.
    _Text = models.CharField[str | Combinable, str]
else:
    _Text = models.CharField


class SortKeyField(_Text):
    """A text column ordered by code point on SQLite and on PostgreSQL alike.

    PostgreSQL orders text by the database's locale unless a column says "C";
    SQLite's BINARY is that order already and knows no collation named "C".
    """

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        """Return the column's type, with its collation where one is needed."""
        plain = super().db_type(connection)
        if connection.vendor == "postgresql":
            return f'{plain} COLLATE "C"'
        return plain

    def cast_db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        """Return the type for CAST, which takes no collation."""
        return super().db_type(connection)

    def deconstruct(self) -> Any:  # noqa: ANN401  # Django's own signature
        """Name this class in migrations."""
        return super().deconstruct()
