"""Invented lists with a secret in every cell that is free text."""

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from endimpunity.sources.vocabulary import FIELDS
from tests.house.canary.planting import Planted

# Fields read as codes, days or numbers: a word there is text that nobody knows,
# and stays with the record.
CODED = {
    "date": "2 May 2015",
    "year": "2015",
    "country": "FR",
    "sex": "FEMALE",
    "age": "40",
    "role": "JOURNALIST",
    "employment": "STAFF",
    "local_foreign": "LOCAL",
    "manner": "MURDER",
    "motive": "CONFIRMED",
    "impunity": "COMPLETE_IMPUNITY",
    "unesco_status": "RESOLVED",
    "resolved_year": "2016",
    "requests": "2016",
    "responses": "2017",
    "acknowledgements": "2018",
    "violation": "KILLING",
    "conflict": "true",
    "captive": "true",
    "threatened": "true",
    "tortured": "true",
}
# Fields that understand a few words only; their unknown words are kept as text.
UNREAD = ("sex", "role", "employment", "local_foreign", "manner", "motive")
ROWS = 4
# A row about a publisher's own composite of countries, and one in quarantine.
AREA = 2
UNREADABLE = 3


@dataclass(frozen=True, kw_only=True)
class InventedList:
    """A list that exists only for the canary.

    Attributes:
        publisher: its code.
        public: the fields that its policy opens; none when it is not published.
        stated_on: the day it states, as YYYY-MM-DD.
        complete: whether it says that it holds all it should.
    """

    publisher: str
    stated_on: str
    public: tuple[str, ...] = ()
    complete: bool = False

    def take_in(self, folder: Path, planted: Planted) -> None:
        """Write the list and import it, as an administrator would."""
        mapping = folder / f"{self.publisher}.toml"
        columns = "\n".join(f'{field} = "{field}"' for field in FIELDS)
        mapping.write_text(
            "[publisher]\n"
            f'code = "{self.publisher}"\nname = "List {self.publisher}"\n'
            'licence = "facts-and-link"\n'
            f"[columns]\n{columns}\n",
        )
        file = folder / f"{self.publisher}-{self.stated_on}.csv"
        with file.open("w", newline="") as out:
            writer = csv.DictWriter(out, FIELDS)
            writer.writeheader()
            writer.writerows(self._row(number, planted) for number in range(ROWS))
        words = ["--publisher", self.publisher, "--stated-on", self.stated_on]
        words += ["--mapping", str(mapping), "--accept-quarantine", "50%", "--json"]
        words += ["--complete", "--scope", "motive=CONFIRMED"] if self.complete else []
        words += ["--publish"] if self.public else []
        call_command("import_list", str(file), *words)

    def refuse(self, folder: Path, planted: Planted) -> None:
        """Offer a file that is no list: its bytes and the reason are kept."""
        file = folder / f"{planted.secret('the name of a refused file')}.csv"
        file.write_text(f"<html>{planted.secret('a refused file')}</html>")
        words = ["--publisher", self.publisher, "--stated-on", self.stated_on]
        with pytest.raises(CommandError):
            call_command("import_list", str(file), *words)

    def _row(self, number: int, planted: Planted) -> dict[str, str]:
        row = {field: self._cell(field, number, planted) for field in FIELDS}
        # The entry is found again in a later file of the same list by this alone.
        row["external_id"] = f"entry-{number}"
        if number == AREA:
            row["country"] = "Israel and the Occupied Palestinian Territory"
        if number == UNREADABLE:
            row["country"] = planted.secret(f"{self.publisher} country of no atlas")
        return row

    def _cell(self, field: str, number: int, planted: Planted) -> str:
        if field in CODED and not (number == 0 and field in UNREAD):
            return CODED[field]
        if field in self.public:
            # What is open may be seen; it is no secret, and yet unlike any other.
            word = f"Open{self.publisher.title()}{field.title()}{number}".replace(
                "_", ""
            )
        else:
            word = planted.secret(f"{self.publisher} {self.stated_on} {field}")
        return f"https://{word.lower()}.example/" if field == "url" else word
