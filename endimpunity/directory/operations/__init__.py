"""Deeds of the directory: what ships is loaded, what an organisation has is added."""

from endimpunity.directory.operations.name_lists import (
    ImportedStateNames,
    UnableToImportStateNames,
    import_state_names,
)
from endimpunity.directory.operations.population import (
    SOURCE as POPULATION_SOURCE,
)
from endimpunity.directory.operations.population import (
    ImportedPopulation,
    UnableToImportPopulation,
    import_population,
)
from endimpunity.directory.operations.reference import (
    LoadedReference,
    load_reference,
)

__all__ = [
    "POPULATION_SOURCE",
    "ImportedPopulation",
    "ImportedStateNames",
    "LoadedReference",
    "UnableToImportPopulation",
    "UnableToImportStateNames",
    "import_population",
    "import_state_names",
    "load_reference",
]
