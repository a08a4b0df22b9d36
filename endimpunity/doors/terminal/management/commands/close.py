"""`endimpunity close`: take a list from the world's sight."""

from argparse import ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from endimpunity.accounts import queries as accounts
from endimpunity.cases import operations as cases
from endimpunity.doors.terminal.commanding import HouseCommand
from endimpunity.sources import operations as sources


def day(text: str) -> date:
    """Read a day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(
            f"{text!r} is no day; write it as 2024-03-12"
        ) from error


class Command(HouseCommand):
    """End what `import --publish` opened; the records stay, for staff."""

    help = "take a list, or one file of it, from the world's sight again"
    refusals = (sources.UnableToClose,)

    def add_words(self, parser: CommandParser) -> None:
        """Take whose list, which file of it, and why."""
        parser.add_argument("--publisher", required=True, metavar="CODE")
        parser.add_argument("--stated-on", type=day, metavar="DATE")
        parser.add_argument("--reason", required=True, metavar="TEXT")

    def handle(self, **options: Any) -> None:  # noqa: ANN401  # Django's own signature
        """Make the one call and say what it hid."""
        code, stated_on = options["publisher"], options["stated_on"]
        closed = cases.close_list(
            publisher_code=code,
            stated_on=stated_on,
            reason=options["reason"],
            by=accounts.system_actor(),
            at=timezone.now(),
        )
        self.answer(
            {
                "publisher": code,
                "stated_on": stated_on.isoformat() if stated_on else None,
                "no_longer_published": closed.withdrawn,
                "still_published": closed.still_published,
            },
        )
        what = f"the file of {code} stated on {stated_on}" if stated_on else code
        self.say(
            f"Closed: {what}. {closed.withdrawn} cases are no longer published; their"
            f" addresses answer with the reason. {closed.still_published} stay."
            " To open a file again, import it once more with --publish.",
        )
