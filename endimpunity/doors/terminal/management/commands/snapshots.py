"""`endimpunity snapshots`: the files that are in, were refused or taken back."""

from dataclasses import asdict
from typing import Any

from django.core.management.base import CommandParser

from endimpunity.doors.terminal.commanding import HouseCommand
from endimpunity.sources import queries as sources
from endimpunity.sources.rules.reasons import where_met
from endimpunity.sources.vocabulary import SnapshotState

# What is said where there are no files of a state.
NONE = {
    SnapshotState.IMPORTED: "No file is in. `endimpunity import` takes one in.",
    SnapshotState.REFUSED: "No file was refused.",
    SnapshotState.TAKEN_BACK: "No file was taken back.",
}


class Command(HouseCommand):
    """List the files that are in, by publisher and day; the others on demand.

    A refused file's rows that cannot be read follow it, reason by reason.

    A refused try is kept for good, and a list that is tried often would bury what is
    in under what is not; so would files that were taken back.
    """

    help = "list the files that came in"

    def add_words(self, parser: CommandParser) -> None:
        """Narrow the list to one publisher, or turn to what is not in."""
        parser.add_argument("--publisher", metavar="CODE")
        other = parser.add_mutually_exclusive_group()
        for word, state in (
            ("--refused", SnapshotState.REFUSED),
            ("--taken-back", SnapshotState.TAKEN_BACK),
        ):
            other.add_argument(
                word,
                dest="state",
                action="store_const",
                const=state,
                default=SnapshotState.IMPORTED,
            )

    def handle(self, **options: Any) -> None:  # noqa: ANN401  # Django's own signature
        """Print a line a file."""
        code, state = options["publisher"], options["state"]
        lines = sources.snapshot_lines(code, state=state)
        if self.wants_json:
            self.answer([_facts(one) for one in lines])
        else:
            for one in lines:
                self.stdout.write(_in_words(one))
                for reason, rows in one.reasons.items():
                    where = where_met(rows, one.reason_counts[reason])
                    self.stdout.write(f"  {where}: {reason}")
        if not lines:
            self.say(NONE[state])
        if state == SnapshotState.IMPORTED:
            self._point_at_others(code)

    def _point_at_others(self, code: str | None) -> None:
        whose = f" --publisher {code}" if code else ""
        for said, word, state in (
            ("Refused", "--refused", SnapshotState.REFUSED),
            ("Taken back", "--taken-back", SnapshotState.TAKEN_BACK),
        ):
            kept = len(sources.snapshot_lines(code, state=state))
            if kept:
                self.say(
                    f"{said} beside them: {kept}. `endimpunity snapshots{whose} {word}`"
                    " says which and why.",
                )


def _facts(one: sources.SnapshotLine) -> dict[str, Any]:
    back = one.taken_back_at
    return {
        **asdict(one),
        "stated_on": str(one.stated_on),
        "taken_in_at": one.taken_in_at.isoformat(),
        "taken_back_at": back.isoformat() if back else None,
    }


def _in_words(one: sources.SnapshotLine) -> str:
    scope = " ".join(f"{field}={code}" for field, code in one.scope.items())
    whole = f" complete {scope}".rstrip() if one.complete else ""
    said = (
        f"{one.records} records, {one.quarantined} in quarantine,"
        f" layout {one.layout}{whole}"
    )
    if one.refusal:
        said = f"refused: {one.refusal}"
    elif one.taken_back_at:
        said = (
            f"{one.records} records, in from {one.taken_in_at.date()} until"
            f" {one.taken_back_at.date()}, taken back: {one.taken_back_reason}"
        )
    return f"{one.publisher}@{one.stated_on} {one.sha256[:12]} {said}"
