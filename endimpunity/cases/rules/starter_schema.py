"""The schema of a starter file, as docs/reference/starter-schema.md publishes it.

Each table has keys it must have and keys it may have, each with what its value may
be. What the schema does not know is refused, with the place.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from endimpunity.cases.rules import starter_values as values
from endimpunity.cases.rules.fields import OF_ATTACK, OF_CASE, OF_PERSON
from endimpunity.cases.rules.starter_values import Check

SCHEMA = 1

Table = Mapping[str, Any]
Keys = Mapping[str, Check]


class UnreadableStarterError(ValueError):
    """A starter file holds what the schema does not know, or lacks what it asks for."""


@dataclass(frozen=True)
class Shape:
    """The keys of one kind of table."""

    must: Keys
    may: Keys = field(default_factory=dict)


_CITE: Keys = {"cite": values.some_of(values.slug)}
_FACTS = Shape(
    {"reason": values.text, "facts": values.table, "cite": values.table},
)
SHAPES: Mapping[str, Shape] = {
    "file": Shape(
        {
            "schema": values.count,
            "slug": values.slug,
            "read_on": values.calendar_day,
            "citation": values.table,
            "attack": values.table,
            "case": values.some_of(values.table),
        },
        {
            "toll": values.some_of(values.table),
            "condemnation": values.some_of(values.table),
            "proceeding": values.some_of(values.table),
            "statement": values.some_of(values.table),
            "disagreement": values.some_of(values.table),
        },
    ),
    "citation": Shape(
        {"label": values.text, "url": values.address},
        {
            "title": values.text,
            "stated": values.edtf,
            "read_on": values.calendar_day,
        },
    ),
    "attack": _FACTS,
    "case": Shape({"slug": values.slug, **_FACTS.must}),
    "toll": Shape(
        {"slug": values.slug, "group": values.TOLL_GROUP, "low": values.count, **_CITE},
        {"high": values.count, "stated": values.edtf},
    ),
    "condemnation": Shape(
        {
            "slug": values.slug,
            "body": values.text,
            "date": values.edtf,
            "word": values.WORD,
            **_CITE,
        },
        {"number": values.text, "url": values.address, "case": values.slug},
    ),
    "proceeding": Shape(
        {
            "slug": values.slug,
            "jurisdiction": values.country,
            "court": values.text,
            "kind": values.PROCEEDING,
            "cases": values.some_of(values.slug),
            **_CITE,
        },
        {
            "accused": values.numbered,
            "event": values.some_of(values.table),
            "upcoming": values.some_of(values.table),
        },
    ),
    "event": Shape(
        {
            "slug": values.slug,
            "kind": values.EVENT,
            "date": values.edtf,
            "what": values.text,
            **_CITE,
        },
        {
            "people": values.count,
            "cases": values.some_of(values.slug),
            "accused": values.some_of(values.count),
            "accused_of": values.slug,
        },
    ),
    "upcoming": Shape(
        {
            "slug": values.slug,
            "kind": values.UPCOMING,
            "date": values.edtf,
            "what": values.text,
            **_CITE,
        },
    ),
    "statement": Shape(
        {
            "slug": values.slug,
            "publisher": values.text,
            "method": values.METHOD,
            "stated": values.edtf,
            **_CITE,
        },
        {
            "about": values.one_of(tuple(values.FACTS)),
            "code": values.anything,
            "text": values.text,
            "case": values.slug,
        },
    ),
    "disagreement": Shape({"slug": values.slug, "text": values.text, **_CITE}),
}
_TABLES = (*SHAPES["file"].may, "case")


def check(content: Table) -> None:
    """Refuse a file that the schema does not know.

    Raises:
        UnreadableStarterError: with the place and what is wrong there.
    """
    where = str(content.get("slug") or "a file")
    if content.get("schema") != SCHEMA:
        raise UnreadableStarterError(f"{where}: schema is not {SCHEMA}")
    _check_keys("file", content, where)
    cited: set[str] = set()
    for kind, table, at in _tables(content, where):
        _check_keys(kind, table, at)
        if kind in ("attack", "case"):
            _check_facts(kind, table, at)
        if kind == "statement":
            _check_statement(table, at)
        if kind == "toll" and table.get("high", table["low"]) < table["low"]:
            raise UnreadableStarterError(f"{at}: high is below low")
        cited.update(_cited(table) if kind != "citation" else ())
    known = set(content["citation"])
    _refuse(cited - known, f"{where}: unknown citation")
    _refuse(known - cited, f"{where}: cited nowhere")
    _check_slugs(content, where)
    _check_cases(content, where)
    for proceeding in content.get("proceeding", ()):
        _check_accused(content, proceeding, f"{where}, {proceeding['slug']}")


def _tables(content: Table, where: str) -> Iterator[tuple[str, Table, str]]:
    """Yield every table of a file with its kind and its place."""
    for name, citation in content["citation"].items():
        yield "citation", citation, f"{where}, citation {name}"
    yield "attack", content["attack"], f"{where}, attack"
    for kind in _TABLES:
        for table in content.get(kind, ()):
            at = f"{where}, {kind} {table.get('slug')}"
            yield kind, table, at
            for inner in ("event", "upcoming"):
                for one in table.get(inner, ()):
                    yield inner, one, f"{at}, {inner} {one.get('slug')}"


def _check_keys(kind: str, table: Table, where: str) -> None:
    shape = SHAPES[kind]
    known = {**shape.must, **shape.may}
    _refuse(table.keys() - known.keys(), f"{where}: unknown key")
    _refuse(shape.must.keys() - table.keys(), f"{where}: there is no")
    for key, value in table.items():
        if key == "cite" and value == []:
            raise UnreadableStarterError(f"{where}: nothing is cited")
        if told := known[key](value):
            raise UnreadableStarterError(f"{where}: {key} {told}")


def _check_facts(kind: str, table: Table, where: str) -> None:
    """Every fact has its own sources, and a value that its field may have."""
    fields = OF_ATTACK if kind == "attack" else OF_PERSON + OF_CASE
    facts, cited = table["facts"], table["cite"]
    _refuse(facts.keys() - set(fields), f"{where}: unknown field")
    _refuse(facts.keys() - cited.keys(), f"{where}: nothing is cited for")
    _refuse(cited.keys() - facts.keys(), f"{where}: cited, and not stated:")
    for name, value in facts.items():
        told = values.FACTS[name](value) or _CITE["cite"](cited[name])
        if told:
            raise UnreadableStarterError(f"{where}: {name} {told}")


def _check_statement(table: Table, where: str) -> None:
    """A statement says something; its code is one of what it speaks of."""
    if "code" not in table and "text" not in table:
        raise UnreadableStarterError(f"{where}: neither a code nor a text")
    about = table.get("about")
    if about is not None and "text" not in table:
        raise UnreadableStarterError(f"{where}: about {about}, and there is no text")
    checked = values.FACTS[about] if about else values.STANDING
    if "code" in table and (told := checked(table["code"])):
        raise UnreadableStarterError(f"{where}: code {told}")


def _check_slugs(content: Table, where: str) -> None:
    """No slug of a kind is given twice: a fact's permanent key comes from it."""
    for kind in _TABLES:
        tables = content.get(kind, ())
        _refuse_twice((one["slug"] for one in tables), f"{where}, {kind}")
    for one in content.get("proceeding", ()):
        for inner in ("event", "upcoming"):
            slugs = (it["slug"] for it in one.get(inner, ()))
            _refuse_twice(slugs, f"{where}, {one['slug']}, {inner}")


def _check_cases(content: Table, where: str) -> None:
    known = {one["slug"] for one in content["case"]}
    for _, table, at in _tables(content, where):
        named = [*table.get("cases", ()), *filter(None, [table.get("case")])]
        _refuse(set(named) - known, f"{at}: unknown case")


def _check_accused(content: Table, proceeding: Table, where: str) -> None:
    """An event's accused are numbered by its proceeding, or by one it names."""
    numbered = {
        one["slug"]: {int(number) for number in one.get("accused", {})}
        for one in content["proceeding"]
    }
    for event in proceeding.get("event", ()):
        at = f"{where}, event {event['slug']}"
        of = event.get("accused_of", proceeding["slug"])
        _refuse({of} - numbered.keys(), f"{at}: unknown proceeding")
        strange = set(event.get("accused", ())) - numbered[of]
        _refuse(map(str, strange), f"{at}: unknown accused")


def _cited(table: Table) -> Iterator[str]:
    cited = table["cite"]
    if isinstance(cited, Mapping):
        cited = [name for names in cited.values() for name in names]
    yield from cited


def _refuse_twice(slugs: Iterable[str], where: str) -> None:
    given = list(slugs)
    _refuse({one for one in given if given.count(one) > 1}, f"{where}: given twice:")


def _refuse(strange: Iterable[str], told: str) -> None:
    if names := sorted(strange):
        raise UnreadableStarterError(f"{told} {', '.join(names)}")
