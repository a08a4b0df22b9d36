"""An invented file of offices with a secret in all that is not open."""

import csv
from pathlib import Path

from django.core.management import call_command

from endimpunity.directory.rules.office_file import COLUMNS
from tests.house.canary.planting import Planted

# The office of which two people agreed to an address is shown; the other is not.
SHOWN = "ex-shown"
HIDDEN = "ex-hidden"
OPEN_ADDRESS = "openaddress@example.org"
ROW = {
    "jurisdiction": "FR",
    "kind": "MINISTRY",
    "language": "fr",
    "name": "Bureau d'exemple",
    "post": "minister",
    "post_kind": "MINISTER",
    "channel": "EMAIL",
    "source": "Journal d'exemple",
    "verified_on": "2024-01-01",
    "stated_on": "2024-01-01",
}


def take_in_offices(folder: Path, planted: Planted) -> None:
    """Write the file and import it, as an administrator would."""

    def hidden(what: str) -> str:
        return f"{planted.secret(what)}@example.org"

    rows = [
        {"office": SHOWN, "address": OPEN_ADDRESS, "purpose": "PUBLIC"},
        {
            "office": SHOWN,
            "address": hidden("an address nobody agreed to"),
            "purpose": "PUBLIC",
        },
        {
            "office": SHOWN,
            "address": hidden("an address of official exchange"),
            "purpose": "OFFICIAL",
            "holder": planted.secret("a holder nobody agreed to"),
            "source": "Journal d'exemple",
        },
        {
            "office": SHOWN,
            "post": planted.secret("a post of official exchange alone"),
            "address": hidden("an address of a post of official exchange"),
            "purpose": "OFFICIAL",
        },
        {
            "office": SHOWN,
            "post": planted.secret("a post nobody agreed to anything in"),
            "address": hidden("an address of a post nobody agreed to"),
            "purpose": "PUBLIC",
        },
        {
            "office": HIDDEN,
            "address": hidden("an address of an office nobody agreed to"),
            "purpose": "PUBLIC",
            "name": planted.secret("an office nobody agreed to"),
        },
    ]
    _take_in(folder, rows)


def propose_names(folder: Path, planted: Planted) -> None:
    """Call the shown office otherwise, when two people agreed to what it is called."""
    nothing = dict.fromkeys(("channel", "verified_on"), "")
    rows = [
        {
            "office": SHOWN,
            "language": language,
            "name": planted.secret(f"a name in {language} nobody agreed to"),
            "source": planted.secret(f"a source of a name in {language}"),
            **nothing,
        }
        for language in ("fr", "en", "ar")
    ]
    _take_in(folder, rows)


def _take_in(folder: Path, rows: list[dict[str, str]]) -> None:
    file = folder / "offices.csv"
    with file.open("w", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS)
        writer.writeheader()
        writer.writerows(ROW | row for row in rows)
    call_command("import_offices", str(file), "--json")
