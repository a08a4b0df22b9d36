"""Make cases of the entries of a first list, many at a time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.operations.case_rows import CaseRows
from endimpunity.cases.operations.refreshing import refresh
from endimpunity.cases.operations.withholding import keep_withdrawn
from endimpunity.cases.queries.agreement import agreements
from endimpunity.cases.rules.reasons import JOINED, MADE

# People whose rows are written at a time: a batch of five tables stays under
# some ten megabytes.
BATCH = 5_000


@dataclass(frozen=True, kw_only=True)
class NewPart:
    """One of the people that a record names, with what it says of them.

    Attributes:
        part_id: the part.
        number: its number in the record.
        values: what the record says of this person.
        record_id: the record; None where the numbers alone part the records.
        attack_id: the attack of others whom the record named before, if any.
    """

    part_id: int
    number: int
    values: Mapping[str, Any]
    record_id: int | None = None
    attack_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Adopted:
    """How many cases were made, and how many entries joined a case known already."""

    made: int
    joined: int


def adopt(
    *,
    publisher_code: str,
    parts: Iterable[NewPart],
    by: User,
    at: datetime,
) -> Adopted:
    """Give every new part its case: a new one, or the one it agrees with exactly.

    The people that one record names were harmed in one attack. A part joins an
    existing case only where nobody could mean another; what is merely similar
    waits for linking. Parts that have a case already follow in `rejoining`.

    Args:
        publisher_code: whose list.
        parts: record by record, the parts of a record by number.
        by: the actor.
        at: the moment.
    """
    with transaction.atomic():
        agreed = agreements(publisher_code)
        rows = CaseRows(publisher_code=publisher_code, by=by, at=at)
        joined: list[int] = []
        for record in _records(parts):
            joined += _add(record, agreed, rows)
            if rows.people >= BATCH:
                rows.write()
        rows.write()
        audit.record(
            deed="cases.adopt",
            by=by.key,
            at=at,
            subject=publisher_code,
            detail={"made": rows.made, "joined": len(joined)},
        )
        if joined:
            refresh(case_ids=joined, by=by, at=at)
            keep_withdrawn(case_ids=joined, by=by, at=at)
    return Adopted(made=rows.made, joined=len(joined))


def _records(parts: Iterable[NewPart]) -> Iterator[list[NewPart]]:
    """Yield the parts of one record together, which follow one another by number."""
    remaining = iter(parts)
    record = list(islice(remaining, 1))
    for part in remaining:
        last = record[-1]
        if part.record_id != last.record_id or part.number <= last.number:
            yield record
            record = []
        record.append(part)
    if record:
        yield record


def _add(
    record: list[NewPart],
    agreed: Mapping[int, int],
    rows: CaseRows,
) -> list[int]:
    """Join the people of a record who agree with a case; make cases of the others.

    Returns the cases joined.
    """
    joined = [one for one in record if one.part_id in agreed]
    for one in joined:
        rows.add_membership(one.part_id, agreed[one.part_id], JOINED)
    others = [(one.part_id, one.values) for one in record if one not in joined]
    if others:
        # Not in the joined case's attack: to join is a judgement that may be taken
        # back, and an attack is never repointed. Pages go by the entry.
        rows.add_record(others, MADE, attack_id=record[0].attack_id)
    return [agreed[one.part_id] for one in joined]
