"""The offices in data/offices/, as facts; docs/reference/offices.md has the schema."""

import tomllib
from collections.abc import Collection, Mapping
from datetime import date
from importlib import resources
from typing import Any

from endimpunity.directory.rules.addresses import wrong_with
from endimpunity.directory.rules.offices import (
    ContactFact,
    HolderFact,
    Jurisdiction,
    NameFact,
    OfficeFact,
    PointFact,
    PostFact,
    ReadSource,
)
from endimpunity.directory.vocabulary import (
    LANGUAGES,
    Body,
    Channel,
    NameOrigin,
    OfficeKind,
    Point,
    PostKind,
    Purpose,
)

SCHEMA = 1
_KEYS: Mapping[str, frozenset[str]] = {
    "file": frozenset(
        {
            "schema",
            "slug",
            "kind",
            "body",
            "read_on",
            "source",
            "name",
            "points",
            "post",
        }
    ),
    "source": frozenset({"label", "url", "stated"}),
    "name": frozenset({"text", "own", "source"}),
    "post": frozenset({"code", "kind", "holder", "contact"}),
    "holder": frozenset({"name", "vacant", "from", "to", "source"}),
    "contact": frozenset(
        {"channel", "address", "purpose", "steps", "steps_language", "source"}
    ),
}


class UnreadableOfficeError(ValueError):
    """A shipped office has a key, a code, an address or a source nobody knows."""


def shipped_offices() -> tuple[OfficeFact, ...]:
    """Return every office that ships, by slug.

    Raises:
        UnreadableOfficeError: a file holds what the schema does not know.
    """
    folder = resources.files("endimpunity.directory") / "data" / "offices"
    texts = [
        file.read_text(encoding="utf-8")
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(map(read_office, texts), key=lambda office: office.slug))


def read_office(text: str) -> OfficeFact:
    """Read one file.

    Raises:
        UnreadableOfficeError: it is not TOML, or holds what the schema does not know.
    """
    try:
        content = tomllib.loads(text)
        return _Reading(content).office()
    except tomllib.TOMLDecodeError as error:
        raise UnreadableOfficeError(f"not TOML: {error}") from error
    except KeyError as error:
        raise UnreadableOfficeError(f"{error} is missing or unknown") from error


class _Reading:
    """One file on its way to facts."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._content = content
        self._where = str(content.get("slug", ""))
        _refuse_strange("file", content, self._where)
        if content.get("schema") != SCHEMA or not self._where:
            raise UnreadableOfficeError(f"schema is not {SCHEMA}, or there is no slug")
        self._sources = {
            name: self._source(table) for name, table in content["source"].items()
        }

    def office(self) -> OfficeFact:
        """Return the whole file as facts."""
        names = self._content["name"]
        if set(names) != set(LANGUAGES):
            raise UnreadableOfficeError(f"{self._where}: a name in each language")
        return OfficeFact(
            slug=self._where,
            kind=_code(self._content["kind"], OfficeKind.values),
            jurisdiction=Jurisdiction(body=_code(self._content["body"], Body.values)),
            names=tuple(
                self._name(language, names[language]) for language in LANGUAGES
            ),
            points=tuple(
                PointFact(code=_code(code, Point.values), source=self._sources[name])
                for code, name in self._content["points"].items()
            ),
            posts=tuple(self._post(table) for table in self._content.get("post", ())),
        )

    def _source(self, table: Mapping[str, Any]) -> ReadSource:
        _refuse_strange("source", table, self._where)
        read_on: date = self._content["read_on"]
        return ReadSource(
            label=table["label"],
            url=table["url"],
            stated_on=table.get("stated"),
            read_on=read_on,
        )

    def _name(self, language: str, table: Mapping[str, Any]) -> NameFact:
        _refuse_strange("name", table, self._where)
        by_whom = NameOrigin.OWN if table["own"] else NameOrigin.PROJECT
        return NameFact(
            language=language,
            text=table["text"],
            by_whom=by_whom.value,
            source=self._sources[table["source"]],
        )

    def _post(self, table: Mapping[str, Any]) -> PostFact:
        _refuse_strange("post", table, self._where)
        return PostFact(
            code=table["code"],
            kind=_code(table["kind"], PostKind.values),
            holders=tuple(self._holder(one) for one in table.get("holder", ())),
            contacts=tuple(self._contact(one) for one in table.get("contact", ())),
        )

    def _holder(self, table: Mapping[str, Any]) -> HolderFact:
        _refuse_strange("holder", table, self._where)
        source = self._sources[table["source"]]
        if source.stated_on is None:
            raise UnreadableOfficeError(f"{self._where}: a holder's source has a day")
        if bool(table.get("vacant")) == bool(table.get("name")):
            raise UnreadableOfficeError(f"{self._where}: a holder is named or vacant")
        return HolderFact(
            name=table.get("name", ""),
            from_on=table.get("from"),
            to_on=table.get("to"),
            source=source,
        )

    def _contact(self, table: Mapping[str, Any]) -> ContactFact:
        _refuse_strange("contact", table, self._where)
        channel = _code(table["channel"], Channel.values)
        if wrong_with(channel, table["address"]):
            raise UnreadableOfficeError(f"{self._where}: {table['address']}")
        return ContactFact(
            channel=channel,
            address=table["address"],
            purpose=_code(table["purpose"], Purpose.values),
            steps=table.get("steps", ""),
            steps_language=table.get("steps_language", ""),
            # We read pages, some of them old copies: that verifies no address.
            verified_on=None,
            source=self._sources[table["source"]],
        )


def _refuse_strange(kind: str, table: Mapping[str, Any], where: str) -> None:
    if strange := table.keys() - _KEYS[kind]:
        raise UnreadableOfficeError(f"{where}: unknown {', '.join(sorted(strange))}")


def _code(code: str, known: Collection[str]) -> str:
    if code not in known:
        raise KeyError(code)
    return code
