"""Take in a file of offices, posts, holders and contacts, as proposals."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.utils import timezone

from endimpunity.accounts import queries as accounts_queries
from endimpunity.directory import operations as directory_operations
from endimpunity.doors.terminal.commanding import HouseCommand


class Command(HouseCommand):
    """Take in a file of offices; two people then agree to what it proposes."""

    help = "Take in a file of offices and posts, as proposals that people agree to."
    refusals = (directory_operations.UnableToImportOffices,)

    def add_words(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path, help="CSV with the template's header")

    def handle(self, *_args: Any, **options: Any) -> None:  # noqa: ANN401  # Django's own signature
        """Import in the name of the program, which agrees to nothing by that."""
        done = directory_operations.import_offices(
            content=self._content(options["file"]),
            by=accounts_queries.system_actor(),
            at=timezone.now(),
        )
        if done.identical:
            sentence = f"All {done.rows} rows were in already; nothing was changed."
        else:
            sentence = (
                f"{done.rows} rows: {done.offices} new offices, {done.posts} posts,"
                f" {done.holders} holders, {done.contacts} contacts,"
                f" {done.names} names, {done.verifications} verifications;"
                f" {done.ended} statements were ended."
            )
        if done.waiting:
            sentence += (
                f" {done.waiting} contacts of these offices wait until two people"
                " have agreed to them: till then they are neither shown nor written to,"
                " unless they ship with the program."
            )
        self.answer(asdict(done), sentence)

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
