"""Rows turned into values, by a plan made once for a file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from endimpunity.foundation.countries import Place, resolve_place, settle
from endimpunity.foundation.partial_dates import CENTURY
from endimpunity.sources.rules.mapping import Mapping
from endimpunity.sources.rules.normalising.columns import Pick, pick_of
from endimpunity.sources.rules.normalising.readers import read_people, reader_of
from endimpunity.sources.rules.people import names_in
from endimpunity.sources.rules.skipping import SkipTest

Values = dict[str, object]


class UnableToMap(Exception):
    """The mapping does not fit the file."""


@dataclass(slots=True, kw_only=True)
class Normalised:
    """What became of one row.

    Attributes:
        values: field to value; a field that is absent is one of which the list is
            silent, None is a blank. None if the row was skipped or refused. Lists
            are shared between rows: they are not to be changed.
        skip: why the row is no entry of the list.
        quarantine: why the row cannot be taken.
        unknown: field and text of each value that nobody knows.
        repaired: how many cells were repaired to be read.
        country_unknown: whether the list does not say where it happened.
        before_coverage: whether the date lies before what the list covers.
    """

    values: Values | None = None
    skip: str | None = None
    quarantine: str | None = None
    unknown: list[tuple[str, str]] = field(default_factory=list)
    repaired: int = 0
    country_unknown: bool = False
    before_coverage: bool = False

    @property
    def noted(self) -> bool:
        """Tell whether the same cells are to be read again in a later file.

        A report counts what was noticed in its own file, and the century of a
        two-digit year hangs on the day of the file.
        """
        values = self.values or {}
        met = values.get("date")
        return (
            bool(self.unknown)
            or self.country_unknown
            or self.before_coverage
            or len(names_in(values)) != 1
            or (isinstance(met, dict) and CENTURY in met.get("inferred", ""))
        )


class Normaliser:
    """Reads the rows of one file by one mapping, whose version it tells."""

    def __init__(
        self,
        mapping: Mapping,
        headers: Sequence[str],
        *,
        stated_on: date,
        coverage_from: date | None = None,
    ) -> None:
        """Make the plan.

        Args:
            mapping: what the columns mean.
            headers: of the file.
            stated_on: the day of the list; nothing in it happened later.
            coverage_from: the first day it covers, where declared.

        Raises:
            UnableToMap: the file has not the columns, or a default cannot be read.
        """
        missing = mapping.missing(tuple(headers))
        if missing:
            raise UnableToMap(missing)
        self.mapping_version = mapping.fingerprint
        self._width = len(headers)
        self._strict = mapping.strict_values
        self._coverage_from = coverage_from.isoformat() if coverage_from else ""
        self._plan = _plan(mapping, headers, stated_on)
        self._defaults = _defaults(mapping, stated_on)
        self._place_decides = not {"country"} & {*mapping.columns, *mapping.defaults}
        name = mapping.columns.get("name")
        columns = [headers.index(header) for header in name.headers] if name else []
        self._skips = SkipTest(headers, columns)

    def row(self, cells: Sequence[str]) -> Normalised:
        """Return what one row says, or why it is skipped or refused."""
        if len(cells) < self._width:
            cells = (*cells, *[""] * (self._width - len(cells)))
        skip = self._skips.reason(cells)
        if skip:
            return Normalised(skip=skip)
        values: Values = dict(self._defaults)
        result = Normalised(values=values)
        for field_, pick in self._plan:
            value, unread, refused, repaired = pick(cells)
            if refused is not None:
                return Normalised(quarantine=refused)
            if unread is not None:
                result.unknown.append((field_, unread))
            if value is not None or field_ not in values:
                values[field_] = value
            result.repaired += repaired
        return self._completed(result, values)

    def _completed(self, result: Normalised, values: Values) -> Normalised:
        refused = self._locate(result, values)
        if refused is None and not _name_people(values, self._defaults):
            refused = "The row names nobody, and says nothing that the mapping reads."
        if result.unknown:
            values["unread"] = dict(result.unknown)
            if self._strict and refused is None:
                field_, text = result.unknown[0]
                refused = f'"{text}" is no value of {field_} that is known.'
        if refused is not None:
            return Normalised(quarantine=refused)
        if self._coverage_from:
            result.before_coverage = self._is_before_coverage(values.get("date"))
        return result

    def _locate(self, result: Normalised, values: Values) -> str | None:
        """Write country and area; return why the row cannot be taken, or None."""
        where = values.get("country")
        place = values.get("place")
        if self._place_decides and isinstance(place, str):
            where = resolve_place(place)
            if where is None:
                return (
                    f'The place "{place}" ends in no country that is known; map a'
                    " column to country, or write country under [defaults]."
                )
            values["country"] = where.country
        if isinstance(where, Place):
            if where.area:
                # What the publisher states stays, also where the place decides.
                values["composite"] = where.area
            if where.area and isinstance(place, str):
                where = settle(where, place)
            values["country"] = where.country
            if where.area:
                values["area"] = where.area
            return None
        result.country_unknown = True
        return None

    def _is_before_coverage(self, met: object) -> bool:
        if not isinstance(met, dict):
            return False
        latest = met.get("latest")
        return latest is not None and latest < self._coverage_from


def _plan(
    mapping: Mapping,
    headers: Sequence[str],
    stated_on: date,
) -> list[tuple[str, Pick]]:
    plan = []
    for field_, column in mapping.columns.items():
        reader = (
            read_people
            if column.how == "PEOPLE"
            else reader_of(
                field_,
                values=mapping.values.get(field_, {}),
                stated_on=stated_on,
                order=mapping.date_order,
            )
        )
        plan.append((field_, pick_of(field_, column, headers, reader)))
    return plan


def _defaults(mapping: Mapping, stated_on: date) -> Values:
    """Return what holds where the list is silent or blank."""
    values: Values = {}
    for field_, text in mapping.defaults.items():
        reader = reader_of(
            field_,
            values={},
            stated_on=stated_on,
            order=mapping.date_order,
        )
        value, unread, refused, _ = reader(text)
        if unread is not None or refused is not None:
            raise UnableToMap(
                f'"{text}" under [defaults] is no value of {field_}:'
                f" {refused or 'nobody knows it'}.",
            )
        values[field_] = value
    return values


def _name_people(values: Values, defaults: Values) -> bool:
    """Write whom the row names; tell whether it says anything of its own."""
    named = values.get("name")
    if isinstance(named, str):
        return True
    values.pop("name", None)
    people = named if isinstance(named, list) else []
    if len(people) == 1:
        values.update(people[0])
        return True
    values["people"] = people
    if people or values.get("name_native"):
        return True
    said = (key for key, value in values.items() if value is not None)
    return any(key not in {"people", *defaults} for key in said)
