"""Files of organisations and of the World Bank, made for tests."""

import csv
import io

from endimpunity.directory.rules.office_file import COLUMNS
from endimpunity.directory.vocabulary import LANGUAGES

WIDE = ("Country Name", "Country Code", "Indicator Name", "Indicator Code")


def a_name_list(*rows: str, header: str = "code,language,name") -> bytes:
    """Make a list of names out of its lines."""
    return "\n".join((header, *rows)).encode()


def six_names(code: str, name: str) -> list[str]:
    """Make one State's lines in all six languages."""
    return [f"{code},{language},{name} {language}" for language in LANGUAGES]


def a_long_table(*rows: str) -> bytes:
    """Make a population file of the long layout."""
    return "\r\n".join(("Country Name,Country Code,Year,Value", *rows)).encode()


def a_wide_table(*rows: str, updated: str = "2026-07-01") -> bytes:
    """Make a population file of the wide layout, as the World Bank sends it."""
    preamble = (
        '"Data Source","World Development Indicators",',
        "",
        f'"Last Updated Date","{updated}",',
        "",
        ",".join(f'"{name}"' for name in (*WIDE, "1960", "1961", "")),
    )
    return "\ufeff".encode() + "\r\n".join((*preamble, *rows)).encode()


def an_office_row(**cells: str) -> dict[str, str]:
    """Make a row of a file of offices: a minister of Mali with an e-mail address."""
    row = {
        "office": "ex-justice",
        "jurisdiction": "ML",
        "kind": "MINISTRY",
        "language": "fr",
        "name": "Ministère d'exemple",
        "post": "minister",
        "post_kind": "MINISTER",
        "holder": "",
        "holder_from": "",
        "holder_to": "",
        "channel": "EMAIL",
        "address": "minister@example.org",
        "steps": "",
        "purpose": "PUBLIC",
        "verified_on": "2024-10-01",
        "source": "Journal d'exemple",
        "source_url": "https://example.org/ministry",
        "stated_on": "2024-09-30",
    }
    return row | cells


NO_CONTACT = {"channel": "", "address": "", "purpose": "", "verified_on": ""}


def an_office_file(*rows: dict[str, str]) -> bytes:
    """Make a file of offices out of its rows."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
