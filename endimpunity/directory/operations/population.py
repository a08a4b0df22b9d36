"""Population series: each a vintage of its own, one of them the default."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.directory.models import Population, PopulationVintage
from endimpunity.directory.operations.refusing import tell
from endimpunity.directory.rules.population_file import (
    PopulationTable,
    read_population,
)
from endimpunity.directory.rules.reading import Problem, UnreadableFileError
from endimpunity.directory.vocabulary import Fault

SOURCE = "World Bank, indicator SP.POP.TOTL"


class UnableToImportPopulation(Exception):
    """The population file was not imported; nothing was changed."""


@dataclass(frozen=True, kw_only=True)
class ImportedPopulation:
    """What an import of population did; cells = numbers and what was left out."""

    vintage: str
    layout: str
    numbers: int
    states: int
    first_year: int
    last_year: int
    # Cells left out: sums of countries, blank ones, those of unknown codes.
    aggregates: int
    blank: int
    unknown_cells: int
    # Code -> name of what is neither a State nor a known sum.
    unknown: dict[str, str] = field(default_factory=dict)
    is_default: bool
    # The same bytes were in already: no number was written.
    identical: bool


@transaction.atomic
def import_population(
    *,
    content: bytes,
    vintage: str,
    by: User,
    at: datetime,
    source: str = SOURCE,
    stated_on: date | None = None,
    make_default: bool = False,
) -> ImportedPopulation:
    """Take in a population file as a vintage beside those there are.

    Args:
        content: a file of the World Bank, of the long or of the wide layout.
        vintage: the code figures will name it by.
        by: the actor.
        at: the moment.
        source: whose numbers they are, in words.
        stated_on: the day the file is of; without it what the file itself says.
        make_default: let it count where no vintage is named.

    Raises:
        UnableToImportPopulation: the file cannot be read whole, or the vintage
            exists with other bytes.
    """
    try:
        table = read_population(content)
    except UnreadableFileError as error:
        raise UnableToImportPopulation(tell(error.problems)) from error
    sha256 = hashlib.sha256(content).hexdigest()
    known = PopulationVintage.objects.filter(sha256=sha256).first()
    identical = known is not None
    if known is None:
        if not vintage or PopulationVintage.objects.filter(code=vintage).exists():
            problem = Problem(line=0, fault=Fault.VINTAGE, value=vintage)
            raise UnableToImportPopulation(tell([problem]))
        known = PopulationVintage(
            code=vintage,
            source=source,
            stated_on=stated_on or table.stated_on,
            sha256=sha256,
            recorded_at=at,
        )
        write_vintage(known, table.numbers)
    changed = make_default and _make_default(known)
    if changed or not identical:
        audit.record(
            deed="directory.import_population",
            by=by.key,
            at=at,
            subject=f"population/{known.code}",
            detail={
                "numbers": 0 if identical else len(table.numbers),
                "default": known.is_default,
                "sha256": sha256,
            },
        )
    return _told(known, table, identical=identical)


def write_vintage(
    vintage: PopulationVintage,
    numbers: dict[tuple[str, int], int],
) -> None:
    """Write a new vintage and its numbers; never called for one that exists."""
    vintage.save(force_insert=True)
    Population.objects.bulk_create(
        (
            Population(vintage=vintage, state_id=state, year=year, value=value)
            for (state, year), value in sorted(numbers.items())
        ),
        batch_size=5_000,
    )


def _make_default(vintage: PopulationVintage) -> bool:
    if vintage.is_default:
        return False
    PopulationVintage.objects.filter(is_default=True).update(is_default=False)
    vintage.is_default = True
    vintage.save(update_fields=["is_default"])
    return True


def _told(
    vintage: PopulationVintage,
    table: PopulationTable,
    *,
    identical: bool,
) -> ImportedPopulation:
    years = [year for _, year in table.numbers]
    return ImportedPopulation(
        vintage=vintage.code,
        layout=table.layout.value,
        numbers=len(table.numbers),
        states=len({state for state, _ in table.numbers}),
        first_year=min(years),
        last_year=max(years),
        aggregates=table.aggregates,
        blank=table.blank,
        unknown_cells=table.unknown_cells,
        unknown=table.unknown,
        is_default=vintage.is_default,
        identical=identical,
    )
