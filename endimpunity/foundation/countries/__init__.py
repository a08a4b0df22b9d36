"""Codes of countries and territories with their periods, and how lists spell them.

`COUNTRIES` and `AREAS` are read at the first import from the tables in data/; the
names in six languages only at the first name that is looked up.
"""

from endimpunity.foundation.countries.codes import (
    AREAS,
    COUNTRIES,
    INVENTED,
    Country,
    Kind,
    Period,
)
from endimpunity.foundation.countries.resolving import (
    Place,
    resolve_country,
    resolve_place,
    settle,
)

__all__ = [
    "AREAS",
    "COUNTRIES",
    "INVENTED",
    "Country",
    "Kind",
    "Period",
    "Place",
    "resolve_country",
    "resolve_place",
    "settle",
]
