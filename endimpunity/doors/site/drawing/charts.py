"""Charts: bars of kinds, columns of years; lengths in shares, heights in letters.

A drawing fills the line it stands in and its letters keep the size of the page's, so
that it is read on a phone and enlarges with the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from endimpunity.doors.site.drawing.markup import (
    Value,
    described,
    element,
    naming,
    share,
)

# Of a line's length for the longest bar: the number stands after it.
LONGEST_BAR = 0.88
# In ems: a bar with its label above, and the parts of the columns' height.
BAR_STEP = 2.9
COLUMN_TOP, COLUMN_FOOT, COLUMN_HEIGHT = 1.3, 1.6, 7.0
COLUMN_WIDTH = 0.72
# A lone year is a column, no wall.
FEWEST_COLUMNS = 8
# More labels than these would touch on a phone.
MOST_YEAR_LABELS = 7
MOST_NUMBERS = 15
# Years with nothing to count are drawn too, unless they would crowd out the others.
LONGEST_SPAN = 80


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A kind with how many are of it."""

    label: str
    count: int


@dataclass(frozen=True, kw_only=True)
class Column:
    """A year with how many are of it, and how many of them are unresolved."""

    year: int
    count: int
    unresolved: int


def bars(
    rows: Sequence[Bar],
    *,
    key: str,
    title: str,
    description: str,
    right_to_left: bool = False,
) -> SafeString:
    """Draw a bar for each row from one edge, its label above and its number after.

    Raises:
        ValueError: there is no row, or none counts anything.
    """
    most = max((row.count for row in rows), default=0)
    if not most:
        raise ValueError("There is nothing to draw.")
    drawn: list[SafeString] = []
    for place, row in enumerate(rows):
        length = LONGEST_BAR * row.count / most
        top = place * BAR_STEP
        start = 1 - length if right_to_left else 0.0
        label, number = (0.0, length + 0.01)
        if right_to_left:
            label, number = 1 - label, 1 - number
        drawn += (
            _text(row.label, share(label), top + 1),
            _rectangle("bar", start, top + 1.5, length, 0.8),
            _text(str(row.count), share(number), top + 2.25),
        )
    return _chart(drawn, len(rows) * BAR_STEP, key, title, description)


def columns(
    rows: Sequence[Column],
    *,
    key: str,
    title: str,
    description: str,
    right_to_left: bool = False,
) -> SafeString:
    """Draw a column for each year, the earliest where reading starts.

    The part of a column that is unresolved stands on the ground and is full, the
    rest above it is hollow.

    Raises:
        ValueError: there is no row, or none counts anything.
    """
    most = max((row.count for row in rows), default=0)
    if not most:
        raise ValueError("There is nothing to draw.")
    years = _all_years(rows)
    places = max(len(years), FEWEST_COLUMNS)
    labelled = _labelled(years)
    drawn: list[SafeString] = []
    for place, row in enumerate(years):
        slot = places - 1 - place if right_to_left else place
        drawn += _column(row, slot / places, 1 / places, most)
        middle = share((slot + 0.5) / places)
        foot = COLUMN_TOP + COLUMN_HEIGHT
        if row.count and (len(years) <= MOST_NUMBERS or row.count == most):
            top = foot - COLUMN_HEIGHT * row.count / most
            drawn.append(_text(str(row.count), middle, top - 0.3, "middle"))
        if place == places - 1:
            # The last year ends with the chart, so that no letter is cut off.
            edge = share(0.0 if right_to_left else 1.0)
            drawn.append(_text(str(row.year), edge, foot + 1.2, "end"))
        elif row.year in labelled:
            drawn.append(_text(str(row.year), middle, foot + 1.2, "middle"))
    height = COLUMN_TOP + COLUMN_HEIGHT + COLUMN_FOOT
    return _chart([*drawn, _ground()], height, key, title, description)


def _all_years(rows: Sequence[Column]) -> list[Column]:
    known = {row.year: row for row in rows}
    first, last = min(known), max(known)
    if last - first >= LONGEST_SPAN:
        return [known[year] for year in sorted(known)]
    return [
        known.get(year, Column(year=year, count=0, unresolved=0))
        for year in range(first, last + 1)
    ]


def _labelled(years: Sequence[Column]) -> set[int]:
    """Return the years that are written below: the last, and even steps before it."""
    step = -(-len(years) // MOST_YEAR_LABELS)
    return {row.year for row in reversed(years[::-1][::step])}


def _column(
    row: Column,
    start: float,
    width: float,
    most: int,
) -> Iterator[SafeString]:
    """Yield a column's parts: what is unresolved on the ground, the rest above."""
    left = start + width * (1 - COLUMN_WIDTH) / 2
    foot = COLUMN_TOP + COLUMN_HEIGHT
    full = COLUMN_HEIGHT * row.unresolved / most
    rest = COLUMN_HEIGHT * (row.count - row.unresolved) / most
    if full:
        yield _rectangle("bar", left, foot - full, width * COLUMN_WIDTH, full)
    if rest:
        top = foot - full - rest
        yield _rectangle("bar rest", left, top, width * COLUMN_WIDTH, rest)


def _ground() -> SafeString:
    foot = f"{COLUMN_TOP + COLUMN_HEIGHT}em"
    ends: dict[str, Value] = {"x1": "0", "x2": "100%", "y1": foot, "y2": foot}
    return element("line", {"class_": "ground", **ends})


def _rectangle(
    name: str,
    left: float,
    top: float,
    width: float,
    height: float,
) -> SafeString:
    return element(
        "rect",
        {
            "class_": name,
            "x": share(left),
            "y": _ems(top),
            "width": share(width),
            "height": _ems(height),
        },
    )


def _text(words: str, x: str, y: float, anchor: str = "start") -> SafeString:
    return element("text", {"x": x, "y": _ems(y), "text_anchor": anchor}, words)


def _chart(
    drawn: Sequence[SafeString],
    height: float,
    key: str,
    title: str,
    description: str,
) -> SafeString:
    size: dict[str, Value] = {"width": "100%", "height": _ems(height)}
    return element(
        "svg",
        {"class_": "chart", **size, **naming(key)},
        *described(key, title, description),
        *drawn,
    )


def _ems(length: float) -> str:
    return f"{length:.2f}em"
