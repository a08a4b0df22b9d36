"""Facts that the project makes up, for tests of figures."""

from datetime import UTC, date, datetime

from endimpunity.foundation.lens import Lens
from endimpunity.foundation.partial_dates import PartialDate
from endimpunity.indicators.rules.facts import (
    CaseFact,
    Facts,
    ReplyFact,
    RequestFact,
)

LENS = Lens(
    voice="LISTA", as_of=date(2026, 1, 1), known_at=datetime(2026, 1, 1, tzinfo=UTC)
)


def lens(as_of, voice="LISTA"):
    day = date.fromisoformat(as_of)
    known = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return Lens(voice=voice, as_of=day, known_at=known)


def day(text, until=None, inferred=()):
    return PartialDate(
        earliest=date.fromisoformat(text) if text else None,
        latest=date.fromisoformat(until or text) if until or text else None,
        inferred=inferred,
    )


def case(key, **said):
    said.setdefault("date", day("2020-06-15"))
    return CaseFact(case=str(key), name=f"Person {key}", publisher="LISTA", **said)


def murder(key, **said):
    said.setdefault("impunity", "COMPLETE_IMPUNITY")
    return case(key, manner="MURDER", motive="CONFIRMED", role="JOURNALIST", **said)


def facts(*cases, **said):
    return Facts(cases=cases, **said)


def asked(state, year=2020, *replies, sent=None):
    """Return a request; a reply is (day, substantive)."""
    return RequestFact(
        state=state,
        round=year,
        dispatched=day(sent or f"{year}-02-01"),
        replies=tuple(
            ReplyFact(received=day(on), substantive=substantive)
            for on, substantive in replies
        ),
    )


def rows(found):
    """Return a figure's rows, whatever its definition puts into them."""
    return found.rows
