"""Rows on their way into the tables, parents before children."""

from collections.abc import Iterator

from django.db import models

from endimpunity.cases.demo.keys import integer_keys
from endimpunity.cases.models import (
    Accused,
    Assertion,
    Attack,
    Case,
    Citation,
    Condemnation,
    Disagreement,
    Person,
    PersonName,
    Proceeding,
    ProceedingEvent,
    Publication,
    Statement,
    Toll,
)
from endimpunity.cases.rules import columns
from endimpunity.foundation import bulk

_RECORDED = ("id", "key", "recorded_at", "superseded_at", "recorded_by_id")
_DATED = ("date_earliest", "date_latest", "date_edtf", "date_text")

Table = type[models.Model]
Row = tuple[object, ...]


def _links(field: str, *names: str) -> tuple[Table, tuple[str, ...]]:
    """Return the table that a field of many links is kept in, and its columns."""
    through = {
        "assertion.citations": Assertion.citations.through,
        "proceeding.cases": Proceeding.cases.through,
        "proceeding.citations": Proceeding.citations.through,
        "event.cases": ProceedingEvent.cases.through,
        "event.accused": ProceedingEvent.accused.through,
        "event.citations": ProceedingEvent.citations.through,
        "toll.citations": Toll.citations.through,
        "condemnation.citations": Condemnation.citations.through,
        "statement.citations": Statement.citations.through,
        "disagreement.citations": Disagreement.citations.through,
    }
    return through[field], names


# In the order in which they are written: what is pointed at comes first.
TABLES: dict[str, tuple[Table, tuple[str, ...]]] = {
    "citation": (
        Citation,
        ("id", "label", "url", "title", "stated_edtf", "read_on", "recorded_at"),
    ),
    "attack": (
        Attack,
        ("id", "key", "recorded_at", *columns.attack_columns({})),
    ),
    "person": (
        Person,
        ("id", "key", "recorded_at", *columns.person_columns({})),
    ),
    "name": (
        PersonName,
        (
            "person_id",
            "text",
            "script",
            "language",
            "kind",
            "recorded_at",
            "superseded_at",
        ),
    ),
    "case": (
        Case,
        (
            "id",
            "public_id",
            "recorded_at",
            "attack_id",
            "person_id",
            *columns.case_columns({}),
        ),
    ),
    "assertion": (
        Assertion,
        (
            "id",
            "subject",
            "subject_id",
            "field",
            "value",
            "stated_on",
            "recorded_at",
            "superseded_at",
            "recorded_by_id",
            "reason",
        ),
    ),
    "assertion.citations": _links("assertion.citations", "assertion_id", "citation_id"),
    "proceeding": (
        Proceeding,
        (
            "id",
            "key",
            "jurisdiction_id",
            "court",
            "kind",
            "recorded_at",
            "recorded_by_id",
        ),
    ),
    "proceeding.cases": _links(
        "proceeding.cases", "proceeding_id", "case_id", "recorded_at"
    ),
    "proceeding.citations": _links(
        "proceeding.citations", "proceeding_id", "citation_id", "recorded_at"
    ),
    "accused": (
        Accused,
        ("id", "proceeding_id", "number", "alleged_role", "recorded_at"),
    ),
    "event": (
        ProceedingEvent,
        (*_RECORDED, *_DATED, "proceeding_id", "kind", "what", "people"),
    ),
    "event.cases": _links("event.cases", "proceedingevent_id", "case_id"),
    "event.accused": _links("event.accused", "proceedingevent_id", "accused_id"),
    "event.citations": _links("event.citations", "proceedingevent_id", "citation_id"),
    "toll": (
        Toll,
        (*_RECORDED, "attack_id", "group", "low", "high", "stated_edtf"),
    ),
    "toll.citations": _links("toll.citations", "toll_id", "citation_id"),
    "condemnation": (
        Condemnation,
        (*_RECORDED, *_DATED, "attack_id", "case_id", "body", "number", "word", "url"),
    ),
    "condemnation.citations": _links(
        "condemnation.citations", "condemnation_id", "citation_id"
    ),
    "statement": (
        Statement,
        (
            *_RECORDED,
            "attack_id",
            "publisher_label",
            "method",
            "about",
            "code",
            "text",
            "stated_earliest",
            "stated_latest",
            "stated_edtf",
        ),
    ),
    "statement.citations": _links("statement.citations", "statement_id", "citation_id"),
    "disagreement": (Disagreement, (*_RECORDED, "attack_id", "text")),
    "disagreement.citations": _links(
        "disagreement.citations", "disagreement_id", "citation_id"
    ),
    "publication": (
        Publication,
        (
            "id",
            "case_id",
            "state",
            "reason",
            "alone",
            "second_read",
            "recorded_at",
            "superseded_at",
            "recorded_by_id",
        ),
    ),
}


class Tables:
    """Rows of one batch, a list a table, and the keys of those that have one."""

    def __init__(self) -> None:
        self._keys: dict[str, Iterator[int]] = {}
        self._rows: dict[str, list[Row]] = {name: [] for name in TABLES}

    def key(self, table: str) -> int:
        """Return the next key of a table."""
        if table not in self._keys:
            self._keys[table] = integer_keys(TABLES[table][0])
        return next(self._keys[table])

    def add(self, table: str, *row: object) -> None:
        """Add a row, one value a column."""
        self._rows[table].append(row)

    def add_with_key(self, table: str, *row: object) -> int:
        """Add a row that begins with its key, and return that key."""
        key = self.key(table)
        self._rows[table].append((key, *row))
        return key

    def write(self) -> None:
        """Append what was added since the last time."""
        for name, (model, names) in TABLES.items():
            if self._rows[name]:
                bulk.append_rows(model, names, self._rows[name])
                self._rows[name] = []
