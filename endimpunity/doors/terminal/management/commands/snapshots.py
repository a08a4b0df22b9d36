"""`endimpunity snapshots`: the files that came in, and those that were refused."""

from dataclasses import asdict
from typing import Any

from django.core.management.base import CommandParser

from endimpunity.doors.terminal.commanding import HouseCommand
from endimpunity.sources import queries as sources


class Command(HouseCommand):
    """List the files that came in, by publisher and day; refused ones on demand.

    A refused try is kept for good, and a list that is tried often would bury what is
    in under what is not.
    """

    help = "list the files that came in"

    def add_words(self, parser: CommandParser) -> None:
        """Narrow the list to one publisher, or turn to what was refused."""
        parser.add_argument("--publisher", metavar="CODE")
        parser.add_argument("--refused", action="store_true")

    def handle(self, **options: Any) -> None:  # noqa: ANN401  # Django's own signature
        """Print a line a file."""
        code = options["publisher"]
        if code is not None:
            self._refuse_unknown(code)
        lines = sources.snapshot_lines(code, refused=options["refused"])
        if self.wants_json:
            self.answer(
                [{**asdict(one), "stated_on": str(one.stated_on)} for one in lines],
            )
        else:
            for one in lines:
                self.stdout.write(_in_words(one))
        if options["refused"]:
            if not lines:
                self.say("No file was refused.")
            return
        if not lines:
            whose = f" of {code}" if code else ""
            self.say(
                f"No file{whose} has come in yet. `endimpunity import` takes one in.",
            )
        self._point_at_refused(code)

    def _refuse_unknown(self, code: str) -> None:
        """Refuse a publisher of whom no file ever came, not even one refused."""
        if not (
            sources.latest_snapshot(code) or sources.snapshot_lines(code, refused=True)
        ):
            self.refuse(
                f"There is no list of {code!r} here. `endimpunity snapshots` lists"
                " what there is.",
            )

    def _point_at_refused(self, code: str | None) -> None:
        kept = len(sources.snapshot_lines(code, refused=True))
        if kept:
            whose = f" --publisher {code}" if code else ""
            self.say(
                f"Refused beside them: {kept}. `endimpunity snapshots{whose} --refused`"
                " says which and why.",
            )


def _in_words(one: sources.SnapshotLine) -> str:
    scope = " ".join(f"{field}={code}" for field, code in one.scope.items())
    whole = f" complete {scope}".rstrip() if one.complete else ""
    said = (
        f"{one.records} records, {one.quarantined} in quarantine,"
        f" layout {one.layout}{whole}"
        if not one.refusal
        else f"refused: {one.refusal}"
    )
    return f"{one.publisher}@{one.stated_on} {one.sha256[:12]} {said}"
