"""What a figure must be computed from to be the same figure again."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Self

from endimpunity.foundation.lens import Audience, Lens
from endimpunity.indicators.rules.numbers import ROUNDING
from endimpunity.indicators.rules.refusals import UnableToCount
from endimpunity.indicators.rules.windows import Period


@dataclass(frozen=True, kw_only=True)
class FigureIdentity:
    """A definition in its version, through what eyes, on what reference data."""

    definition: str
    version: int
    lens: Lens
    audience: Audience
    period: Period
    #: What was asked besides: (name, value), "by", "where", "population_year" …
    options: tuple[tuple[str, str], ...] = ()
    #: Reference data: (name, version), "population", "regions", "mapping" …
    references: tuple[tuple[str, str], ...] = ()
    #: Where the days were read through a later lens than the rest.
    dates_known_at: datetime | None = None
    rounding: str = ROUNDING

    def canonical(self) -> bytes:
        """Return the bytes that only this identity has: sorted JSON in UTF-8."""
        said = {
            "definition": self.definition,
            "version": self.version,
            "lens": {
                "voice": self.lens.voice,
                "as_of": self.lens.as_of.isoformat(),
                "known_at": _in_utc(self.lens.known_at),
            },
            "audience": str(self.audience),
            "period": [_iso(self.period.first), _iso(self.period.last)],
            "options": sorted(map(list, self.options)),
            "references": sorted(map(list, self.references)),
            "dates_known_at": _in_utc(self.dates_known_at),
            "rounding": self.rounding,
        }
        text = json.dumps(
            said, sort_keys=True, ensure_ascii=False, separators=(",", ":")
        )
        return text.encode()

    @property
    def description(self) -> str:
        """Return the words that decide what is drawn by chance for the figure."""
        return self.canonical().decode()

    @property
    def digest(self) -> str:
        """Return a short name of it: SHA-256 in hexadecimal."""
        return hashlib.sha256(self.canonical()).hexdigest()

    @classmethod
    def from_canonical(cls, content: bytes) -> Self:
        """Return the identity that `canonical` wrote.

        Raises:
            UnableToCount: these bytes are no identity of a figure.
        """
        try:
            said: dict[str, Any] = json.loads(content)
            return cls(
                definition=said["definition"],
                version=said["version"],
                lens=Lens(
                    voice=said["lens"]["voice"],
                    as_of=date.fromisoformat(said["lens"]["as_of"]),
                    known_at=datetime.fromisoformat(said["lens"]["known_at"]),
                ),
                audience=Audience(said["audience"]),
                period=Period(
                    first=_day(said["period"][0]), last=_day(said["period"][1])
                ),
                options=tuple((name, value) for name, value in said["options"]),
                references=tuple((name, value) for name, value in said["references"]),
                dates_known_at=_moment(said["dates_known_at"]),
                rounding=said["rounding"],
            )
        except (ValueError, KeyError, TypeError, IndexError) as wrong:
            raise UnableToCount(
                "What was kept is not the identity of a figure."
            ) from wrong


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _in_utc(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
