"""An organisation's own offices: taken in as proposals, all of a file or nothing."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.directory import queries
from endimpunity.directory.models import Contact, Office, OfficeName, Post, State
from endimpunity.directory.operations.recording import OfficeWriter, says_otherwise
from endimpunity.directory.operations.refusing import tell
from endimpunity.directory.rules.addresses import comparison_key
from endimpunity.directory.rules.office_file import OfficeRow, read_offices
from endimpunity.directory.rules.office_rows import contact_of, gather, jurisdiction
from endimpunity.directory.rules.reading import Problem, UnreadableFileError
from endimpunity.directory.vocabulary import Fault, Origin, Purpose


class UnableToImportOffices(Exception):
    """The file of offices was not imported; nothing was changed."""


@dataclass(frozen=True, kw_only=True)
class ImportedOffices:
    """What an import of offices did: how many of each were new."""

    rows: int
    offices: int
    names: int
    posts: int
    holders: int
    contacts: int
    verifications: int
    # Statements that the file words otherwise: ended and kept.
    ended: int
    # Contacts of the file that wait until two people have agreed.
    waiting: int
    # Nothing of the file was new.
    identical: bool


def import_offices(*, content: bytes, by: User, at: datetime) -> ImportedOffices:
    """Take in a file of offices as proposals.

    What the file does not name stays as it is. A contact or holder is shown and
    written to only when two people have agreed to it.

    Args:
        content: CSV in UTF-8 with the header of the template.
        by: the actor, who proposes.
        at: the moment.

    Raises:
        UnableToImportOffices: the file is not right in every row.
    """
    try:
        with transaction.atomic():
            return _import(content, by, at)
    except UnreadableFileError as error:
        raise UnableToImportOffices(tell(error.problems)) from error
    except IntegrityError as error:
        message = "Another import changed the same offices just now. Import again."
        raise UnableToImportOffices(message) from error


def _import(content: bytes, by: User, at: datetime) -> ImportedOffices:
    divisions = queries.division_codes()
    rows = read_offices(
        content,
        today=at.date(),
        divisions=divisions,
        states=frozenset(State.objects.values_list("code", flat=True)),
    )
    if problems := list(_against_what_is_held(rows, divisions)):
        raise UnreadableFileError(*problems)
    writer = OfficeWriter(by=by, at=at, origin=Origin.PROPOSED)
    for fact in gather(rows, divisions):
        writer.write(fact)
    written = asdict(writer.written)
    written.pop("points")
    if any(written.values()):
        audit.record(
            deed="directory.import_offices",
            by=by.key,
            at=at,
            detail={**written, "sha256": hashlib.sha256(content).hexdigest()},
        )
    return ImportedOffices(
        rows=len(rows),
        waiting=_waiting(rows),
        identical=not any(written.values()),
        **written,
    )


def _waiting(rows: Sequence[OfficeRow]) -> int:
    slugs = {row.office for row in rows}
    standing = Contact.objects.filter(post__office__slug__in=slugs, recorded_to=None)
    keys = list(standing.values_list("pk", flat=True))
    return len(keys) - len(queries.agreed_contacts(keys))


def _against_what_is_held(
    rows: Sequence[OfficeRow],
    divisions: frozenset[str],
) -> Iterator[Problem]:
    """Yield where rows say otherwise what is kept for good, and names that lack."""
    held = _Held({row.office for row in rows}, divisions)
    named = {row.office for row in rows if row.name} | held.offices.keys()
    for row in rows:
        for fault, value in held.against(row):
            yield Problem(line=row.line, fault=fault, value=value)
    for row in {row.office: row for row in reversed(rows)}.values():
        if row.office not in named:
            yield Problem(line=row.line, fault=Fault.NO_NAME, value=row.office)


class _Held:
    """What is held of the offices that a file names."""

    def __init__(self, slugs: set[str], divisions: frozenset[str]) -> None:
        self._divisions = divisions
        self.offices = {one.slug: one for one in Office.objects.filter(slug__in=slugs)}
        self._official = set(queries.official_addresses())
        posts = Post.objects.filter(office__slug__in=slugs).select_related("office")
        self._posts = {(one.office.slug, one.code): one.kind for one in posts}
        shipped = {"origin": Origin.SHIPPED, "recorded_to": None}
        names = OfficeName.objects.filter(office__slug__in=slugs, **shipped)
        self._names = {
            (one.office.slug, one.language): one.text
            for one in names.select_related("office")
        }
        contacts = Contact.objects.filter(post__office__slug__in=slugs, **shipped)
        self._contacts = {
            (one.post.office.slug, one.post.code, one.channel, one.address_key): one
            for one in contacts.select_related("post__office")
        }

    def against(self, row: OfficeRow) -> Iterator[tuple[Fault, str]]:
        """Yield what a row says otherwise than it can be said."""
        office = self.offices.get(row.office)
        if office is not None and self._is_another(office, row):
            yield Fault.KNOWN_OTHERWISE, row.office
        if self._posts.get((row.office, row.post), row.post_kind) != row.post_kind:
            yield Fault.KNOWN_OTHERWISE, row.place
        name = self._names.get((row.office, row.language), row.name)
        if row.name and row.name != name:
            yield Fault.AS_SHIPPED, row.office
        key = comparison_key(row.channel, row.address)
        contact = self._contacts.get((row.office, row.post, row.channel, key))
        if row.purpose == Purpose.PUBLIC and key in self._official:
            yield Fault.TWO_PURPOSES, row.address
        elif contact is not None and says_otherwise(contact, contact_of(row)):
            yield Fault.AS_SHIPPED, row.address

    def _is_another(self, held: Office, row: OfficeRow) -> bool:
        where = jurisdiction(row.jurisdiction, self._divisions)
        return (held.kind, held.state_id, held.division_id, held.body) != (
            row.kind,
            where.state or None,
            where.division or None,
            where.body,
        )
