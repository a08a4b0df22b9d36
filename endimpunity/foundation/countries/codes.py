"""Codes of countries and territories, in force and former, with their periods."""

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib import resources
from typing import Any

Table = dict[str, Any]


class Kind(StrEnum):
    """What a code stands for; nothing is said by it of anybody's status.

    STATE is a member of the United Nations or of UNESCO, or an observer State of the
    United Nations; FORMER exists no more; TERRITORY is every other code.
    """

    STATE = "STATE"
    TERRITORY = "TERRITORY"
    FORMER = "FORMER"


@dataclass(frozen=True, kw_only=True)
class Period:
    """A State that a code stood for in a part of the code's life."""

    name: str
    numeric: int | None
    # First and last day; None is unbounded.
    existed_from: date | None
    existed_to: date | None


@dataclass(frozen=True, kw_only=True)
class Country:
    """A country or territory under its code.

    The days describe; a list that uses a code outside them is not wrong for that
    (deaths of 1999 in East Timor stand under TL in many lists).
    """

    # Alpha-2 of ISO 3166-1, XK, or four letters of ISO 3166-3 where the two letters
    # now belong to somebody else.
    code: str
    alpha3: str
    # Number of ISO 3166-1 and M49; None where there is none.
    numeric: int | None
    # English short name, a label of last resort; the directory has the names to show.
    name: str
    kind: Kind
    # First and last day; None is unbounded, or before 1990 for a first day.
    existed_from: date | None = None
    existed_to: date | None = None
    # Whether `existed_to` is only the day on which ISO withdrew the code.
    withdrawn: bool = False
    followed_by: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()

    def existed_on(self, day: date) -> bool:
        """Return whether the day lies within the code's period."""
        return (self.existed_from is None or self.existed_from <= day) and (
            self.existed_to is None or day <= self.existed_to
        )

    def name_on(self, day: date) -> str:
        """Return the English name of the State that the code stood for that day."""
        for period in self.periods:
            begun = period.existed_from is None or period.existed_from <= day
            if begun and (period.existed_to is None or day <= period.existed_to):
                return period.name
        return self.name


def read_table(name: str) -> Table:
    """Return one of the tables shipped in data/, as TOML reads it."""
    file = resources.files(__package__).joinpath("data", f"{name}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _countries() -> dict[str, Country]:
    codes, history = read_table("codes"), read_table("history")
    since: dict[str, date] = history["since"]
    current = [
        Country(
            code=code,
            alpha3=alpha3,
            numeric=numeric,
            kind=Kind(kind),
            name=name,
            existed_from=since.get(code),
        )
        for code, alpha3, numeric, kind, name in codes["codes"]
    ]
    assigned = [
        Country(
            code=row["code"],
            alpha3=row["alpha3"],
            numeric=None,
            kind=Kind(row["kind"]),
            name=row["name"],
            existed_from=since.get(row["code"]),
        )
        for row in codes["user_assigned"]
    ]
    former = [_former(row) for row in history["former"]]
    return {country.code: country for country in (*current, *assigned, *former)}


def _former(row: Table) -> Country:
    return Country(
        code=row["code"],
        alpha3=row["alpha3"],
        numeric=row.get("numeric"),
        name=row["name"],
        kind=Kind.FORMER,
        existed_from=row.get("from"),
        existed_to=row["to"],
        withdrawn=row.get("to_is") == "WITHDRAWN",
        followed_by=tuple(row["followed_by"]),
        periods=tuple(
            Period(
                name=period["name"],
                numeric=period.get("numeric"),
                existed_from=period.get("from"),
                existed_to=period.get("to"),
            )
            for period in row.get("period", [])
        ),
    )


COUNTRIES: dict[str, Country] = _countries()

# Composites that publishers use as one place, with the codes they span.
AREAS: dict[str, tuple[str, ...]] = {"IL+PS": ("IL", "PS")}

# Codes of the States of an invented world; none is in COUNTRIES, and no list of a
# publisher means a place by one.
INVENTED: frozenset[str] = frozenset(read_table("codes")["invented"]["codes"])
