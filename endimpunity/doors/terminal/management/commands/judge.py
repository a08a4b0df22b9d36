"""`endimpunity judge`: a person decides on two rows of one list."""

import re
from argparse import ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from endimpunity.accounts import queries as accounts
from endimpunity.doors.terminal.commanding import HouseCommand
from endimpunity.sources import operations
from endimpunity.sources import queries as sources
from endimpunity.sources.vocabulary import Verdict

ADDRESS = re.compile(r"([A-Z][A-Z0-9_-]*)@(\d{4}-\d{2}-\d{2})#(\d+)")


def address(text: str) -> tuple[str, date, int]:
    """Read CODE@DATE#ROW."""
    found = ADDRESS.fullmatch(text)
    if found is None:
        raise ArgumentTypeError(f"{text!r} is no record; write it as CPJ@2024-03-12#17")
    try:
        return found[1], date.fromisoformat(found[2]), int(found[3])
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} has no such day") from error


class Command(HouseCommand):
    """Store a judgement and read the list again with it."""

    help = "decide whether two rows of one list are the same entry"
    refusals = (operations.UnableToJudge,)

    def add_words(self, parser: CommandParser) -> None:
        """Take the two rows, the verdict and its reason."""
        parser.add_argument("earlier", type=address, metavar="A")
        parser.add_argument("later", type=address, metavar="B")
        parser.add_argument("verdict", choices=[one.lower() for one in Verdict.values])
        parser.add_argument("--reason", required=True, metavar="TEXT")

    def handle(self, **options: Any) -> None:  # noqa: ANN401  # Django's own signature
        """Make the one call and say what it changed."""
        earlier, later = options["earlier"], options["later"]
        derived = operations.judge_rows(
            earlier=self.found(sources.row_at(*earlier), no_row(earlier)),
            later=self.found(sources.row_at(*later), no_row(later)),
            verdict=Verdict(options["verdict"].upper()),
            reason=options["reason"],
            by=accounts.system_actor(),
            at=timezone.now(),
        )
        self.answer({"verdict": options["verdict"], "reread": derived.reread_rows})
        self.say(
            "The judgement is kept; to take it back, give the same two rows with"
            f" `unsure`. {derived.reread_rows} rows changed their record.",
        )


def no_row(place: tuple[str, date, int]) -> str:
    """Return the sentence that there is no such row."""
    code, stated_on, number = place
    return (
        f"There is no row {code}@{stated_on}#{number}. `endimpunity records"
        f" --publisher {code} --stated-on {stated_on}` lists the rows there are."
    )
