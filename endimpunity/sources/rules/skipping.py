"""Rows of a list that are no entries: totals, repeated headers, titles, notes.

A row is never skipped for having few cells: a list may know no more than a name.
"""

import re
from collections.abc import Sequence

from endimpunity.foundation.countries import resolve_country

TOTAL_ROW = "total row"
REPEATED_HEADER = "repeated header row"
SECTION_TITLE = "section title"
NOTE = "note"

# "Total", "Grand total:", "Total killed 2012", "Iraq subtotal", in six languages.
# What may follow is listed: "Sum" and "Total" also begin names of people.
_TOTAL = re.compile(
    r"(?:(?:grand |sub[ -]?|overall )?totals?|sum|totaux|итого|всего|المجموع"
    r"|الإجمالي|合计|总计|总数)"
    r"(?:[\s:\uff1a\d()=\u2013-]*|\b[\s:]+(?:killed|deaths?|cases|journalists|media|people"
    r"|number|rows|records|entries|for|of|in|by|par|pour|de|por)\b.*)"
    r"|.{1,60}[\s:\u2013-](?:sub-?)?totals?:?",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"[\d.,'\s\u00a0%+()\-]+")
_NOTE = re.compile(
    r"(?:sources?|(?:foot)?notes?|(?:last )?updated?|as of|data as of|copyright"
    r"|generated|downloaded|exported|retrieved|disclaimer|remarques?|nota|fuentes?"
    r"|примечани[ея]|источники?|ملاحظات?|المصدر|注|来源)\s*(?:[:\uff1a]|on\b|by\b|\d).*"
    r"|[*†‡©].*|https?://\S+",
    re.IGNORECASE | re.DOTALL,
)
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october"
    "|november|december"
)
_TITLE = re.compile(
    rf"(?:(?:{_MONTHS}),? )?(?:19|20)\d\d"
    r"(?:\s*[-\u2013—/]\s*(?:(?:19|20)\d\d|present))?:?"
    r"|list of .*|(?:section|part|annex|table)\s+(?:\d+|[ivx]+|[a-z])\b.*"
    r"|(?:journalists|media (?:workers|staff|support workers))\b.*"
    r"|(?:motive )?(?:un)?confirmed\b.*|(?:killed|murdered)\b.*"
    r"|africa|the americas|americas|asia (?:and|&) (?:the )?pacific|europe"
    r"|middle east.*|arab states|[^:]{1,80}:",
    re.IGNORECASE | re.DOTALL,
)


def skip_reason(
    cells: Sequence[str],
    headers: Sequence[str],
    name_columns: Sequence[int],
) -> str | None:
    """Return why a row is no entry of the list, or None if it may be one.

    Args:
        cells: as met, padded to the headers.
        headers: of the file.
        name_columns: the columns that hold the people's names.
    """
    filled = [at for at, cell in enumerate(cells) if cell and not cell.isspace()]
    if _repeats_headers(cells, headers, filled):
        return REPEATED_HEADER
    if _is_total(cells, filled):
        return TOTAL_ROW
    if len(filled) == 1 and len(headers) > 1:
        return _reason_alone(cells[filled[0]].strip(), filled[0], name_columns)
    return None


def is_alone_and_no_person(cells: Sequence[str]) -> bool:
    """Tell whether a short row is a title, a note or a total, and names nobody."""
    filled = [at for at, cell in enumerate(cells) if cell.strip()]
    if len(filled) == 1:
        return _alone(cells[filled[0]].strip()) is not None
    return _is_total(cells, filled)


def _reason_alone(text: str, column: int, name_columns: Sequence[int]) -> str | None:
    """Return why a text alone in its row is no entry.

    In a column of names it may be a person of whom nothing else is known; in the
    first column, when names stand elsewhere, it is a heading.
    """
    reason = _alone(text)
    if reason is None and column == 0 and name_columns and 0 not in name_columns:
        return SECTION_TITLE
    return reason


def _alone(text: str) -> str | None:
    if _TOTAL.fullmatch(text):
        return TOTAL_ROW
    if _NOTE.fullmatch(text):
        return NOTE
    # The name of a country, with nothing else in the row, heads a section.
    if _TITLE.fullmatch(text) or resolve_country(text) is not None:
        return SECTION_TITLE
    return None


def _repeats_headers(
    cells: Sequence[str],
    headers: Sequence[str],
    filled: Sequence[int],
) -> bool:
    """Tell whether every filled cell says its own header."""
    if not filled or (len(filled) == 1 and len(headers) > 1):
        return False
    return all(at < len(headers) and _says(cells[at], headers[at]) for at in filled)


def _says(cell: str, header: str) -> bool:
    text = " ".join(cell.split()).casefold()
    return text in {header.casefold(), header.partition("#")[0].casefold()}


def _is_total(cells: Sequence[str], filled: Sequence[int]) -> bool:
    """Tell whether the first filled cell says "total" and all others are numbers."""
    if not filled or not _TOTAL.fullmatch(cells[filled[0]].strip()):
        return False
    return all(_NUMBER.fullmatch(cells[at]) for at in filled[1:])


class SkipTest:
    """The same question of every row of one file, quick for rows that are entries."""

    # Rows with more filled cells than this are looked at for a total only.
    _FEW = 3
    _MAY_BE_TOTAL = re.compile(
        "total|^sum|totaux|итого|всего|المجموع|الإجمالي|合计|总",
        re.IGNORECASE,
    )

    def __init__(self, headers: Sequence[str], name_columns: Sequence[int]) -> None:
        self._headers = headers
        self._folded = frozenset(header.casefold() for header in headers)
        self._name_columns = name_columns
        self._name_at = name_columns[0] if name_columns else 0

    def reason(self, cells: Sequence[str]) -> str | None:
        """Return why a row is no entry of the list, or None if it may be one."""
        name = cells[self._name_at].strip()
        if (
            name
            and len(cells) - cells.count("") > self._FEW
            and name.casefold() not in self._folded
            and not self._MAY_BE_TOTAL.search(name)
            and not self._MAY_BE_TOTAL.search(cells[0])
        ):
            return None
        return skip_reason(cells, self._headers, self._name_columns)
