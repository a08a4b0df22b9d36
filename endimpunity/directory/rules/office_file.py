"""An organisation's own file of offices: a row a contact, or a post without one."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from endimpunity.directory.rules.addresses import (
    comparison_key,
    is_web_address,
    wrong_with,
)
from endimpunity.directory.rules.offices import ReadSource
from endimpunity.directory.rules.reading import (
    Problem,
    UnreadableFileError,
    lines_of,
)
from endimpunity.directory.vocabulary import (
    LANGUAGES,
    Body,
    Channel,
    Fault,
    OfficeKind,
    PostKind,
    Purpose,
)

COLUMNS = (
    "office",
    "jurisdiction",
    "kind",
    "language",
    "name",
    "post",
    "post_kind",
    "holder",
    "holder_from",
    "holder_to",
    "channel",
    "address",
    "steps",
    "purpose",
    "verified_on",
    "source",
    "source_url",
    "stated_on",
)
# What stands in the column of the holder where a post is known to have none.
VACANT = "VACANT"
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = {
    "office": 80,
    "name": 300,
    "post": 40,
    "holder": 200,
    "address": 500,
    "steps": 2_000,
    "source": 300,
    "source_url": 500,
}
_CHOICES: Mapping[str, Collection[str]] = {
    "kind": OfficeKind.values,
    "post_kind": PostKind.values,
    "channel": ("", *Channel.values),
    "purpose": ("", *Purpose.values),
}
_DAYS = ("holder_from", "holder_to", "verified_on", "stated_on")
# Nobody finds an address or a page tomorrow; a term of office may end then.
_PAST = ("verified_on", "stated_on")
# How much of a cell that is too long is quoted.
_QUOTED = 40


@dataclass(frozen=True, kw_only=True)
class OfficeRow:
    """One row that reads well by itself; "" and None is a cell left empty."""

    line: int
    office: str
    jurisdiction: str
    kind: str
    language: str
    name: str
    post: str
    post_kind: str
    holder: str
    holder_from: date | None
    holder_to: date | None
    channel: str
    address: str
    steps: str
    purpose: str
    verified_on: date | None
    source: ReadSource

    @property
    def place(self) -> str:
        """Return the post's name in sentences: "ml-justice/minister"."""
        return f"{self.office}/{self.post}"


def read_offices(
    content: bytes,
    *,
    today: date,
    divisions: Collection[str],
    states: Collection[str],
) -> tuple[OfficeRow, ...]:
    """Read a file of offices; all of it is right or none of it is read.

    Args:
        content: CSV in UTF-8 with the header of the template.
        today: no address was verified, and no page written, after this day.
        divisions: the codes of ISO 3166-2 that are known.
        states: the codes of States that are known.

    Raises:
        UnreadableFileError: every problem of the file, by line.
    """
    lines = [(line, cells) for line, cells in lines_of(content) if any(cells)]
    if len(lines) < 2:  # noqa: PLR2004  # a header, and something under it
        raise UnreadableFileError(Problem(line=0, fault=Fault.EMPTY))
    columns = _columns(*lines[0])
    known = {*divisions, *states, *Body.values}
    rows: list[OfficeRow] = []
    problems: list[Problem] = []
    for line, cells in lines[1:]:
        if len(cells) != len(columns):
            problems.append(Problem(line=line, fault=Fault.SHORT))
            continue
        given = dict(zip(columns, cells, strict=True))
        wrong = [
            Problem(line=line, fault=fault, value=value)
            for fault, value in _wrong(given, today, known)
        ]
        problems.extend(wrong)
        if not wrong:
            rows.append(_row(line, given))
    problems.extend(_between(rows))
    if problems:
        raise UnreadableFileError(*problems)
    return tuple(rows)


def _columns(line: int, header: Sequence[str]) -> list[str]:
    columns = [cell.lower() for cell in header]
    odd = set(columns) ^ set(COLUMNS)
    odd |= {name for name, number in Counter(columns).items() if number > 1}
    if odd:
        met = ", ".join(sorted(odd))
        raise UnreadableFileError(
            Problem(line=line, fault=Fault.OFFICE_HEADER, value=met)
        )
    return columns


def _wrong(
    given: Mapping[str, str],
    today: date,
    known: Collection[str],
) -> Iterator[tuple[Fault, str]]:
    """Yield what is wrong with one row by itself."""
    yield from _wrong_cells(given, known)
    yield from _wrong_days(given, today)
    yield from _wrong_holder(given)
    yield from _wrong_contact(given)
    if not given["source"]:
        yield Fault.NO_SOURCE, f"{given['office']}/{given['post']}"
    if given["source_url"] and not is_web_address(given["source_url"]):
        yield Fault.WEB, given["source_url"]


def _wrong_cells(
    given: Mapping[str, str],
    known: Collection[str],
) -> Iterator[tuple[Fault, str]]:
    for column in ("office", "post"):
        if not _CODE.fullmatch(given[column]):
            yield Fault.OFFICE_CODE, given[column]
    if given["jurisdiction"] not in known:
        yield Fault.JURISDICTION, given["jurisdiction"]
    if given["language"] not in LANGUAGES:
        yield Fault.LANGUAGE, given["language"]
    for column in _CHOICES:
        if given[column] not in _CHOICES[column]:
            yield Fault.CHOICE, given[column]
    yield from _too_long(given)


def _too_long(given: Mapping[str, str]) -> Iterator[tuple[Fault, str]]:
    for column, longest in _LONGEST.items():
        if len(given[column]) > longest:
            yield Fault.LONG_CELL, given[column][:_QUOTED]


def _wrong_days(
    given: Mapping[str, str],
    today: date,
) -> Iterator[tuple[Fault, str]]:
    for column in _DAYS:
        day = _day(given[column])
        if given[column] and day is None:
            yield Fault.DAY, given[column]
        elif day is not None and column in _PAST and day > today:
            yield Fault.FUTURE, given[column]


def _wrong_holder(given: Mapping[str, str]) -> Iterator[tuple[Fault, str]]:
    place = f"{given['office']}/{given['post']}"
    first, last = _day(given["holder_from"]), _day(given["holder_to"])
    if given["holder"] and not (given["source"] and given["stated_on"]):
        yield Fault.HOLDER_SOURCE, place
    if not given["holder"] and (given["holder_from"] or given["holder_to"]):
        yield Fault.NO_HOLDER, place
    if first is not None and last is not None and last < first:
        yield Fault.HOLDER_DAYS, place


def _wrong_contact(given: Mapping[str, str]) -> Iterator[tuple[Fault, str]]:
    whole = [bool(given[name]) for name in ("channel", "address", "purpose")]
    left = bool(given["steps"] or given["verified_on"])
    if (any(whole) or left) and not all(whole):
        yield Fault.HALF_CONTACT, f"{given['office']}/{given['post']}"
    elif all(whole):
        fault = wrong_with(given["channel"], given["address"])
        if fault is not None:
            yield fault, given["address"]


def _row(line: int, given: Mapping[str, str]) -> OfficeRow:
    days = {column: _day(given[column]) for column in _DAYS}
    read = ReadSource(
        label=given["source"],
        url=given["source_url"],
        stated_on=days.pop("stated_on"),
    )
    texts = {
        column: text
        for column, text in given.items()
        if column not in {*_DAYS, "source", "source_url"}
    }
    return OfficeRow(line=line, **texts, **days, source=read)  # type: ignore[arg-type]  # columns are the fields


def _day(text: str) -> date | None:
    # Other spellings that Python reads, as 20261102, are left to nobody's guess.
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _between(rows: Sequence[OfficeRow]) -> Iterator[Problem]:
    """Yield what is wrong with rows beside each other."""
    said: dict[tuple[str, ...], object] = {}
    addresses = set[tuple[str, ...]]()
    for row in rows:
        for what, value in _once(row):
            if said.setdefault(what, value) != value:
                yield Problem(
                    line=row.line, fault=Fault.DISAGREES, value="/".join(what[1:])
                )
        if row.address:
            key = comparison_key(row.channel, row.address)
            place = (row.office, row.post, row.channel, key)
            if place in addresses:
                yield Problem(line=row.line, fault=Fault.TWICE, value=row.address)
            addresses.add(place)
    yield from _two_purposes(rows)


def _once(row: OfficeRow) -> Iterator[tuple[tuple[str, ...], object]]:
    """Yield what must be the same in all rows that speak of it."""
    yield ("office", row.office), (row.jurisdiction, row.kind)
    yield ("post", row.office, row.post), row.post_kind
    if row.name:
        yield ("name", row.office, row.language), row.name
    if row.holder and row.holder_to is None:
        day = str(row.source.stated_on)
        yield ("holder", row.office, row.post, day), (row.holder, row.holder_from)


def _two_purposes(rows: Sequence[OfficeRow]) -> Iterator[Problem]:
    official = {
        comparison_key(row.channel, row.address)
        for row in rows
        if row.purpose == Purpose.OFFICIAL
    }
    for row in rows:
        if (
            row.purpose == Purpose.PUBLIC
            and comparison_key(row.channel, row.address) in official
        ):
            yield Problem(line=row.line, fault=Fault.TWO_PURPOSES, value=row.address)
