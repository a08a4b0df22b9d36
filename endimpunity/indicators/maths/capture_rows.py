"""Capture tables as files hold them: long, wide, or a row for each person."""

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from endimpunity.indicators.maths.captures import CaptureTable, History

_COUNTS = {"frequency", "freq", "count", "n"}
# Of rows, never of people: what programs write in front of a table.
_INDEXES = {"rownames", "id"}
_HISTORY = re.compile(r"[01]+")
# A count past it is a slip; nobody lists more people than live.
_MOST_PEOPLE = 10**10
# So much of a cell is shown in a sentence.
_SHOWN = 40


class UnableToReadCaptures(ValueError):
    """The rows are no table of capture histories."""


def read_captures(rows: Sequence[Sequence[str]]) -> CaptureTable:
    """Read a table of capture histories from the cells of a file.

    A column is a list if its every value is 0 or 1 and its header is neither empty
    nor `rownames` or `id`. `Frequency`, `freq`, `count` or `n`, in any case, is how
    many people a row stands for; without it each row is one person. Headers that are
    all made of 0 and 1 are histories, with one row of counts beneath. Rows of one
    history are added up. Columns that are nothing of this are named in the notes.

    Args:
        rows: the headers first; cells as text.

    Raises:
        UnableToReadCaptures: no rows, rows of another length than the headers, a
            history of no list, a count that is no whole number from 0, no list at
            all, two columns of counts, or two lists of one name.
    """
    kept = [[cell.strip() for cell in row] for row in rows]
    kept = [row for row in kept if any(row)]
    if len(kept) < 2:  # noqa: PLR2004  # headers and one row
        raise UnableToReadCaptures("The table needs a row of headers and rows beneath.")
    headers, body = kept[0], kept[1:]
    headers[0] = headers[0].removeprefix("\ufeff")
    for number, row in enumerate(body, start=1):
        if len(row) != len(headers):
            raise UnableToReadCaptures(
                f"Row {number} has {len(row)} cells, and there are {len(headers)}"
                " headers."
            )
    named = [at for at, it in enumerate(headers) if it and it.lower() not in _INDEXES]
    if named and all(_HISTORY.fullmatch(headers[at]) for at in named):
        return _wide([headers[at] for at in named], [_of(row, named) for row in body])
    return _long([headers[at] for at in named], [_of(row, named) for row in body])


def _of(row: Sequence[str], places: Sequence[int]) -> list[str]:
    return [row[at] for at in places]


def _wide(headers: Sequence[str], body: Sequence[Sequence[str]]) -> CaptureTable:
    """Read a table whose headers are the histories."""
    if len({len(it) for it in headers}) > 1:
        raise UnableToReadCaptures(
            "The histories in the headers differ in length; leading zeros may have"
            " been lost."
        )
    if len(set(headers)) < len(headers):
        raise UnableToReadCaptures("A history stands twice in the headers.")
    if len(body) != 1:
        raise UnableToReadCaptures(
            f"Under histories stands one row of counts, and there are {len(body)}."
        )
    lists = tuple(f"L{number}" for number in range(1, len(headers[0]) + 1))
    counts = [
        (_history(header, f"Header {header}"), _count(cell, f"history {header}"))
        for header, cell in zip(headers, body[0], strict=True)
    ]
    return _table(lists, counts, ())


def _long(headers: Sequence[str], body: Sequence[Sequence[str]]) -> CaptureTable:
    """Read a table with a column for each list."""
    counting = [at for at, it in enumerate(headers) if it.lower() in _COUNTS]
    if len(counting) > 1:
        both = " and ".join(headers[at] for at in counting)
        raise UnableToReadCaptures(f"{both} both name a column of counts.")
    places, notes = [], []
    for at in sorted(set(range(len(headers))) - set(counting)):
        strange = next((row[at] for row in body if _bit(row[at]) is None), None)
        if strange is None:
            places.append(at)
        else:
            notes.append(
                f"The column {headers[at]} was not read as a list: it holds"
                f" {_shown(strange)}, neither 0 nor 1."
            )
    lists = _lists([headers[at] for at in places])
    counts = [
        (
            _history("".join(_bit(row[at]) or "" for at in places), f"Row {number}"),
            _count(row[counting[0]], f"row {number}") if counting else 1,
        )
        for number, row in enumerate(body, start=1)
    ]
    return _table(lists, counts, tuple(notes))


def _lists(names: Sequence[str]) -> tuple[str, ...]:
    """Return the lists' names.

    Raises:
        UnableToReadCaptures: there is none, or one comes twice.
    """
    if not names:
        raise UnableToReadCaptures("No column holds 0 and 1 alone: there is no list.")
    twice = [name for name, times in Counter(names).items() if times > 1]
    if twice:
        raise UnableToReadCaptures(f"Two lists are called {twice[0]}.")
    return tuple(names)


def _table(
    lists: tuple[str, ...],
    counts: Sequence[tuple[History, int]],
    notes: tuple[str, ...],
) -> CaptureTable:
    together: Counter[History] = Counter()
    for history, count in counts:
        together[history] += count
    return CaptureTable(lists=lists, counts=dict(together), notes=notes)


def _history(bits: str, where: str) -> History:
    """Return a history of a text of 0 and 1.

    Raises:
        UnableToReadCaptures: no list names the person.
    """
    if "1" not in bits:
        raise UnableToReadCaptures(
            f"{where} is of people whom no list names; how many they are is the"
            " question, and cannot be given."
        )
    return tuple(map(int, bits))


def _bit(cell: str) -> str | None:
    """Return "0" or "1" of a cell that means it, None of any other."""
    number = _number(cell)
    return str(int(number)) if number in {0, 1} else None


def _count(cell: str, where: str) -> int:
    """Return how many people a cell says.

    Raises:
        UnableToReadCaptures: it says no whole number from 0.
    """
    number = _number(cell)
    if number is None:
        raise UnableToReadCaptures(
            f"The count of {where} is no number: {_shown(cell)}."
        )
    if number < 0:
        raise UnableToReadCaptures(f"The count of {where} is negative: {_shown(cell)}.")
    if number > _MOST_PEOPLE:
        raise UnableToReadCaptures(f"The count of {where} is too high: {_shown(cell)}.")
    if number != number.to_integral_value():
        raise UnableToReadCaptures(
            f"The count of {where} is no whole number: {_shown(cell)}."
        )
    return int(number)


def _number(cell: str) -> Decimal | None:
    """Return the number that a cell holds, None where it holds none."""
    try:
        number = Decimal(cell)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _shown(cell: str) -> str:
    shown = cell if len(cell) <= _SHOWN else f"{cell[:_SHOWN]}…"
    return f"“{shown}”" if shown else "nothing"
