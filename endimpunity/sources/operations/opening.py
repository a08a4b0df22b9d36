"""Keep the bytes of a file, then open it as a table under its mapping."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from endimpunity.foundation.gateways.blobs import BlobStore
from endimpunity.sources.rules.layouts import (
    detect_layout,
    known_headers,
    sentence_on_no_layout,
)
from endimpunity.sources.rules.mapping import FileOptions, Mapping
from endimpunity.sources.rules.normalising import Normaliser, UnableToMap
from endimpunity.sources.rules.tables import (
    RawRow,
    RawTable,
    UnableToReadFile,
    open_table,
)


@dataclass(frozen=True, kw_only=True)
class BytesKept:
    """The bytes of a file in the blob store."""

    sha256: str
    size: int


class UnableToOpenList(Exception):
    """The file is no list that can be read."""


@dataclass(kw_only=True)
class OpenedList:
    """A file opened as a table, with the mapping that reads it."""

    bytes_kept: BytesKept
    file_name: str
    mapping: Mapping
    normaliser: Normaliser
    table: RawTable
    stream: BinaryIO

    @property
    def headers(self) -> tuple[str, ...]:
        """Return the file's headers."""
        return self.table.headers

    @property
    def encoding(self) -> str:
        """Return the encoding its text was read in, "" for a workbook."""
        return self.table.encoding or ""

    def rows(self) -> Iterator[RawRow]:
        """Yield its rows, once."""
        return self.table.rows

    def close(self) -> None:
        """Let go of the bytes."""
        self.stream.close()


def keep_bytes(content: BinaryIO, blobs: BlobStore) -> BytesKept:
    """Put a file's bytes into the blob store, where the same bytes are kept once."""
    sha256 = blobs.put(content)
    with blobs.open(sha256) as kept:
        size = kept.seek(0, 2)
    return BytesKept(sha256=sha256, size=size)


def open_list(
    kept: BytesKept,
    *,
    file_name: str,
    blobs: BlobStore,
    mapping: Mapping | None,
    stated_on: date,
    coverage_from: date | None,
    longest_cell: int,
) -> OpenedList:
    """Open the kept bytes of a file as a table.

    Args:
        kept: the bytes.
        file_name: as the publisher or the person named it.
        blobs: where bytes are kept.
        mapping: how to read it; None to recognise a built-in layout.
        stated_on: the day the list was stated.
        coverage_from: the first day its publisher covers.
        longest_cell: characters.

    Raises:
        UnableToOpenList: with the reason.
    """
    stream = blobs.open(kept.sha256)
    try:
        table = open_table(
            stream,
            name=file_name,
            options=mapping.file if mapping else FileOptions(),
            longest_cell=longest_cell,
            known_headers=mapping.headers if mapping else known_headers(),
        )
        chosen = mapping or detect_layout(table.headers)
        normaliser = (
            Normaliser(
                chosen,
                table.headers,
                stated_on=stated_on,
                coverage_from=coverage_from,
            )
            if chosen
            else None
        )
    except (UnableToReadFile, UnableToMap) as error:
        stream.close()
        raise UnableToOpenList(str(error)) from error
    if chosen is None or normaliser is None:
        stream.close()
        raise UnableToOpenList(sentence_on_no_layout(table.headers))
    return OpenedList(
        bytes_kept=kept,
        file_name=file_name,
        mapping=chosen,
        normaliser=normaliser,
        table=table,
        stream=stream,
    )
