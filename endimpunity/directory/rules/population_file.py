"""The World Bank's two layouts of a population table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from endimpunity.directory.rules import shipped
from endimpunity.directory.rules.reading import (
    Problem,
    UnreadableFileError,
    lines_of,
)
from endimpunity.directory.vocabulary import Fault, Layout
from endimpunity.foundation import countries

INDICATOR = "SP.POP.TOTL"
_LONG = ("country name", "country code", "year", "value")
# "1960", and "1960 [YR1960]" of tables made by its query page.
_YEAR = re.compile(r"(\d{4})( \[YR\d{4}\])?")
# How an absent number is written.
_BLANK = {"", ".."}
# Populations are published for years of the last and this century.
_YEARS = range(1900, 2101)
# Ten people in every one that lives today have eleven digits; a cell like 1e99999999
# is not even worth being made a number.
_DIGITS = 12


@dataclass(frozen=True, kw_only=True)
class PopulationTable:
    """A population file, read: rows = numbers + aggregates + blank + unknown."""

    layout: Layout
    # When the file says it was last updated; None where it does not.
    stated_on: date | None
    # (our code, year) -> people.
    numbers: dict[tuple[str, int], int]
    # Cells that are sums of countries, that are blank, that nobody knows.
    aggregates: int
    blank: int
    unknown_cells: int
    # World Bank code -> name, of what is neither a State nor a known sum.
    unknown: dict[str, str]


@dataclass
class _Reading:
    """What has been read so far."""

    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    aggregates: int = 0
    blank: int = 0
    unknown_cells: int = 0

    def take(self, line: int, name: str, code: str, year: str, value: str) -> None:
        """Read one number, or say why it is none."""
        table = shipped.read_table("world_bank")
        if code in table["aggregates"]:
            self.aggregates += 1
        elif value in _BLANK:
            self.blank += 1
        elif (state := _state(code)) is None:
            self.unknown_cells += 1
            self.unknown[code] = name
        else:
            self._keep(line, state, year, value)

    def _keep(self, line: int, state: str, year: str, value: str) -> None:
        people = _people(value)
        if not year.isascii() or not year.isdigit() or int(year) not in _YEARS:
            self._wrong(line, Fault.YEAR, year)
        elif people is None:
            self._wrong(line, Fault.NUMBER, value)
        elif (state, int(year)) in self.numbers:
            self._wrong(line, Fault.TWICE, f"{state} {year}")
        else:
            self.numbers[state, int(year)] = people

    def _wrong(self, line: int, fault: Fault, value: str) -> None:
        self.problems.append(Problem(line=line, fault=fault, value=value))


def read_population(content: bytes) -> PopulationTable:
    """Read a population file of the long or of the wide layout.

    Raises:
        UnreadableFileError: not such a file, or a number, year or pair is wrong; all
            of them are named, and nothing is read by half.
    """
    lines = list(lines_of(content))
    head = _header(lines)
    number, header = lines[head]
    reading = _Reading()
    layout = Layout.LONG if _is_long(header) else Layout.WIDE
    read = _read_long if layout is Layout.LONG else _read_wide
    read(reading, _columns(header), [line for line in lines[head + 1 :] if line[1]])
    if reading.problems:
        raise UnreadableFileError(*reading.problems)
    if not reading.numbers:
        raise UnreadableFileError(Problem(line=number, fault=Fault.NO_STATE))
    return PopulationTable(
        layout=layout,
        stated_on=_updated_on(lines[:head]),
        numbers=reading.numbers,
        aggregates=reading.aggregates,
        blank=reading.blank,
        unknown_cells=reading.unknown_cells,
        unknown=reading.unknown,
    )


def _header(lines: Sequence[tuple[int, list[str]]]) -> int:
    for index, (_, cells) in enumerate(lines):
        names = {cell.lower() for cell in cells}
        if {"country name", "country code"} <= names:
            if _is_long(cells) or any(_YEAR.fullmatch(cell) for cell in cells):
                return index
            break
    raise UnreadableFileError(Problem(line=0, fault=Fault.HEADER))


def _is_long(header: Sequence[str]) -> bool:
    return set(_LONG) <= {cell.lower() for cell in header}


def _columns(header: Sequence[str]) -> dict[str, int]:
    return {cell.lower(): index for index, cell in enumerate(header) if cell}


def _read_long(
    reading: _Reading,
    columns: dict[str, int],
    lines: Sequence[tuple[int, list[str]]],
) -> None:
    wanted = [columns[name] for name in _LONG]
    for line, cells in lines:
        if len(cells) <= max(wanted):
            reading.problems.append(Problem(line=line, fault=Fault.SHORT))
            continue
        name, code, year, value = (cells[index] for index in wanted)
        reading.take(line, name, code, year, value)


def _read_wide(
    reading: _Reading,
    columns: dict[str, int],
    lines: Sequence[tuple[int, list[str]]],
) -> None:
    years = {
        index: matched[1]
        for name, index in columns.items()
        if (matched := _YEAR.fullmatch(name.upper()))
    }
    indicator = columns.get("indicator code", columns.get("series code"))
    for line, cells in lines:
        # Tables made by the query page end in notes of one cell.
        if len([cell for cell in cells if cell]) <= 1:
            continue
        if len(cells) <= max(years):
            reading.problems.append(Problem(line=line, fault=Fault.SHORT))
        elif indicator is not None and cells[indicator] != INDICATOR:
            wrong = Problem(line=line, fault=Fault.INDICATOR, value=cells[indicator])
            reading.problems.append(wrong)
        else:
            name = cells[columns["country name"]]
            code = cells[columns["country code"]]
            for index, year in years.items():
                reading.take(line, name, code, year, cells[index])


def _state(code: str) -> str | None:
    former: dict[str, str] = shipped.read_table("world_bank")["former"]
    if code in former:
        return former[code]
    where = countries.resolve_country(code)
    return where.country if where is not None else None


def _people(value: str) -> int | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    if not number.is_finite() or number < 0 or number.adjusted() >= _DIGITS:
        return None
    return int(number) if number == number.to_integral_value() else None


def _updated_on(preamble: Sequence[tuple[int, list[str]]]) -> date | None:
    for _, cells in preamble:
        if len(cells) > 1 and cells[0].lower() == "last updated date":
            try:
                return date.fromisoformat(cells[1])
            except ValueError:
                return None
    return None
