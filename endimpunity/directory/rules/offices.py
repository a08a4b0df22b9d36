"""What is said of offices, as facts: the same from our files and from an import."""

import hashlib
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, kw_only=True)
class ReadSource:
    """Where it was read: whose words, of which day, read on which day."""

    label: str
    url: str = ""
    stated_on: date | None = None
    read_on: date | None = None

    @property
    def key(self) -> str:
        """Return the hash by which the same source is found again."""
        parts = (self.label, self.url, str(self.stated_on), str(self.read_on))
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class NameFact:
    """What an office is called in a language."""

    language: str
    text: str
    # Whose words: a code of vocabulary.NameOrigin.
    by_whom: str
    source: ReadSource


@dataclass(frozen=True, kw_only=True)
class PointFact:
    """One coded thing about an office: a code of vocabulary.Point."""

    code: str
    source: ReadSource


@dataclass(frozen=True, kw_only=True)
class HolderFact:
    """Who holds a post; no name is a vacant post."""

    name: str
    from_on: date | None
    to_on: date | None
    source: ReadSource


@dataclass(frozen=True, kw_only=True)
class ContactFact:
    """An address of a post."""

    channel: str
    address: str
    purpose: str
    steps: str
    steps_language: str
    # None where nobody has verified it yet.
    verified_on: date | None
    source: ReadSource


@dataclass(frozen=True, kw_only=True)
class PostFact:
    """A post of an office with all that is said of it."""

    code: str
    kind: str
    holders: tuple[HolderFact, ...] = ()
    contacts: tuple[ContactFact, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Jurisdiction:
    """Whose office it is: of a State, of a division of one, or of a body."""

    state: str = ""
    division: str = ""
    body: str = ""


@dataclass(frozen=True, kw_only=True)
class OfficeFact:
    """An office with all that is said of it."""

    slug: str
    kind: str
    jurisdiction: Jurisdiction
    names: tuple[NameFact, ...] = ()
    points: tuple[PointFact, ...] = ()
    posts: tuple[PostFact, ...] = field(default=())
