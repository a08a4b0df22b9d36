"""What migrating lays in a test database, kept beside it and laid again by SQL alone.

A test with real commits empties every table afterwards. Django would load what was
there from JSON, object by object: some seven thousand, four seconds of every such test.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

# Where the copies are: a schema lives as long as the database, a temporary table as
# long as the connection, which for SQLite's memory is the same.
COPY_OF = {
    "postgresql": "CREATE TABLE {name}.{table} AS SELECT * FROM {table}",
    "sqlite": 'CREATE TEMP TABLE "{name}.{table}" AS SELECT * FROM {table}',
}
LAY = {
    "postgresql": "INSERT INTO {table} SELECT * FROM {name}.{table}",
    "sqlite": 'INSERT INTO {table} SELECT * FROM "{name}.{table}"',
}


@dataclass(frozen=True, kw_only=True)
class Ground:
    """The tables that had rows when they were copied, under a name."""

    name: str
    tables: Sequence[str]

    def lay(self) -> None:
        """Fill the tables, all of them empty, as they were."""
        with transaction.atomic(), connection.cursor() as cursor:
            self._fill(cursor)

    def lay_anew(self) -> None:
        """Fill the tables as they were, in place of what they hold."""
        with transaction.atomic(), connection.cursor() as cursor:
            for table in self.tables:
                cursor.execute(f"DELETE FROM {table}")
            self._fill(cursor)

    def _fill(self, cursor: CursorWrapper) -> None:
        for table in self.tables:
            statement = LAY[connection.vendor]
            cursor.execute(statement.format(name=self.name, table=table))


def keep_ground(name: str = "ground") -> Ground:
    """Copy every table that has rows now, outside any transaction."""
    kept = []
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"CREATE SCHEMA {name}")
        for table in connection.introspection.django_table_names(only_existing=True):
            cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")
            if cursor.fetchone():
                statement = COPY_OF[connection.vendor]
                cursor.execute(statement.format(name=name, table=table))
                kept.append(table)
    return Ground(name=name, tables=kept)
