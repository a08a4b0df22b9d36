"""A record's years of requests, responses and acknowledgements, as rounds.

UNESCO's open data (fej001) tells in which years a State was asked, acknowledged and
responded, and one status; not what each response said. What follows from the status
is marked as inferred, and what does not follow stays untold.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from endimpunity.cases.rules.statuses.facts import Exchange, Round, StatedStatus
from endimpunity.cases.rules.statuses.unesco import REPORTABLE
from endimpunity.cases.vocabulary import (
    ExchangeKind,
    Method,
    Said,
    Standing,
    YearListOddity,
)
from endimpunity.foundation.partial_dates import PartialDate


@dataclass(frozen=True, kw_only=True)
class YearLists:
    """What a record's lists of years come to.

    Attributes:
        exchanges: with the State, each dated by its year.
        statement: the status that the record states; None where it states none.
        oddities: codes of `YearListOddity`, where the lists and the status part.
    """

    exchanges: tuple[Exchange, ...]
    statement: StatedStatus | None
    oddities: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class _Said:
    """Who said a record, and when it was learnt."""

    stated_on: date
    recorded_at: datetime

    def exchange(self, kind: str, year: int | None, **more: Any) -> Exchange:  # noqa: ANN401  # fields of an exchange
        """Return an exchange of a year; None is some day until the file's own."""
        when = PartialDate(
            earliest=date(year, 1, 1) if year else None,
            latest=date(year, 12, 31) if year else None,
            text=str(year or ""),
        )
        return Exchange(
            when=when.cut(stated_on=self.stated_on, coverage_from=None),
            recorded_at=self.recorded_at,
            stated_on=self.stated_on,
            kind=kind,
            round=year,
            **more,
        )


def rounds_of(years: Iterable[int]) -> tuple[Round, ...]:
    """Return the rounds of the years in which a list says that States were asked.

    A round is open from the first of January until the next begins: a file tells no
    day. The last stays open, since a year in which nobody was asked begins none.
    """
    asked = sorted(set(years))
    return tuple(
        Round(
            number=year,
            opened=date(year, 1, 1),
            closed=date(later - 1, 12, 31) if later else None,
        )
        for year, later in zip(asked, [*asked[1:], None], strict=False)
    )


def read_year_lists(
    values: Mapping[str, Any],
    *,
    publisher: str,
    stated_on: date,
    recorded_at: datetime,
) -> YearLists:
    """Return a record's lists of years as exchanges, and the status that it states.

    Of responses the latest is taken to have said the status, since the status rests
    on nothing else. Those before the year of resolution did not say that the case is
    resolved; what other earlier ones said is not known. Where the status says that no
    information came, they said nothing of the case.

    Args:
        values: of a record's version: `requests`, `responses`, `acknowledgements` as
            lists of {"year": whole number, "url": text or None}, each None or absent
            where the list says nothing; `unesco_status`, a code; `resolved_year`.
        publisher: the code of the publisher whose record it is.
        stated_on: the day of the file; it tells of no later day.
        recorded_at: when the registry learnt it.
    """
    said = _Said(stated_on=stated_on, recorded_at=recorded_at)
    responses = _responses(values, said)
    told = (
        (ExchangeKind.REQUEST, "requests"),
        (ExchangeKind.ACKNOWLEDGEMENT, "acknowledgements"),
    )
    status = values.get("unesco_status") or ""
    statement = StatedStatus(
        publisher=publisher,
        method=Method.UNESCO,
        code=status,
        when=PartialDate(earliest=stated_on, latest=stated_on),
        stated_on=stated_on,
        recorded_at=recorded_at,
    )
    return YearLists(
        exchanges=(
            *(
                said.exchange(kind, one["year"], url=one.get("url") or "")
                for kind, field in told
                for one in values.get(field) or ()
            ),
            *responses,
        ),
        statement=statement if status else None,
        oddities=tuple(_oddities(values, status)),
    )


def _responses(values: Mapping[str, Any], said: _Said) -> list[Exchange]:
    status = values.get("unesco_status") or ""
    resolved = values.get("resolved_year") if status == Standing.RESOLVED else None
    listed = values.get("responses") or ()
    if not listed:
        return _unlisted(values, status, resolved, said)
    last = max(one["year"] for one in listed)
    return [
        said.exchange(
            ExchangeKind.RESPONSE,
            one["year"],
            said=_what(one["year"], last, status, resolved),
            inferred=True,
            url=one.get("url") or "",
        )
        for one in listed
    ]


def _what(year: int, last: int, status: str, resolved: int | None) -> str:
    """Return what the response of a year said, as far as the status tells."""
    if status in (Standing.NEW_REQUEST, Standing.NO_INFORMATION):
        return Said.NOTHING
    if status in REPORTABLE and (year == last or (resolved and year >= resolved)):
        return status
    return Said.NOT_RESOLVED if resolved else Said.UNTOLD


def _unlisted(
    values: Mapping[str, Any],
    status: str,
    resolved: int | None,
    said: _Said,
) -> list[Exchange]:
    """Return the response that a status rests on, or that a blank list may hide."""
    if status in REPORTABLE:
        what = status
    elif not status and values.get("requests") and values.get("responses") is None:
        what = Said.UNTOLD
    else:
        return []
    response = ExchangeKind.RESPONSE
    return [said.exchange(response, resolved, said=what, inferred=True)]


def _oddities(values: Mapping[str, Any], status: str) -> Sequence[str]:
    listed = values.get("responses") or ()
    resolved = values.get("resolved_year")
    rests = status in REPORTABLE
    met = {
        YearListOddity.RESPONSE_WITHOUT_REQUEST: listed and not values.get("requests"),
        YearListOddity.STATUS_WITHOUT_REQUEST: status and not values.get("requests"),
        YearListOddity.STATUS_WITHOUT_RESPONSE: rests and not listed,
        YearListOddity.RESPONSE_SAYS_NOTHING: listed and status and not rests,
        YearListOddity.RESOLVED_AFTER_LAST_RESPONSE: listed
        and resolved
        and all(one["year"] < resolved for one in listed),
    }
    return [code for code, is_met in met.items() if is_met]
