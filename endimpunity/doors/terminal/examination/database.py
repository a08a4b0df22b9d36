"""Whether the database is there, safe, up to date and filled."""

from collections.abc import Iterator

from django.db import connection
from django.db.utils import DatabaseError

from endimpunity.directory import queries as directory_queries
from endimpunity.doors.terminal.commanding import unapplied_migrations
from endimpunity.doors.terminal.examination.finding import Finding

# PostgreSQL 15 is the oldest on which the tests are run.
POSTGRESQL_LEAST = 150_000
# What the settings ask of every connection to SQLite, and what each guards.
PRAGMAS = {
    "journal_mode": ("wal", "readers wait for the writer"),
    "synchronous": (2, "what was confirmed may be lost with the power"),
    "foreign_keys": (1, "rows may point at nothing"),
    "recursive_triggers": (1, "a replaced row escapes the journal"),
}


def examine_database() -> Iterator[Finding]:
    """Look at the database; what stands on it is not looked at when it is silent."""
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        yield Finding(
            what="database",
            good=False,
            says=f"It does not answer ({' '.join(str(error).split())})."
            " Look at DATABASE_URL and at the server it names.",
        )
        return
    yield _search() if connection.vendor == "sqlite" else _version()
    if connection.vendor == "sqlite":
        yield from _pragmas()
    waiting = unapplied_migrations()
    yield _migrations(waiting)
    if not waiting:
        yield _reference()


def _version() -> Finding:
    # Only the PostgreSQL connection has it; the stubs know the common part.
    version = int(getattr(connection, "pg_version", 0))
    good = version >= POSTGRESQL_LEAST
    return Finding(
        what="database",
        good=good,
        says=f"PostgreSQL {version // 10_000} answers"
        + ("." if good else "; install 15 or later."),
    )


def _search() -> Finding:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()")
        version = cursor.fetchone()[0]
        cursor.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'")
        good = cursor.fetchone() is not None
    return Finding(
        what="database",
        good=good,
        says=f"SQLite {version} answers"
        + (
            ", with full-text search."
            if good
            else " without FTS5, which search needs: use a Python built with it."
        ),
    )


def _pragmas() -> Iterator[Finding]:
    for name, (wanted, otherwise) in PRAGMAS.items():
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA {name}")
            found = cursor.fetchone()[0]
        good = found == wanted
        yield Finding(
            what=name,
            good=good,
            says=f"It is {found}."
            if good
            else f"It is {found} and should be {wanted}: {otherwise}."
            " Take back what config/settings.py asks of SQLite.",
        )


def _migrations(waiting: tuple[str, ...]) -> Finding:
    return Finding(
        what="migrations",
        good=not waiting,
        says=f"{len(waiting)} are not applied, the first {waiting[0]}:"
        " run `endimpunity migrate`."
        if waiting
        else "All are applied.",
    )


def _reference() -> Finding:
    states = len(directory_queries.state_names("en"))
    return Finding(
        what="reference data",
        good=bool(states),
        says=f"{states} States and territories are known."
        if states
        else "No State is known: run `endimpunity migrate`.",
    )
