"""Impunity for a murder by CPJ's method, as far as dated events let one say.

By the Committee to Protect Journalists' published method, derived here; not published
by CPJ. Its own words, partial impunity and full justice among them, stand beside.
"""

from endimpunity.cases.rules.statuses.convictions import Convictions, convictions_at
from endimpunity.cases.rules.statuses.derived import (
    Derived,
    Outcome,
    Reason,
    beside_statements,
    derived,
    not_counted,
)
from endimpunity.cases.rules.statuses.facts import CaseFacts, refuse_publisher
from endimpunity.cases.vocabulary import CpjReading, Method, StatusWhy
from endimpunity.foundation.lens import Lens
from endimpunity.sources.vocabulary import Manner, Motive, Violation


def cpj_status(facts: CaseFacts, *, lens: Lens) -> Derived:
    """Return the impunity of a case under CPJ's method.

    Complete impunity where no conviction stands, else at least partial justice:
    full justice is never derived, since nobody can know that the list of the guilty
    is whole. A conviction that is annulled, or followed by an acquittal or a new
    trial, stands no longer.

    Args:
        facts: of the case; only a murder with a confirmed motive is counted.
        lens: on which day, and known by when.

    Returns:
        Codes of `CpjReading`; both where the days leave it open.

    Raises:
        ValueError: the lens is a publisher's; it has that publisher's own words.
    """
    refuse_publisher(lens)
    if not is_counted(facts):
        return beside_statements(not_counted(Method.CPJ), facts, lens)
    found = convictions_at(facts.events_known(lens), lens.as_of)
    outcomes = []
    if found.possibly:
        outcomes.append(_stands(found))
    if not found.surely:
        outcomes.append(_none_stands(found))
    return beside_statements(derived(Method.CPJ, outcomes), facts, lens)


def is_counted(facts: CaseFacts) -> bool:
    """Tell whether the case is a murder whose motive is confirmed."""
    return (
        Violation.KILLING in facts.violations
        and facts.manner == Manner.MURDER
        and facts.motive == Motive.CONFIRMED
    )


def _stands(found: Convictions) -> Outcome:
    return Outcome(
        code=CpjReading.AT_LEAST_PARTIAL,
        reason=Reason(
            why=StatusWhy.CONVICTION_STANDS,
            deciding=found.surely or found.possibly,
            beside=found.beside,
        ),
    )


def _none_stands(found: Convictions) -> Outcome:
    why = StatusWhy.CONVICTION_ENDED if found.ending else StatusWhy.NO_CONVICTION
    return Outcome(
        code=CpjReading.COMPLETE_IMPUNITY,
        reason=Reason(why=why, deciding=found.ending, beside=found.beside),
    )
