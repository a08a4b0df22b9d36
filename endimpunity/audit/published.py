"""What the world may notice of the journal: that something was done, never what."""

from dataclasses import dataclass
from datetime import datetime

from endimpunity.audit import queries


@dataclass(frozen=True, kw_only=True)
class ChangeMark:
    """What stays the same as long as no deed is done, and with it every page."""

    #: How many deeds were done, as far as transactions have ended.
    deeds: int
    #: The latest moment of a deed; None where there is none.
    latest_at: datetime | None


def change_mark() -> ChangeMark:
    """Return the mark of what is kept now; to be read before what it stands for.

    Whoever reads the mark first and the rows after may read newer rows under an
    older mark, which nobody is given again; never older rows under a newer mark.
    """
    deeds, latest_at = queries.counted()
    return ChangeMark(deeds=deeds, latest_at=latest_at)
