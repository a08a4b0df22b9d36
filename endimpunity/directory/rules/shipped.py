"""The tables in data/, as facts."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from endimpunity.directory.rules.periods import MembershipFact
from endimpunity.directory.vocabulary import LANGUAGES, Grade, Scheme

# An own table of one kind: {"schema": …, "version": …, …}.
Table = dict[str, Any]

_TABLE_KEYS = {"schema", "version", "stated_on", "source"}


@dataclass(frozen=True, order=True)
class NameFact:
    """What a list calls a State in a language."""

    state: str
    language: str
    text: str
    formal: str = ""


@dataclass(frozen=True, kw_only=True)
class NameTable:
    """A shipped list of names, with whose it is."""

    version: str
    source: str
    stated_on: date | None
    names: tuple[NameFact, ...]


@cache
def read_table(name: str) -> Table:
    """Return a shipped table, as TOML reads it."""
    folder = resources.files("endimpunity.directory").joinpath("data")
    return tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def membership_facts() -> tuple[MembershipFact, ...]:
    """Return every shipped membership: UNESCO, its groups and regions, M49."""
    return (
        *_unesco_members(),
        *_grouped("unesco_groups"),
        *_grouped("unesco_regions"),
        *_m49(),
    )


def contested_names() -> NameTable:
    """Return this program's own names, in six languages each."""
    table = read_table("contested_names")
    names = (
        NameFact(code, language, entry[language])
        for code, entry in table.items()
        if code not in _TABLE_KEYS
        for language in LANGUAGES
    )
    return NameTable(
        version=table["version"],
        source=table["source"],
        stated_on=table["stated_on"],
        names=tuple(sorted(names)),
    )


def _unesco_members() -> Iterator[MembershipFact]:
    table = read_table("unesco_membership")
    for state, first, last, source in table["members"]["rows"]:
        read = table["source"][source]
        yield MembershipFact(
            scheme=table["scheme"],
            state=state,
            group="",
            from_on=_day(first),
            to_on=_day(last),
            source=read["text"],
            grade=read["grade"],
        )


def _grouped(name: str) -> Iterator[MembershipFact]:
    table = read_table(name)
    for group in table["group"]:
        for state in group["states"]:
            yield MembershipFact(
                scheme=table["scheme"],
                state=state,
                group=group["code"],
                from_on=_day(group.get("from", "")),
                to_on=_day(group.get("to", "")),
                source=group["source"],
                grade=group["grade"],
            )


def _m49() -> Iterator[MembershipFact]:
    table = read_table("m49")
    for region, entry in table["region"].items():
        for subregion, part in entry["subregion"].items():
            for state in part["states"]:
                for scheme, group in (
                    (Scheme.M49_REGION, region),
                    (Scheme.M49_SUBREGION, subregion),
                ):
                    yield MembershipFact(
                        scheme=scheme.value,
                        state=state,
                        group=group,
                        from_on=None,
                        to_on=None,
                        source=table["source"],
                        grade=Grade.READ.value,
                    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
