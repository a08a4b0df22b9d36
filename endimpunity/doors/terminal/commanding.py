"""How every subcommand speaks: answers on standard output, the rest beside it."""

import json
import sys
from collections.abc import Sequence
from typing import Any, NoReturn, TypeVar

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError

from endimpunity.doors.terminal.silence import why_silent

Found = TypeVar("Found")
REFUSED = 1
WRONG_CALL = 2


class Refused(CommandError):
    """What was asked cannot be done, for the reason given; nothing was changed."""


class WrongCall(CommandError):
    """The words given make no sense together; nothing was tried."""


class HouseCommand(BaseCommand):
    """A subcommand of the house.

    A subcommand takes its words in `add_words`, makes one call in `handle`, and
    ends by `answer`, or by `refuse` with a sentence.

    Attributes:
        refusals: errors of rooms whose message is a reason to give, not a fault.
        needs_database: whether it is refused on a database not yet migrated.
    """

    refusals: tuple[type[Exception], ...] = ()
    needs_database = True
    wants_json = False
    _typed: Sequence[str] = ()
    # Set by Django, when it is typed and not called.
    _called_from_command_line: bool

    def create_parser(
        self,
        prog_name: str,
        subcommand: str,
        **kwargs: Any,  # noqa: ANN401  # Django's own signature
    ) -> CommandParser:
        """Return the parser; words that it cannot read are refused as all else is."""
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        usual = parser.error

        def refuse_words(message: str) -> None:
            # Not yet parsed: whether JSON was asked for, the words alone say.
            self.wants_json = "--json" in self._typed
            self._print_refusal(_as_sentence(message[:1].upper() + message[1:]))
            usual(message)

        parser.error = refuse_words  # type: ignore[method-assign]  # Django names the class
        return parser

    def run_from_argv(self, argv: list[str]) -> None:
        """Run the subcommand as typed."""
        self._typed = argv[2:]
        super().run_from_argv(argv)

    def add_arguments(self, parser: CommandParser) -> None:
        """Add `--json`, which every subcommand takes, and the command's own words."""
        parser.add_argument(
            "--json",
            action="store_true",
            help="print the answer as one JSON object on standard output",
        )
        self.add_words(parser)

    def add_words(self, parser: CommandParser) -> None:
        """Add the words this subcommand takes; none by default."""

    def execute(self, *args: Any, **options: Any) -> str | None:  # noqa: ANN401  # Django's own signature
        """Run the subcommand; a reason not to is printed, never a traceback."""
        self.wants_json = bool(options.get("json"))
        try:
            return self._executed(*args, **options)
        except WrongCall as error:
            if not self._called_from_command_line:
                raise
            # Django would put the name of the class before the sentence.
            self.stderr.write(str(error))
            sys.exit(error.returncode)

    def _executed(self, *args: Any, **options: Any) -> str | None:  # noqa: ANN401  # Django's own signature
        try:
            if self.needs_database:
                self._refuse_unmigrated()
            return super().execute(*args, **options)
        except self.refusals as error:
            reason = _sentence(error)
            self._print_refusal(reason)
            raise Refused(reason, returncode=REFUSED) from error
        except OperationalError as error:
            reason = why_silent(error)
            self._print_refusal(reason)
            raise Refused(reason, returncode=REFUSED) from error
        except (Refused, WrongCall) as error:
            self._print_refusal(str(error))
            raise

    def answer(self, facts: object, sentence: str = "") -> None:
        """Print the answer: as JSON when that was asked for, else as a sentence."""
        if self.wants_json:
            self.stdout.write(json.dumps(facts, ensure_ascii=False))
        elif sentence:
            self.stdout.write(sentence)

    def say(self, message: str) -> None:
        """Tell the person at the terminal something that is not the answer."""
        self.stderr.write(message, self.style.NOTICE)

    def found(self, value: Found | None, reason: str) -> Found:
        """Return what was found, or refuse with the reason that there is nothing."""
        if value is None:
            self.refuse(reason)
        return value

    def refuse(self, reason: str) -> NoReturn:
        """End with exit status 1 and the reason.

        Raises:
            Refused: always.
        """
        raise Refused(reason, returncode=REFUSED)

    def wrong_call(self, reason: str) -> NoReturn:
        """End with exit status 2: the words given make no sense together.

        Raises:
            WrongCall: always.
        """
        raise WrongCall(reason, returncode=WRONG_CALL)

    def _print_refusal(self, reason: str) -> None:
        if self.wants_json:
            self.stdout.write(json.dumps({"refused": reason}, ensure_ascii=False))

    def _refuse_unmigrated(self) -> None:
        try:
            waiting = unapplied_migrations()
        except OperationalError as error:
            self.refuse(why_silent(error))
        if waiting:
            self.refuse(
                f"The database is not ready: {len(waiting)} of its changes are not"
                " applied yet. Run `endimpunity migrate` first.",
            )


def unapplied_migrations() -> tuple[str, ...]:
    """Return the names of the migrations this database still lacks.

    Raises:
        OperationalError: the database does not answer.
    """
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return tuple(f"{step.app_label}.{step.name}" for step, _ in plan)


def _sentence(error: Exception) -> str:
    """Return an error's message in one line, or its docstring when it has none."""
    return _as_sentence(str(error) or type(error).__doc__ or "")


def _as_sentence(words: str) -> str:
    text = " ".join(words.split())
    return text if text.endswith((".", "!", "?")) else f"{text}."
