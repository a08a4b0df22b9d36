"""Append many rows at once, at the speed of the engine's own bulk door.

Django's `bulk_create` builds a model instance and adapts every value of every
row; for a list of a hundred thousand records that is most of an import's time.
Here rows are plain tuples, already in the form the column stores.
"""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain, islice
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections, models, router

# Rows handed to the engine at a time: large enough that the call does not count,
# small enough that a batch of long texts stays under a few megabytes.
BATCH = 2_000
# Of them, rows that SQLite takes in one statement: beginning and ending a statement
# costs it a third of what appending the row does; more than fifty gain nothing.
ROWS_A_STATEMENT = 50
# Values that any build of SQLite takes in one statement.
VALUES_A_STATEMENT = 999
# Keys asked for at a time: SQLite takes 32,766 parameters as it is delivered and
# PostgreSQL 65,535; beside the keys a query has a few of its own.
MOST_KEYS = 2_000

Item = TypeVar("Item")


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield keys some at a time, as many as either engine takes as parameters."""
    remaining = iter(items)
    while batch := list(islice(remaining, MOST_KEYS)):
        yield batch


def reserve_keys(model: type[models.Model], count: int) -> Sequence[int]:
    """Take `count` primary keys that nobody else will get, in rising order.

    To be called inside the transaction that appends the rows. On SQLite that
    transaction is the only writer; on PostgreSQL each key is drawn from the
    sequence that every other writer draws from, so that they may have gaps.

    Args:
        model: a model whose key is an automatic integer.
        count: how many keys, zero or more.
    """
    if count == 0:
        return ()
    connection = connections[router.db_for_write(model)]
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id'))"
                " FROM generate_series(1, %s)",
                [table, count],
            )
            return sorted(key for (key,) in cursor.fetchall())
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        kept = cursor.fetchone()
        first = (int(kept[0]) if kept else 0) + 1
        sql = (
            "UPDATE sqlite_sequence SET seq = %s WHERE name = %s"
            if kept
            else "INSERT INTO sqlite_sequence (seq, name) VALUES (%s, %s)"
        )
        cursor.execute(sql, [first + count - 1, table])
    return range(first, first + count)


@contextmanager
def nothing_to_collect() -> Iterator[None]:
    """Keep the cyclic garbage collector at rest while many small objects are kept.

    It sets off whenever objects become more, and then walks through all there are:
    of a list of a hundred thousand rows, held at once and none of them garbage,
    that is a fifth of an import's time. Counted references free all else as ever.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def one_at_a_time(what: str) -> None:
    """Wait until no other transaction does this, and keep others waiting.

    To be called first in a transaction, which lets go at its end. On SQLite a
    transaction that writes is alone from its beginning.

    Args:
        what: a word for what is done, the same in every transaction that does it.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [what])


def append_rows(
    model: type[models.Model],
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
) -> int:
    """Append rows to a model's table and return how many.

    Args:
        model: whose table.
        columns: column names (a foreign key's ends in `_id`), trusted: they
            come from the code, never from a file.
        rows: one value a column, in the form the column stores; dates, moments
            and keys as Python objects, JSON as text.

    Raises:
        django.db.IntegrityError: a constraint refuses a row; nothing is kept
            once the caller's transaction ends.
    """
    connection = connections[router.db_for_write(model)]
    table = connection.ops.quote_name(model._meta.db_table)  # as above
    names = ", ".join(connection.ops.quote_name(name) for name in columns)
    appended = 0
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with (
                connection.wrap_database_errors,
                cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy,
            ):
                for row in rows:
                    copy.write_row(row)
                    appended += 1
            return appended
        marks = f"({', '.join(['%s'] * len(columns))})"
        sql = f"INSERT INTO {table} ({names}) VALUES {marks}"  # noqa: S608  # names come from the code
        many = min(ROWS_A_STATEMENT, max(1, VALUES_A_STATEMENT // len(columns)))
        sql_of_many = sql + f", {marks}" * (many - 1)
        remaining = iter(rows)
        while batch := list(islice(remaining, BATCH)):
            whole = len(batch) // many * many
            cursor.executemany(
                sql_of_many,
                [
                    tuple(chain.from_iterable(batch[at : at + many]))
                    for at in range(0, whole, many)
                ],
            )
            cursor.executemany(sql, batch[whole:])
            appended += len(batch)
    return appended


def stored_moment(moment: datetime) -> str:
    """Return an aware moment as both engines' bulk doors take it: UTC, as text."""
    return str(moment.astimezone(UTC).replace(tzinfo=None))


def check_at_once() -> None:
    """Check what rows point at with each statement, until the transaction ends.

    Otherwise PostgreSQL keeps a note in memory of every row until the end, some
    gigabytes for fifty million. Parents must be written before their children.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
