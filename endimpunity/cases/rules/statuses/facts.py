"""The facts of one case that statuses are derived from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from endimpunity.cases.vocabulary import ExchangeKind, ResolvedBy, Said
from endimpunity.foundation.lens import Lens
from endimpunity.foundation.partial_dates import PartialDate


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something dated that was learnt at a moment, and may have been taken back.

    Attributes:
        when: when it happened, was sent or was said.
        recorded_at: when the registry learnt it, with a time zone.
        superseded_at: when it was taken back or replaced; None while it stands.
        stated_on: the day a publisher's file said it; None where no file did.
    """

    when: PartialDate
    recorded_at: datetime
    superseded_at: datetime | None = None
    stated_on: date | None = None

    def is_known(self, lens: Lens) -> bool:
        """Tell whether the lens's voice had said it, or the registry recorded it."""
        if not lens.is_registry:
            return self.stated_on is not None and self.stated_on <= lens.known_at.date()
        return self.recorded_at <= lens.known_at and (
            self.superseded_at is None or lens.known_at < self.superseded_at
        )

    @cached_property
    def day(self) -> PartialDate:
        """Return its date without the days after it was recorded as having been."""
        return self.when.cut(stated_on=self.recorded_at.date(), coverage_from=None)

    def surely_by(self, as_of: date) -> bool:
        """Tell whether no day that it can have had is later."""
        return self.day.latest is not None and self.day.latest <= as_of

    def possibly_by(self, as_of: date) -> bool:
        """Tell whether some day that it can have had is not later."""
        return self.day.earliest is None or self.day.earliest <= as_of


@dataclass(frozen=True, kw_only=True)
class DatedEvent(Fact):
    """An event of a proceeding.

    Attributes:
        proceeding: the key of its proceeding.
        kind: a code of `EventKind`.
        cases: keys of the cases it touches.
        accused: keys of the accused it touches; empty where none is told apart.
        counts: the counts of the charge that it is about; empty means all.
        by_state: known from the State's own responses alone.
    """

    proceeding: int
    kind: str
    cases: frozenset[int]
    accused: frozenset[int] = frozenset()
    counts: frozenset[str] = frozenset()
    by_state: bool = False


@dataclass(frozen=True, kw_only=True)
class Exchange(Fact):
    """A request, an acknowledgement or a response, as far as it is about the case.

    Attributes:
        kind: a code of `ExchangeKind`.
        round: the number of its round, which may be a year; None if not known.
        said: what a response says of the case, a code of `Said`.
        resolved_by: for RESOLVED, a code of `ResolvedBy`; blank if not known.
        inferred: what it said is read from what stands beside it.
        url: where it is published; blank where it is not.

    Raises:
        ValueError: something other than a response says something, or a reason is
            given for what is not resolved.
    """

    kind: str
    round: int | None
    said: str = Said.NOTHING
    resolved_by: str = ""
    inferred: bool = False
    url: str = ""

    def __post_init__(self) -> None:
        if self.said not in Said.values:
            raise ValueError(f"{self.said!r} is nothing that a response can say.")
        if self.kind != ExchangeKind.RESPONSE and self.said != Said.NOTHING:
            raise ValueError(
                f"Only a response says what became of a case, and this is {self.kind}.",
            )
        if self.resolved_by and self.said != Said.RESOLVED:
            raise ValueError(
                f"{self.resolved_by} is a reason for a case that is resolved, and the"
                f" response says {self.said}.",
            )
        if self.resolved_by and self.resolved_by not in ResolvedBy.values:
            raise ValueError(f"{self.resolved_by!r} is no reason for being resolved.")


@dataclass(frozen=True, kw_only=True)
class StatedStatus(Fact):
    """What a publisher says of the case under a method; it is never derived.

    Attributes:
        publisher: its code, or its name where it has none.
        method: a code of `Method`.
        code: a code of `Standing`, or blank where only words are told.
        text: its own words.
        valid_from: since when it is true, if the publisher says so.
    """

    publisher: str
    method: str
    code: str = ""
    text: str = ""
    valid_from: date | None = None

    def is_known(self, lens: Lens) -> bool:
        """Tell whether it was known; in a publisher's voice only its own words are."""
        if lens.is_registry:
            return super().is_known(lens)
        said_on = self.stated_on or self.when.latest
        return (
            self.publisher == lens.voice
            and said_on is not None
            and said_on <= lens.known_at.date()
        )


@dataclass(frozen=True, kw_only=True)
class Round:
    """The time in which requests of one round are waiting for their responses.

    Attributes:
        number: its number, which may be a year.
        opened: the day on which it opened.
        closed: its last day; None while the next has not begun.
    """

    number: int
    opened: date
    closed: date | None = None

    def is_open(self, as_of: date) -> bool:
        """Tell whether it is under way on a day."""
        return self.opened <= as_of and (self.closed is None or as_of <= self.closed)


@dataclass(frozen=True, kw_only=True)
class CaseFacts:
    """What is known of one case; cases that are one are read as one.

    Attributes:
        cases: its key, with those of the cases merged into it.
        violations: codes of `sources.vocabulary.Violation`.
        manner: a code of `sources.vocabulary.Manner`, or blank.
        motive: a code of `sources.vocabulary.Motive`, or blank.
        events: of proceedings; those that touch other cases alone do not count.
        exchanges: with the State where it happened.
        statements: of publishers.
    """

    cases: frozenset[int]
    violations: frozenset[str]
    manner: str = ""
    motive: str = ""
    events: tuple[DatedEvent, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    statements: tuple[StatedStatus, ...] = ()

    def events_known(self, lens: Lens) -> list[DatedEvent]:
        """Return the events about this case that are known under a lens."""
        return [it for it in known(self.events, lens) if it.cases & self.cases]


def refuse_publisher(lens: Lens) -> None:
    """Refuse to read proceedings in a publisher's voice.

    Raises:
        ValueError: the lens is a publisher's.
    """
    if not lens.is_registry:
        raise ValueError(
            "Events of proceedings are told in the registry's voice alone; that of"
            f" {lens.voice} has the words that its own list states.",
        )


AnyFact = TypeVar("AnyFact", bound=Fact)


def known(facts: Iterable[AnyFact], lens: Lens) -> list[AnyFact]:
    """Return the facts that are known under a lens."""
    return [it for it in facts if it.is_known(lens)]
