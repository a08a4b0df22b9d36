"""Say whether a PostgreSQL answers: `python -m tests.engines URL`."""

import sys

import psycopg

# Long enough for a server on this machine or beside it.
SECONDS = 3
# PostgreSQL 15 is the first whose rules the program relies on.
LEAST = 150_000


def main(url: str) -> int:
    """Print the server in words and return 0, or why there is none and return 1."""
    try:
        with psycopg.connect(url, connect_timeout=SECONDS) as connection:
            version = connection.info.server_version
            where = f"{connection.info.host}:{connection.info.port}"
    except psycopg.OperationalError:
        sys.stdout.write("No PostgreSQL answers at TEST_DATABASE_URL.\n")
        return 1
    named = f"PostgreSQL {version // 10_000} at {where}"
    sys.stdout.write(f"{named}\n" if version >= LEAST else f"{named} is too old.\n")
    return 0 if version >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
