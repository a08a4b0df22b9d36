"""A mapping as it is kept beside the file it read, to read rows again by it."""

from dataclasses import asdict
from typing import Any

from endimpunity.sources.rules.mapping import Column, FileOptions, Mapping


def mapping_as_stored(mapping: Mapping) -> dict[str, Any]:
    """Return what of a mapping decides how a row is read, JSON-able."""
    return {
        "name": mapping.name,
        "title": mapping.title,
        "file": asdict(mapping.file),
        "columns": {
            field: {"how": column.how, "headers": list(column.headers)}
            for field, column in mapping.columns.items()
        },
        "values": mapping.values,
        "date_order": mapping.date_order,
        "defaults": mapping.defaults,
        "strict_values": mapping.strict_values,
    }


def mapping_from_stored(stored: dict[str, Any]) -> Mapping:
    """Return the mapping again; its fingerprint is what it was."""
    return Mapping(
        name=stored["name"],
        title=stored["title"],
        file=FileOptions(**stored["file"]),
        columns={
            field: Column(how=column["how"], headers=tuple(column["headers"]))
            for field, column in stored["columns"].items()
        },
        values=stored["values"],
        date_order=stored["date_order"],
        defaults=stored["defaults"],
        strict_values=stored["strict_values"],
    )
