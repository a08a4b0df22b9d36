"""Deeds of the directory: what ships is loaded, what an organisation has is added."""

from endimpunity.directory.operations.agreeing import (
    UnableToAgree,
    agree_to_contact,
    agree_to_holder,
    agree_to_office_name,
)
from endimpunity.directory.operations.contacts import (
    UnableToEndContact,
    end_contact,
    note_return,
)
from endimpunity.directory.operations.name_lists import (
    ImportedStateNames,
    UnableToImportStateNames,
    import_state_names,
)
from endimpunity.directory.operations.offices import (
    ImportedOffices,
    UnableToImportOffices,
    import_offices,
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
    "ImportedOffices",
    "ImportedPopulation",
    "ImportedStateNames",
    "LoadedReference",
    "UnableToAgree",
    "UnableToEndContact",
    "UnableToImportOffices",
    "UnableToImportPopulation",
    "UnableToImportStateNames",
    "agree_to_contact",
    "agree_to_holder",
    "agree_to_office_name",
    "end_contact",
    "import_offices",
    "import_population",
    "import_state_names",
    "load_reference",
    "note_return",
]
