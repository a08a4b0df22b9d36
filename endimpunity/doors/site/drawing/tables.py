"""The numbers of a figure as a table, without the white space of a template.

A map's table has a line for each country of the world: indented, it would weigh as
much as the rest of its page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from endimpunity.doors.site.drawing.markup import element


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of a table; an `address` leads from its first cell."""

    cells: tuple[str | int, ...]
    address: str = ""


def table(title: str, head: Sequence[str], rows: Iterable[Row]) -> SafeString:
    """Write a table whose first cells name their lines."""
    columns = (element("th", {"scope": "col"}, cell) for cell in head)
    return element(
        "table",
        {},
        element("caption", {"class_": "unseen"}, title),
        element("thead", {}, element("tr", {}, *columns)),
        element("tbody", {}, *(_row(row) for row in rows)),
    )


def _row(row: Row) -> SafeString:
    first, *others = (str(cell) for cell in row.cells)
    name = element("a", {"href": row.address}, first) if row.address else first
    return element(
        "tr",
        {},
        element("th", {"scope": "row"}, name),
        *(element("td", {}, cell) for cell in others),
    )
