"""The room's tables, a file a noun."""

from endimpunity.sources.models.continuation import Continuation
from endimpunity.sources.models.policy import PublishingPolicy, Release
from endimpunity.sources.models.publisher import Publisher
from endimpunity.sources.models.record import Part, RecordVersion, SourceRecord
from endimpunity.sources.models.row import Correction, Row
from endimpunity.sources.models.sighting import Sighting, Withdrawal
from endimpunity.sources.models.snapshot import Snapshot
from endimpunity.sources.models.withholding import Withholding

__all__ = [
    "Continuation",
    "Correction",
    "Part",
    "Publisher",
    "PublishingPolicy",
    "RecordVersion",
    "Release",
    "Row",
    "Sighting",
    "Snapshot",
    "SourceRecord",
    "Withdrawal",
    "Withholding",
]
