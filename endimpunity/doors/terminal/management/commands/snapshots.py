"""`endimpunity snapshots`: the files that came in."""

from dataclasses import asdict
from typing import Any

from django.core.management.base import CommandParser

from endimpunity.doors.terminal.commanding import HouseCommand
from endimpunity.sources import queries as sources


class Command(HouseCommand):
    """List the files that came in, by publisher and day."""

    help = "list the files that came in"

    def add_words(self, parser: CommandParser) -> None:
        """Narrow the list to one publisher."""
        parser.add_argument("--publisher", metavar="CODE")

    def handle(self, **options: Any) -> None:  # noqa: ANN401  # Django's own signature
        """Print a line a file."""
        lines = sources.snapshot_lines(options["publisher"])
        if self.wants_json:
            self.answer(
                [{**asdict(one), "stated_on": str(one.stated_on)} for one in lines],
            )
            return
        for one in lines:
            scope = " ".join(f"{field}={code}" for field, code in one.scope.items())
            whole = f" complete {scope}".rstrip() if one.complete else ""
            said = (
                f"{one.records} records, {one.quarantined} in quarantine,"
                f" layout {one.layout}{whole}"
                if one.state == "IMPORTED"
                else f"refused: {one.refusal}"
            )
            self.stdout.write(
                f"{one.publisher}@{one.stated_on} {one.sha256[:12]} {said}"
            )
        if not lines:
            self.say("No file has come in yet. `endimpunity import` takes one in.")
