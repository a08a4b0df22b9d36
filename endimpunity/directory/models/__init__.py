"""The room's tables, a file a noun."""

from endimpunity.directory.models.agreement import Agreement
from endimpunity.directory.models.contact import Contact, ReturnNote, Verification
from endimpunity.directory.models.division import Division, FormerDivision
from endimpunity.directory.models.holder import Holder
from endimpunity.directory.models.membership import Membership
from endimpunity.directory.models.name import StateName, StateNameList
from endimpunity.directory.models.office import Office, OfficeName, OfficePoint, Post
from endimpunity.directory.models.office_source import OfficeSource
from endimpunity.directory.models.population import Population, PopulationVintage
from endimpunity.directory.models.state import State

__all__ = [
    "Agreement",
    "Contact",
    "Division",
    "FormerDivision",
    "Holder",
    "Membership",
    "Office",
    "OfficeName",
    "OfficePoint",
    "OfficeSource",
    "Population",
    "PopulationVintage",
    "Post",
    "ReturnNote",
    "State",
    "StateName",
    "StateNameList",
    "Verification",
]
