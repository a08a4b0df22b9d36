"""Chance that comes out the same in every installation."""

import random
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


class Draws:
    """A stream of draws, known by its path: one path, one stream.

    Only `random.Random.random` is asked, the one method whose numbers Python
    promises to keep from version to version.
    """

    def __init__(self, *path: object) -> None:
        """Begin the stream of this path."""
        seed = "/".join(map(str, path))
        self._next = random.Random(seed).random  # noqa: S311  # no secret: it must repeat

    def below(self, count: int) -> int:
        """Return a whole number from 0 to `count` - 1."""
        return int(self._next() * count)

    def between(self, first: int, last: int) -> int:
        """Return a whole number from first to last, ends included."""
        return first + self.below(last - first + 1)

    def chance(self, share: float) -> bool:
        """Return true in this share of all draws."""
        return self._next() < share

    def pick(self, items: Sequence[Item]) -> Item:
        """Return one of the items, each as likely as another."""
        return items[int(self._next() * len(items))]

    def weighted(self, items: Sequence[tuple[Item, float]]) -> Item:
        """Return one of the items, by their weights."""
        left = self._next() * sum(weight for _, weight in items)
        for item, weight in items:
            left -= weight
            if left < 0:
                return item
        return items[-1][0]
