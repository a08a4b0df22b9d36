"""Take in a population file of the World Bank."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.utils import timezone

from endimpunity.accounts import queries as accounts_queries
from endimpunity.directory import operations as directory_operations
from endimpunity.doors.terminal.commanding import HouseCommand


class Command(HouseCommand):
    """Take in a population file, beside those there are."""

    help = "Take in a population file of the World Bank as a vintage of its own."
    refusals = (directory_operations.UnableToImportPopulation,)

    def add_words(self, parser: CommandParser) -> None:
        """Take the file, and how its vintage is to be named."""
        parser.add_argument("file", type=Path, help="CSV of indicator SP.POP.TOTL")
        parser.add_argument(
            "--vintage",
            help="the name figures will quote; the file's own name by default",
        )
        parser.add_argument(
            "--source",
            default=directory_operations.POPULATION_SOURCE,
            help="whose numbers they are",
        )
        parser.add_argument(
            "--stated-on",
            type=date.fromisoformat,
            help="the day the file is of, as 2026-07-01; what it says by default",
        )
        parser.add_argument(
            "--default",
            action="store_true",
            help="let it count where no vintage is named",
        )

    def handle(self, *_args: Any, **options: Any) -> None:  # noqa: ANN401  # Django's own signature
        """Import, and say what came in, what was left out and what nobody knows."""
        file: Path = options["file"]
        done = directory_operations.import_population(
            content=self._content(file),
            vintage=options["vintage"] or file.stem,
            source=options["source"],
            stated_on=options["stated_on"],
            make_default=options["default"],
            by=accounts_queries.system_actor(),
            at=timezone.now(),
        )
        for code, name in done.unknown.items():
            self.say(f"Nobody knows the code {code} ({name}): left out.")
        says = "was in already" if done.identical else "is in"
        self.answer(
            asdict(done),
            f"Vintage {done.vintage} {says}: {done.numbers} numbers of {done.states}"
            f" States, {done.first_year} to {done.last_year}. Left out:"
            f" {done.aggregates} sums of countries, {done.blank} blank,"
            f" {done.unknown_cells} of unknown codes.",
        )

    def _content(self, file: Path) -> bytes:
        try:
            size = file.stat().st_size
            if size > settings.ENDIMPUNITY_IMPORT_LARGEST_FILE:
                self.refuse(
                    f"{file} has {size} bytes, more than"
                    " ENDIMPUNITY_IMPORT_LARGEST_FILE lets in. Give the table"
                    " alone, as CSV.",
                )
            return file.read_bytes()
        except OSError as error:
            self.wrong_call(f"{file} cannot be opened: {error.strerror}.")
