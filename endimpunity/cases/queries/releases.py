"""What of the lists about a case was opened to the world, under which policy."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby, islice
from operator import attrgetter
from typing import Any

from endimpunity.cases.rules.allowance import let_through, opened
from endimpunity.sources import models as sources_models
from endimpunity.sources import queries as sources_queries
from endimpunity.sources.rules import folding
from endimpunity.sources.rules.people import people_of

# Records asked for at a time: below the parameters that either engine takes.
BATCH = 2_000


@dataclass(frozen=True, kw_only=True)
class Policy:
    """A publisher's standing allow-list."""

    id: int
    publisher_code: str
    publisher_name: str
    version: int
    fields: tuple[str, ...]
    allowed: frozenset[str]
    reason: str
    alone: bool
    approved_at: datetime


@dataclass(frozen=True, kw_only=True)
class Opened:
    """The standing policies and the files opened under them.

    Attributes:
        policies: by publisher code.
        days: (publisher code, day) of every released file.
    """

    policies: Mapping[str, Policy]
    days: frozenset[tuple[str, date]]

    def lets(self, saying: sources_queries.RecordSaying) -> bool:
        """Return whether a saying stands in a file that was released."""
        return (saying.publisher_code, saying.stated_on) in self.days

    def of(self, publisher_code: str) -> Policy | None:
        """Return a publisher's standing policy."""
        return self.policies.get(publisher_code)


def opened_at(known_at: datetime) -> Opened:
    """Return what was opened by a moment and still is.

    What was closed since stays closed under any lens: protection outranks memory.
    """
    released = sources_queries.open_releases(known_at)
    standing = sources_queries.open_policies(known_at).select_related("publisher")
    return Opened(
        policies={one.publisher_id: policy_of(one) for one in standing},
        days=frozenset(
            released.values_list("snapshot__publisher_id", "snapshot__stated_on"),
        ),
    )


def policy_of(row: sources_models.PublishingPolicy) -> Policy:
    """Return a policy as a value."""
    return Policy(
        id=row.pk,
        publisher_code=row.publisher_id,
        publisher_name=row.publisher.name,
        version=row.version,
        fields=tuple(row.fields),
        allowed=opened(row.fields),
        reason=row.reason,
        alone=row.alone,
        approved_at=row.approved_at,
    )


@dataclass(frozen=True, kw_only=True)
class NamedPerson:
    """A person whom a record names in released files, with all that it says."""

    part_id: int
    record_id: int
    number: int
    values: Mapping[str, Any]
    policy: Policy


def named_people(
    record_ids: Iterable[int],
    opened: Opened,
    *,
    known_at: datetime,
) -> Iterator[NamedPerson]:
    """Yield whom records name when only their released files are read.

    For staff and for counting: nobody is withheld, no field left out.
    """
    remaining = iter(record_ids)
    while batch := list(islice(remaining, BATCH)):
        parts = sources_queries.parts_of(batch)
        sayings = sources_queries.sayings_of(batch, known_at=known_at)
        for record_id, group in groupby(sayings, key=attrgetter("record_id")):
            said = [one for one in group if opened.lets(one)]
            policy = opened.of(said[-1].publisher_code) if said else None
            if policy is None:
                continue
            values = folding.fold(one.values for one in said)
            for key, number, own in people_of(parts.get(record_id, []), values):
                yield NamedPerson(
                    part_id=key,
                    record_id=record_id,
                    number=number,
                    values=own,
                    policy=policy,
                )


def released_values(
    record_ids: Iterable[int],
    opened: Opened,
    *,
    known_at: datetime,
) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """Yield (record, number of the person, allowed values) from released files.

    Only the fields of the publisher's policy are in the values, and nobody is
    yielded who is withheld now.
    """
    named = named_people(record_ids, opened, known_at=known_at)
    while batch := list(islice(named, BATCH)):
        withheld = sources_queries.withheld_parts([one.part_id for one in batch])
        for one in batch:
            if one.part_id not in withheld:
                allowed = _allowed(one.values, one.policy)
                yield one.record_id, one.number, allowed


def _allowed(values: Mapping[str, Any], policy: Policy) -> dict[str, Any]:
    kept = let_through(values, policy.allowed)
    if values.get("violation") not in (None, "", "KILLING") and not kept.get(
        "violation",
    ):
        # Without it the entry would pass for a killing.
        kept["violation"] = "UNSTATED"
    return kept
