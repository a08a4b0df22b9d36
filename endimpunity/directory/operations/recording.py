"""Write what is said of offices: what is new is added, nothing is overwritten."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from endimpunity.accounts.models import User
from endimpunity.directory.models import (
    Contact,
    Holder,
    Office,
    OfficeName,
    OfficePoint,
    OfficeSource,
    Post,
    Verification,
)
from endimpunity.directory.rules.addresses import comparison_key
from endimpunity.directory.rules.offices import (
    ContactFact,
    HolderFact,
    NameFact,
    OfficeFact,
    PointFact,
    PostFact,
    ReadSource,
)
from endimpunity.directory.vocabulary import Origin


@dataclass(kw_only=True)
class Written:
    """How many rows of each kind were new, and how many of ours were ended."""

    offices: int = 0
    names: int = 0
    points: int = 0
    posts: int = 0
    holders: int = 0
    contacts: int = 0
    verifications: int = 0
    ended: int = 0


def says_otherwise(held: Contact, fact: ContactFact) -> bool:
    """Tell whether a fact gives an address another purpose, or other steps."""
    steps = fact.steps and (fact.steps, fact.steps_language) != (
        held.steps,
        held.steps_language,
    )
    return bool(steps) or held.purpose != fact.purpose


@dataclass(kw_only=True)
class OfficeWriter:
    """Writes offices in the name of one actor, at one moment, from one origin."""

    by: User
    at: datetime
    origin: str
    written: Written = field(default_factory=Written)
    _sources: dict[str, OfficeSource] = field(default_factory=dict)

    def write(self, fact: OfficeFact) -> Office:
        """Write an office with all that is said of it."""
        office, is_new = Office.objects.get_or_create(
            slug=fact.slug,
            defaults={
                "kind": fact.kind,
                "state_id": fact.jurisdiction.state or None,
                "division_id": fact.jurisdiction.division or None,
                "body": fact.jurisdiction.body,
                "origin": self.origin,
                "recorded_at": self.at,
                "recorded_by": self.by,
            },
        )
        self.written.offices += is_new
        for name in fact.names:
            self._write_name(office, name)
        for point in fact.points:
            self._write_point(office, point)
        for post in fact.posts:
            self._write_post(office, post)
        return office

    def end(self, rows: Iterable[OfficeName | OfficePoint | Holder | Contact]) -> None:
        """End statements that stand no more; they are kept."""
        for row in rows:
            row.recorded_to = self.at
            row.save(update_fields=["recorded_to"])
            self.written.ended += 1

    def _write_name(self, office: Office, name: NameFact) -> None:
        held = OfficeName.objects.filter(
            office=office,
            language=name.language,
            recorded_to=None,
        ).first()
        if held is not None and (held.text, held.by_whom) == (name.text, name.by_whom):
            return
        if held is not None:
            self.end([held])
        OfficeName.objects.create(
            office=office,
            language=name.language,
            text=name.text,
            by_whom=name.by_whom,
            **self._recorded(name.source),
        )
        self.written.names += 1

    def _write_point(self, office: Office, point: PointFact) -> None:
        standing = OfficePoint.objects.filter(office=office, recorded_to=None)
        if standing.filter(code=point.code).exists():
            return
        OfficePoint.objects.create(
            office=office,
            code=point.code,
            **self._recorded(point.source),
        )
        self.written.points += 1

    def _write_post(self, office: Office, fact: PostFact) -> None:
        post, is_new = Post.objects.get_or_create(
            office=office,
            code=fact.code,
            defaults={
                "kind": fact.kind,
                "origin": self.origin,
                "recorded_at": self.at,
            },
        )
        self.written.posts += is_new or self._ships_now(post, fact)
        for holder in fact.holders:
            self._write_holder(post, holder)
        for contact in fact.contacts:
            self._write_contact(post, contact)

    def _ships_now(self, post: Post, fact: PostFact) -> bool:
        """Take over a post proposed here that a release has too, and tell whether."""
        if self.origin != Origin.SHIPPED or post.origin == Origin.SHIPPED:
            return False
        post.kind, post.origin = fact.kind, Origin.SHIPPED
        post.save(update_fields=["kind", "origin"])
        return True

    def _write_holder(self, post: Post, fact: HolderFact) -> None:
        said: dict[str, Any] = {
            "post": post,
            "is_vacant": not fact.name,
            "name": fact.name,
            "from_on": fact.from_on,
            "to_on": fact.to_on,
        }
        source = self._source(fact.source)
        if Holder.objects.filter(**said, source=source, recorded_to=None).exists():
            return
        Holder.objects.create(**said, **self._recorded(fact.source))
        self.written.holders += 1

    def _write_contact(self, post: Post, fact: ContactFact) -> None:
        key = comparison_key(fact.channel, fact.address)
        same = Contact.objects.filter(post=post, channel=fact.channel, address_key=key)
        held = same.filter(recorded_to=None).first()
        if held is not None and self._replaces(held, fact):
            # Agreements were to the contact as it was: the other is a new proposal.
            self.end([held])
            held = None
        if held is None and not self._given_up(same):
            held = self._new_contact(post, fact, key)
        if held is not None and fact.verified_on is not None:
            _, is_new = Verification.objects.get_or_create(
                contact=held,
                verified_on=fact.verified_on,
                source=self._source(fact.source),
                defaults={"recorded_at": self.at, "recorded_by": self.by},
            )
            self.written.verifications += is_new

    def _new_contact(self, post: Post, fact: ContactFact, key: str) -> Contact:
        self.written.contacts += 1
        return Contact.objects.create(
            post=post,
            channel=fact.channel,
            address=fact.address,
            address_key=key,
            purpose=fact.purpose,
            steps=fact.steps,
            steps_language=fact.steps_language,
            **self._recorded(fact.source),
        )

    def _replaces(self, held: Contact, fact: ContactFact) -> bool:
        """Tell whether a fact says a contact of the same origin otherwise.

        A file that says nothing of the steps takes none back.
        """
        return held.origin == self.origin and says_otherwise(held, fact)

    def _given_up(self, same: QuerySet[Contact]) -> bool:
        """Tell whether this installation ended what ships: a release is no reason."""
        return self.origin == Origin.SHIPPED and same.exists()

    def _recorded(self, source: ReadSource) -> dict[str, Any]:
        return {
            "origin": self.origin,
            "source": self._source(source),
            "recorded_from": self.at,
            "recorded_by": self.by,
        }

    def _source(self, source: ReadSource) -> OfficeSource:
        if source.key not in self._sources:
            self._sources[source.key], _ = OfficeSource.objects.get_or_create(
                key=source.key,
                defaults={
                    "label": source.label,
                    "url": source.url,
                    "stated_on": source.stated_on,
                    "read_on": source.read_on,
                },
            )
        return self._sources[source.key]
