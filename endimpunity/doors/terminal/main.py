"""The `endimpunity` command: finds the subcommand, and answers for how it ends."""

import difflib
import io
import json
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import django
from django.core import management
from django.db.utils import DatabaseError, OperationalError

from endimpunity.doors.terminal.silence import why_silent

DONE = 0
REFUSED = 1
WRONG_CALL = 2
# A shell reports a program that a signal ended as 128 and the signal's number.
INTERRUPTED = 128 + signal.SIGINT
NOBODY_READS = 128 + signal.SIGPIPE


@dataclass(frozen=True, kw_only=True)
class Subcommand:
    """A word of the terminal.

    Attributes:
        command: the name of Django's management command that answers it.
        does: what it does, in a line.
    """

    command: str
    does: str


COMMANDS: Mapping[str, Subcommand] = {
    "serve": Subcommand(
        command="serve",
        does="serve the site on this machine until it is interrupted",
    ),
    "migrate": Subcommand(
        command="migrate",
        does="bring the database to this version and load the reference data",
    ),
    "check": Subcommand(
        command="check",
        does="look for faults in the settings and the code",
    ),
    "doctor": Subcommand(
        command="doctor",
        does="examine this installation and say what is wrong with it",
    ),
    "load": Subcommand(
        command="load",
        does="load the starter registry, or an invented world to look around in",
    ),
    "import": Subcommand(
        command="import_list",
        does="take in a file of a publisher's list of killings",
    ),
    "take-back": Subcommand(
        command="take_back",
        does="take a file that came in by mistake out of its list again",
    ),
    "close": Subcommand(
        command="close",
        does="take a list, or one file of it, from the world's sight again",
    ),
    "import-population": Subcommand(
        command="import_population",
        does="take in a table of populations, as a vintage of its own",
    ),
    "import-offices": Subcommand(
        command="import_offices",
        does="take in a file of offices and posts, as proposals to be agreed to",
    ),
    "import-state-names": Subcommand(
        command="import_state_names",
        does="take in an organisation's own list of the names of States",
    ),
    "snapshots": Subcommand(
        command="snapshots",
        does="list the files taken in, by publisher and day",
    ),
    "records": Subcommand(
        command="records",
        does="print what a publisher's list said on a day, a record a line",
    ),
    "quarantine": Subcommand(
        command="quarantine",
        does="list the rows that could not be read, correct them, try them again",
    ),
    "judge": Subcommand(
        command="judge",
        does="say whether two rows of a list are the same record, and why",
    ),
}


def main(words: Sequence[str] | None = None) -> int:
    """Run one subcommand and return the exit status.

    Args:
        words: what follows `endimpunity`; the process's own words by default.

    Returns:
        0 when it was done, 1 when it was refused, 2 for words that make no sense,
        130 after an interruption, 141 when nobody reads the output any more.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    _write_utf8()
    given = list(sys.argv[1:] if words is None else words)
    try:
        status = _answered(given)
        sys.stdout.flush()
    except KeyboardInterrupt:
        sys.stderr.write("\nInterrupted. The same command can be given again.\n")
        return INTERRUPTED
    except BrokenPipeError:
        # Python flushes standard output once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    return status


def _answered(words: list[str]) -> int:
    """Run the words; settings or a database that cannot be used end in a sentence."""
    try:
        return _run(words)
    except OperationalError as error:
        return _refused(why_silent(error), words)
    except DatabaseError as error:
        # Its subclasses are faults of the program; itself it says that the file
        # named is no database.
        if type(error) is not DatabaseError:
            raise
        return _refused(why_silent(error), words)
    except SystemExit as ended:
        if not isinstance(ended.code, str):
            raise
        return _refused(ended.code, words)


def _refused(reason: str, words: list[str]) -> int:
    if "--json" in words:
        sys.stdout.write(json.dumps({"refused": reason}, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    sys.stderr.write(f"{reason}\n")
    return REFUSED


def _run(words: list[str]) -> int:
    if not words or words in (["help"], ["--help"], ["-h"]):
        sys.stdout.write(_listing())
        return DONE
    word, rest = words[0], words[1:]
    if word == "help":
        word, rest = words[1], ["--help"]
    if word in COMMANDS:
        return _call(word, rest)
    if word in management.get_commands() or word == "--version":
        management.execute_from_command_line(["endimpunity", word, *rest])
        return DONE
    sys.stderr.write(_unknown(word))
    return WRONG_CALL


def _call(word: str, rest: list[str]) -> int:
    """Run a subcommand of the table under the word it was called by."""
    django.setup()
    name = COMMANDS[word].command
    owner = management.get_commands()[name]
    command = management.load_command_class(owner, name)
    command.run_from_argv(["endimpunity", word, *rest])
    return DONE


def _listing() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  {word:<{width}}  {it.does}" for word, it in COMMANDS.items()]
    return "\n".join(
        [
            "endimpunity SUBCOMMAND [words]",
            "",
            *lines,
            "",
            "`endimpunity help SUBCOMMAND` says what each takes.",
            "",
        ],
    )


def _unknown(word: str) -> str:
    near = difflib.get_close_matches(word, COMMANDS, n=1)
    meant = f" Did you mean `endimpunity {near[0]}`?" if near else ""
    return (
        f"There is no subcommand {word!r}.{meant} `endimpunity help` lists them all.\n"
    )


def _write_utf8() -> None:
    """Write UTF-8 whatever the terminal's locale says, and lose no character.

    A character that UTF-8 cannot hold, as half of a surrogate pair met in a
    damaged file, is written as its escape, which JSON reads back.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
