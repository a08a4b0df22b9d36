"""What this room announces to the rooms above."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class StateNamesChanged:
    """States and territories are shown under other names from now on.

    Attributes:
        by: the actor's key.
        at: the moment of the deed.
    """

    by: UUID
    at: datetime
