"""What the world may see of cases: cards made by allow-list."""

from endimpunity.cases.published.cards import (
    CaseCard,
    CaseLine,
    CondemnationCard,
    CountryCount,
    DateCard,
    EventCard,
    FactCard,
    MovedCard,
    Page,
    PlaceCard,
    PolicyCard,
    ProceedingCard,
    RegistryCard,
    SourceCard,
    StatementCard,
    TollCard,
    TombstoneCard,
)
from endimpunity.cases.published.case import case_card
from endimpunity.cases.published.lines import (
    cases_in,
    latest_cases,
    registry_card,
    search,
)
from endimpunity.cases.published.records import cases_of_records

__all__ = [
    "CaseCard",
    "CaseLine",
    "CondemnationCard",
    "CountryCount",
    "DateCard",
    "EventCard",
    "FactCard",
    "MovedCard",
    "Page",
    "PlaceCard",
    "PolicyCard",
    "ProceedingCard",
    "RegistryCard",
    "SourceCard",
    "StatementCard",
    "TollCard",
    "TombstoneCard",
    "case_card",
    "cases_in",
    "cases_of_records",
    "latest_cases",
    "registry_card",
    "search",
]
