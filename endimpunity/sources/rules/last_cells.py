"""Where in a list the cells stand that its records were last seen in."""

from collections.abc import Iterable


class LastCells:
    """Places by the digest of their cells, the first place of equal ones first.

    Nearly all cells are of one record: a list for each digest would take most of
    the time that a long list, met again, takes to be placed.
    """

    def __init__(self, from_last: Iterable[tuple[int, str]]) -> None:
        """Take places with their digests, the last place first."""
        self._first: dict[str, int] = {}
        self._next: dict[int, int] = {}
        for place, digest in from_last:
            following = self._first.get(digest)
            if following is not None:
                self._next[place] = following
            self._first[digest] = place

    def take(self, digest: str) -> int | None:
        """Return the first place of these cells that was not taken, if any."""
        place = self._first.pop(digest, None)
        if place is not None and place in self._next:
            self._first[digest] = self._next[place]
        return place
