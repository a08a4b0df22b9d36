"""The cached columns of an attack, a person and a case, from settled facts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from endimpunity.cases.vocabulary import NameKind
from endimpunity.foundation import languages, names
from endimpunity.foundation.partial_dates import PartialDate

# Latest day first: days are counted down from the last that eight digits hold.
_LAST_DAY = 99_999_999
# Column widths of the models; a longer text is cut here and whole in its source.
_NAME, _PLACE, _TEXT, _SORT = 300, 300, 200, 250

Columns = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class DateColumns:
    """A day as the four columns of `models.Dated`."""

    date_earliest: date | None
    date_latest: date | None
    date_edtf: str
    date_text: str


_UNKNOWN_DATE = DateColumns(
    date_earliest=None,
    date_latest=None,
    date_edtf="",
    date_text="",
)


def date_columns(stored: Mapping[str, Any] | None) -> DateColumns:
    """Return the columns of a stored date, `PartialDate.as_stored`."""
    if not stored:
        return _UNKNOWN_DATE
    return _date_columns(
        stored.get("earliest"),
        stored.get("latest"),
        stored.get("text") or "",
    )


# Thirty years of days, each in one or two spellings, are some 12,000 dates.
@lru_cache(maxsize=16_384)
def _date_columns(earliest: str | None, latest: str | None, text: str) -> DateColumns:
    first = date.fromisoformat(earliest) if earliest else None
    last = date.fromisoformat(latest) if latest else None
    return DateColumns(
        date_earliest=first,
        date_latest=last,
        date_edtf=PartialDate(earliest=first, latest=last).edtf,
        date_text=text[:_TEXT],
    )


def attack_columns(facts: Mapping[str, Any]) -> Columns:
    """Return an attack's cached columns."""
    day = date_columns(facts.get("date"))
    country = facts.get("country") or None
    return {
        "date_earliest": day.date_earliest,
        "date_latest": day.date_latest,
        "date_edtf": day.date_edtf,
        "date_text": day.date_text,
        "violations": facts.get("violations") or [],
        "country_id": country,
        "area": "" if country else facts.get("area") or "",
        "place": (facts.get("place") or "")[:_PLACE],
        "conflict": facts.get("conflict"),
        "context": facts.get("context") or "",
        "summary": facts.get("summary") or "",
    }


def person_columns(facts: Mapping[str, Any]) -> Columns:
    """Return a person's cached columns."""
    return {
        "sex": facts.get("sex") or "",
        "nationality": facts.get("nationality") or [],
    }


def case_columns(facts: Mapping[str, Any]) -> Columns:
    """Return a case's cached columns."""
    name = (facts.get("name") or "")[:_NAME]
    native = (facts.get("name_native") or "")[:_NAME]
    return {
        "name": name,
        "native_name": native,
        "native_language": languages.language_of(native),
        "role": facts.get("role") or "",
        "employment": facts.get("employment") or "",
        "local_foreign": facts.get("local_foreign") or "",
        "outlets": facts.get("outlets") or [],
        "media": facts.get("media") or [],
        "beats": facts.get("beats") or [],
        "manner": facts.get("manner") or "",
        "motive": facts.get("motive") or "",
        "age": facts.get("age"),
        "not_told": facts.get("not_told") or "",
        "sort_key": order_key(date_columns(facts.get("date")), name or native),
    }


def order_key(day: DateColumns, name: str) -> str:
    """Return the key that puts cases in order: the latest first, then by name.

    A case without any day comes last.
    """
    known = day.date_earliest or day.date_latest
    count = _LAST_DAY
    if known:
        count -= known.year * 10_000 + known.month * 100 + known.day
    return f"{count:08d} {names.sort_key(name)}"[:_SORT]


def names_in(facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the names that facts hold, each once, with their kind."""
    usual, native = facts.get("name") or "", facts.get("name_native") or ""
    found = [(usual[:_NAME], str(NameKind.USUAL))] if usual else []
    if native and native != usual:
        found.append((native[:_NAME], str(NameKind.NATIVE)))
    return found


def stored(kept: Mapping[str, Any]) -> tuple[object, ...]:
    """Return cached columns in the form that both engines' bulk doors take."""
    return tuple(
        [
            value
            if value is None or type(value) is str
            else _json(tuple(value))
            if type(value) is list
            else value.isoformat()
            if type(value) is date
            else value
            for value in kept.values()
        ],
    )


# Outlets, media and beats repeat: a list of 2,249 killings has 1,500 of them.
@lru_cache(maxsize=16_384)
def _json(values: tuple[str, ...]) -> str:
    return json.dumps(list(values))
