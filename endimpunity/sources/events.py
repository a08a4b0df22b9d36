"""What this room announces to the rooms above."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class SnapshotImported:
    """A file came in or was taken back, or the reading of files changed otherwise.

    Attributes:
        snapshot_id: the file.
        publisher_code: whose list.
        by: the actor's key.
        at: the moment of the deed.
        new_record_ids: records first seen now.
        changed_record_ids: records that said something else than before, or name
            somebody whom they had not named.
        moved: (from record, to record) where a row's record became another, and
            the first has no sighting left.
        withdrawn_record_ids: records that a complete list no longer holds.
        emptied_record_ids: records that no file names any more, since theirs was
            taken back, and whose rows are no other record's.
    """

    snapshot_id: int
    publisher_code: str
    by: UUID
    at: datetime
    new_record_ids: Sequence[int]
    changed_record_ids: Sequence[int]
    moved: tuple[tuple[int, int], ...]
    withdrawn_record_ids: Sequence[int]
    emptied_record_ids: Sequence[int] = ()


@dataclass(frozen=True, kw_only=True)
class ListClosed:
    """A list, or one of its files, is open to the world no longer.

    Attributes:
        publisher_code: whose list.
        reason: why; the addresses of what it showed answer with it.
        by: the actor's key.
        at: the moment of the deed.
    """

    publisher_code: str
    reason: str
    by: UUID
    at: datetime
