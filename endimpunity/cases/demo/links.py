"""Entries of a second publisher about people whom the first lists too.

They differ on the day or the motive, so that a page shows who says what, and are
linked to their cases as two readers of a real registry would have done.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from endimpunity.accounts.models import User
from endimpunity.cases.demo import words
from endimpunity.cases.models import Membership
from endimpunity.cases.operations.refreshing import refresh
from endimpunity.foundation.invention import Draws
from endimpunity.sources import demo as sources_demo
from endimpunity.sources import queries as sources_queries
from endimpunity.sources.models import SourceRecord
from endimpunity.sources.vocabulary import Motive

# Of the people whom the first lists: which share the second dates otherwise, and
# of which it holds another motive.
_OTHER_DAY, _OTHER_MOTIVE = 0.06, 0.05
_OPPOSITE = {
    Motive.CONFIRMED: Motive.UNCONFIRMED,
    Motive.UNCONFIRMED: Motive.CONFIRMED,
}
Entries = Mapping[int, sources_demo.InventedEntry]


def differing_entries(
    listed: Entries,
    *,
    until: date,
    draws: Draws,
) -> dict[int, sources_demo.InventedEntry]:
    """Return what the second publisher says of some people, by their cases.

    Args:
        listed: what the first says, by case.
        until: the last day of which the second can tell.
        draws: of this list.
    """
    found = {}
    for case_id, entry in listed.items():
        other = _otherwise(entry, until, draws)
        if other != entry:
            found[case_id] = other
    return found


def _otherwise(
    entry: sources_demo.InventedEntry,
    until: date,
    draws: Draws,
) -> sources_demo.InventedEntry:
    # Drawn whether used or not, so that one entry does not change the next.
    days, dates, doubts = (
        draws.between(1, 3),
        draws.chance(_OTHER_DAY),
        draws.chance(_OTHER_MOTIVE),
    )
    said = entry
    if dates and len(entry.date) == len("2020-01-01"):
        day = date.fromisoformat(entry.date) + timedelta(days)
        said = replace(said, date=min(day, until).isoformat())
    if doubts and entry.motive in _OPPOSITE:
        said = replace(said, motive=_OPPOSITE[Motive(entry.motive)])
    return said


def link(
    entries: Entries,
    *,
    publisher_code: str,
    by: User,
    at: datetime,
) -> None:
    """Let the entries of a list be about their cases.

    An entry whose name another of the list has in its State waits: nobody could
    tell which of the two is meant.
    """
    records = SourceRecord.objects.filter(publisher=publisher_code).order_by("id")
    parts = [
        (part_id, (str(values["country"]), str(values["name"])))
        for part_id, _, values in sources_queries.people_named(
            records.values_list("id", flat=True),
        )
    ]
    times = Counter(person for _, person in parts)
    part_of = {person: part for part, person in parts if times[person] == 1}
    linked = {
        case_id: part_of[entry.country, entry.name]
        for case_id, entry in entries.items()
        if (entry.country, entry.name) in part_of
    }
    Membership.objects.bulk_create(
        Membership(
            part_id=part_id,
            case_id=case_id,
            publisher_id=publisher_code,
            reason=words.LINKED,
            recorded_at=at,
            recorded_by=by,
        )
        for case_id, part_id in linked.items()
    )
    refresh(case_ids=linked, by=by, at=at)
