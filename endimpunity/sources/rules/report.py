"""What an import says of itself: every row is counted once."""

from dataclasses import asdict, dataclass, field
from typing import Any

from endimpunity.sources.rules.changes import Recoding


@dataclass(kw_only=True)
class ImportReport:
    """The account of one file.

    rows = imported + changed + unchanged + quarantined + skipped, always.

    Attributes:
        rows: data rows of the file.
        imported: rows that are new records.
        changed: rows whose record said something else before; of a file that comes
            late, also rows whose record says something else in the next file.
        unchanged: rows whose record says what it said.
        quarantined: rows that could not be read, kept with their reason.
        skipped: totals, section titles and repeated headers.
        split: people named in a row beyond the first.
        withdrawn: records that this complete list no longer holds.
        withdrawn_indistinct: those of them that another record of the list
            equals in name, place, year and outlet: which one went is not known.
        withdrawn_later: complete later file -> how many more records it withdraws
            now that this one has its place before it.
        shorter_than: the file before -> its data rows, where they are so many more
            than this one's that it may have been cut off.
        judged: continuations that were not exact, stored as judgements.
        changes: field -> records, news only.
        recodings: columns changed in bulk.
        unknown_values: field -> text met -> rows.
        country_unknown: rows with an empty country.
        before_coverage: rows dated before what the publisher says it covers.
        repaired: cells whose damaged encoding could be undone.
        reread: rows of later files that belong to another record since.
        reasons: for each reason of quarantine, the row numbers.
        skipping: for each reason of skipping, the row numbers.
        fields_without_column: fields that the built-in layout reads and this file
            has no column for: of these the list is silent.
        identical: the same bytes are in already; nothing was done.
        mapping_unused: they were read by another mapping than the one given now.
    """

    rows: int = 0
    imported: int = 0
    changed: int = 0
    unchanged: int = 0
    quarantined: int = 0
    skipped: int = 0
    split: int = 0
    withdrawn: int = 0
    withdrawn_indistinct: int = 0
    withdrawn_later: dict[str, int] = field(default_factory=dict)
    shorter_than: dict[str, int] = field(default_factory=dict)
    judged: int = 0
    changes: dict[str, int] = field(default_factory=dict)
    recodings: list[Recoding] = field(default_factory=list)
    unknown_values: dict[str, dict[str, int]] = field(default_factory=dict)
    country_unknown: int = 0
    before_coverage: int = 0
    repaired: int = 0
    reread: int = 0
    reasons: dict[str, list[int]] = field(default_factory=dict)
    skipping: dict[str, list[int]] = field(default_factory=dict)
    fields_without_column: list[str] = field(default_factory=list)
    identical: bool = False
    mapping_unused: bool = False

    @property
    def data_rows(self) -> int:
        """Return how many rows are entries of the list, readable or not."""
        return self.rows - self.skipped

    def count_unknown(self, field_name: str, text: str) -> None:
        """Count a value that nobody knows."""
        met = self.unknown_values.setdefault(field_name, {})
        met[text] = met.get(text, 0) + 1

    def as_json(self) -> dict[str, Any]:
        """Return the report as one JSON-able object."""
        plain = asdict(self)
        plain["recodings"] = [
            {
                "field": one.field,
                "from": one.before,
                "to": one.after,
                "rows": one.rows,
            }
            for one in self.recodings
        ]
        return plain
