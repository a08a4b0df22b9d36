"""The files of one list read one after another, by the day they were stated.

Which row is which record is a function of this chain alone. A file that comes
late is put in its place and the files after it are read again.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from endimpunity.sources.rules.folding import Values, fold
from endimpunity.sources.rules.identity import identity_of
from endimpunity.sources.rules.last_cells import LastCells
from endimpunity.sources.rules.listed import (
    UNSOUGHT,
    ListedRecord,
    ListedRow,
    Placed,
    Step,
)
from endimpunity.sources.rules.matching import Judged, continue_records

# Row key -> the rows that people judged to be the same or different from it.
Judgements = Mapping[int, Sequence[tuple[int, bool]]]


class Chain:
    """A list's records in the order of their appearance, moved on file by file."""

    def __init__(
        self,
        records: Sequence[ListedRecord],
        load: Callable[[Sequence[int]], Mapping[int, Values]],
        places_of_rows: Mapping[int, int],
        judgements: Judgements,
    ) -> None:
        """Begin after the files before.

        Args:
            records: in the order of appearance.
            load: gives what records said so far, by record key.
            places_of_rows: of judged rows in files before, their record's place.
            judgements: of people, by the later row: (earlier row, same?).
        """
        self.records = list(records)
        self._load = load
        self._places = dict(places_of_rows)
        self._judgements = judgements
        self._judged_rows = {
            earlier for pairs in judgements.values() for earlier, _ in pairs
        }

    def known_cells(self, mapping_version: str) -> LastCells:
        """Return the places of cells that need not be read again.

        Rows of a file that were sought there, in their order, say where they were
        found; `advance` goes by it.
        """
        return LastCells(
            (place, self.records[place].digest)
            for place in range(len(self.records) - 1, -1, -1)
            if self.records[place].mapping_version == mapping_version
        )

    def noted_cells(self) -> dict[int, str]:
        """Return place -> digest of what a record said in cells to be read again."""
        return {
            place: record.noted
            for place, record in enumerate(self.records)
            if record.noted
        }

    def advance(self, rows: Sequence[ListedRow], mapping_version: str) -> Step:
        """Put the next file into the chain and return where each row went.

        The records' last cells, and what they have said, move on with it.
        """
        placed = self._same_cells(rows, mapping_version)
        settled = {found.row.number for found in placed}
        taken = {found.place for found in placed}
        left = [row for row in rows if row.number not in settled]
        missed = [place for place in range(len(self.records)) if place not in taken]
        indistinct: set[int] = set()
        if left and missed:
            found, indistinct = self._continued(left, missed)
            placed.extend(found)
            settled.update(one.row.number for one in found)
            taken.update(one.place for one in found)
            missed = [place for place in missed if place not in taken]
        indistinct |= self._same_as_taken(missed, placed)
        first = len(self.records)
        new = [row for row in left if row.number not in settled]
        self.records.extend(ListedRecord(record_id=None) for _ in new)
        placed.extend(
            Placed(row=row, place=first + offset) for offset, row in enumerate(new)
        )
        placed.sort(key=lambda one: one.row.number)
        self._move_on(placed, mapping_version)
        return Step(placed=placed, missed=missed, indistinct=indistinct)

    def folded(self, places: Sequence[int]) -> list[Values]:
        """Return what the records at these places have said so far."""
        wanted = [
            record.record_id
            for record in (self.records[place] for place in places)
            if record.folded is None and record.record_id is not None
        ]
        loaded = self._load(wanted) if wanted else {}
        for place in places:
            record = self.records[place]
            if record.folded is None:
                record.folded = dict(loaded.get(record.record_id or 0, {}))
        return [self.records[place].folded or {} for place in places]

    def _same_cells(
        self,
        rows: Sequence[ListedRow],
        mapping_version: str,
    ) -> list[Placed]:
        """Place rows whose very cells a record was last seen in, in their order."""
        places = [row.place for row in rows]
        if UNSOUGHT in places:
            waiting = self.known_cells(mapping_version)
            # A row that people judged goes where they said.
            places = [
                None if row.row_id in self._judgements else self._seek(waiting, row)
                for row in rows
            ]
        records = self.records
        return [
            Placed(
                row,
                place,
                True,  # noqa: FBT003 -- a tuple made so a hundred thousand times
                records[place].version_id,
                None,
                records[place].row_id,
            )
            for row, place in zip(rows, places, strict=True)
            if place is not None
        ]

    def _seek(self, waiting: LastCells, row: ListedRow) -> int | None:
        """Return the place last seen in a row's cells, if it then said the same."""
        place = waiting.take(row.digest)
        if place is None or self.records[place].noted in {"", row.version_digest}:
            return place
        return None

    def _continued(
        self,
        rows: Sequence[ListedRow],
        missed: Sequence[int],
    ) -> tuple[list[Placed], set[int]]:
        folded = dict(zip(missed, self.folded(missed), strict=True))
        matching = continue_records(
            {place: identity_of(values) for place, values in folded.items()},
            {row.number: identity_of(row.values) for row in rows},
            self._judged(rows),
        )
        by_number = {row.number: row for row in rows}
        placed = [
            Placed(
                row=by_number[found.row],
                place=found.record,
                before=folded[found.record],
                earlier_row=self.records[found.record].row_id,
                continued=found,
            )
            for found in matching.continued
        ]
        return placed, matching.indistinct

    def _judged(self, rows: Iterable[ListedRow]) -> Judged:
        judged = Judged()
        for row in rows:
            for earlier, same in self._judgements.get(row.row_id, ()):
                place = self._places.get(earlier)
                if place is None:
                    continue
                if same:
                    judged.same[place] = row.number
                else:
                    judged.different.add((place, row.number))
        return judged

    def _same_as_taken(
        self, missed: Sequence[int], placed: Sequence[Placed]
    ) -> set[int]:
        """Return missed records last seen in the very cells of a continued one."""
        cells = {found.row.digest for found in placed if found.same_cells}
        return {place for place in missed if self.records[place].digest in cells}

    def _move_on(self, placed: Sequence[Placed], mapping_version: str) -> None:
        for found in placed:
            record = self.records[found.place]
            record.digest = found.row.digest
            record.mapping_version = mapping_version
            record.row_id = found.row.row_id
            if found.row.version_digest:
                record.noted = found.row.version_digest if found.row.noted else ""
            if found.row.row_id in self._judged_rows:
                self._places[found.row.row_id] = found.place
            if found.is_new or found.before is not None:
                record.version_id = None
                record.folded = None

    def keep_saying(self, placed: Iterable[Placed]) -> None:
        """Remember what these rows said, for the files that follow.

        Only a chain that goes on needs it: the last file's values are stored.
        """
        continued = [found for found in placed if not found.same_cells]
        for found in continued:
            record = self.records[found.place]
            sayings = [found.before] if found.before is not None else []
            record.folded = fold([*sayings, found.row.values])
