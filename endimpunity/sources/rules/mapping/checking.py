"""The single statements of a mapping, checked one by one."""

import re
from datetime import date, datetime
from typing import Any

from endimpunity.foundation.countries import resolve_country
from endimpunity.sources.rules.encoding import is_known_encoding
from endimpunity.sources.rules.mapping.meaning import (
    PublisherFacts,
    ending_in_near,
    exact,
)
from endimpunity.sources.rules.tables.raw import FileOptions
from endimpunity.sources.vocabulary import (
    Employment,
    Impunity,
    LicencePolicy,
    LocalForeign,
    Manner,
    Motive,
    Role,
    Sex,
    UnescoStatus,
    Violation,
)

CODES: dict[str, tuple[str, ...]] = {
    "manner": tuple(Manner.values),
    "motive": tuple(Motive.values),
    "role": tuple(Role.values),
    "impunity": tuple(Impunity.values),
    "unesco_status": tuple(UnescoStatus.values),
    "sex": tuple(Sex.values),
    "employment": tuple(Employment.values),
    "local_foreign": tuple(LocalForeign.values),
    "violation": tuple(Violation.values),
}
BOOLEANS = ("conflict", "captive", "threatened", "tortured")
FIELDS_WITH_VALUES = (*CODES, *BOOLEANS, "country")
_PUBLISHER_KEYS = ("code", "name", "url", "licence", "counts", "coverage_from")
# A record's address is CODE@DATE#ROW, so neither mark may stand in a code.
_PUBLISHER_CODE = re.compile(r"[A-Z][A-Z0-9_-]{0,19}")
_FILE_KEYS = ("encoding", "delimiter", "sheet", "header_row")


class Wrong(Exception):
    """A statement of a mapping is wrong."""


def table(tables: dict[str, Any], key: str) -> dict[str, Any]:
    """Return a section, empty where the mapping has none."""
    said = tables.get(key, {})
    if not isinstance(said, dict):
        raise Wrong(f"{key} must be a section, written [{key}].")
    return said


def text(section: dict[str, Any], key: str, where: str) -> str:
    """Return a text of a section, "" where there is none."""
    said = section.get(key, "")
    if not isinstance(said, str):
        raise Wrong(f"{key} in {where} must be a text in quotation marks.")
    return said


def texts(said: object, key: str) -> tuple[str, ...]:
    """Return a list of texts."""
    if not isinstance(said, list) or not all(isinstance(each, str) for each in said):
        raise Wrong(f"{key} must be a list of texts in quotation marks.")
    return tuple(said)


def boolean(section: dict[str, Any], key: str, where: str) -> bool:
    """Return true or false, false where the section does not say."""
    said = section.get(key, False)
    if not isinstance(said, bool):
        raise Wrong(f"{key} in {where} must be true or false.")
    return said


def file_options(section: dict[str, Any]) -> FileOptions:
    """Return what [file] states."""
    _known(section, _FILE_KEYS, "[file]")
    encoding = text(section, "encoding", "[file]")
    if encoding and not is_known_encoding(encoding):
        raise Wrong(
            f'encoding "{encoding}" in [file] is not known; write "utf-8", "cp1252",'
            ' "mac_roman", "cp1251", "cp1256", "gb18030" …',
        )
    delimiter = text(section, "delimiter", "[file]")
    if delimiter and (len(delimiter) != 1 or delimiter in '"\r\n'):
        raise Wrong('delimiter in [file] must be one character, as ";" or "\\t".')
    sheet = section.get("sheet")
    if sheet is not None and type(sheet) not in {str, int}:
        raise Wrong("sheet in [file] must be a name, or a number from 1.")
    row = section.get("header_row")
    if row is not None and (type(row) is not int or row < 1):
        raise Wrong("header_row in [file] must be a whole number from 1.")
    return FileOptions(
        encoding=encoding or None,
        delimiter=delimiter or None,
        sheet=sheet,
        header_row=row,
    )


def publisher(said: object) -> PublisherFacts | None:
    """Return what a mapping says of its publisher: a code, or a section."""
    if said is None:
        return None
    facts = {"code": said} if isinstance(said, str) else said
    if not isinstance(facts, dict):
        raise Wrong('publisher must be a code, as publisher = "CPJ", or a section.')
    _known(facts, _PUBLISHER_KEYS, "[publisher]")
    code = text(facts, "code", "[publisher]")
    if not _PUBLISHER_CODE.fullmatch(code):
        raise Wrong(
            f'The code of the publisher is "{code}"; it must be capitals, digits, - or'
            ' _, a capital first, at most 20, as "CPJ".',
        )
    return PublisherFacts(
        code=code,
        name=text(facts, "name", "[publisher]"),
        url=text(facts, "url", "[publisher]"),
        licence=_licence(text(facts, "licence", "[publisher]")),
        counts=text(facts, "counts", "[publisher]"),
        coverage_from=_day(facts.get("coverage_from")),
    )


def values_of(field: str, said: dict[str, Any]) -> dict[str, str]:
    """Return the codes of the values met, keyed as they are looked up."""
    where = f"[values.{field}]"
    return {exact(met): value_of(field, code, where) for met, code in said.items()}


def value_of(field: str, said: object, where: str) -> str:
    """Return a code or plain value, as text; "" is a blank."""
    if isinstance(said, bool):
        said = "true" if said else "false"
    elif isinstance(said, int):
        said = str(said)
    if not isinstance(said, str):
        raise Wrong(f"{field} in {where} must be a text, a number, true or false.")
    allowed = ("true", "false") if field in BOOLEANS else CODES.get(field, ())
    if said and allowed and said not in allowed:
        raise Wrong(
            f'"{said}" in {where} is no value of {field}{ending_in_near(said, allowed)}'
            f" Allowed are: {', '.join(allowed)}, and an empty text for blank.",
        )
    if said and field == "country" and resolve_country(said) is None:
        raise Wrong(
            f'"{said}" in {where} is no country that is known; write its code of two'
            ' letters, as "PS".',
        )
    return said


def _licence(said: str) -> str:
    code = said.upper().replace("-", "_")
    if code and code not in LicencePolicy.values:
        raise Wrong(
            f'licence "{said}" in [publisher] must be none, facts-and-link or full.',
        )
    return code


def _day(said: object) -> date | None:
    if said is None or (isinstance(said, date) and not isinstance(said, datetime)):
        return said
    try:
        return date.fromisoformat(str(said))
    except ValueError:
        raise Wrong(
            "coverage_from in [publisher] must be a day, as 1992-01-01.",
        ) from None


def _known(section: dict[str, Any], keys: tuple[str, ...], where: str) -> None:
    for key in section:
        if key not in keys:
            raise Wrong(
                f'"{key}" is not a key of {where}{ending_in_near(key, keys)}'
                f" Allowed are: {', '.join(keys)}.",
            )
