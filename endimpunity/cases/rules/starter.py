"""Read a starter file: one attack, in the project's own words, fact by fact cited."""

import tomllib
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from endimpunity.cases.rules.columns import DateColumns, date_columns
from endimpunity.cases.rules.fields import OF_ATTACK, OF_CASE, OF_PERSON
from endimpunity.cases.vocabulary import (
    CondemnationWord,
    EventKind,
    Method,
    ProceedingKind,
    TollGroup,
)
from endimpunity.foundation.partial_dates import from_edtf

SCHEMA = 1
# The same fact has the same key in every installation: a name-based UUID of its
# path under this one, drawn once for the starter registry.
NAMESPACE = uuid.UUID("5b0f6d0e-2d0b-4e0c-9a56-1f6f4d3a2b11")

_TABLES = frozenset(
    {
        "schema",
        "slug",
        "read_on",
        "citation",
        "attack",
        "case",
        "toll",
        "condemnation",
        "proceeding",
        "statement",
        "disagreement",
    },
)
_KEYS: Mapping[str, frozenset[str]] = {
    "citation": frozenset({"label", "url", "title", "stated"}),
    "attack": frozenset({"reason", "facts", "cite"}),
    "case": frozenset({"slug", "reason", "facts", "cite"}),
    "toll": frozenset({"slug", "group", "low", "high", "stated", "cite"}),
    "condemnation": frozenset(
        {"slug", "body", "date", "number", "word", "url", "case", "cite"},
    ),
    "proceeding": frozenset(
        {
            "slug",
            "jurisdiction",
            "court",
            "kind",
            "cases",
            "accused",
            "event",
            "cite",
        },
    ),
    "event": frozenset(
        {
            "slug",
            "kind",
            "date",
            "what",
            "people",
            "cases",
            "accused",
            "accused_of",
            "cite",
        },
    ),
    "statement": frozenset(
        {"slug", "publisher", "method", "code", "text", "stated", "case", "cite"},
    ),
    "disagreement": frozenset({"slug", "text", "cite"}),
}
_CODES: Mapping[tuple[str, str], Sequence[str]] = {
    ("toll", "group"): TollGroup.values,
    ("condemnation", "word"): CondemnationWord.values,
    ("proceeding", "kind"): ProceedingKind.values,
    ("event", "kind"): EventKind.values,
    ("statement", "method"): Method.values,
}


class UnreadableStarterError(ValueError):
    """A starter file has a key, a code or a citation that nobody knows."""


@dataclass(frozen=True, kw_only=True)
class Starter:
    """One attack with all that is said of it.

    Attributes:
        slug: its name in the files.
        read_on: the day its pages were read.
        tables: its tables by name, each a tuple of mappings; `citation` and
            `attack` have one table each.
    """

    slug: str
    read_on: date
    citations: Mapping[str, Mapping[str, str]]
    attack: Mapping[str, Any]
    tables: Mapping[str, tuple[Mapping[str, Any], ...]]

    def key(self, *path: str) -> uuid.UUID:
        """Return the permanent key of the fact at a path, the attack's without one."""
        return uuid.uuid5(NAMESPACE, "/".join((self.slug, *path)))


def read_starter(text: str) -> Starter:
    """Read one file.

    Raises:
        UnreadableStarterError: it is not TOML, or holds what the schema does not know.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableStarterError(f"not TOML: {error}") from error
    slug = str(content.get("slug", ""))
    if content.get("schema") != SCHEMA or not slug:
        raise UnreadableStarterError(f"schema is not {SCHEMA}, or there is no slug")
    _refuse(content.keys() - _TABLES, slug)
    starter = Starter(
        slug=slug,
        read_on=content["read_on"],
        citations=content.get("citation", {}),
        attack=content.get("attack", {}),
        tables={
            name: tuple(content.get(name, ()))
            for name in (
                "case",
                "toll",
                "condemnation",
                "proceeding",
                "statement",
                "disagreement",
            )
        },
    )
    _check(starter)
    return starter


def _check(starter: Starter) -> None:
    where = starter.slug
    for name, citation in starter.citations.items():
        _check_table("citation", citation, starter, f"{where}, citation {name}")
    _check_table("attack", starter.attack, starter, where)
    _check_facts(starter.attack, OF_ATTACK, where)
    for kind, tables in starter.tables.items():
        slugs = [str(table.get("slug", "")) for table in tables]
        _refuse({slug for slug in slugs if slugs.count(slug) > 1}, f"{where}, {kind}")
        for table in tables:
            at = f"{where}, {kind} {table.get('slug')}"
            _check_table(kind, table, starter, at)
            if kind == "case":
                _check_facts(table, OF_PERSON + OF_CASE, at)
            for event in table.get("event", ()):
                _check_table("event", event, starter, f"{at}, {event.get('slug')}")


def _check_table(
    kind: str,
    table: Mapping[str, Any],
    starter: Starter,
    where: str,
) -> None:
    _refuse(table.keys() - _KEYS[kind], where)
    for (of, key), codes in _CODES.items():
        if of == kind:
            _refuse({str(table.get(key))} - set(codes), where)
    cited = table.get("cite", [])
    if isinstance(cited, Mapping):
        cited = [name for names in cited.values() for name in names]
    elif kind != "citation" and not cited:
        raise UnreadableStarterError(f"{where}: nothing is cited")
    _refuse(set(cited) - starter.citations.keys(), where)
    _refuse(set(table.get("cases", ())) - _case_slugs(starter), where)


def _check_facts(
    table: Mapping[str, Any],
    fields: Sequence[str],
    where: str,
) -> None:
    facts, cited = table.get("facts", {}), table.get("cite", {})
    _refuse(facts.keys() - set(fields), where)
    _refuse(facts.keys() ^ cited.keys(), where)


def _case_slugs(starter: Starter) -> set[str]:
    return {str(case.get("slug")) for case in starter.tables["case"]}


def _refuse(strange: "set[str]", where: str) -> None:
    if strange:
        raise UnreadableStarterError(f"{where}: unknown {', '.join(sorted(strange))}")


def stored_day(edtf: str) -> dict[str, str | None]:
    """Return a day of ours as stored; no source is quoted, so it has no text."""
    return {**from_edtf(edtf).as_stored(), "text": ""}


def day(edtf: str) -> DateColumns:
    """Return a day of ours as columns; "" is unknown."""
    return date_columns(stored_day(edtf) if edtf else None)
