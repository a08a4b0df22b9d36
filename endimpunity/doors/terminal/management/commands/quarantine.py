"""`endimpunity quarantine`: rows that could not be read, corrected and retried."""

from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from endimpunity.accounts import queries as accounts
from endimpunity.doors.terminal.commanding import HouseCommand
from endimpunity.doors.terminal.management.commands.import_list import day
from endimpunity.sources import operations
from endimpunity.sources import queries as sources
from endimpunity.sources.models import Row, Snapshot
from endimpunity.sources.rules.mapping import UnableToReadMapping, read_mapping
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
        if options["correct"]:
            self._correct(self._snapshot(options), options)
        elif options["retry"]:
            self._retry(self._snapshot(options), options)
        else:
            self._list(options)

    def _snapshot(self, options: dict[str, Any]) -> Snapshot:
        if not (options["publisher"] and options["stated_on"]):
            self.wrong_call("say which file: --publisher CODE --stated-on DATE.")
        found = sources.snapshot_of(options["publisher"], options["stated_on"])
        if found is None:
            self.refuse(
                f"{options['publisher']} has no file stated on {options['stated_on']}.",
            )
        return found

    def _list(self, options: dict[str, Any]) -> None:
        rows = sources.quarantined_rows().select_related("snapshot")
        if options["publisher"]:
            rows = rows.filter(snapshot__publisher=options["publisher"])
        if options["stated_on"]:
            rows = rows.filter(snapshot__stated_on=options["stated_on"])
        rows = rows.order_by("snapshot__publisher", "snapshot__stated_on", "number")
        if self.wants_json:
            self.answer([_facts(row) for row in rows])
            return
        for row in rows:
            self.stdout.write(f"{row.snapshot}#{row.number}\t{row.reason}")
        if not rows:
            self.say("Nothing is in quarantine.")
            return
        self.say(
            "To correct a row: endimpunity quarantine --publisher CODE --stated-on"
            " DATE --row ROW --correct HEADER=TEXT --reason TEXT; then the same with"
            " --retry in place of --row and what follows.",
        )

    def _correct(self, snapshot: Snapshot, options: dict[str, Any]) -> None:
        row = Row.objects.filter(snapshot=snapshot, number=options["row"]).first()
        if row is None:
            self.wrong_call(f"say which row of {snapshot}: --row ROW, from 1.")
        operations.correct_row(
            row=row,
            cells=dict(options["correct"]),
            reason=options["reason"],
            by=accounts.system_actor(),
            at=timezone.now(),
        )
        self.answer({"corrected": f"{snapshot}#{row.number}"})
        self.say(
            "The correction is kept beside the row. To read it: endimpunity quarantine"
            f" --publisher {snapshot.publisher_id} --stated-on {snapshot.stated_on}"
            " --retry",
        )

    def _retry(self, snapshot: Snapshot, options: dict[str, Any]) -> None:
        mapping = None
        if options["mapping"]:
            path: Path = options["mapping"]
            mapping = read_mapping(path.read_text(encoding="utf-8"), name=path.name)
        retried = operations.retry_quarantined(
            snapshot=snapshot,
            mapping=mapping,
            by=accounts.system_actor(),
            at=timezone.now(),
        )
        self.answer(
            {
                "imported": retried.imported,
                "left": {str(row): why for row, why in retried.left.items()},
            },
        )
        self.say(
            f"{len(retried.imported)} rows are records now;"
            f" {len(retried.left)} are still in quarantine.",
        )
        for number, why in retried.left.items():
            self.say(f"Row {number}: {why}")


def _facts(row: Row) -> dict[str, Any]:
    return {
        "publisher": row.snapshot.publisher_id,
        "stated_on": str(row.snapshot.stated_on),
        "row": row.number,
        "reason": row.reason,
        "cells": dict(zip(row.snapshot.headers, row.cells, strict=False)),
    }
