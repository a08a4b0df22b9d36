"""Through what eyes a figure is counted, as of when, and for whom."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

REGISTRY = "REGISTRY"
# A publisher's code, as in addresses of records: CPJ, UNESCO, T4P, RSF-2 …
PUBLISHER_CODE = re.compile(r"[A-Z][A-Z0-9_-]{0,39}")


class Audience(StrEnum):
    """For whom is counted."""

    #: Only published cases, and how many are left out.
    PUBLIC = "PUBLIC"
    #: All cases.
    STAFF = "STAFF"


@dataclass(frozen=True, kw_only=True)
class Lens:
    """What every read that counts is taken through.

    Raises:
        ValueError: the voice is no code, `as_of` is a moment, or `known_at` is a
            day or a moment without a time zone.
    """

    #: REGISTRY, or the code of the publisher whose list speaks.
    voice: str
    #: The day on which things are looked at.
    as_of: date
    #: Only what had been stated (a publisher's voice) or recorded (the registry's)
    #: by this moment.
    known_at: datetime

    def __post_init__(self) -> None:
        if not PUBLISHER_CODE.fullmatch(self.voice):
            raise ValueError(
                f"A voice is {REGISTRY} or a publisher's code in capitals,"
                f" not {self.voice!r}."
            )
        if isinstance(self.as_of, datetime):
            raise ValueError(f"as_of is a day, not the moment {self.as_of}.")  # noqa: TRY004  # one error for a wrong lens
        if getattr(self.known_at, "tzinfo", None) is None:
            raise ValueError(f"known_at needs a time zone: {self.known_at}.")

    @property
    def is_registry(self) -> bool:
        """Tell whether the registry speaks, and not one publisher's list."""
        return self.voice == REGISTRY
