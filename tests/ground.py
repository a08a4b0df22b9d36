"""What migrating lays in a test database, kept beside it and laid again by SQL alone.

A test with real commits empties every table afterwards. Django would load what was
there from JSON, object by object: some seven thousand, four seconds of every such test.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection, transaction

# Where the copies are: a schema lives as long as the database, a temporary table as
# long as the connection, which for SQLite's memory is the same.
COPY_OF = {
    "postgresql": "CREATE TABLE ground.{table} AS SELECT * FROM {table}",
    "sqlite": 'CREATE TEMP TABLE "ground.{table}" AS SELECT * FROM {table}',
}
LAY = {
    "postgresql": "INSERT INTO {table} SELECT * FROM ground.{table}",
    "sqlite": 'INSERT INTO {table} SELECT * FROM "ground.{table}"',
}


@dataclass(frozen=True, kw_only=True)
class Ground:
    """The tables that have rows after migrating."""

    tables: Sequence[str]

    def lay(self) -> None:
        """Fill the tables, all of them empty, as migrating left them."""
        with transaction.atomic(), connection.cursor() as cursor:
            for table in self.tables:
                cursor.execute(LAY[connection.vendor].format(table=table))


def keep_ground() -> Ground:
    """Copy every table that has rows now."""
    kept = []
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("CREATE SCHEMA ground")
        for table in connection.introspection.django_table_names(only_existing=True):
            cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")
            if cursor.fetchone():
                cursor.execute(COPY_OF[connection.vendor].format(table=table))
                kept.append(table)
    return Ground(tables=kept)
