"""Offices: what they take and from whom, who holds their posts, how they are reached.

An address of official exchange is never on a card. What an installation proposed is
shown when two people have agreed to it; what ships was reviewed with the release.
"""

from collections.abc import Iterable
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
    return tuple(_lines(offices.order_by("slug"), language))


def office_card(slug: str, *, language: str, on: date) -> OfficeCard | None:
    """Return the card of an office on a day, None where none is shown so named."""
    office = Office.objects.filter(slug=slug).first()
    if office is None:
        return None
    contacts = _public_contacts(office)
    if office.origin != Origin.SHIPPED and not contacts:
        return None
    return _card(office, contacts, _lines([office], language)[0], on)


def _card(
    office: Office,
    contacts: list[Contact],
    line: OfficeLine,
    on: date,
) -> OfficeCard:
    points = list(
        OfficePoint.objects.filter(office=office, recorded_to=None)
        .select_related("source")
        .order_by("pk"),
    )
    posts = list(Post.objects.filter(office=office).order_by("pk"))
    holders = _holders(posts, on)
    name_sources = OfficeSource.objects.filter(
        pk__in=OfficeName.objects.filter(
            office=office, language=line.language, recorded_to=None
        ).values("source"),
    )
    said: list[Contact | Holder | OfficePoint] = [
        *points,
        *holders.values(),
        *contacts,
    ]
    sources = [*name_sources, *(one.source for one in said)]
    return OfficeCard(
        line=line,
        takes=_points(points, "TAKES_"),
        writers=_points(points, "FROM_"),
        conditions=_points(points, "IF_"),
        notes=_points(points, "NOTE_"),
        does=_points(points, "DOES_"),
        posts=_posts(posts, holders, contacts),
        sources=tuple(dict.fromkeys(_source(source) for source in sources)),
    )


def _lines(offices: Iterable[Office], language: str) -> list[OfficeLine]:
    """Return the lines of offices, named in the language where they have that name."""
    rows = list(offices)
    standing = OfficeName.objects.filter(office__in=rows, recorded_to=None)
    names: dict[int, list[OfficeName]] = {}
    for name in standing.order_by("pk"):
        names.setdefault(name.office_id, []).append(name)
    return [_line(row, names.get(row.pk, []), language) for row in rows]


def _line(office: Office, names: list[OfficeName], language: str) -> OfficeLine:
    wanted = (language, "en")
    names = sorted(
        names,
        key=lambda name: (
            wanted.index(name.language) if name.language in wanted else len(wanted)
        ),
    )
    name = names[0] if names else None
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


def _holders(posts: list[Post], on: date) -> dict[int, Holder]:
    keys = [post.pk for post in posts]
    rows = Holder.objects.filter(post__in=keys, recorded_to=None)
    shown = set(rows.filter(origin=Origin.SHIPPED).values_list("pk", flat=True))
    shown |= queries.agreed_holders(list(rows.values_list("pk", flat=True)))
    return dict(queries.present_holders(keys, on=on, keys=shown))


def _points(points: list[OfficePoint], topic: str) -> tuple[PointCard, ...]:
    codes = Point.values
    return tuple(
        PointCard(code=point.code, source=_source(point.source))
        for point in sorted(points, key=lambda point: codes.index(point.code))
        if point.code.startswith(topic)
    )


def _posts(
    posts: list[Post],
    holders: dict[int, Holder],
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
