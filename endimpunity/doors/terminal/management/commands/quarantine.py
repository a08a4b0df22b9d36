"""`endimpunity quarantine`: rows that could not be read, corrected and retried."""

from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from endimpunity.accounts import queries as accounts
from endimpunity.doors.terminal.commanding import HouseCommand
from endimpunity.doors.terminal.management.commands.import_list import day
from endimpunity.sources import operations
from endimpunity.sources import queries as sources
from endimpunity.sources.rules.mapping import (
    Mapping,
    UnableToReadMapping,
    read_mapping,
)
from endimpunity.sources.rules.normalising import UnableToMap


def header_and_text(text: str) -> tuple[str, str]:
    """Read HEADER=TEXT; the text may be empty."""
    header, equals, value = text.partition("=")
    if not (header and equals):
        raise ArgumentTypeError(f"{text!r} is no correction; write it as HEADER=TEXT")
    return header, value


class Command(HouseCommand):
    """List what is in quarantine; correct a row; read all of a file's again."""

    help = "list rows that could not be read; correct and retry them"
    refusals = (operations.UnableToCorrect, UnableToReadMapping, UnableToMap)

    def add_words(self, parser: CommandParser) -> None:
        """Choose the file, and what to do with its rows."""
        parser.add_argument("--publisher", metavar="CODE")
        parser.add_argument("--stated-on", type=day, metavar="DATE")
        parser.add_argument("--row", type=int, metavar="ROW")
        parser.add_argument(
            "--correct",
            nargs="+",
            type=header_and_text,
            metavar="HEADER=TEXT",
        )
        parser.add_argument("--reason", default="", metavar="TEXT")
        parser.add_argument("--retry", action="store_true")
        parser.add_argument("--mapping", type=Path, metavar="M.toml")

    def handle(self, **options: Any) -> None:  # noqa: ANN401  # Django's own signature
        """List, correct or retry."""
        if not (options["correct"] or options["retry"]):
            self._list(options)
            return
        if not (options["publisher"] and options["stated_on"]):
            self.wrong_call("Say which file: --publisher CODE --stated-on DATE.")
        if options["correct"]:
            self._correct(options)
        else:
            self._retry(options)

    def _list(self, options: dict[str, Any]) -> None:
        self._refuse_unknown(options["publisher"], options["stated_on"])
        lines = sources.quarantine_lines(
            publisher_code=options["publisher"],
            stated_on=options["stated_on"],
        )
        if self.wants_json:
            self.answer([_facts(one) for one in lines])
            return
        for one in lines:
            self.stdout.write(
                f"{one.publisher}@{one.stated_on}#{one.row}\t{one.reason}",
            )
        if not lines:
            self.say("Nothing is in quarantine.")
            return
        self.say(
            "To correct a row: endimpunity quarantine --publisher CODE --stated-on"
            " DATE --row ROW --correct HEADER=TEXT --reason TEXT; then the same with"
            " --retry in place of --row and what follows.",
        )

    def _refuse_unknown(self, code: str | None, stated_on: date | None) -> None:
        """Refuse a list or a day of it that is not in: it has no quarantine."""
        if code is None:
            return
        self.found(
            sources.latest_snapshot(code),
            f"There is no list of {code!r} here. `endimpunity snapshots` lists what"
            " there is.",
        )
        if stated_on is not None:
            self.found(
                sources.snapshot_of(code, stated_on),
                no_file(code, stated_on),
            )

    def _correct(self, options: dict[str, Any]) -> None:
        code, stated_on, number = (
            options["publisher"],
            options["stated_on"],
            options["row"],
        )
        if number is None:
            self.wrong_call("Say which row: --row ROW, from 1.")
        operations.correct_row(
            row=self.found(
                sources.row_at(code, stated_on, number),
                f"There is no row {code}@{stated_on}#{number}.",
            ),
            cells=dict(options["correct"]),
            reason=options["reason"],
            by=accounts.system_actor(),
            at=timezone.now(),
        )
        self.answer({"corrected": f"{code}@{stated_on}#{number}"})
        self.say(
            "The correction is kept beside the row. To read it: endimpunity quarantine"
            f" --publisher {code} --stated-on {stated_on} --retry",
        )

    def _retry(self, options: dict[str, Any]) -> None:
        code, stated_on = options["publisher"], options["stated_on"]
        retried = operations.retry_quarantined(
            snapshot=self.found(
                sources.snapshot_of(code, stated_on),
                no_file(code, stated_on),
            ),
            mapping=self._mapping(options["mapping"]),
            by=accounts.system_actor(),
            at=timezone.now(),
        )
        left = {str(row): why for row, why in retried.left.items()}
        self.answer({"imported": retried.imported, "left": left})
        self.say(
            f"{len(retried.imported)} rows are records now;"
            f" {len(left)} are still in quarantine.",
        )
        for number, why in left.items():
            self.say(f"Row {number}: {why}")

    def _mapping(self, path: Path | None) -> Mapping | None:
        if path is None:
            return None
        try:
            return read_mapping(path.read_text(encoding="utf-8"), name=path.name)
        except OSError as error:
            self.wrong_call(f"{path} cannot be opened: {error.strerror}.")
        except UnicodeDecodeError:
            self.wrong_call(f"{path} is not UTF-8 text, so it is no mapping.")


def no_file(code: str, stated_on: date) -> str:
    """Return the sentence that a publisher has no file of a day."""
    return (
        f"{code} has no file stated on {stated_on}. `endimpunity snapshots"
        f" --publisher {code}` lists its days."
    )


def _facts(line: sources.QuarantineLine) -> dict[str, Any]:
    return {
        "publisher": line.publisher,
        "stated_on": str(line.stated_on),
        "row": line.row,
        "reason": line.reason,
        "cells": line.cells,
    }
