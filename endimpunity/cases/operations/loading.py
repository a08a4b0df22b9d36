"""Load the starter registry: a few documented cases, each fact with its sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from typing import Any

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import Accused, Attack, Case, Proceeding
from endimpunity.cases.operations import (
    asserting,
    one_world,
    proceedings,
    publishing,
)
from endimpunity.cases.operations.refreshing import refresh
from endimpunity.cases.operations.starter_words import StarterWords
from endimpunity.cases.queries import publications
from endimpunity.cases.rules.fields import OF_PERSON
from endimpunity.cases.rules.starter import (
    Starter,
    UnreadableStarterError,
    day,
    read_starter,
    stored_day,
)
from endimpunity.cases.vocabulary import (
    STARTER_REASON,
    EventKind,
    ProceedingKind,
    PublicationState,
    Subject,
    UpcomingKind,
)
from endimpunity.foundation import bulk


class UnableToLoadStarter(Exception):  # the house names refusals so
    """The starter registry cannot be read, or does not belong here."""


@dataclass(frozen=True, kw_only=True)
class LoadedStarter:
    """What the starter registry holds, and whether loading it changed anything."""

    attacks: int
    cases: int
    changed: bool


def load_starter(*, by: User, at: datetime) -> LoadedStarter:
    """Load the starter registry; loading it again changes nothing.

    Every fact has the same key in every installation. A fact that a later release
    words otherwise ends the one that stood. The cases are published alone, as
    the sample they are; a case that people published or withdrew stays so.

    Raises:
        UnableToLoadStarter: a file holds what the schema does not know, or this
            installation shows an invented world.
    """
    try:
        starters = [read_starter(text) for text in shipped_files()]
    except UnreadableStarterError as error:
        raise UnableToLoadStarter(f"The starter registry: {error}.") from error
    changed = False
    with transaction.atomic():
        bulk.one_at_a_time(one_world.ONE_WORLD)
        if one_world.is_invented():
            raise UnableToLoadStarter(one_world.INSTEAD)
        for one in starters:
            changed = _Loading(one, by, at).load() or changed
        if changed:
            audit.record(
                deed="cases.load_starter",
                by=by.key,
                at=at,
                detail={"attacks": len(starters)},
            )
    return LoadedStarter(
        attacks=len(starters),
        cases=sum(len(one.tables["case"]) for one in starters),
        changed=changed,
    )


def shipped_files() -> list[str]:
    """Return the texts of the starter files, in the order of their names."""
    folder = resources.files("endimpunity.cases") / "data" / "starter"
    return [
        file.read_text(encoding="utf-8")
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".toml")
    ]


class _Loading:
    """One attack on its way into the tables."""

    def __init__(self, starter: Starter, by: User, at: datetime) -> None:
        self._starter = starter
        self._by = by
        self._at = at
        self._cited: dict[str, int] = {}
        self._cases: dict[str, int] = {}
        self._changed = False
        self._attack = 0

    def load(self) -> bool:
        """Load all that is said of the attack; return whether anything changed."""
        for name, it in self._starter.citations.items():
            self._cited[name] = asserting.cite(
                label=it["label"],
                url=it.get("url", ""),
                title=it.get("title", ""),
                stated_edtf=it.get("stated", ""),
                read_on=it.get("read_on", self._starter.read_on),
                by=self._by,
                at=self._at,
            )
        self._load_attack()
        for table in self._starter.tables["case"]:
            self._load_case(table)
        for table in self._starter.tables["proceeding"]:
            self._load_proceeding(table)
        words = StarterWords(
            starter=self._starter,
            attack_id=self._attack,
            cases=self._cases,
            cited=self._cited,
            by=self._by,
            at=self._at,
        )
        self._note(changed=words.load())
        self._publish()
        return self._changed

    def _cite(self, names: Iterable[str]) -> list[int]:
        return [self._cited[name] for name in names]

    def _note(self, *, changed: bool) -> None:
        self._changed = self._changed or changed

    def _load_attack(self) -> None:
        key = self._starter.key()
        known = Attack.objects.filter(key=key).first()
        self._attack = (
            known.pk
            if known
            else asserting.create_attack(by=self._by, at=self._at, key=key)
        )
        self._assert(Subject.ATTACK, self._attack, self._starter.attack)

    def _load_case(self, table: Mapping[str, Any]) -> None:
        slug = table["slug"]
        key = self._starter.key("case", slug)
        known = Case.objects.filter(attack=self._attack, person__key=key).first()
        case_id = (
            known.pk
            if known
            else asserting.create_case(
                attack_id=self._attack,
                by=self._by,
                at=self._at,
                person_key=key,
            )
        )
        self._cases[slug] = case_id
        self._assert(Subject.CASE, case_id, table)

    def _assert(self, subject: Subject, key: int, table: Mapping[str, Any]) -> None:
        for field, value in table["facts"].items():
            person = subject == Subject.CASE and field in OF_PERSON
            of = (
                Case.objects.values_list("person_id", flat=True).get(id=key)
                if person
                else key
            )
            stored = stored_day(value) if field == "date" else value
            self._note(
                changed=asserting.assert_field(
                    subject=Subject.PERSON if person else subject,
                    subject_id=of,
                    field=field,
                    value=stored,
                    citation_ids=self._cite(table["cite"][field]),
                    reason=table["reason"],
                    by=self._by,
                    at=self._at,
                ),
            )

    def _load_proceeding(self, table: Mapping[str, Any]) -> None:
        slug = table["slug"]
        proceeding_id = proceedings.record_proceeding(
            key=self._starter.key("proceeding", slug),
            jurisdiction=table["jurisdiction"],
            court=table["court"],
            kind=ProceedingKind(table["kind"]),
            case_ids=[self._cases[one] for one in table["cases"]],
            citation_ids=self._cite(table["cite"]),
            accused={int(n): role for n, role in table.get("accused", {}).items()},
            by=self._by,
            at=self._at,
        )
        for event in table.get("event", ()):
            self._note(
                changed=proceedings.record_event(
                    key=self._starter.key("proceeding", slug, event["slug"]),
                    proceeding_id=proceeding_id,
                    kind=EventKind(event["kind"]),
                    on=day(event["date"]),
                    what=event["what"],
                    people=event.get("people"),
                    case_ids=[
                        self._cases[one] for one in event.get("cases", table["cases"])
                    ],
                    citation_ids=self._cite(event["cite"]),
                    accused_ids=self._accused(event, slug),
                    by=self._by,
                    at=self._at,
                ),
            )

        for it in table.get("upcoming", ()):
            self._note(
                changed=proceedings.record_upcoming(
                    key=self._starter.key("proceeding", slug, "upcoming", it["slug"]),
                    proceeding_id=proceeding_id,
                    kind=UpcomingKind(it["kind"]),
                    on=day(it["date"]),
                    what=it["what"],
                    citation_ids=self._cite(it["cite"]),
                    by=self._by,
                    at=self._at,
                ),
            )

    def _accused(self, event: Mapping[str, Any], slug: str) -> list[int]:
        key = self._starter.key("proceeding", event.get("accused_of", slug))
        wanted = Accused.objects.filter(
            proceeding=Proceeding.objects.get(key=key),
            number__in=event.get("accused", ()),
        )
        return list(wanted.values_list("pk", flat=True))

    def _publish(self) -> None:
        """Show the cases that nobody decided on, afresh where facts changed."""
        cases = self._cases.values()
        self._note(changed=bool(refresh(case_ids=cases, by=self._by, at=self._at)))
        states = publications.states(cases)
        for case_id in cases:
            state = states.get(case_id)
            again = (
                state is not None
                and state.state == PublicationState.PUBLISHED
                and state.reason == STARTER_REASON
                and self._changed
            )
            if state is None or again:
                publishing.publish(
                    case_id=case_id,
                    reason=STARTER_REASON,
                    alone=True,
                    by=self._by,
                    at=self._at,
                )
                self._changed = True
