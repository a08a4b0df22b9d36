"""The rows of new cases, gathered and appended many at a time."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models

from endimpunity.accounts.models import User
from endimpunity.cases.models import Attack, Case, Membership, Person, PersonName
from endimpunity.cases.queries.addresses import unused_public_ids
from endimpunity.cases.rules import columns
from endimpunity.cases.rules.fields import facts_of_record
from endimpunity.foundation import bulk, languages

_ATTACK = tuple(columns.attack_columns({}))
_PERSON = tuple(columns.person_columns({}))
_CASE = tuple(columns.case_columns({}))
_NAME = (
    "id",
    "person_id",
    "text",
    "script",
    "language",
    "kind",
    "recorded_at",
    "superseded_at",
)
_MEMBERSHIP = (
    "id",
    "part_id",
    "case_id",
    "publisher_id",
    "score",
    "reason",
    "recorded_at",
    "superseded_at",
    "recorded_by_id",
)
# An exact agreement, or the entry that made the case.
_CERTAIN = 1.0


@dataclass(kw_only=True)
class _Keys:
    """Keys and addresses that nobody else has."""

    attacks: Iterator[int]
    people: Iterator[int]
    cases: Iterator[int]
    addresses: Iterator[str]


@dataclass
class _Rows:
    """Rows of one batch, a list a table."""

    attacks: list[tuple[object, ...]] = field(default_factory=list)
    people: list[tuple[object, ...]] = field(default_factory=list)
    cases: list[tuple[object, ...]] = field(default_factory=list)
    named: list[tuple[int, Mapping[str, Any]]] = field(default_factory=list)


class CaseRows:
    """Rows of one publisher's new cases, waiting to be written."""

    def __init__(self, *, publisher_code: str, by: User, at: datetime) -> None:
        self._publisher = publisher_code
        self._by = by.key.hex
        self._at = bulk.stored_moment(at)
        self._records: list[
            tuple[list[tuple[int, Mapping[str, Any]]], int | None, str]
        ] = []
        self._memberships: list[tuple[int, int, str]] = []
        self.people = 0
        self.made = 0

    def add_record(
        self,
        parts: list[tuple[int, Mapping[str, Any]]],
        reason: str,
        *,
        attack_id: int | None = None,
    ) -> None:
        """Add a case for each part of one record, in one attack, new or given."""
        self._records.append((parts, attack_id, reason))
        self.people += len(parts)

    def add_membership(self, part_id: int, case_id: int, reason: str) -> None:
        """Add that a part is about a case that exists."""
        self._memberships.append((part_id, case_id, reason))

    def write(self) -> None:
        """Append what was added since the last time."""
        new = sum(attack_id is None for _, attack_id, _ in self._records)
        keys = _Keys(
            attacks=iter(bulk.reserve_keys(Attack, new)),
            people=iter(bulk.reserve_keys(Person, self.people)),
            cases=iter(bulk.reserve_keys(Case, self.people)),
            addresses=iter(unused_public_ids(self.people)),
        )
        rows = _Rows()
        for parts, attack_id, reason in self._records:
            self._gather(rows, keys, parts, attack_id, reason)
        _append(Attack, ("id", "key", "recorded_at", *_ATTACK), rows.attacks)
        _append(Person, ("id", "key", "recorded_at", *_PERSON), rows.people)
        self._write_names(rows.named)
        _append(
            Case,
            ("id", "public_id", "recorded_at", "attack_id", "person_id", *_CASE),
            rows.cases,
        )
        self._write_memberships()
        self.made += self.people
        self._records, self.people = [], 0

    def _gather(
        self,
        rows: "_Rows",
        keys: "_Keys",
        parts: list[tuple[int, Mapping[str, Any]]],
        attack_id: int | None,
        reason: str,
    ) -> None:
        """Turn one record's people into rows."""
        for part_id, values in parts:
            facts = facts_of_record(values)
            if attack_id is None:
                attack_id = next(keys.attacks)
                kept = columns.attack_columns(facts)
                rows.attacks.append(
                    (attack_id, uuid.uuid4().hex, self._at, *columns.stored(kept)),
                )
            person_id, case_id = next(keys.people), next(keys.cases)
            kept = columns.person_columns(facts)
            rows.people.append(
                (person_id, uuid.uuid4().hex, self._at, *columns.stored(kept)),
            )
            rows.named.append((person_id, facts))
            kept = columns.case_columns(facts)
            rows.cases.append(
                (
                    case_id,
                    next(keys.addresses),
                    self._at,
                    attack_id,
                    person_id,
                    *columns.stored(kept),
                ),
            )
            self._memberships.append((part_id, case_id, reason))

    def _write_names(self, named: list[tuple[int, Mapping[str, Any]]]) -> None:
        texts = [
            (person_id, text, kind)
            for person_id, facts in named
            for text, kind in columns.names_in(facts)
        ]
        keys = bulk.reserve_keys(PersonName, len(texts))
        _append(
            PersonName,
            _NAME,
            (
                (
                    key,
                    person_id,
                    text,
                    languages.script_of(text),
                    languages.language_of(text),
                    kind,
                    self._at,
                    None,
                )
                for key, (person_id, text, kind) in zip(keys, texts, strict=True)
            ),
        )

    def _write_memberships(self) -> None:
        keys = bulk.reserve_keys(Membership, len(self._memberships))
        _append(
            Membership,
            _MEMBERSHIP,
            (
                (
                    key,
                    part_id,
                    case_id,
                    self._publisher,
                    _CERTAIN,
                    reason,
                    self._at,
                    None,
                    self._by,
                )
                for key, (part_id, case_id, reason) in zip(
                    keys,
                    self._memberships,
                    strict=True,
                )
            ),
        )
        self._memberships = []


def _append(
    model: type[models.Model],
    names: Sequence[str],
    rows: Iterable[tuple[object, ...]],
) -> None:
    bulk.append_rows(model, names, rows)
