"""Questions about lists: what a publisher said, and when."""

from endimpunity.sources.queries.openings import open_policies, open_releases
from endimpunity.sources.queries.quarantine import (
    QuarantineLine,
    quarantine_lines,
    quarantined_rows,
)
from endimpunity.sources.queries.sayings import (
    RecordSaying,
    folded_values,
    parts_of,
    people_named,
    records_of_rows_left,
    records_standing,
    sayings_of,
    standing_at,
)
from endimpunity.sources.queries.snapshots import (
    ListedRecord,
    SnapshotLine,
    latest_snapshot,
    publisher_exists,
    records_in,
    row_at,
    snapshot_lines,
    snapshot_of,
)
from endimpunity.sources.queries.voices import (
    records_of_list,
    released_snapshots,
    sightings_at,
    withheld_parts,
)

__all__ = [
    "ListedRecord",
    "QuarantineLine",
    "RecordSaying",
    "SnapshotLine",
    "folded_values",
    "latest_snapshot",
    "open_policies",
    "open_releases",
    "parts_of",
    "people_named",
    "publisher_exists",
    "quarantine_lines",
    "quarantined_rows",
    "records_in",
    "records_of_list",
    "records_of_rows_left",
    "records_standing",
    "released_snapshots",
    "row_at",
    "sayings_of",
    "sightings_at",
    "snapshot_lines",
    "snapshot_of",
    "standing_at",
    "withheld_parts",
]
