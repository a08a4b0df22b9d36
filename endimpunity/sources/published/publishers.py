"""Who keeps a list, as the world sees it."""

from collections.abc import Mapping
from dataclasses import dataclass

from endimpunity.foundation.lens import Lens
from endimpunity.foundation.web_addresses import web_address
from endimpunity.sources.models import Publisher, PublishingPolicy, Snapshot
from endimpunity.sources.queries import (
    open_policies,
    open_releases,
    released_snapshots,
    sightings_at,
)
from endimpunity.sources.rules.known_publishers import counts_by_language


@dataclass(frozen=True, kw_only=True)
class PublisherCard:
    """A publisher with a list that is open to the world.

    Attributes:
        code: its code here.
        name: its own name.
        url: its own page, "" if unknown.
        counts: whom it counts and why, in our words or its mapping's.
        counts_by_language: the same in each language we have it in; {} if in none.
        licence: the licence policy's code.
        coverage_from: the first day it covers, ISO, "" if unknown.
        latest_stated_on: the day of its latest file that is open, ISO.
        records: how many records its list then has.
        alone: whether one person alone decided what is shown.
    """

    code: str
    name: str
    url: str
    counts: str
    counts_by_language: Mapping[str, str]
    licence: str
    coverage_from: str
    latest_stated_on: str
    records: int
    alone: bool


@dataclass(frozen=True, kw_only=True)
class ClosedListCard:
    """A list that was open to the world and was closed.

    Attributes:
        code: its publisher's code.
        name: its publisher's name.
        since: the day it was closed, ISO.
        reason: why, for the world to read.
    """

    code: str
    name: str
    since: str
    reason: str


def closed_list(code: str, *, lens: Lens) -> ClosedListCard | None:
    """Return what is said of a list that was open once and is not; else None."""
    if open_policies().filter(publisher=code).exists():
        return None
    last = (
        PublishingPolicy.objects.filter(publisher=code, ended_at__lte=lens.known_at)
        .select_related("publisher")
        .order_by("-ended_at", "-pk")
        .first()
    )
    if last is None or last.ended_at is None:
        return None
    return ClosedListCard(
        code=last.publisher.code,
        name=last.publisher.name,
        since=last.ended_at.date().isoformat(),
        reason=last.ended_reason,
    )


def publisher_card(code: str, *, lens: Lens) -> PublisherCard | None:
    """Return a publisher whose list is open to the world, or None."""
    publisher = Publisher.objects.filter(code=code).first()
    return _card(publisher, lens) if publisher else None


def publishers(*, lens: Lens) -> tuple[PublisherCard, ...]:
    """Return the publishers whose lists are open to the world, by code."""
    open_lists = open_releases(lens.known_at).values("snapshot__publisher")
    found = Publisher.objects.filter(code__in=open_lists).order_by("code")
    cards = (_card(publisher, lens) for publisher in found)
    return tuple(card for card in cards if card is not None)


def _card(publisher: Publisher, lens: Lens) -> PublisherCard | None:
    released = released_snapshots(publisher.code, lens.known_at)
    latest = (
        Snapshot.objects.filter(pk__in=released, stated_on__lte=lens.as_of)
        .order_by("-stated_on")
        .first()
    )
    if latest is None:
        return None
    policy = open_policies(lens.known_at).filter(publisher=publisher).first()
    return PublisherCard(
        code=publisher.code,
        name=publisher.name,
        url=web_address(publisher.url),
        counts=publisher.counts,
        counts_by_language=counts_by_language(publisher.code, publisher.counts),
        licence=publisher.licence,
        coverage_from=str(publisher.coverage_from or ""),
        latest_stated_on=str(latest.stated_on),
        records=sightings_at(
            publisher.code,
            as_of=lens.as_of,
            known_at=lens.known_at,
            released=True,
        ).count(),
        alone=policy.alone if policy else False,
    )
