"""Plain facts that figures are computed from, whatever voice they were read in.

A field that is None was not stated. What is derived by a method, such as a status,
comes in as a fact: how it was derived is not a figure's affair.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from endimpunity.foundation.lens import Audience
from endimpunity.foundation.partial_dates import PartialDate
from endimpunity.indicators.maths.captures import CaptureTable
from endimpunity.sources.vocabulary import Violation

UNDATED = PartialDate(earliest=None, latest=None)
KILLING = str(Violation.KILLING)


class End(StrEnum):
    """What ended the pursuit of a case, by the statement of a source."""

    CONVICTION = "CONVICTION"
    RULED_UNRELATED = "RULED_UNRELATED"
    SUSPECT_DIED = "SUSPECT_DIED"
    ARCHIVED = "ARCHIVED"
    TIME_BARRED = "TIME_BARRED"


@dataclass(frozen=True, kw_only=True, slots=True)
class EndFact:
    """That something ended a case, and when."""

    cause: End
    on: PartialDate


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseFact:
    """One person harmed in one attack, as one voice tells it."""

    #: Opaque, and the same in every reading of the same voice.
    case: str
    #: Whose statement it is; "" where the registry speaks.
    publisher: str = ""
    stated_on: date | None = None
    #: The line of the file; None where it is of no file.
    row: int | None = None
    name: str = ""
    #: When it happened, already cut by what its list knows, the cuts marked.
    date: PartialDate = UNDATED
    #: Where it happened, ISO 3166-1 alpha-2.
    country: str | None = None
    #: A publisher's composite that the place does not decide: "IL+PS".
    area: str | None = None
    #: All that was done, in any order; codes of `Violation`.
    violations: tuple[str, ...] = (KILLING,)
    role: str | None = None
    motive: str | None = None
    manner: str | None = None
    #: By the Committee to Protect Journalists' method.
    impunity: str | None = None
    #: By UNESCO's method.
    status: str | None = None
    #: Whether a conviction stands at the lens; None where nothing is known.
    convicted: bool | None = None
    #: Whether UNESCO has ever asked the State about it.
    asked: bool = False
    #: Whether it is held to be verified; None where nobody says.
    verified: bool | None = None
    sex: str | None = None
    age: int | None = None
    media: tuple[str, ...] | None = None
    employment: str | None = None
    local_foreign: str | None = None
    conflict: bool | None = None
    #: Opaque; cases of one attack share it.
    attack: str | None = None
    #: Opaque; a person attacked twice has two cases.
    person: str | None = None
    ends: tuple[EndFact, ...] = ()

    @property
    def is_killing(self) -> bool:
        """Tell whether the person was killed."""
        return KILLING in self.violations


@dataclass(frozen=True, kw_only=True, slots=True)
class ReplyFact:
    """What a State sent back, and when it came."""

    received: PartialDate
    #: False for an acknowledgement, which is not a response.
    substantive: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RequestFact:
    """That a State was asked in one round, and what came back.

    A year list of UNESCO's data gives years alone: each day is then a year's
    interval, and what needs a day says that it has none.
    """

    state: str
    #: The year of the round.
    round: int
    #: When it went out; None where dispatch is not proved.
    dispatched: PartialDate | None
    replies: tuple[ReplyFact, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseRequestFact:
    """That a State was asked about a case in one round, and when it said a thing."""

    case: str
    state: str
    round: int
    asked: PartialDate
    name: str = ""
    #: When something substantive on this case came; None if nothing did.
    informed: PartialDate | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundSightFact:
    """How one round found a case: resolved or not, on the day it was looked at."""

    case: str
    seen_on: date
    resolved: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class TollFact:
    """What a source says of how many media people an attack killed."""

    publisher: str
    stated_on: date | None
    lowest: int
    highest: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AttackFact:
    """One event with its tolls; its cases name it."""

    attack: str
    name: str = ""
    date: PartialDate = UNDATED
    country: str | None = None
    tolls: tuple[TollFact, ...] = ()


class Extent(StrEnum):
    """How much of what happened the facts hold."""

    #: All that the voice's own rules take in.
    WHOLE = "WHOLE"
    #: Chosen cases: nothing follows for those that were not.
    SAMPLE = "SAMPLE"


@dataclass(frozen=True, kw_only=True, slots=True)
class Coverage:
    """What the voice says that it covers."""

    extent: Extent = Extent.WHOLE
    #: The first day covered; None where nobody declares one.
    since: date | None = None
    #: In words, as declared.
    said: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Population:
    """How many people lived where, from one vintage of one table."""

    #: Names the table and its day: "World Bank SP.POP.TOTL, 2026-02-24".
    vintage: str
    #: (country, year) -> people.
    people: Mapping[tuple[str, int], int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Regions:
    """Which region a country is of, under one scheme in one version."""

    scheme: str
    version: str
    region_of: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All that one lens shows to one audience.

    Raises:
        ValueError: a case comes twice, so that it would be counted twice.
    """

    cases: tuple[CaseFact, ...] = ()
    requests: tuple[RequestFact, ...] = ()
    case_requests: tuple[CaseRequestFact, ...] = ()
    sights: tuple[RoundSightFact, ...] = ()
    attacks: tuple[AttackFact, ...] = ()
    #: Which list names which person; None where lists are not linked.
    captures: CaptureTable | None = None
    coverage: Coverage = Coverage()
    audience: Audience = Audience.STAFF
    #: How many cases the audience does not see.
    left_out: int = 0

    def __post_init__(self) -> None:
        met = Counter(it.case for it in self.cases)
        twice = [case for case, times in met.items() if times > 1]
        if twice:
            raise ValueError(f"The case {min(twice)} comes twice among the facts.")
