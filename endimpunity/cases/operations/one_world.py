"""An invented and a real world never stand in one installation."""

from endimpunity.directory import queries as directory_queries

# For `bulk.one_at_a_time`: what decides in which world this installation is.
ONE_WORLD = "one world"

INSTEAD = (
    "This installation shows an invented world, and nothing real may stand beside it."
    " Name an empty folder as ENDIMPUNITY_HOME (and, if you set it, an empty database"
    " as DATABASE_URL), run `endimpunity migrate` and do it there. Nothing was changed."
)


def is_invented() -> bool:
    """Return whether everything that this installation shows is made up."""
    return bool(directory_queries.invented_world())


INVENTED_FOR_GOOD = (
    "This installation shows an invented world, which is the same wherever it is"
    " loaded: none of its files came in by mistake, and none is taken back. Nothing was"
    " changed."
)
