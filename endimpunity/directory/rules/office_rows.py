"""Rows of a file of offices, gathered to offices."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from endimpunity.directory.rules.office_file import VACANT, OfficeRow
from endimpunity.directory.rules.offices import (
    ContactFact,
    HolderFact,
    Jurisdiction,
    NameFact,
    OfficeFact,
    PostFact,
)
from endimpunity.directory.vocabulary import Body, NameOrigin

_of_office = attrgetter("office")
_of_post = attrgetter("post")


def gather(
    rows: Sequence[OfficeRow], divisions: Collection[str]
) -> tuple[OfficeFact, ...]:
    """Return what the rows say together, office by office and post by post."""
    return tuple(
        _office(list(mine), divisions)
        for _, mine in groupby(sorted(rows, key=_of_office), key=_of_office)
    )


def jurisdiction(code: str, divisions: Collection[str]) -> Jurisdiction:
    """Return whose office it is, from the one code that a row has for it."""
    if code in divisions:
        return Jurisdiction(division=code)
    if code in Body.values:
        return Jurisdiction(body=code)
    return Jurisdiction(state=code)


def _office(rows: Sequence[OfficeRow], divisions: Collection[str]) -> OfficeFact:
    first = rows[0]
    names = {row.language: row for row in reversed(rows) if row.name}
    posts = groupby(sorted(rows, key=_of_post), key=_of_post)
    return OfficeFact(
        slug=first.office,
        kind=first.kind,
        jurisdiction=jurisdiction(first.jurisdiction, divisions),
        names=tuple(
            NameFact(
                language=language,
                text=row.name,
                by_whom=NameOrigin.OWN.value,
                source=row.source,
            )
            for language, row in sorted(names.items())
        ),
        posts=tuple(_post(list(mine)) for _, mine in posts),
    )


def _post(rows: Sequence[OfficeRow]) -> PostFact:
    return PostFact(
        code=rows[0].post,
        kind=rows[0].post_kind,
        # The same holder stands in each row of a post that has several addresses.
        holders=tuple(dict.fromkeys(_holders(rows))),
        contacts=tuple(contact_of(row) for row in rows if row.address),
    )


def _holders(rows: Sequence[OfficeRow]) -> Iterator[HolderFact]:
    for row in rows:
        if row.holder:
            yield HolderFact(
                name="" if row.holder == VACANT else row.holder,
                from_on=row.holder_from,
                to_on=row.holder_to,
                source=row.source,
            )


def contact_of(row: OfficeRow) -> ContactFact:
    """Return the contact that a row gives."""
    return ContactFact(
        channel=row.channel,
        address=row.address,
        purpose=row.purpose,
        steps=row.steps,
        steps_language=row.language if row.steps else "",
        verified_on=row.verified_on,
        source=row.source,
    )
