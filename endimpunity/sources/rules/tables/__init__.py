"""Files opened as tables, whatever they are: CSV, JSON, XLSX or old XLS."""

from endimpunity.sources.rules.tables.opening import open_table
from endimpunity.sources.rules.tables.raw import (
    FileOptions,
    RawRow,
    RawTable,
    UnableToReadFile,
)

__all__ = ["FileOptions", "RawRow", "RawTable", "UnableToReadFile", "open_table"]
