"""`endimpunity take-back`: a file that came in by mistake leaves its list."""

import re
from argparse import ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from endimpunity.accounts import queries as accounts
from endimpunity.cases import operations as cases
from endimpunity.doors.terminal.commanding import HouseCommand
from endimpunity.sources import operations as sources

FILE = re.compile(r"([A-Z][A-Z0-9_-]*)@(\d{4}-\d{2}-\d{2})")


def file_address(text: str) -> tuple[str, date]:
    """Read CODE@DATE."""
    found = FILE.fullmatch(text)
    if found is None:
        raise ArgumentTypeError(f"{text!r} is no file; write it as CPJ@2024-03-12")
    try:
        return found[1], date.fromisoformat(found[2])
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} has no such day") from error


class Command(HouseCommand):
    """Take a file out of its list; its bytes and rows stay, and when it was in."""

    help = "take a file that came in by mistake out of its list again"
    refusals = (sources.UnableToTakeBack,)

    def add_words(self, parser: CommandParser) -> None:
        """Take the file, and why."""
        parser.add_argument("file", type=file_address, metavar="CODE@DATE")
        parser.add_argument("--reason", required=True, metavar="TEXT")

    def handle(self, **options: Any) -> None:  # noqa: ANN401  # Django's own signature
        """Make the one call and say what it changed."""
        code, stated_on = options["file"]
        done = cases.take_back_list(
            publisher_code=code,
            stated_on=stated_on,
            reason=options["reason"],
            by=accounts.system_actor(),
            at=timezone.now(),
        )
        taken_back = done.taken_back
        self.answer(
            {
                "publisher": code,
                "stated_on": stated_on.isoformat(),
                "records": taken_back.records,
                "named_no_more": len(taken_back.emptied),
                "reread": taken_back.reread_rows,
                "withdrawn_later": taken_back.withdrawn_later,
                "no_longer_published": done.no_longer_published,
                "published": done.published,
            },
        )
        self._say(f"{code}@{stated_on}", done)

    def _say(self, address: str, done: cases.ListTakenBack) -> None:
        taken_back = done.taken_back
        self.say(
            f"Taken back: {address}. It named {taken_back.records} records;"
            f" {len(taken_back.emptied)} of them no other file names."
            f" {taken_back.reread_rows} rows of later files are another record now."
            " Its bytes and rows are kept.",
        )
        for file, more in taken_back.withdrawn_later.items():
            self.say(f"Without it the complete list {file} withdraws {more} records.")
        if done.no_longer_published or done.published:
            self.say(
                f"{done.no_longer_published} cases are no longer published; their"
                f" addresses answer with the reason. {done.published} are published"
                " that were not.",
            )
        self.say("Another file of that day, or the same again, may come in now.")
