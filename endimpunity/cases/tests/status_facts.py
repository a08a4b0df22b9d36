"""Plain facts for tests of statuses: invented days, an invented case."""

from datetime import UTC, date, datetime

from endimpunity.cases.rules.statuses.facts import (
    CaseFacts,
    DatedEvent,
    Exchange,
    Round,
    StatedStatus,
)
from endimpunity.foundation.lens import REGISTRY, Lens
from endimpunity.foundation.partial_dates import PartialDate, from_edtf

CASE = 1
LATER = datetime(2030, 1, 1, tzinfo=UTC)
ROUNDS = tuple(
    Round(number=year, opened=date(year, 1, 1), closed=date(year, 12, 31))
    for year in range(2010, 2021)
)


def day(text):
    """Return a date of EDTF; "" is one of which nothing is known."""
    return from_edtf(text) if text else PartialDate(earliest=None, latest=None)


def lens(as_of="2020-12-31", *, voice=REGISTRY, known_at=LATER):
    return Lens(voice=voice, as_of=date.fromisoformat(as_of), known_at=known_at)


def moment(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def event(kind, when, *accused, cases=(CASE,), **more):
    return DatedEvent(
        **{
            "kind": kind,
            "when": day(when),
            "proceeding": 1,
            "cases": frozenset(cases),
            "accused": frozenset(accused),
            "recorded_at": moment("2021-01-01"),
            **more,
        },
    )


def exchange(kind, when, said="NOTHING", **more):
    return Exchange(
        **{
            "kind": kind,
            "when": day(when),
            "round": int(when[:4]) if when else None,
            "said": said,
            "recorded_at": moment("2021-01-01"),
            **more,
        },
    )


def request(when, **more):
    return exchange("REQUEST", when, **more)


def acknowledgement(when, **more):
    return exchange("ACKNOWLEDGEMENT", when, **more)


def response(when, said, **more):
    return exchange("RESPONSE", when, said, **more)


def statement(publisher, method, code, when, **more):
    return StatedStatus(
        **{
            "publisher": publisher,
            "method": method,
            "code": code,
            "when": day(when),
            "recorded_at": moment("2021-01-01"),
            **more,
        },
    )


def facts(*told, violations=("KILLING",), manner="MURDER", motive="CONFIRMED"):
    """Return the facts of one case, each kind of fact in its place."""

    def of(kind):
        return tuple(it for it in told if isinstance(it, kind))

    return CaseFacts(
        cases=frozenset({CASE}),
        violations=frozenset(violations),
        manner=manner,
        motive=motive,
        events=of(DatedEvent),
        exchanges=of(Exchange),
        statements=of(StatedStatus),
    )
