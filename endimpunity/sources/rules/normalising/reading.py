"""What a cell says, and the memory that keeps it."""

from collections.abc import Callable
from typing import NamedTuple

# Distinct texts of one column kept: a list of 100,000 rows has as many names and
# addresses, which gain nothing by being kept, and a few thousand of all else.
_REMEMBERED = 8192


class Reading(NamedTuple):
    """What one cell says.

    Attributes:
        value: the normalised value; None is a blank.
        unread: the text, where nobody knows the value.
        refused: why the row cannot be taken, or None.
        repaired: how many cells were repaired to read it.
    """

    value: object
    unread: str | None = None
    refused: str | None = None
    repaired: int = 0


BLANK = Reading(None)
Reader = Callable[[str], Reading]


class Memory(dict[str, Reading]):
    """The readings of one column, by text; forgets all when it is full."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader

    def __missing__(self, text: str) -> Reading:
        if len(self) >= _REMEMBERED:
            self.clear()
        reading = self[text] = self._reader(text)
        return reading
