"""A derived status: what the facts allow, what they leave open, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from endimpunity.cases.rules.statuses.facts import (
    AnyFact,
    CaseFacts,
    Fact,
    StatedStatus,
    known,
)
from endimpunity.cases.rules.statuses.latest import can_be_latest
from endimpunity.cases.vocabulary import StatusWhy
from endimpunity.foundation.lens import Lens


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why a status is what it is.

    Attributes:
        why: a code of `StatusWhy`.
        deciding: the facts that decide, each with its day, in order of time.
        beside: facts that bear on it and decide nothing: a pardon, a flight.
    """

    why: str
    deciding: tuple[Fact, ...] = ()
    beside: tuple[Fact, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Derived:
    """What follows from the facts of a case under one method.

    Attributes:
        method: a code of `Method`.
        possible: the codes that the known dates allow, in order of the alphabet; ""
            stands for no status.
        reason: of the one code, or of there being several.
        resolved_by: where the one code is RESOLVED, a code of `ResolvedBy`, or blank.
        stated: what publishers say under this method, the latest word of each. It
            stands beside and moves nothing.
    """

    method: str
    possible: tuple[str, ...]
    reason: Reason
    resolved_by: str = ""
    stated: tuple[StatedStatus, ...] = ()

    @property
    def code(self) -> str:
        """Return the only code possible; "" for no status, and for more than one."""
        return self.possible[0] if len(self.possible) == 1 else ""

    @property
    def is_sure(self) -> bool:
        """Tell whether the dates leave one answer."""
        return len(self.possible) == 1


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One thing that the dates allow to be the case, and why."""

    code: str
    reason: Reason
    resolved_by: str = ""


def derived(method: str, outcomes: Sequence[Outcome]) -> Derived:
    """Return what outcomes, at least one, come to."""
    codes = tuple(sorted({it.code for it in outcomes}))
    reasons = {it.resolved_by for it in outcomes}
    sure = len(codes) == 1
    return Derived(
        method=method,
        possible=codes,
        reason=Reason(
            why=_why({it.reason.why for it in outcomes}),
            deciding=in_time(fact for it in outcomes for fact in it.reason.deciding),
            beside=in_time(fact for it in outcomes for fact in it.reason.beside),
        ),
        resolved_by=reasons.pop() if sure and len(reasons) == 1 else "",
    )


def _why(whys: set[str]) -> str:
    if StatusWhy.RESPONSE_UNTOLD in whys:
        # What would close the question is known: the words of that response.
        return StatusWhy.RESPONSE_UNTOLD
    return whys.pop() if len(whys) == 1 else StatusWhy.DATES_LEAVE_OPEN


def not_counted(method: str) -> Derived:
    """Return that a method has no word for a case."""
    reason = Reason(why=StatusWhy.NOT_OF_THIS_METHOD)
    return derived(method, [Outcome(code="", reason=reason)])


def in_time(facts: Iterable[AnyFact]) -> tuple[AnyFact, ...]:
    """Return facts once each in order of time; their content decides between equals."""
    return tuple(sorted(set(facts), key=_place))


def _place(fact: Fact) -> tuple[str, str, str]:
    day = fact.day
    return str(day.earliest or ""), str(day.latest or "9999"), repr(fact)


def beside_statements(derived: Derived, facts: CaseFacts, lens: Lens) -> Derived:
    """Return a derived status with the latest word of each publisher beside it."""
    told = latest_statements(facts, lens)
    return replace(
        derived,
        stated=tuple(it for it in told if it.method == derived.method),
    )


def latest_statements(facts: CaseFacts, lens: Lens) -> tuple[StatedStatus, ...]:
    """Return each publisher's latest word under each method, known under a lens.

    There are several of one publisher where their days do not tell which is later.
    """
    told: dict[tuple[str, str], list[StatedStatus]] = {}
    for it in known(facts.statements, lens):
        if _is_of(it, lens):
            told.setdefault((it.publisher, it.method), []).append(it)
    return tuple(
        one
        for _, said in sorted(told.items())
        for one in sorted(can_be_latest(said, lens.as_of) or said, key=_place)
    )


def _is_of(statement: StatedStatus, lens: Lens) -> bool:
    since = statement.valid_from
    return since <= lens.as_of if since else statement.possibly_by(lens.as_of)
