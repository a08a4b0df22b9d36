"""Load the offices that ship; called by `load_reference` alone."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from endimpunity.accounts.models import User
from endimpunity.directory.models import (
    Contact,
    Holder,
    Office,
    OfficeName,
    OfficePoint,
)
from endimpunity.directory.operations.recording import OfficeWriter
from endimpunity.directory.rules import shipped_offices
from endimpunity.directory.rules.addresses import comparison_key
from endimpunity.directory.rules.offices import OfficeFact
from endimpunity.directory.vocabulary import Origin


def load_offices(by: User, at: datetime) -> int:
    """Write what is new of the shipped offices; return how many rows changed.

    What a release ships no more is ended; what an installation added of its own is
    not touched, an office that has the code of a shipped one neither.
    """
    ours = set(
        Office.objects.filter(origin=Origin.PROPOSED).values_list("slug", flat=True)
    )
    facts = [one for one in shipped_offices.shipped_offices() if one.slug not in ours]
    writer = OfficeWriter(by=by, at=at, origin=Origin.SHIPPED)
    _end_what_ships_no_more(facts, writer)
    for fact in facts:
        writer.write(fact)
    return sum(asdict(writer.written).values())


def _end_what_ships_no_more(facts: Iterable[OfficeFact], writer: OfficeWriter) -> None:
    said = {one for fact in facts for one in _said(fact)}
    ours = {"origin": Origin.SHIPPED, "recorded_to": None}
    names = OfficeName.objects.filter(**ours).select_related("office")
    writer.end(
        row for row in names if (row.office.slug, "name", row.language) not in said
    )
    points = OfficePoint.objects.filter(**ours).select_related("office")
    writer.end(
        row for row in points if (row.office.slug, "point", row.code) not in said
    )
    contacts = Contact.objects.filter(**ours).select_related("post__office")
    writer.end(
        row
        for row in contacts
        if (row.post.office.slug, row.post.code, row.channel, row.address_key)
        not in said
    )
    holders = Holder.objects.filter(**ours).select_related("post__office", "source")
    writer.end(
        row
        for row in holders
        if (
            row.post.office.slug,
            row.post.code,
            (row.name, row.from_on, row.to_on, row.source.key),
        )
        not in said
    )


def _said(fact: OfficeFact) -> Iterable[tuple[object, ...]]:
    """Yield what identifies each thing that a file says."""
    for name in fact.names:
        yield fact.slug, "name", name.language
    for point in fact.points:
        yield fact.slug, "point", point.code
    for post in fact.posts:
        for contact in post.contacts:
            key = comparison_key(contact.channel, contact.address)
            yield fact.slug, post.code, contact.channel, key
        for one in post.holders:
            holder = one.name, one.from_on, one.to_on, one.source.key
            yield fact.slug, post.code, holder
