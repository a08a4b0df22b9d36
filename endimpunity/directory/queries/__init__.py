"""Questions about States, their divisions, and the offices that can be written to."""

from endimpunity.directory.queries.contacts import (
    agreed_contacts,
    agreed_holders,
    agreed_office_names,
    may_be_written_to,
    official_addresses,
    return_states,
    verified_days,
)
from endimpunity.directory.queries.divisions import (
    NamedDivision,
    division_codes,
    divisions_of,
)
from endimpunity.directory.queries.holders import present_holders
from endimpunity.directory.queries.office_names import shown_names
from endimpunity.directory.queries.states import (
    default_population_vintage,
    formal_name,
    group_of,
    groups_on,
    invented_world,
    is_unesco_member,
    m49_region,
    m49_subregion,
    population,
    population_vintages,
    state_names,
    states,
    states_named,
    unesco_group,
    unesco_region,
)

__all__ = [
    "NamedDivision",
    "agreed_contacts",
    "agreed_holders",
    "agreed_office_names",
    "default_population_vintage",
    "division_codes",
    "divisions_of",
    "formal_name",
    "group_of",
    "groups_on",
    "invented_world",
    "is_unesco_member",
    "m49_region",
    "m49_subregion",
    "may_be_written_to",
    "official_addresses",
    "population",
    "population_vintages",
    "present_holders",
    "return_states",
    "shown_names",
    "state_names",
    "states",
    "states_named",
    "unesco_group",
    "unesco_region",
    "verified_days",
]
