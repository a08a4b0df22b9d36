"""Rows and records of a list as its chain takes them, and what became of them."""

import json
from dataclasses import dataclass, field
from typing import NamedTuple

from endimpunity.sources.rules.folding import Values
from endimpunity.sources.rules.matching import Continued

# The place of a row whose cells were not sought among the list's last ones yet.
UNSOUGHT = -1


@dataclass(kw_only=True, slots=True)
class ListedRecord:
    """One entry of the list, at its place in the order in which entries appeared.

    Attributes:
        record_id: its key where it has one.
        digest: of the raw cells it was last seen in.
        mapping_version: under which those were read.
        version_id: what it then said, where stored.
        folded: what it has said so far; None until asked for.
        row_id: the row it was last seen in.
        noted: the digest of what it then said, if these cells are to be read again
            in each file (`Normalised.noted`); "" if not.
    """

    record_id: int | None
    digest: str = ""
    mapping_version: str = ""
    version_id: int | None = None
    folded: Values | None = None
    row_id: int | None = None
    noted: str = ""


@dataclass(slots=True)
class ListedRow:
    """One row of a file.

    Attributes:
        number: from 1.
        row_id: its key.
        digest: of the raw cells.
        values_json: what it says; None if it was not read because the list's
            own entry last had the same cells.
        version_digest: of the values; "" as above.
        sort_key: of the name.
        names: of the people it names.
        mapping_version: under which it was read; "" is the file's own.
        place: of the record last seen in these cells, as `Chain.known_cells` gave
            it; None if none was; UNSOUGHT leaves it to the chain.
        noted: whether its cells are to be read again in later files.
    """

    number: int
    row_id: int
    digest: str
    values_json: str | None
    version_digest: str = ""
    sort_key: str = ""
    names: tuple[str, ...] = ()
    mapping_version: str = ""
    place: int | None = UNSOUGHT
    noted: bool = False

    @property
    def values(self) -> Values:
        """Return the values, parsed anew at each call: rows are many."""
        return dict(json.loads(self.values_json or "{}"))


class Placed(NamedTuple):
    """Row `row` is the record at place `place`.

    Attributes:
        same_cells: its cells are the very cells the record was last seen in.
        version_id: with the same cells, the version stored for them, if any.
        before: what the record had said until then; None if it is new or
            nothing can have changed.
        earlier_row: the row the record was last seen in, None if it is new.
        continued: how it was judged; None if it is new or has the same cells.
    """

    row: ListedRow
    place: int
    same_cells: bool = False
    version_id: int | None = None
    before: Values | None = None
    earlier_row: int | None = None
    continued: Continued | None = None

    @property
    def is_new(self) -> bool:
        """Tell whether the list had no such record before."""
        return self.earlier_row is None


@dataclass(kw_only=True)
class Step:
    """One file put into the chain.

    Attributes:
        placed: every row with its record, by row number.
        missed: places of records that no row continues.
        indistinct: those of them that said exactly what a continued one did.
    """

    placed: list[Placed]
    missed: list[int]
    indistinct: set[int] = field(default_factory=set)
