"""What a search finds: lines with its words, and, apart, names that sound alike."""

from endimpunity.cases.models import PublicLine
from endimpunity.cases.published.cards import CaseLine, Page
from endimpunity.cases.published.lines import line_card, page_of, visible
from endimpunity.cases.queries.search import matching, sounding
from endimpunity.foundation import finding
from endimpunity.foundation.lens import Lens

# Lines whose names are compared letter by letter, the latest cases first: on
# 100,000 lines a common given name has more, and its reader knows a second one.
MOST_COMPARED = 400

_NO_LINES: Page[CaseLine] = Page(items=(), total=0, next_key="", previous_key="")


def has_words(query: str) -> bool:
    """Tell whether a query holds anything that can be looked up."""
    return bool(finding.wanted(query))


def search(
    query: str,
    *,
    lens: Lens,
    after: str = "",
    size: int = 50,
) -> Page[CaseLine]:
    """Return a page of the cases whose published words hold all words of a query."""
    wanted = matching(query)
    if wanted is None:
        return _NO_LINES
    return page_of(visible(lens).filter(wanted), after, size)


def similarly_written(
    query: str,
    *,
    lens: Lens,
    found: Page[CaseLine],
    size: int = 12,
) -> tuple[CaseLine, ...]:
    """Return cases of people whose names are written like a query, none found by it.

    Suggestions: most are other people. Where one page does not show all that was
    found, there are none.

    Args:
        query: what was asked for.
        lens: the registry's lens.
        found: the cases that a search found by it.
        size: suggestions at most.
    """
    wanted = sounding(query)
    if wanted is None or len(found.items) < found.total:
        return ()
    shown = {line.public_id for line in found.items}
    rows = visible(lens).filter(wanted).exclude(public_id__in=shown)
    near = [
        row
        for row in rows.order_by("sort_key", "case_id")[:MOST_COMPARED]
        if _alike(query, row)
    ]
    return tuple(line_card(row) for row in near[:size])


def _alike(query: str, row: PublicLine) -> bool:
    names = filter(None, (row.name, row.native_name))
    return any(finding.alike(query, name) for name in names)
