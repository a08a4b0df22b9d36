"""JSON: a list of objects, bare or inside an object, read one at a time."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from endimpunity.sources.rules.encoding import Encoding
from endimpunity.sources.rules.tables.lines import read_text
from endimpunity.sources.rules.tables.raw import (
    RawRow,
    RawTable,
    UnableToReadFile,
)
from endimpunity.sources.rules.tables.shaping import shape_rows

# Within these an open-data server wraps what a record says.
_WRAPPERS = ("record", "fields", "properties", "attributes")
_SPACE = re.compile(r"[\s\ufeff]*")
_LIKE_JSON = re.compile(r"[\s\ufeff]*(?:\[\s*(?:[\[{\]\"]|\Z)|\{\s*(?:[\"}]|\Z))")


def looks_like_json(head: str) -> bool:
    """Tell whether a text begins as JSON does."""
    return _LIKE_JSON.match(head) is not None


def open_objects(
    source: BinaryIO,
    *,
    encoding: Encoding,
    longest_cell: int,
) -> RawTable:
    """Open a list of objects; their keys, in the order met, are the headers.

    The source is read twice: once for the keys, once for the rows.

    Raises:
        UnableToReadFile: it is cut off, is no list of objects, or an entry is longer
            than a row may be.
    """
    keys: dict[str, None] = {}
    for entry in _entries(source, encoding.name, longest_cell):
        keys.update(dict.fromkeys(entry))
    if not keys:
        raise UnableToReadFile("The JSON holds no list of objects with any key.")
    headers = tuple(keys)
    return RawTable(
        headers=headers,
        rows=_rows(source, encoding.name, headers, longest_cell),
        kind="JSON",
        encoding=encoding.name,
        notes=(encoding.note,) if encoding.note else (),
        damaged=encoding.damaged,
    )


def _rows(
    source: BinaryIO,
    encoding: str,
    headers: tuple[str, ...],
    longest_cell: int,
) -> Iterator[RawRow]:
    entries = _entries(source, encoding, longest_cell)
    cells = ([_text(entry.get(key)) for key in headers] for entry in entries)
    return shape_rows(cells, width=len(headers), longest_cell=longest_cell)


def _entries(
    source: BinaryIO,
    encoding: str,
    longest_cell: int,
) -> Iterator[dict[str, object]]:
    # A UNESCO entry carries the outline of its country twice.
    window = _Window(read_text(source, encoding), longest=longest_cell * 4)
    for number, entry in enumerate(_values(window), start=1):
        if not isinstance(entry, dict):
            raise UnableToReadFile(
                f"Entry {number} of the JSON is no object with keys; a list of objects"
                " is needed, one a person or incident.",
            )
        yield _unwrapped(entry)


def _values(window: "_Window") -> Iterator[object]:
    """Yield the entries of the list, wherever the JSON holds it."""
    if window.next_char() == "[":
        window.take("[")
        yield from window.rest_of_array()
    else:
        yield from _inside_object(window)
    if window.next_char():
        raise UnableToReadFile(
            "Something follows the end of the JSON's list; the file is damaged.",
        )


def _inside_object(window: "_Window") -> Iterator[object]:
    """Yield the entries of the first list of objects that an object holds.

    If it holds none, it is itself an entry, and so are those on the next lines.
    """
    window.take("{")
    own: dict[str, object] = {}
    found = False
    while window.next_char() != "}":
        key = window.value()
        window.take(":")
        if window.next_char() == "[" and not found:
            window.take("[")
            found = window.next_char() == "{"
            rest = window.rest_of_array()
            if found:
                yield from rest
            else:
                own[str(key)] = list(rest)
        else:
            own[str(key)] = window.value()
        if window.next_char() == ",":
            window.take(",")
    window.take("}")
    if not found:
        yield own
        while window.next_char() == "{":
            yield window.value()


class _Window:
    """A text read in pieces, of which whole JSON values are taken."""

    def __init__(self, pieces: Iterator[str], *, longest: int) -> None:
        self._pieces = pieces
        self._longest = longest
        self._held = ""
        self._at = 0
        self._decoder = json.JSONDecoder(object_pairs_hook=_keep_both)

    def next_char(self) -> str:
        """Return the next character that is no space, without taking it."""
        while True:
            match = _SPACE.match(self._held, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._held):
                return self._held[self._at]
            if not self._read_on():
                return ""

    def take(self, char: str) -> None:
        if self.next_char() != char:
            raise UnableToReadFile(self._cut_off())
        self._at += 1

    def rest_of_array(self) -> Iterator[object]:
        """Yield the values of an array whose bracket is taken."""
        while self.next_char() != "]":
            yield self.value()
            if self.next_char() == ",":
                self.take(",")
            elif self.next_char() != "]":
                raise UnableToReadFile(self._cut_off())
        self.take("]")

    def value(self) -> object:
        """Take one whole value, reading on until it is there."""
        self.next_char()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._held, self._at)
            except (ValueError, RecursionError):
                if not self._read_on(at_least=len(self._held) - self._at):
                    raise UnableToReadFile(self._cut_off()) from None
                continue
            # A number may go on in the next piece.
            if end < len(self._held) or not self._read_on():
                self._at = end
                return value

    def _read_on(self, at_least: int = 0) -> bool:
        """Hold more of the text; as much again, so that long values stay cheap."""
        if len(self._held) - self._at > self._longest:
            raise UnableToReadFile(
                f"An entry of the JSON is longer than {self._longest:,} characters, or"
                " is damaged; correct it, or raise ENDIMPUNITY_IMPORT_LONGEST_CELL.",
            )
        more: list[str] = []
        size = 0
        for piece in self._pieces:
            more.append(piece)
            size += len(piece)
            if piece and size >= at_least:
                break
        self._held = self._held[self._at :] + "".join(more)
        self._at = 0
        return size > 0

    def _cut_off(self) -> str:
        near = " ".join(self._held[self._at :][:40].split())
        where = f'near "{near}"' if near else "at its end"
        return f"The JSON is cut off or damaged {where}; fetch the file again."


def _keep_both(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object in which a key met twice is kept as "x#2"."""
    kept = dict(pairs)
    if len(kept) == len(pairs):
        return kept
    seen: Counter[str] = Counter()
    for key, value in pairs:
        seen[key] += 1
        kept[f"{key}#{seen[key]}" if seen[key] > 1 else key] = value
    return kept


def _unwrapped(entry: dict[str, object]) -> dict[str, object]:
    for wrapper in _WRAPPERS:
        inner = entry.get(wrapper)
        if isinstance(inner, dict) and inner:
            return _unwrapped(inner)
    return entry


def _text(value: object) -> str:
    """Return the text of a value; what is nested stays JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return json.dumps(value, ensure_ascii=False)
