"""Which addresses may be written to, for which purpose, and how well we know them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Max, Q, QuerySet

from endimpunity.directory.models import (
    Agreement,
    Contact,
    Holder,
    OfficeName,
    ReturnNote,
    Verification,
)
from endimpunity.directory.rules.agreeing import is_agreed
from endimpunity.directory.vocabulary import Purpose, ReturnState

# Rows as (key, who proposed it).
_Proposed = Iterable[tuple[int, UUID]]


def may_be_written_to(purpose: Purpose, *, on: date) -> QuerySet[Contact]:
    """Return the contacts that a message of this purpose may be sent to.

    Two people agreed to each, it was verified by that day, what was sent to it does
    not come back for good, and it stands. An address that is of official exchange
    anywhere receives nothing that is open to the public.
    """
    standing = Contact.objects.filter(purpose=purpose, recorded_to=None)
    proposed = list(standing.values_list("pk", "recorded_by"))
    agreed = _agreed(proposed, "contact")
    verified = {
        key
        for key, day in verified_days(agreed).items()
        if day is not None and day <= on
    }
    back = {
        key
        for key, state in return_states(verified).items()
        if state == ReturnState.RETURNED
    }
    found = standing.filter(pk__in=verified - back)
    if purpose == Purpose.PUBLIC:
        found = found.exclude(address_key__in=official_addresses())
    return found.select_related("post__office").order_by("pk")


def official_addresses() -> QuerySet[Contact, str]:
    """Return the comparison keys of every address of official exchange, past too."""
    official = Contact.objects.filter(purpose=Purpose.OFFICIAL)
    return official.values_list("address_key", flat=True)


def agreed_contacts(keys: Collection[int]) -> frozenset[int]:
    """Return those of these contacts that two people stand for."""
    rows = Contact.objects.filter(pk__in=keys).values_list("pk", "recorded_by")
    return _agreed(list(rows), "contact")


def agreed_holders(keys: Collection[int]) -> frozenset[int]:
    """Return those of these holders that two people stand for."""
    rows = Holder.objects.filter(pk__in=keys).values_list("pk", "recorded_by")
    return _agreed(list(rows), "holder")


def agreed_office_names(keys: Collection[int]) -> frozenset[int]:
    """Return those of these names of offices that two people stand for."""
    rows = OfficeName.objects.filter(pk__in=keys).values_list("pk", "recorded_by")
    return _agreed(list(rows), "office_name")


def verified_days(keys: Collection[int]) -> Mapping[int, date | None]:
    """Return contact -> the last day on which it was verified; None where never."""
    found = (
        Verification.objects.filter(contact__in=keys)
        .values_list("contact")
        .annotate(Max("verified_on"))
    )
    return dict.fromkeys(keys) | dict(found)


def return_states(keys: Collection[int]) -> Mapping[int, str]:
    """Return contact -> what the latest note says; those never noted are left out."""
    notes = ReturnNote.objects.filter(contact__in=keys).order_by("noted_at", "pk")
    return dict(notes.values_list("contact", "state"))


def _agreed(proposed: _Proposed, what: str) -> frozenset[int]:
    rows = list(proposed)
    named: dict[str, Any] = {f"{what}__in": [key for key, _ in rows]}
    people: dict[int, set[UUID]] = defaultdict(set)
    # An agreement that names another proposer than the proposal has is nobody's word:
    # the database compared its agreer with somebody else.
    proposer = F(f"{what}__recorded_by")
    said = Agreement.objects.filter(Q(**named), proposed_by=proposer)
    for key, person in said.values_list(what, "agreed_by"):
        people[key].add(person)
    return frozenset(key for key, by in rows if is_agreed(by, people[key]))
