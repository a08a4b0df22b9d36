"""`endimpunity load starter`: fill the registry with what ships with the program."""

from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from endimpunity.accounts import queries as accounts_queries
from endimpunity.cases import operations as cases_operations
from endimpunity.cases.operations.loading import UnableToLoadStarter
from endimpunity.doors.terminal.commanding import HouseCommand


class Command(HouseCommand):
    """Load the starter registry; loading it twice changes nothing."""

    help = "Load the cases that ship with the program, each fact with its sources."
    refusals = (UnableToLoadStarter,)

    def add_words(self, parser: CommandParser) -> None:
        """Take what to load."""
        parser.add_argument("what", choices=["starter"], help="which registry to load")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002  # Django's own signature
        """Load it in the name of the program itself."""
        loaded = cases_operations.load_starter(
            by=accounts_queries.system_actor(),
            at=timezone.now(),
        )
        self.answer(
            {
                "attacks": loaded.attacks,
                "cases": loaded.cases,
                "changed": loaded.changed,
            },
            f"The starter registry is loaded: {loaded.cases} cases of"
            f" {loaded.attacks} attacks"
            f"{'' if loaded.changed else '; nothing had changed'}.",
        )
