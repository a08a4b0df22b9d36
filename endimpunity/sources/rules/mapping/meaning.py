"""The meaning of a file's columns, once read."""

import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from typing import Literal

from endimpunity.sources.rules.tables.raw import FileOptions

How = Literal["FIRST", "JOIN", "PEOPLE"]
# Raised when the built-in spellings, the splitting of lists or the reading of cells
# change, so that the versions of records say by which rules they were read.
RULES = 2


@dataclass(frozen=True, kw_only=True)
class Column:
    """Where the value of a field stands.

    Attributes:
        how: FIRST of the columns that is not blank; all of them, in a JOIN; or the
            PEOPLE, none or several, whom one column names.
        headers: one or more, as the file writes them.
    """

    how: How
    headers: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PublisherFacts:
    """What a mapping says of the publisher; all but the code may be empty.

    Attributes:
        code: as in addresses, "CPJ".
        name: in full.
        url: of the publisher's own page.
        licence: a code of LicencePolicy, or "".
        counts: whom the list counts, a sentence.
        coverage_from: the first day the list covers.
    """

    code: str
    name: str = ""
    url: str = ""
    licence: str = ""
    counts: str = ""
    coverage_from: date | None = None


@dataclass(frozen=True, kw_only=True)
class Mapping:
    """What the columns of a file mean.

    Attributes:
        name: of the layout or of the mapping's file.
        title: a phrase for people.
        publisher: whose list it is; None where the mapping does not say.
        file: what is stated about the file.
        columns: the column of each field; a field that is absent is one of which
            the list is silent.
        values: by field, the code of each value met, keyed by `exact(value)`; ""
            is a blank.
        date_order: of numeric dates, "MDY", "DMY" or "YMD".
        defaults: what holds where a list is silent or blank, as text.
        strict_values: whether a row with a value nobody knows is put in quarantine.
        signature: headers by which a built-in layout is known; its others may be
            absent from a file.
    """

    name: str
    title: str = ""
    publisher: PublisherFacts | None = None
    file: FileOptions = field(default_factory=FileOptions)
    columns: dict[str, Column]
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    date_order: str | None = None
    defaults: dict[str, str] = field(default_factory=dict)
    strict_values: bool = False
    signature: frozenset[str] = frozenset()

    @property
    def headers(self) -> frozenset[str]:
        """Return every header that the mapping names."""
        named = {h for column in self.columns.values() for h in column.headers}
        return frozenset(named)

    @property
    def fingerprint(self) -> str:
        """Return the version: SHA-256 of all that changes how a row is read."""
        said = {
            "rules": RULES,
            "columns": {f: [c.how, *c.headers] for f, c in self.columns.items()},
            "values": self.values,
            "order": self.date_order,
            "defaults": self.defaults,
            "strict": self.strict_values,
        }
        canonical = json.dumps(said, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()

    def fitted(self, headers: tuple[str, ...]) -> "Mapping":
        """Return the mapping without the columns that a file has not.

        Of "a" or "b" the one that the file has stays; a field with no column left
        is one of which the list is silent.
        """
        if self.headers <= set(headers):
            return self
        kept = {
            field_: tuple(name for name in column.headers if name in headers)
            for field_, column in self.columns.items()
        }
        columns = {
            field_: Column(how=self.columns[field_].how, headers=names)
            for field_, names in kept.items()
            if names
        }
        return replace(self, columns=columns)

    def missing(self, headers: tuple[str, ...]) -> str | None:
        """Return a sentence on the columns that a file has not, or None."""
        lacking = [
            (name, field_)
            for field_, column in self.columns.items()
            for name in column.headers
            if name not in headers
        ]
        if not lacking:
            return None
        named = "; ".join(
            f'"{name}" (for {field_}{did_you_mean(name, headers)})'
            for name, field_ in lacking
        )
        has = ", ".join(f'"{header}"' for header in headers)
        return f"The file has no column {named}. It has: {has}."


def did_you_mean(word: str, words: tuple[str, ...]) -> str:
    """Return ': did you mean "x"?' for the nearest of the words, or ""."""
    by_fold = {w.casefold(): w for w in words}
    near = get_close_matches(word.casefold(), by_fold, n=1)
    return f': did you mean "{by_fold[near[0]]}"?' if near else ""


def ending_in_near(word: str, words: tuple[str, ...]) -> str:
    """Return the end of a sentence on a word that is wrong: the nearest, or "."."""
    return did_you_mean(word, words) or "."


def exact(text: str) -> str:
    """Return a value as a mapping's table is looked up: trimmed, case folded."""
    return " ".join(text.split()).casefold()
