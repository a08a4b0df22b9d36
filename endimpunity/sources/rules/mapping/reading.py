"""Read a mapping and refuse what is wrong with it, with what would be right."""

import tomllib
from collections.abc import Iterable
from typing import Any

from endimpunity.sources.rules.mapping import checking
from endimpunity.sources.rules.mapping.meaning import (
    Column,
    Mapping,
    ending_in_near,
)
from endimpunity.sources.vocabulary import FIELDS

SECTIONS = (
    "publisher",
    "file",
    "columns",
    "values",
    "dates",
    "defaults",
    "strict",
    "layout",
)
_DATE_ORDERS = ("MDY", "DMY", "YMD")


class UnableToReadMapping(Exception):
    """The mapping is wrong."""


def read_mapping(text: str, *, name: str) -> Mapping:
    """Return the mapping that a TOML text states.

    Args:
        text: of the file.
        name: of the file, for sentences.

    Raises:
        UnableToReadMapping: with what is wrong, where, and what is allowed.
    """
    try:
        tables = tomllib.loads(text)
        return _mapping(tables, name)
    except tomllib.TOMLDecodeError as error:
        raise UnableToReadMapping(f"{name} is no TOML: {error}.") from error
    except (checking.Wrong, RecursionError) as error:
        raise UnableToReadMapping(f"{name}: {error}") from error


def _mapping(tables: dict[str, Any], name: str) -> Mapping:
    _allow(tables, SECTIONS, "a section")
    layout = checking.table(tables, "layout")
    _allow(layout, ("name", "title", "headers"), "a key of [layout]")
    dates = checking.table(tables, "dates")
    _allow(dates, ("order",), "a key of [dates]")
    strict = checking.table(tables, "strict")
    _allow(strict, ("values",), "a key of [strict]")
    return Mapping(
        name=checking.text(layout, "name", "[layout]") or name,
        title=checking.text(layout, "title", "[layout]"),
        publisher=checking.publisher(tables.get("publisher")),
        file=checking.file_options(checking.table(tables, "file")),
        columns=_columns(checking.table(tables, "columns")),
        values=_values(checking.table(tables, "values")),
        date_order=_order(dates),
        defaults=_defaults(checking.table(tables, "defaults")),
        strict_values=checking.boolean(strict, "values", "[strict]"),
        signature=frozenset(checking.texts(layout.get("headers", []), "headers")),
    )


def _columns(table: dict[str, Any]) -> dict[str, Column]:
    _allow(table, FIELDS, "a field")
    if not table:
        raise checking.Wrong(
            "[columns] says nothing; write at least one line such as"
            f' name = "the header of the names". Fields are {", ".join(FIELDS)}.',
        )
    return {field: _column(field, said) for field, said in table.items()}


def _column(field: str, said: object) -> Column:
    match said:
        case str():
            column = Column(how="FIRST", headers=(said,))
        case list():
            column = Column(how="FIRST", headers=checking.texts(said, field))
        case {"join": list(joined), **rest} if not rest:
            column = Column(how="JOIN", headers=checking.texts(joined, field))
        case {"people": str(header), **rest} if not rest and field == "name":
            column = Column(how="PEOPLE", headers=(header,))
        case _:
            raise checking.Wrong(
                f'{field} under [columns] must be "header", ["a", "b"] (the first not'
                ' empty) or {join = ["a", "b"]}; name may be {people = "header"}.',
            )
    if not column.headers:
        raise checking.Wrong(f"{field} under [columns] names no header.")
    # As the headers of a file are trimmed.
    trimmed = (" ".join(header.split()) for header in column.headers)
    return Column(how=column.how, headers=tuple(trimmed))


def _values(table: dict[str, Any]) -> dict[str, dict[str, str]]:
    _allow(table, checking.FIELDS_WITH_VALUES, "a field whose values have codes")
    return {
        field: checking.values_of(field, checking.table(table, field))
        for field in table
    }


def _defaults(table: dict[str, Any]) -> dict[str, str]:
    _allow(table, FIELDS, "a field")
    return {
        field: checking.value_of(field, said, "[defaults]")
        for field, said in table.items()
    }


def _order(table: dict[str, Any]) -> str | None:
    order = checking.text(table, "order", "[dates]").upper()
    if order and order not in _DATE_ORDERS:
        raise checking.Wrong(
            f"order under [dates] is {order!r}; it must be {', '.join(_DATE_ORDERS)}.",
        )
    return order or None


def _allow(met: Iterable[str], allowed: tuple[str, ...], what: str) -> None:
    for key in met:
        if key not in allowed:
            raise checking.Wrong(
                f'"{key}" is not {what}{ending_in_near(key, allowed)}'
                f" Allowed are: {', '.join(allowed)}.",
            )
