"""The room's tables, a file a noun."""

from endimpunity.cases.models.assertion import Assertion
from endimpunity.cases.models.attack import Attack
from endimpunity.cases.models.attribution import Attribution
from endimpunity.cases.models.case import Case
from endimpunity.cases.models.citation import Citation
from endimpunity.cases.models.condemnation import Condemnation
from endimpunity.cases.models.disagreement import Disagreement
from endimpunity.cases.models.membership import Membership
from endimpunity.cases.models.merge import Merge
from endimpunity.cases.models.person import Person, PersonName
from endimpunity.cases.models.proceeding import (
    Accused,
    Proceeding,
    ProceedingCase,
    ProceedingCitation,
    ProceedingEvent,
)
from endimpunity.cases.models.public_line import PublicLine
from endimpunity.cases.models.publication import Publication
from endimpunity.cases.models.statement import Statement
from endimpunity.cases.models.toll import Toll
from endimpunity.cases.models.upcoming import Upcoming

__all__ = [
    "Accused",
    "Assertion",
    "Attack",
    "Attribution",
    "Case",
    "Citation",
    "Condemnation",
    "Disagreement",
    "Membership",
    "Merge",
    "Person",
    "PersonName",
    "Proceeding",
    "ProceedingCase",
    "ProceedingCitation",
    "ProceedingEvent",
    "PublicLine",
    "Publication",
    "Statement",
    "Toll",
    "Upcoming",
]
