"""An invented list whose files go wrong, and what the tables hold of it."""

import csv
import io

from django.db import connection

from tests.journeys.terminal import endimpunity

HEADERS = ("name", "date", "country", "outlet")
COLUMNS = """
[columns]
name = "name"
date = "date"
country = "country"
outlets = "outlet"
"""
WHOSE = ("--publisher", "LISTA", "--stated-on", "2024-03-12")
# What holds a list's content, and what is made of it. Refusals are kept elsewhere.
CONTENT = (
    "sources_row",
    "sources_sourcerecord",
    "sources_part",
    "sources_recordversion",
    "sources_sighting",
    "sources_continuation",
    "sources_withdrawal",
    "cases_case",
)


def person(number):
    """Return an entry of an invented list; no name is like another's."""
    name = "".join(
        "bdfglmnrst"[int(figure)] + "ao"[number % 2] for figure in f"{number:03}"
    )
    return [
        f"{name} Ivented{name}".title(),
        f"{number % 28 + 1} May 2015",
        "Mali",
        "Radio M",
    ]


def entries(count=40):
    return [person(number) for number in range(count)]


def text_of(rows, headers=HEADERS):
    text = io.StringIO()
    csv.writer(text).writerows([headers, *rows])
    return text.getvalue()


def content():
    with connection.cursor() as cursor:
        held = {}
        for table in CONTENT:
            cursor.execute(f"SELECT count(*) FROM {table}")
            held[table] = cursor.fetchone()[0]
    return held


def in_quarantine(said, rows):
    """Type the command that the sentence advises, and find these rows."""
    listing = said.advised(r"endimpunity quarantine --publisher \S+ --stated-on \S+")
    found = endimpunity(*listing[1:], "--json")
    assert found.status == 0
    assert [one["row"] for one in found.facts] == rows
    return found.facts
