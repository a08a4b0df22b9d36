"""`endimpunity import`: take in a file of a publisher's list."""

import sys
import time
from argparse import ArgumentTypeError
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.utils import timezone

from endimpunity.accounts import queries as accounts
from endimpunity.cases import operations as cases
from endimpunity.doors.terminal.commanding import HouseCommand
from endimpunity.doors.terminal.progress import ProgressLine
from endimpunity.doors.terminal.reporting import import_sentences
from endimpunity.foundation.gateways.blobs import FolderBlobs
from endimpunity.sources import operations as sources
from endimpunity.sources import queries as sources_queries
from endimpunity.sources.rules.mapping import (
    Mapping,
    UnableToReadMapping,
    read_mapping,
)


def day(text: str) -> date:
    """Read a day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(
            f"{text!r} is no day; write it as 2024-03-12"
        ) from error


def share(text: str) -> Fraction:
    """Read a share as 20% or 0.2."""
    try:
        found = Fraction(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    except (ValueError, ZeroDivisionError) as error:
        raise ArgumentTypeError(f"{text!r} is no share; write it as 20%") from error
    if not 0 <= found <= 1:
        raise ArgumentTypeError(f"{text!r} is no share; it lies between 0% and 100%")
    return found


def count(text: str) -> int:
    """Read how many: a whole number, 0 or more."""
    if not (text.isascii() and text.isdigit()):
        raise ArgumentTypeError(f"{text!r} is no count; write a number such as 12")
    return int(text)


def field_and_code(text: str) -> tuple[str, str]:
    """Read FIELD=CODE."""
    field, equals, code = text.partition("=")
    if not (field and equals and code):
        raise ArgumentTypeError(f"{text!r} is no scope; write it as motive=CONFIRMED")
    return field, code


class Command(HouseCommand):
    """Take in a file; everything that refuses it does so with a sentence."""

    help = "take in a file of a publisher's list"
    refusals = (
        sources.UnableToImport,
        sources.UnableToRelease,
        UnableToReadMapping,
    )

    def add_words(self, parser: CommandParser) -> None:
        """Take the file, whose it is and of when, and what is right about it."""
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--publisher", required=True, metavar="CODE")
        parser.add_argument("--stated-on", required=True, type=day, metavar="DATE")
        parser.add_argument("--mapping", type=Path, metavar="M.toml")
        parser.add_argument("--complete", action="store_true")
        parser.add_argument(
            "--scope",
            nargs="+",
            action="extend",
            default=[],
            type=field_and_code,
            metavar="FIELD=CODE",
        )
        parser.add_argument(
            "--accept-quarantine",
            type=share,
            default=sources.LARGEST_QUARANTINE,
            metavar="SHARE",
        )
        parser.add_argument("--accept-withdrawals", type=count, metavar="N")
        parser.add_argument("--publish", action="store_true")

    def handle(self, **options: Any) -> None:  # noqa: ANN401  # Django's own signature
        """Make the one call and print its account."""
        began = time.monotonic()
        file: Path = options["file"]
        order = self._order(options)
        try:
            content = file.open("rb")
        except OSError as error:
            self.wrong_call(f"{file} cannot be opened: {error.strerror}.")
        if not content.seekable():
            content.close()
            self.wrong_call(f"{file} is a stream; save it as a file first.")
        known = sources_queries.publisher_exists(order.publisher_code)
        with content, ProgressLine(sys.stderr) as progress:
            received = cases.receive_list(
                order=order,
                content=content,
                file_name=_as_text(file.name),
                blobs=FolderBlobs(settings.ENDIMPUNITY_HOME / "blobs"),
                publish=options["publish"],
                by=accounts.system_actor(),
                at=timezone.now(),
                progress=progress.tell,
            )
        seconds = round(time.monotonic() - began, 2)
        facts = received.report.as_json()
        facts.update(
            publisher=order.publisher_code,
            stated_on=order.stated_on.isoformat(),
            opened=received.opened,
            published=received.published,
            still_published=received.kept,
            handed_on=received.handed_on,
            no_longer_published=received.closed,
            seconds=seconds,
        )
        if not known:
            self.say(
                f"{order.publisher_code} is new here: no file of it had come in"
                " before.",
            )
        for sentence in import_sentences(facts, options):
            self.say(sentence)
        self.answer(facts)

    def _order(self, options: dict[str, Any]) -> sources.ImportOrder:
        mapping = self._mapping(options["mapping"])
        code = options["publisher"]
        if mapping and mapping.publisher and mapping.publisher.code != code:
            self.wrong_call(
                f"The mapping is for {mapping.publisher.code}, but --publisher says"
                f" {code}.",
            )
        return sources.ImportOrder(
            publisher_code=code,
            stated_on=options["stated_on"],
            mapping=mapping,
            complete=options["complete"],
            scope=dict(options["scope"]),
            accept_quarantine=options["accept_quarantine"],
            accept_withdrawals=options["accept_withdrawals"],
            longest_cell=settings.ENDIMPUNITY_IMPORT_LONGEST_CELL,
            largest_file=settings.ENDIMPUNITY_IMPORT_LARGEST_FILE,
        )

    def _mapping(self, path: Path | None) -> Mapping | None:
        if path is None:
            return None
        try:
            return read_mapping(path.read_text(encoding="utf-8"), name=path.name)
        except OSError as error:
            self.wrong_call(f"{path} cannot be opened: {error.strerror}.")
        except UnicodeDecodeError:
            self.wrong_call(f"{path} is not UTF-8 text, so it is no mapping.")


def _as_text(name: str) -> str:
    """Return a file's name as text that can be kept, whatever bytes it has."""
    return name.encode(errors="surrogateescape").decode(errors="replace")
