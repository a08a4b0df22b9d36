"""Offices: what they take and from whom, who holds their posts, how they are reached.

An address of official exchange is never on a card. What an installation proposed is
shown when two people have agreed to it, a post when something in it is shown; what
ships was reviewed with the release.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from endimpunity.directory import queries
from endimpunity.directory.models import (
    Contact,
    Holder,
    Office,
    OfficeName,
    OfficePoint,
    OfficeSource,
    Post,
)
from endimpunity.directory.vocabulary import Origin, Point, Purpose


@dataclass(frozen=True, kw_only=True)
class OfficeSourceCard:
    """Where something was read."""

    label: str
    # "" or an http address.
    url: str
    # The source's own day and the day it was read, ISO; "" where not known.
    stated_on: str
    read_on: str


@dataclass(frozen=True, kw_only=True)
class PointCard:
    """One coded thing about an office."""

    # A code of vocabulary.Point.
    code: str
    source: OfficeSourceCard


@dataclass(frozen=True, kw_only=True)
class HolderCard:
    """Who holds a post, as the latest source has it."""

    # "" of a post that stands vacant.
    name: str
    is_vacant: bool
    # ISO days; "" where not stated.
    since: str
    source: OfficeSourceCard


@dataclass(frozen=True, kw_only=True)
class ContactCard:
    """An address that is open to the public."""

    # A code of vocabulary.Channel.
    channel: str
    address: str
    # How to go through a web form, in the language named; "" without.
    steps: str
    steps_language: str
    # The last day on which it was verified, ISO; "" where never.
    verified_on: str
    source: OfficeSourceCard


@dataclass(frozen=True, kw_only=True)
class PostCard:
    """A post of an office."""

    code: str
    # A code of vocabulary.PostKind.
    kind: str
    # None where no source says who holds it.
    holder: HolderCard | None
    contacts: tuple[ContactCard, ...]


@dataclass(frozen=True, kw_only=True)
class OfficeLine:
    """An office in a list."""

    slug: str
    name: str
    # Of the name; another than was asked for where there is none in that.
    language: str
    # Whether the name is the body's own, and not our translation.
    own_name: bool
    # A code of vocabulary.OfficeKind.
    kind: str
    # One of the three is its jurisdiction: codes of a State, of a division, of a body.
    state: str
    division: str
    body: str


@dataclass(frozen=True, kw_only=True)
class OfficeCard:
    """An office's page."""

    line: OfficeLine
    # What it takes, who may write, on what conditions, and what it then does.
    takes: tuple[PointCard, ...]
    writers: tuple[PointCard, ...]
    conditions: tuple[PointCard, ...]
    notes: tuple[PointCard, ...]
    does: tuple[PointCard, ...]
    posts: tuple[PostCard, ...]
    # Every source of the page, once.
    sources: tuple[OfficeSourceCard, ...]


def mandates(*, language: str) -> tuple[OfficeLine, ...]:
    """Return the intergovernmental offices that ship, in the order of their slugs."""
    offices = Office.objects.exclude(body="").filter(origin=Origin.SHIPPED)
    rows = list(offices.order_by("slug"))
    names = queries.shown_names([row.pk for row in rows])
    return tuple(_line(row, _named(names.get(row.pk, []), language)) for row in rows)


def office_card(slug: str, *, language: str, on: date) -> OfficeCard | None:
    """Return the card of an office on a day, None where none is shown so named."""
    office = Office.objects.filter(slug=slug).first()
    if office is None:
        return None
    contacts = _public_contacts(office)
    if office.origin != Origin.SHIPPED and not contacts:
        return None
    names = queries.shown_names([office.pk]).get(office.pk, [])
    return _card(office, contacts, _named(names, language), on)


def _card(
    office: Office,
    contacts: list[Contact],
    name: OfficeName | None,
    on: date,
) -> OfficeCard:
    points = list(
        # Nobody can agree to a point yet: one that did not ship is not shown.
        OfficePoint.objects.filter(office=office, recorded_to=None)
        .filter(origin=Origin.SHIPPED)
        .select_related("source")
        .order_by("pk"),
    )
    believed = _believed_holders(office)
    filled = {*believed.values(), *(one.post_id for one in contacts)}
    posts = [
        post
        for post in Post.objects.filter(office=office).order_by("pk")
        if post.origin == Origin.SHIPPED or post.pk in filled
    ]
    holders = queries.present_holders(
        [post.pk for post in posts], on=on, keys=believed.keys()
    )
    said: list[Contact | Holder | OfficeName | OfficePoint] = [
        *([name] if name else []),
        *points,
        *holders.values(),
        *contacts,
    ]
    sources = [one.source for one in said]
    return OfficeCard(
        line=_line(office, name),
        takes=_points(points, "TAKES_"),
        writers=_points(points, "FROM_"),
        conditions=_points(points, "IF_"),
        notes=_points(points, "NOTE_"),
        does=_points(points, "DOES_"),
        posts=_posts(posts, holders, contacts),
        sources=tuple(dict.fromkeys(_source(source) for source in sources)),
    )


def _named(names: list[OfficeName], language: str) -> OfficeName | None:
    """Return the name in the language, else the English one, else any."""
    wanted = (language, "en")
    return min(
        sorted(names, key=lambda name: name.pk),
        key=lambda name: (
            wanted.index(name.language) if name.language in wanted else len(wanted)
        ),
        default=None,
    )


def _line(office: Office, name: OfficeName | None) -> OfficeLine:
    return OfficeLine(
        slug=office.slug,
        name=name.text if name else office.slug,
        language=name.language if name else "",
        own_name=name is not None and name.by_whom == "OWN",
        kind=office.kind,
        state=office.state_id or "",
        division=office.division_id or "",
        body=office.body,
    )


def _public_contacts(office: Office) -> list[Contact]:
    """Return what may be shown of an office's addresses, and nothing else of them."""
    rows = list(
        Contact.objects.filter(
            post__office=office,
            purpose=Purpose.PUBLIC,
            recorded_to=None,
        )
        .exclude(address_key__in=queries.official_addresses())
        .select_related("source")
        .order_by("pk"),
    )
    agreed = queries.agreed_contacts([row.pk for row in rows])
    return [row for row in rows if row.origin == Origin.SHIPPED or row.pk in agreed]


def _believed_holders(office: Office) -> dict[int, int]:
    """Return holder -> post of the holders that ship or were agreed to, past too."""
    rows = Holder.objects.filter(post__office=office, recorded_to=None)
    posts = dict(rows.values_list("pk", "post"))
    shipped = rows.filter(origin=Origin.SHIPPED).values_list("pk", flat=True)
    shown = {*shipped, *queries.agreed_holders(list(posts))}
    return {key: post for key, post in posts.items() if key in shown}


def _points(points: list[OfficePoint], topic: str) -> tuple[PointCard, ...]:
    codes = Point.values
    return tuple(
        PointCard(code=point.code, source=_source(point.source))
        for point in sorted(points, key=lambda point: codes.index(point.code))
        if point.code.startswith(topic)
    )


def _posts(
    posts: list[Post],
    holders: Mapping[int, Holder],
    contacts: list[Contact],
) -> tuple[PostCard, ...]:
    verified = queries.verified_days([one.pk for one in contacts])
    return tuple(
        PostCard(
            code=post.code,
            kind=post.kind,
            holder=_holder(holders.get(post.pk)),
            contacts=tuple(
                _contact(one, verified[one.pk])
                for one in contacts
                if one.post_id == post.pk
            ),
        )
        for post in posts
    )


def _holder(holder: Holder | None) -> HolderCard | None:
    if holder is None:
        return None
    return HolderCard(
        name=holder.name,
        is_vacant=holder.is_vacant,
        since=_iso(holder.from_on),
        source=_source(holder.source),
    )


def _contact(contact: Contact, verified_on: date | None) -> ContactCard:
    return ContactCard(
        channel=contact.channel,
        address=contact.address,
        steps=contact.steps,
        steps_language=contact.steps_language,
        verified_on=_iso(verified_on),
        source=_source(contact.source),
    )


def _source(source: OfficeSource) -> OfficeSourceCard:
    return OfficeSourceCard(
        label=source.label,
        url=source.url,
        stated_on=_iso(source.stated_on),
        read_on=_iso(source.read_on),
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
