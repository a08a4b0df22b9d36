"""Which records and rows are worth weighing against one another.

Names like "Mohammed" stand in thousands of rows, and to weigh all of them against
one another takes the square of their number. Of two names that are not the same,
one resembling the other never weighs enough by itself: the years must meet in one
place, or the outlet be the same (weighing.py). So pairs are sought through the
beginning of a word together with one of these. Names that share no beginning of a
word do not meet, and of many of the same name, place and years only those that
something tells apart do (crowds.py); no other pair that weighs enough is lost.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from endimpunity.sources.rules.crowds import (
    crowds,
    outlets_of,
    shared_by_crowd,
)
from endimpunity.sources.rules.identity import Identity
from endimpunity.sources.rules.outlets import Alike
from endimpunity.sources.rules.pairing import Pair
from endimpunity.sources.rules.weighing import may_be_enough

# Words are sought by their first letters, so that a respelt word still meets.
STEM = 3
# A record that may mean more years than these meets every year.
MOST_YEARS = 5
_ANY_YEAR = None
_ANY_PLACE = "*"


def candidates(
    records: Mapping[int, Identity],
    rows: Mapping[int, Identity],
) -> Iterator[Pair]:
    """Yield the pairs that may weigh enough, sorted by row and record.

    Every pair that weighs enough is among them if the names share the beginning
    of a word and the two are not of one crowd.
    """
    index = _Index(records)
    crowded = crowds(records, rows)
    for row in sorted(rows):
        near = index.near(rows[row])
        crowd = crowded.get(shared_by_crowd(rows[row]))
        if crowd is not None:
            near.difference_update(crowd.records)
            near.update(crowd.told_apart(row, rows[row]))
        for record in sorted(near):
            if may_be_enough(records[record], rows[row]):
                yield record, row


class _Index:
    """Records by their names, and by each word's beginning with what stands beside."""

    def __init__(self, records: Mapping[int, Identity]) -> None:
        self._by_name: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        self._by_year: dict[tuple[str, int | None, str], list[int]] = defaultdict(list)
        self._by_outlet: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._stems: dict[int, set[str]] = {}
        for position, identity in records.items():
            self._by_name[identity.tokens].append(position)
            places = {_ANY_PLACE, *_places(identity)}
            years = _years(identity)
            stems = self._stems[position] = _stems(identity)
            for stem in stems:
                self._by_stem[stem].append(position)
                for year in years:
                    for place in places:
                        self._by_year[stem, year, place].append(position)
            for outlet in outlets_of(identity):
                for place in places:
                    self._by_outlet[outlet, place].append(position)
        self._alike = Alike(outlet for outlet, _ in self._by_outlet)

    def near(self, row: Identity) -> set[int]:
        """Return the records of this name, year and place, or outlet."""
        stems, years = _stems(row), _years(row)
        if not stems:
            return set()
        met = set(self._by_name.get(row.tokens, ()))
        # A row of no place may be in any, and a record of none too.
        places = {"", *_places(row)} if row.place else {_ANY_PLACE}
        for stem in stems:
            if _ANY_YEAR in years:
                met.update(self._by_stem.get(stem, ()))
                continue
            for year in {*years, _ANY_YEAR} if years else ():
                for place in places:
                    met.update(self._by_year.get((stem, year, place), ()))
        met.update(
            record
            for record in self._of_outlets(outlets_of(row), places)
            if not stems.isdisjoint(self._stems[record])
        )
        return met

    def _of_outlets(self, outlets: Iterable[str], places: set[str]) -> Iterator[int]:
        for outlet in outlets:
            for other in self._alike.to(outlet):
                for place in places:
                    yield from self._by_outlet.get((other, place), ())


def _stems(identity: Identity) -> set[str]:
    return {word[:STEM] for word in identity.tokens}


def _years(identity: Identity) -> tuple[int | None, ...]:
    """Return the years that may be meant, none where the list is silent."""
    first, last = identity.years
    if first is None and last is None:
        return ()
    if first is None or last is None or last - first >= MOST_YEARS:
        return (_ANY_YEAR,)
    return tuple(range(first, last + 1))


def _places(identity: Identity) -> set[str]:
    """Return the place and those it is made of; one blank if none is stated."""
    place = identity.place or ""
    return {place, *place.split("+")}
