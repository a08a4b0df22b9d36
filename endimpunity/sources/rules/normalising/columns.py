"""From the cells of a row to the reading of one field."""

from collections.abc import Callable, Sequence

from endimpunity.sources.rules.mapping import Column
from endimpunity.sources.rules.normalising.reading import (
    BLANK,
    Memory,
    Reader,
    Reading,
)

# In these hardly a text is met a second time, and a memory only costs.
_SELDOM_TWICE = frozenset({"name", "name_native", "url", "external_id", "summary"})
Pick = Callable[[Sequence[str]], Reading]


def pick_of(
    field: str,
    column: Column,
    headers: Sequence[str],
    reader: Reader,
) -> Pick:
    """Return how a field is read from the cells of a row."""
    places = [headers.index(header) for header in column.headers]
    if column.how == "JOIN":
        return _joined(field, places, Memory(reader))
    if len(places) > 1:
        return _first(places, Memory(reader))
    if field in _SELDOM_TWICE:
        return _each(places[0], reader)
    return _only(places[0], Memory(reader))


def _each(at: int, reader: Reader) -> Pick:
    def pick(cells: Sequence[str]) -> Reading:
        return reader(cells[at])

    return pick


def _only(at: int, memory: Memory) -> Pick:
    def pick(cells: Sequence[str]) -> Reading:
        return memory[cells[at]]

    return pick


def _first(places: Sequence[int], memory: Memory) -> Pick:
    def pick(cells: Sequence[str]) -> Reading:
        unread = BLANK
        for at in places:
            reading = memory[cells[at]]
            if reading.value is not None or reading.refused:
                return reading
            if reading.unread and not unread.unread:
                unread = reading
        return unread

    return pick


def _joined(field: str, places: Sequence[int], memory: Memory) -> Pick:
    # A town and its province are written with a comma, the parts of a name without.
    between = ", " if field == "place" else " "

    def pick(cells: Sequence[str]) -> Reading:
        met = [memory[cells[at]] for at in places]
        filled = [reading for reading in met if reading is not BLANK]
        if len(filled) < 2:  # noqa: PLR2004 -- one needs no joining
            return filled[0] if filled else BLANK
        return _combine(filled, between)

    return pick


def _combine(readings: Sequence[Reading], between: str) -> Reading:
    """Return lists one after the other, texts joined; of anything else the first."""
    values = [reading.value for reading in readings if reading.value is not None]
    repaired = sum(reading.repaired for reading in readings)
    unread = ", ".join(reading.unread for reading in readings if reading.unread)
    refused = next((r.refused for r in readings if r.refused), None)
    value: object = values[0] if values else None
    if isinstance(value, list):
        lists = [each for each in values if isinstance(each, list)]
        value = list(dict.fromkeys(item for each in lists for item in each))
    elif isinstance(value, str):
        value = between.join(str(each) for each in values)
    return Reading(value, unread or None, refused, repaired)
