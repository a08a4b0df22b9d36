"""Which lists name which person: the table of capture histories."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# For each list 1 where it names the person, else 0, in the order of the lists.
History = tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class CaptureTable:
    """How many people have each history over the lists.

    Raises:
        ValueError: a history has not one entry of 0 or 1 for each list, or is of
            nobody's list; a count is negative; a list comes twice.
    """

    #: The lists' names, in the order of the histories.
    lists: tuple[str, ...]
    #: History -> people; what is not in it is nobody's.
    counts: Mapping[History, int]
    #: What the table holds besides and was not read, a sentence each.
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(set(self.lists)) < len(self.lists):
            raise ValueError("A list comes twice.")
        for history, count in self.counts.items():
            if len(history) != len(self.lists) or not set(history) <= {0, 1}:
                raise ValueError(f"{history} is no history over {self.lists}.")
            if not any(history):
                raise ValueError("Nobody can have been seen whom no list names.")
            if count < 0:
                raise ValueError(f"A count of {count} people is none.")

    @property
    def people(self) -> int:
        """Return how many different people the lists name together."""
        return sum(self.counts.values())

    def on(self, number: int) -> int:
        """Return how many people are on exactly so many lists."""
        return sum(it for history, it in self.counts.items() if sum(history) == number)

    def together(self, *positions: int) -> int:
        """Return how many people are on all of these lists, given by place from 0."""
        return sum(
            count
            for history, count in self.counts.items()
            if all(history[it] for it in positions)
        )

    def cells(self) -> NDArray[np.float64]:
        """Return the counts by cell, shape (2**lists - 1,).

        A cell is a number whose bit i says whether list i names the person; cell 1
        comes first, as nobody is in cell 0.
        """
        found = np.zeros(2 ** len(self.lists) - 1)
        for history, count in self.counts.items():
            found[sum(bit << at for at, bit in enumerate(history)) - 1] += count
        return found
