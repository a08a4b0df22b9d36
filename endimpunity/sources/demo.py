"""Publishers of the invented world, and their files, read as real ones are."""

import csv
import io
from collections.abc import Collection, Sequence
from dataclasses import astuple, dataclass, fields, replace
from datetime import date, datetime
from typing import Self

from endimpunity.accounts.models import User
from endimpunity.foundation.gateways.blobs import BlobStore
from endimpunity.sources.models import Publisher, PublishingPolicy, Snapshot
from endimpunity.sources.operations.importing import import_list
from endimpunity.sources.operations.ordering import ImportOrder
from endimpunity.sources.operations.publishing import release_snapshot
from endimpunity.sources.rules.licences import fields_under
from endimpunity.sources.rules.mapping import Mapping, read_mapping
from endimpunity.sources.rules.mapping.meaning import exact

_MAPPING = """
[publisher]
code = "{code}"
name = "{name}"
url = "https://{host}.example/"
licence = "facts-and-link"
counts = "Invented people of an invented world; this publisher does not exist."
[columns]
name = "name"
name_native = "native"
country = "country"
place = "place"
date = "date"
outlets = "outlet"
violation = "violation"
motive = "motive"
impunity = "impunity"
"""
_POLICY_REASON = "Invented for a demonstration; approved by two invented readers."


@dataclass(frozen=True, kw_only=True)
class InventedEntry:
    """What an invented publisher says of a person who does not exist."""

    name: str
    native: str
    country: str
    place: str
    date: str
    outlet: str
    violation: str
    motive: str
    impunity: str

    def with_impunity(self, impunity: str) -> Self:
        """Return the entry with another word on justice."""
        return replace(self, impunity=impunity)


def take_in_list(
    *,
    publisher: str,
    entries: Sequence[InventedEntry],
    states: Collection[str],
    stated_on: date,
    blobs: BlobStore,
    approved_by: Sequence[User],
    by: User,
    at: datetime,
) -> int | None:
    """Take in a complete list as a file, open it under a policy, return the policy.

    None where the list is empty: then there is no file.

    Args:
        publisher: its name; the first word of it is its code.
        entries: what it says.
        states: the codes of the invented States.
        stated_on: the day it says so.
        blobs: where the file is kept.
        approved_by: the two people who approve its policy.
        by: the actor.
        at: the moment.
    """
    if not entries:
        return None
    mapping = _mapping(publisher, states)
    code = code_of(publisher)
    outcome = import_list(
        order=ImportOrder(
            publisher_code=code,
            stated_on=stated_on,
            mapping=mapping,
            complete=True,
            accept_withdrawals=len(entries),
        ),
        content=io.BytesIO(_as_file(entries)),
        file_name=f"{code.lower()}-{stated_on}.csv",
        blobs=blobs,
        by=by,
        at=at,
    )
    policy = _policy(code, approved_by, at)
    release_snapshot(
        snapshot=Snapshot.objects.get(pk=outcome.snapshot_id),
        policy=policy,
        by=by,
        at=at,
    )
    return int(policy.pk)


def code_of(publisher: str) -> str:
    """Return the code of an invented publisher: the first word of its name."""
    return publisher.partition(" ")[0].upper()


def _mapping(publisher: str, states: Collection[str]) -> Mapping:
    """Return a mapping that knows the invented States, as no person's can."""
    host = publisher.lower().replace(" ", "-")
    code = code_of(publisher)
    text = _MAPPING.format(code=code, name=publisher, host=host)
    read = read_mapping(text, name=f"{code.lower()}.toml")
    codes = {exact(code): code for code in sorted(states)}
    return replace(read, values={"country": codes})


def _as_file(entries: Sequence[InventedEntry]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([one.name for one in fields(InventedEntry)])
    writer.writerows(astuple(one) for one in entries)
    return text.getvalue().encode()


def _policy(
    code: str,
    approved_by: Sequence[User],
    at: datetime,
) -> PublishingPolicy:
    """Return the policy that two people approved, as a real one is."""
    first, second = approved_by
    licence = Publisher.objects.get(code=code).licence
    policy, _ = PublishingPolicy.objects.get_or_create(
        publisher_id=code,
        version=1,
        defaults={
            "fields": list(fields_under(licence)),
            "reason": _POLICY_REASON,
            "alone": False,
            "approved_at": at,
            "approved_by": first,
            "second_approved_by": second,
        },
    )
    return policy
