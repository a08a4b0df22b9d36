"""A publisher's list, record by record, as the world sees it."""

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Generic, TypeVar

from django.db.models import Q, QuerySet

from endimpunity.foundation.lens import Lens
from endimpunity.foundation.paging import NoSuchPage
from endimpunity.foundation.partial_dates import PartialDate
from endimpunity.foundation.web_addresses import web_address
from endimpunity.sources.models import PublishingPolicy, Sighting, Snapshot
from endimpunity.sources.queries import (
    RecordSaying,
    open_policies,
    parts_of,
    released_snapshots,
    sayings_of,
    sightings_at,
    withheld_parts,
)
from endimpunity.sources.rules.dates import stated_date
from endimpunity.sources.rules.folding import Values, fold
from endimpunity.sources.rules.people import Known, people_of
from endimpunity.sources.vocabulary import Violation

Item = TypeVar("Item")
# Digits of the longest key of a bigint; a longer one the engine would refuse.
LONGEST_KEY = 18


@dataclass(frozen=True, kw_only=True)
class Page(Generic[Item]):
    """A stretch of a list, and where the next begins ("" at the end)."""

    items: tuple[Item, ...]
    total: int
    next_key: str


@dataclass(frozen=True, kw_only=True)
class RecordCard:
    """One record of a list, by the fields its publishing policy allows.

    Attributes:
        address: CODE@DATE#ROW of the row it was last seen in.
        record: the record's key, by which its case is found; not told.
        name: as the list spells it; several people are parted by semicolons.
        name_native: in its own script, "" if not stated or not shown.
        violation: code; a list that states none is one of killings.
        motive: whether the publisher holds it confirmed, code, "" if not shown.
        date: the day or interval, with the list's own words.
        country: code, "" if unknown or not shown.
        area: of a publisher's composite, as "IL+PS", "" if none.
        place: as the list says, "" if unknown or not shown.
        outlets: as the list spells them.
        impunity: the publisher's own status code, "" if it states none.
        url: the publisher's own page of it, "" if none.
        stated_on: the day of the file it was last seen in, ISO.
    """

    address: str
    record: int = field(metadata={"told": False})
    name: str
    name_native: str
    violation: str
    motive: str
    date: PartialDate
    country: str
    area: str
    place: str
    outlets: tuple[str, ...]
    impunity: str
    url: str
    stated_on: str


def records_of(
    code: str,
    *,
    lens: Lens,
    after: str = "",
    size: int = 100,
) -> Page[RecordCard]:
    """Return a stretch of a publisher's list in the order of names.

    Args:
        code: the publisher.
        lens: as_of and known_at choose the files; only those open count.
        after: the `next_key` of the stretch before.
        size: how many records.

    Raises:
        NoSuchPage: the key leads nowhere, or not any more, or past the end.
    """
    policy = _policy(code, lens)
    if policy is None:
        return Page(items=(), total=0, next_key="")
    listed = sightings_at(code, as_of=lens.as_of, known_at=lens.known_at, released=True)
    total = listed.count()
    # Without the name even its order would tell it.
    named = "name" in policy.fields
    order = ("version__sort_key", "record_id") if named else ("record_id",)
    shown = _shown(_after(listed, after, named=named).order_by(*order), size + 1)
    if after and not shown:
        raise NoSuchPage(after)
    cards = _cards(code, shown[:size], lens, frozenset(policy.fields))
    return Page(
        items=tuple(cards[record_id] for record_id in shown[:size]),
        total=total,
        next_key=str(shown[size - 1]) if len(shown) > size else "",
    )


def _shown(listed: QuerySet[Sighting], size: int) -> list[int]:
    return list(listed.values_list("record_id", flat=True)[:size])


def _after(
    listed: QuerySet[Sighting],
    after: str,
    *,
    named: bool,
) -> QuerySet[Sighting]:
    """Return what follows a record on a list; all of it without a key."""
    if not after:
        return listed
    if not after.isdecimal() or len(after) > LONGEST_KEY:
        raise NoSuchPage(after)
    last = listed.filter(record_id=int(after)).values_list("version__sort_key").first()
    if last is None:
        raise NoSuchPage(after)
    if not named:
        return listed.filter(record_id__gt=int(after))
    return listed.filter(
        Q(version__sort_key__gt=last[0])
        | Q(version__sort_key=last[0], record_id__gt=int(after)),
    )


def _policy(code: str, lens: Lens) -> PublishingPolicy | None:
    return open_policies(lens.known_at).filter(publisher=code).first()


def _cards(
    code: str,
    record_ids: list[int],
    lens: Lens,
    allowed: frozenset[str],
) -> dict[int, RecordCard]:
    open_days = _open_days(code, lens)
    sayings = (
        saying
        for saying in sayings_of(
            sorted(record_ids),
            known_at=lens.known_at,
            stated_until=lens.as_of,
        )
        if saying.stated_on in open_days
    )
    parts = parts_of(record_ids)
    withheld = withheld_parts([key for some in parts.values() for key, _, _ in some])
    return {
        record_id: _card(list(group), allowed, parts.get(record_id, []), withheld)
        for record_id, group in groupby(sayings, key=attrgetter("record_id"))
    }


def _open_days(code: str, lens: Lens) -> frozenset[date]:
    return frozenset(
        Snapshot.objects.filter(
            pk__in=released_snapshots(code, lens.known_at),
        ).values_list("stated_on", flat=True),
    )


def _card(
    said: list[RecordSaying],
    allowed: frozenset[str],
    parts: list[Known],
    withheld: set[int],
) -> RecordCard:
    stated = _without(fold(saying.values for saying in said), parts, withheld)
    values = {
        field: value
        for field, value in stated.items()
        if field in allowed or (field == "people" and "name" in allowed)
    }
    return RecordCard(
        address=said[-1].address,
        record=said[-1].record_id,
        name=_names(values),
        name_native=values.get("name_native") or "",
        violation=values.get("violation") or Violation.KILLING.value,
        motive=values.get("motive") or "",
        date=stated_date(values),
        country=values.get("country") or "",
        area=values.get("area") or "",
        place=values.get("place") or "",
        outlets=tuple(values.get("outlets") or ()),
        impunity=values.get("impunity") or "",
        url=web_address(values.get("url")),
        stated_on=str(said[-1].stated_on),
    )


def _without(values: Values, parts: list[Known], withheld: set[int]) -> Values:
    """Return what a record says, without the people who are withheld."""
    if not withheld.intersection(key for key, _, _ in parts):
        return values
    shown = [own for key, _, own in people_of(parts, values) if key not in withheld]
    people = [{"name": own.get("name"), "outlets": own.get("outlets")} for own in shown]
    kept = {
        field: value
        for field, value in values.items()
        if field not in ("name", "name_native", "outlets", "people")
    }
    return {**kept, "people": people}


def _names(values: Values) -> str:
    if values.get("people"):
        return "; ".join(person["name"] for person in values["people"])
    return str(values.get("name") or values.get("name_native") or "")
