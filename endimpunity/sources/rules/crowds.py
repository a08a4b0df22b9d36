"""Entries of one and the same name, place and years, too many to weigh each pair.

A list may hold hundreds of rows "Name withheld" of one country and year, and to
weigh all of them against one another takes the square of their number. Above
`MOST_PAIRS` only those are weighed that something tells from the others: an outlet
alike, or the same days. Who is left over goes on in the list's order (matching.py).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from heapq import nsmallest

from endimpunity.sources.rules.identity import NO_OUTLET, Identity
from endimpunity.sources.rules.outlets import Alike

# Fewer are weighed each against each: a hundred by a hundred takes half a second.
MOST_PAIRS = 10_000
# Against how many one of a crowd is weighed: nearest in the list's order.
NEAREST = 30


class Crowd:
    """Records and rows of one name, place and years, each in the list's order."""

    def __init__(
        self,
        records: Mapping[int, Identity],
        rows: Mapping[int, Identity],
    ) -> None:
        self.records = sorted(records)
        self.rows = sorted(rows)
        self._identities = records
        self._place_of_record = {key: at for at, key in enumerate(self.records)}
        self._place_of_row = {key: at for at, key in enumerate(self.rows)}
        self._by_feature: dict[Hashable, list[int]] = defaultdict(list)
        for place, key in enumerate(self.records):
            for feature in _features(records[key]):
                self._by_feature[feature].append(place)
        self._alike = Alike(
            outlet for one in records.values() for outlet in outlets_of(one)
        )

    def told_apart(self, row: int, identity: Identity) -> list[int]:
        """Return the records that share with a row what others do not, a few."""
        own = _features(identity)
        features = own | {
            other for outlet in outlets_of(identity) for other in self._alike.to(outlet)
        }
        here = self._place_of_row[row]
        # What is the same comes before what is only spelt alike.
        found: dict[int, tuple[bool, int, int]] = {}
        for feature in features:
            for place in _nearest(self._by_feature.get(feature, []), here):
                rank = (feature not in own, abs(place - here), place)
                found[place] = min(rank, found.get(place, rank))
        return [
            self.records[at] for at in nsmallest(NEAREST, found, key=found.__getitem__)
        ]


def crowds(
    records: Mapping[int, Identity],
    rows: Mapping[int, Identity],
) -> dict[Hashable, Crowd]:
    """Return the crowds among what is left to pair, by what all in them share."""
    mine, theirs = _grouped(records), _grouped(rows)
    return {
        shared: Crowd(some, theirs[shared])
        for shared, some in mine.items()
        if shared in theirs and len(some) * len(theirs[shared]) > MOST_PAIRS
    }


def shared_by_crowd(identity: Identity) -> Hashable:
    """Return what all of a crowd have in common."""
    return (identity.tokens, identity.place, identity.years)


def outlets_of(identity: Identity) -> frozenset[str]:
    """Return the outlets that may tell an entry from another."""
    return (identity.outlets or frozenset()) - NO_OUTLET


def _features(identity: Identity) -> set[Hashable]:
    days = {identity.days} if identity.days and any(identity.days) else set()
    return {*outlets_of(identity), *days}


def _grouped(
    identities: Mapping[int, Identity],
) -> dict[Hashable, dict[int, Identity]]:
    groups: dict[Hashable, dict[int, Identity]] = defaultdict(dict)
    for position in sorted(identities):
        identity = identities[position]
        if identity.tokens:
            groups[shared_by_crowd(identity)][position] = identity
    return groups


def _nearest(places: list[int], here: int) -> Iterator[int]:
    """Yield the nearest of these sorted places, from both sides of one."""
    at = bisect_left(places, here)
    yield from places[max(at - NEAREST, 0) : at + NEAREST]
