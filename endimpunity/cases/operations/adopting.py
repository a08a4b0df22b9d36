"""Make cases of the entries of a first list, many at a time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import Case
from endimpunity.cases.operations.case_rows import CaseRows
from endimpunity.cases.operations.refreshing import refresh
from endimpunity.cases.operations.withholding import keep_withdrawn
from endimpunity.cases.queries import adoption
from endimpunity.cases.rules.columns import date_columns
from endimpunity.cases.rules.fields import facts_of_record
from endimpunity.foundation import names

# People whose rows are written at a time: a batch of five tables stays under
# some ten megabytes.
BATCH = 5_000

MADE = "Made from this entry of the first list."
JOINED = (
    "Same name, same country and dates that overlap; among the registry's cases"
    " only this one agrees, and in the list only this entry."
)


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
    waits for linking.

    Args:
        publisher_code: whose list.
        parts: record by record, the parts of a record by number.
        by: the actor.
        at: the moment.
    """
    with transaction.atomic():
        known = adoption.candidates(publisher_code)
        rows = CaseRows(publisher_code=publisher_code, by=by, at=at)
        held: list[tuple[list[NewPart], list[adoption.Candidate | None]]] = []
        for record in _records(parts):
            likely = [_agreeing(part, known) for part in record] if known else []
            if any(likely):
                held.append((record, likely))
                continue
            people = [(one.part_id, one.values) for one in record]
            rows.add_record(people, MADE, attack_id=record[0].attack_id)
            if rows.people >= BATCH:
                rows.write()
        joined = _settle(held, rows)
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


def _agreeing(
    part: NewPart,
    known: Mapping[str, list[adoption.Candidate]],
) -> adoption.Candidate | None:
    """Return the one case that agrees exactly with a part, if one alone does."""
    name = part.values.get("name")
    likely = known.get(part.values.get("country") or "", [])
    if not name or not likely:
        return None
    day = date_columns(facts_of_record(part.values).get("date"))
    # The dates first: they leave few, and a name's key takes longest to make.
    near = [
        one
        for one in likely
        if adoption.overlap(one, day.date_earliest, day.date_latest)
    ]
    if not near:
        return None
    key = names.comparison_key(name)
    agreeing = [one for one in near if one.name_key == key]
    return agreeing[0] if len(agreeing) == 1 else None


def _settle(
    held: list[tuple[list[NewPart], list[adoption.Candidate | None]]],
    rows: CaseRows,
) -> list[int]:
    """Join the held parts that are alone in agreeing; make cases of the others."""
    wanted: dict[int, int] = {}
    for _, likely in held:
        for one in likely:
            if one:
                wanted[one.case_id] = wanted.get(one.case_id, 0) + 1
    attacks = dict(
        Case.objects.filter(id__in=wanted).values_list("id", "attack_id"),
    )
    joined: list[int] = []
    for record, likely in held:
        others, attack = [], record[0].attack_id
        for part, one in zip(record, likely, strict=True):
            if one and wanted[one.case_id] == 1:
                rows.add_membership(part.part_id, one.case_id, JOINED)
                joined.append(one.case_id)
                attack = attack or attacks[one.case_id]
            else:
                others.append((part.part_id, part.values))
        if others:
            rows.add_record(others, MADE, attack_id=attack)
    return joined
