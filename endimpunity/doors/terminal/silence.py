"""Why the database does not answer, in a sentence that says what to do."""

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.utils import DatabaseError

# What SQLite says, word for word, when it cannot open its file, and when another
# process has held the lock of a writer for longer than the settings let one wait.
CANNOT_OPEN = "unable to open database file"
LOCKED = "database is locked"


def why_silent(error: DatabaseError) -> str:
    """Return the reason for a person at the terminal, and the next step."""
    said = " ".join(str(error).split())
    if CANNOT_OPEN in said:
        file = connections[DEFAULT_DB_ALIAS].settings_dict["NAME"]
        return (
            f"The database file {file} cannot be opened. Look at DATABASE_URL and"
            " ENDIMPUNITY_HOME, and whether this user can write in the file's folder."
        )
    if LOCKED in said:
        return (
            "The database is locked: another import is writing."
            " Try again when it has ended."
        )
    if not said.endswith((".", "!", "?")):
        said = f"{said}."
    return (
        f"The database does not answer: {said}"
        " `endimpunity doctor` looks for the cause."
    )
