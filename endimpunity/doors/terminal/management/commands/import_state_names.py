"""Take in an organisation's official list of names of States."""

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
    """Take in an official list of names, and show it from now on."""

    help = "Take in an official list of names of States, and show it from now on."
    refusals = (directory_operations.UnableToImportStateNames,)

    def add_words(self, parser: CommandParser) -> None:
        """Take the file, and whose list it is."""
        parser.add_argument("file", type=Path, help="CSV: code,language,name[,formal]")
        parser.add_argument(
            "--code",
            default="OFFICIAL",
            help="the organisation's own code of the list",
        )
        parser.add_argument(
            "--source",
            help="where the list is from; the file's own name by default",
        )
        parser.add_argument(
            "--stated-on",
            type=date.fromisoformat,
            help="the day the list is of, as 2026-07-01",
        )

    def handle(self, *_args: Any, **options: Any) -> None:  # noqa: ANN401  # Django's own signature
        """Import, and say which version is shown from now on."""
        file: Path = options["file"]
        done = directory_operations.import_state_names(
            content=self._content(file),
            code=options["code"],
            source=options["source"] or file.name,
            stated_on=options["stated_on"],
            by=accounts_queries.system_actor(),
            at=timezone.now(),
        )
        says = "was shown already" if done.identical else "is shown from now on"
        self.answer(
            asdict(done),
            f"List {done.code}, version {done.version}, {says}: {done.names} names of"
            f" {done.states} States.",
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
