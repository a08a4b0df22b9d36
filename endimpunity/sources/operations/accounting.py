"""Say what a file brought: new, changed and unchanged records, and news by field."""

from dataclasses import dataclass, field

from endimpunity.sources.models import Snapshot
from endimpunity.sources.operations.deriving import Derived
from endimpunity.sources.rules.changes import (
    Change,
    changes_between,
    news_and_recodings,
)
from endimpunity.sources.rules.folding import Values, years_of
from endimpunity.sources.rules.listed import Placed
from endimpunity.sources.rules.report import ImportReport
from endimpunity.sources.rules.withdrawal import is_far_shorter
from endimpunity.sources.vocabulary import SnapshotState


@dataclass(kw_only=True)
class _Count:
    """Changes met so far, each with the place and year of its record."""

    changes: list[tuple[Change, tuple[str, str]]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)


def compare_with_before(report: ImportReport, snapshot: Snapshot) -> None:
    """Note in the account that a file which may be a part is far shorter than before.

    A file that says it is complete is held against what it withdraws instead.
    """
    if snapshot.complete:
        return
    before = (
        Snapshot.objects.filter(
            publisher=snapshot.publisher_id,
            state=SnapshotState.IMPORTED,
            stated_on__lt=snapshot.stated_on,
        )
        .order_by("-stated_on")
        .first()
    )
    if before is None:
        return
    rows = before.report.get("rows", 0) - before.report.get("skipped", 0)
    if is_far_shorter(report.data_rows, rows):
        report.shorter_than[str(before)] = rows


def account_for(report: ImportReport, derived: Derived) -> list[int]:
    """Complete the account of a file, and return the places of changed records.

    Args:
        report: with rows, skipped, quarantined and what was noticed in reading;
            completed in place.
        derived: what became of the readable rows.
    """
    count = _Count()
    for found in derived.step.placed:
        if len(found.row.names) > 1:
            report.split += len(found.row.names) - 1
        if found.same_cells:
            report.unchanged += 1
            continue
        next_said = derived.said_next.get(found.place)
        if found.is_new and next_said is None:
            report.imported += 1
        elif not _count_changes(found, next_said, count):
            report.unchanged += 1
        else:
            report.changed += 1
        if found.continued is not None and not found.continued.exact:
            report.judged += 1
    report.changes, report.recodings = news_and_recodings(
        count.changes,
        report.changed + report.unchanged,
    )
    report.withdrawn = len(derived.withdrawn)
    report.withdrawn_indistinct = derived.withdrawn_indistinct
    report.withdrawn_later = {file: n for file, n, _ in derived.withdrawn_later}
    report.reread = derived.reread_rows
    return count.places


def _count_changes(found: Placed, next_said: Values | None, count: _Count) -> bool:
    """Count what differs in one record, and tell whether anything does.

    A file that comes late is held against the next one that has the record.
    """
    before, after = found.before or {}, found.row.values
    if found.is_new and next_said is not None:
        before, after = after, next_said
    changes = changes_between(before, after)
    year = years_of(after)[0] or years_of(before)[0]
    place = after.get("country") or after.get("area") or before.get("country") or ""
    count.changes.extend((change, (str(place), str(year))) for change in changes)
    if changes:
        count.places.append(found.place)
    return bool(changes)
