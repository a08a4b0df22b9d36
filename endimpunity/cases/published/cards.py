"""The cards: everything of this room that a reader may be given, field by field."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from endimpunity.sources import published as sources_published

Item = TypeVar("Item")


@dataclass(frozen=True, kw_only=True)
class SourceCard:
    """Where a fact comes from; the address is "" or begins with http.

    `read_on` is the day it was read for the registry, "" for a list.
    """

    label: str
    url: str
    stated_on: str
    publisher_code: str
    read_on: str = ""


@dataclass(frozen=True, kw_only=True)
class FactCard:
    """One fact of a case with its voice; a coded value is to be translated."""

    field: str
    value: str
    coded: bool
    sources: tuple[SourceCard, ...]


@dataclass(frozen=True, kw_only=True)
class DateCard:
    """A day as an interval; `precision` is a code of `Precision`."""

    edtf: str
    text: str
    earliest: str
    latest: str
    precision: str


@dataclass(frozen=True, kw_only=True)
class PlaceCard:
    """Where: a country's code, or an area's, and a place's name.

    The division is read from the place's words; "" where they name none.
    """

    country: str
    area: str
    place: str
    division: str = ""


@dataclass(frozen=True, kw_only=True)
class CaseLine:
    """A case in a list; `standing` is a code of `Standing`, by whose word."""

    public_id: str
    name: str
    native_name: str
    native_language: str
    date: DateCard
    where: PlaceCard
    outlets: tuple[str, ...]
    violation: str
    standing: str
    standing_by: str
    two_persons: bool
    published_at: str


@dataclass(frozen=True, kw_only=True)
class EventCard:
    """Something that happened in a proceeding; the accused only by number."""

    date: DateCard
    kind: str
    what: str
    people: int | None
    accused: tuple[int, ...]
    sources: tuple[SourceCard, ...]


@dataclass(frozen=True, kw_only=True)
class UpcomingCard:
    """What a source says is to come; `kind` is a code of `UpcomingKind`."""

    date: DateCard
    kind: str
    what: str
    sources: tuple[SourceCard, ...]


@dataclass(frozen=True, kw_only=True)
class ProceedingCard:
    """A proceeding with its events, the earliest first, and what is to come."""

    jurisdiction: str
    court: str
    kind: str
    events: tuple[EventCard, ...]
    sources: tuple[SourceCard, ...]
    upcoming: tuple[UpcomingCard, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TollCard:
    """How many people an attack is said to have harmed; no `high` is open."""

    group: str
    low: int
    high: int | None
    sources: tuple[SourceCard, ...]


@dataclass(frozen=True, kw_only=True)
class StatementCard:
    """Who says what of a case, since when and until when.

    `about` is the field of the case they speak of, "" for what justice did; `code`
    is what they say as a value of that field, which every language can tell.
    """

    publisher: str
    publisher_code: str
    method: str
    says: str
    coded: bool
    stated_on: str
    until: str
    sources: tuple[SourceCard, ...]
    about: str = ""
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class CondemnationCard:
    """A body's public word on an attack."""

    body: str
    date: DateCard
    number: str
    word: str
    url: str


@dataclass(frozen=True, kw_only=True)
class PolicyCard:
    """Under which decision a case is shown; no publisher: the registry's own."""

    publisher: str
    version: int
    alone: bool
    fields: tuple[str, ...]
    reason: str
    approved_on: str


@dataclass(frozen=True, kw_only=True)
class SayingCard:
    """One voice's value of a field; no publisher is the registry itself."""

    publisher: str
    publisher_code: str
    value: str
    coded: bool
    since: str
    sources: tuple[SourceCard, ...]


@dataclass(frozen=True, kw_only=True)
class DifferenceCard:
    """A field on which voices contradict one another, and all who state it."""

    field: str
    sayings: tuple[SayingCard, ...]


@dataclass(frozen=True, kw_only=True)
class DisagreementCard:
    """Where sources differ, in the registry's words, and the sources of each side."""

    text: str
    language: str
    sources: tuple[SourceCard, ...]


@dataclass(frozen=True, kw_only=True)
class CaseCard:
    """A case's page."""

    line: CaseLine
    attack: str
    sex: str
    summary: str
    facts: tuple[FactCard, ...]
    tolls: tuple[TollCard, ...]
    others_in_attack: tuple[CaseLine, ...]
    condemnations: tuple[CondemnationCard, ...]
    proceedings: tuple[ProceedingCard, ...]
    statements: tuple[StatementCard, ...]
    differences: tuple[DifferenceCard, ...]
    disagreements: tuple[DisagreementCard, ...]
    sources: tuple[SourceCard, ...]
    not_told: str
    policy: PolicyCard | None
    summary_sources: tuple[SourceCard, ...] = ()
    not_told_sources: tuple[SourceCard, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AttackCard:
    """An attack's page: the cases of it that are shown, and what is told of all."""

    key: str
    date: DateCard
    where: PlaceCard
    violation: str
    summary: str
    context: str
    cases: tuple[CaseLine, ...]
    tolls: tuple[TollCard, ...]
    condemnations: tuple[CondemnationCard, ...]
    disagreements: tuple[DisagreementCard, ...]
    facts: tuple[FactCard, ...] = ()
    differences: tuple[DifferenceCard, ...] = ()
    summary_sources: tuple[SourceCard, ...] = ()
    context_sources: tuple[SourceCard, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TombstoneCard:
    """A case that was withdrawn, since when and why."""

    public_id: str
    reason: str
    since: str


@dataclass(frozen=True, kw_only=True)
class MovedCard:
    """A case that was found to be another one, to whose address it leads."""

    public_id: str
    to: str


@dataclass(frozen=True, kw_only=True)
class AttackTombstoneCard:
    """An attack of which no case is shown any more, since when and why."""

    key: str
    reason: str
    since: str


@dataclass(frozen=True, kw_only=True)
class AttackMovedCard:
    """An attack whose cases were found to be another's, to whose key it leads."""

    key: str
    to: str


@dataclass(frozen=True, kw_only=True)
class Counted:
    """Published cases of a place in numbers.

    `cases` says how many pages there are. Killings are counted apart from other
    violations, here and in the counts of a place: the two share no other number.
    """

    cases: int
    killings: int
    unresolved_killings: int
    unresolved_others: int

    @property
    def others(self) -> int:
        """Return how many cases are no killings."""
        return self.cases - self.killings

    @property
    def settled_killings(self) -> int:
        """Return how many killings a word of justice ends."""
        return self.killings - self.unresolved_killings

    @property
    def settled_others(self) -> int:
        """Return how many other cases a word of justice ends."""
        return self.others - self.unresolved_others


@dataclass(frozen=True, kw_only=True)
class CountryCount(Counted):
    """Published cases of a country, an area, or of nowhere known ("")."""

    code: str


@dataclass(frozen=True, kw_only=True)
class DivisionCount(Counted):
    """Published cases whose place names this division."""

    code: str


@dataclass(frozen=True, kw_only=True)
class YearCount:
    """Published killings of a year; None where the days do not lie in one year."""

    year: int | None
    killings: int
    unresolved_killings: int


@dataclass(frozen=True, kw_only=True)
class StandingCount:
    """Published killings of a standing, a code of `Standing`, whoever says it."""

    standing: str
    killings: int


@dataclass(frozen=True, kw_only=True)
class PlaceCounts:
    """A place's published killings, counted by year and by standing."""

    years: tuple[YearCount, ...]
    standings: tuple[StandingCount, ...]


@dataclass(frozen=True, kw_only=True)
class RegistryCard:
    """What every page says of the registry."""

    published: int
    left_out: int
    countries: tuple[CountryCount, ...]
    sample: bool
    coverage: str
    alone: bool
    invented: bool
    publishers: tuple[sources_published.PublisherCard, ...]


@dataclass(frozen=True, kw_only=True)
class Page(Generic[Item]):
    """Some of a long list, in its order, with the keys of what is beside it."""

    items: tuple[Item, ...]
    total: int
    next_key: str
    previous_key: str
