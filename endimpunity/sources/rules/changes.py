"""What changed between two files of one list: news apart from recodings."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from endimpunity.sources.rules.folding import keeping_the_decided

# A column changed in bulk by one hand touches many entries that share nothing
# else, some 325 of 1,900 in one list; the largest change by one event was 39
# entries in one verdict, all of one place and year.
LEAST_ROWS = 20
LEAST_SHARE = Fraction(5, 100)
LARGEST_CELL = Fraction(1, 2)

# Fields whose order does not matter, and those compared by meaning.
SETS = frozenset(
    {"outlets", "nationality", "media", "beats", "perpetrators", "violation"}
)
# What stands beside the fields of a list, not a field itself.
BESIDE = frozenset({"unread", "composite"})
CODED = frozenset(
    {
        "country",
        "area",
        "role",
        "motive",
        "manner",
        "impunity",
        "sex",
        "employment",
        "local_foreign",
        "conflict",
        "captive",
        "threatened",
        "tortured",
        "unesco_status",
    },
)
TEXT = "(text)"


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One field of one record said something else than before.

    Attributes:
        field: which.
        before: the code before, "(text)" for what has no code, None if blank.
        after: likewise.
        first: the list had never spoken of this field for this record.
    """

    field: str
    before: str | None
    after: str | None
    first: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Recoding:
    """A column that one hand changed in bulk."""

    field: str
    before: str | None
    after: str | None
    rows: int


def changes_between(
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> list[Change]:
    """Return the fields that `after` speaks of and states otherwise than before.

    A date is the same if its interval is, however it was written. A field that
    is spoken of for the first time is a change if its cell is not blank.
    """
    found = []
    for field, value in keeping_the_decided(before, after).items():
        if field in BESIDE:
            continue
        new, old = _meaning(field, value), _meaning(field, before.get(field))
        first = field not in before
        if new == old or (first and new is None):
            continue
        if first and field == "year" and _date_holds_year(before, value):
            continue
        found.append(
            Change(
                field=field,
                before=_class(field, old),
                after=_class(field, new),
                first=first,
            ),
        )
    return found


def _date_holds_year(before: Mapping[str, Any], year: int) -> bool:
    date = before.get("date") or {}
    return bool(
        date.get("earliest")
        and date.get("latest")
        and int(date["earliest"][:4]) == year == int(date["latest"][:4]),
    )


def _meaning(field: str, value: Any) -> Any:  # noqa: ANN401  # a JSON value
    if value is None or value in ("", []):
        return None
    if field == "date":
        return (value.get("earliest"), value.get("latest"))
    if field in SETS and isinstance(value, list):
        return frozenset(value)
    return value


def _class(field: str, meaning: object) -> str | None:
    if meaning is None:
        return None
    if isinstance(meaning, bool):
        return "true" if meaning else "false"
    return str(meaning) if field in CODED else TEXT


def news_and_recodings(
    changes: Iterable[tuple[Change, tuple[str, str]]],
    recognised: int,
) -> tuple[dict[str, int], list[Recoding]]:
    """Part the changes of a file into news by field, and recodings.

    A recoding is one column going from one code to another in at least twenty
    records and five in a hundred of those recognised, no half of which lie in
    one place and year (else it is news: a verdict on one attack).

    Args:
        changes: each with the place and year of its record.
        recognised: how many records of earlier files were met again.
    """
    cells: dict[Change, Counter[tuple[str, str]]] = defaultdict(Counter)
    for change, cell in changes:
        cells[change][cell] += 1
    news: Counter[str] = Counter()
    recodings = []
    for change, where in cells.items():
        rows = where.total()
        bulk = (
            not change.first
            and rows >= LEAST_ROWS
            and Fraction(rows, max(recognised, 1)) >= LEAST_SHARE
            and Fraction(max(where.values()), rows) <= LARGEST_CELL
        )
        if bulk:
            recodings.append(
                Recoding(
                    field=change.field,
                    before=change.before,
                    after=change.after,
                    rows=rows,
                ),
            )
        else:
            news[change.field] += rows
    recodings.sort(
        key=lambda one: (-one.rows, one.field, str(one.before), str(one.after))
    )
    return dict(sorted(news.items())), recodings
