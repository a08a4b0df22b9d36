"""What is invented of one attack, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

Facts = Mapping[str, Any]


class Fate(Enum):
    """How far a case is on its way to the world."""

    PUBLISHED = "PUBLISHED"
    HELD = "HELD"
    REVIEWED = "REVIEWED"
    WITHDRAWN = "WITHDRAWN"


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A cited page that does not exist."""

    label: str
    url: str
    stated_edtf: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Victim:
    """One person harmed: facts of the person and of the case, and its fate."""

    person: Facts
    case: Facts
    fate: Fate
    # The motive that the registry stated first and no longer states; "" if none.
    first_motive: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Happening:
    """An event of a proceeding; whom it touches by number, from 1."""

    kind: str
    on: tuple[date | None, date | None]
    what: str
    people: int | None = None
    accused: tuple[int, ...] = ()
    # Places of the victims it is about; empty means all.
    about: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Course:
    """A proceeding with its accused, by their alleged roles, and its events."""

    jurisdiction: str
    court: str
    kind: str
    accused: tuple[str, ...]
    events: tuple[Happening, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """A toll: of which group, from a lowest to a highest number."""

    group: str
    low: int
    high: int | None
    stated_edtf: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """A publisher's word since a day: on a field (`about`), or on justice ("")."""

    publisher: str
    method: str
    about: str
    code: str
    text: str
    on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Reproof:
    """An invented body's condemnation; `about` is a victim's place, or all."""

    number: str
    word: str
    on: date
    about: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """One attack with all that is said of it.

    Attributes:
        number: its place in the world, from 0.
        met_at: when the registry learned of it.
        told_at: when it recorded what it says now.
        shown_at: when people published it.
        ended_at: when what was withdrawn was withdrawn.
    """

    number: int
    facts: Facts
    victims: tuple[Victim, ...]
    sources: tuple[Source, ...]
    courses: tuple[Course, ...]
    tolls: tuple[Count, ...]
    words: tuple[Word, ...]
    disagreements: tuple[str, ...]
    reproofs: tuple[Reproof, ...]
    met_at: datetime
    told_at: datetime
    shown_at: datetime
    ended_at: datetime
