"""What a row says of who is meant: the features a continuation is judged by."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from endimpunity.foundation.names import comparison_key
from endimpunity.sources.rules.folding import years_of

# Words that lists put where an outlet would stand.
NO_OUTLET = frozenset({"freelance", "freelancer", "freelance journalist"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Identity:
    """The features of one row or record, each None where the list is silent.

    Attributes:
        name: as stated, trimmed; several people are joined.
        tokens: the words of the comparison key.
        place: the composite a publisher states, else the country or area; "" if
            the cell was blank.
        years: first and last year, None where open.
        outlets: comparison keys of the outlets.
        sex: code.
        days: the interval of an attack that was survived, whose victim may be
            attacked again in the same year; None for a killing.
        external_id: the publisher's own number, "" if none.
        url: the publisher's address of the entry, "" if none.
    """

    name: str
    tokens: tuple[str, ...]
    place: str | None
    years: tuple[int | None, int | None]
    outlets: frozenset[str] | None
    sex: str | None
    days: tuple[str | None, str | None] | None
    external_id: str
    url: str

    @property
    def exact(self) -> tuple[object, ...]:
        """Return what two rows share when nothing of their identity differs."""
        return (self.name, self.place, self.years, self.outlets, self.days)

    def contradicts(self, other: "Identity") -> bool:
        """Tell whether the publisher itself says that these are two entries.

        Two numbers of its own are; two attacks that were survived, on days that
        cannot be the same, are too.
        """
        if self.external_id and other.external_id:
            return self.external_id != other.external_id
        if self.days is None or other.days is None:
            return False
        (first, last), (begin, end) = self.days, other.days
        return bool(
            (last and begin and last < begin) or (end and first and end < first)
        )


@lru_cache(maxsize=20_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(comparison_key(name).split())


def identity_of(values: Mapping[str, Any]) -> Identity:
    """Return the identity that the values of a row or record state."""
    name = _name(values)
    place = None
    if "country" in values or "area" in values:
        stated = values.get("composite") or values.get("country")
        place = stated or values.get("area") or ""
    outlets = values.get("outlets")
    return Identity(
        name=name,
        tokens=_words(name),
        place=place,
        years=years_of(values),
        outlets=(
            frozenset(" ".join(_words(outlet)) for outlet in outlets or ())
            if "outlets" in values
            else None
        ),
        sex=values.get("sex"),
        days=_days(values),
        external_id=values.get("external_id") or "",
        url=values.get("url") or "",
    )


def _days(values: Mapping[str, Any]) -> tuple[str | None, str | None] | None:
    if values.get("violation") in (None, "KILLING"):
        return None
    date = values.get("date") or {}
    return date.get("earliest"), date.get("latest")


def _name(values: Mapping[str, Any]) -> str:
    """Return the name a row goes by; a row that names nobody goes by its event."""
    if values.get("people"):
        return "; ".join(person["name"] for person in values["people"])
    return str(
        values.get("name") or values.get("name_native") or values.get("event") or "",
    )
