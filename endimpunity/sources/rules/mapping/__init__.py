"""What a file's columns mean: a mapping in TOML, read and checked."""

from endimpunity.sources.rules.mapping.meaning import (
    Column,
    Mapping,
    PublisherFacts,
)
from endimpunity.sources.rules.mapping.reading import (
    UnableToReadMapping,
    read_mapping,
)
from endimpunity.sources.rules.tables.raw import FileOptions

__all__ = [
    "Column",
    "FileOptions",
    "Mapping",
    "PublisherFacts",
    "UnableToReadMapping",
    "read_mapping",
]
