"""`endimpunity records`: a publisher's list, record by record."""

import json
from contextlib import closing
from datetime import date
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from endimpunity.doors.terminal.commanding import HouseCommand
from endimpunity.doors.terminal.management.commands.import_list import day
from endimpunity.foundation.partial_dates import PartialDate
from endimpunity.sources import queries as sources


class Command(HouseCommand):
    """Print the records of a list, one a line."""

    help = "print a publisher's list, one record a line"

    def add_words(self, parser: CommandParser) -> None:
        """Choose the publisher, and one file of it."""
        parser.add_argument("--publisher", required=True, metavar="CODE")
        parser.add_argument("--stated-on", type=day, metavar="DATE")

    def handle(self, **options: Any) -> None:  # noqa: ANN401  # Django's own signature
        """Print the list as it stands, or as one file has it, in its order."""
        code = options["publisher"]
        chosen: date | None = options["stated_on"]
        if sources.latest_snapshot(code) is None:
            self.refuse(
                f"There is no list of {code!r} here. `endimpunity snapshots` lists"
                " what there is.",
            )
        if chosen is None:
            records = sources.records_of_list(code, as_of=timezone.now().date())
        else:
            snapshot = sources.snapshot_of(code, chosen)
            if snapshot is None:
                self.refuse(
                    f"{code} has no file stated on {chosen}. `endimpunity snapshots"
                    f" --publisher {code}` lists its days.",
                )
            records = sources.records_in(snapshot)
        # Closed here, while the database is open, also when nobody reads on.
        with closing(records):
            for one in records:
                self._print(code, one)

    def _print(self, code: str, one: sources.ListedRecord) -> None:
        address = f"{code}@{one.stated_on}#{one.row}"
        if self.wants_json:
            facts = {
                "record": address,
                "row": one.row,
                **one.values,
                "date_cut": _bounds(one.known),
            }
            self.stdout.write(json.dumps(facts, ensure_ascii=False))
        else:
            self.stdout.write(_line(address, one.values))


def _bounds(known: PartialDate) -> dict[str, Any]:
    """Return the days between which it happened, and what of that is inferred."""
    return {
        "earliest": known.earliest and known.earliest.isoformat(),
        "latest": known.latest and known.latest.isoformat(),
        "inferred": list(known.inferred),
    }


def _line(address: str, values: dict[str, Any]) -> str:
    """Return a record as a line to read: address, name, date, place, outlets."""
    people = values.get("people")
    name = values.get("name") or values.get("name_native") or values.get("event")
    if people:
        name = "; ".join(person["name"] for person in people)
    date_text = (values.get("date") or {}).get("text") or values.get("year")
    parts = (
        name or "(nobody named)",
        date_text or "date unknown",
        values.get("country") or values.get("area") or "country unknown",
        ", ".join(values.get("outlets") or ()),
    )
    return f"{address}\t" + "\t".join(str(part) for part in parts)
