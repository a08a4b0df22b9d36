"""What may be asked of a figure besides its period."""

from dataclasses import dataclass
from datetime import datetime

from endimpunity.indicators.rules.facts import Population, Regions


@dataclass(frozen=True, kw_only=True)
class Options:
    """How a figure is broken down, and which reference data it stands on."""

    #: A dimension of `breakdowns`; "" for none.
    by: str = ""
    #: (dimension, code) that a case must have, all of them.
    where: tuple[tuple[str, str], ...] = ()
    population: Population | None = None
    #: The year of the population; None for the definition's own rule.
    population_year: int | None = None
    regions: Regions | None = None
    #: The first year of what a share is of; None for the definition's own.
    base_year: int | None = None
    #: The State a profile is of.
    country: str = ""
    #: Versions of mappings and other data the facts were read by: (name, version).
    references: tuple[tuple[str, str], ...] = ()
    #: Where the days were read through a later lens than the rest.
    dates_known_at: datetime | None = None

    def said(self) -> tuple[tuple[str, str], ...]:
        """Return what was asked, as an identity keeps it."""
        asked = {
            "by": self.by,
            "where": " ".join(f"{field}={code}" for field, code in sorted(self.where)),
            "population_year": str(self.population_year or ""),
            "base_year": str(self.base_year or ""),
            "country": self.country,
        }
        return tuple((name, value) for name, value in asked.items() if value)

    def stands_on(self) -> tuple[tuple[str, str], ...]:
        """Return the reference data with its versions, as an identity keeps it."""
        found = list(self.references)
        if self.population:
            found.append(("population", self.population.vintage))
        if self.regions:
            found.append(("regions", f"{self.regions.scheme} {self.regions.version}"))
        return tuple(sorted(found))
