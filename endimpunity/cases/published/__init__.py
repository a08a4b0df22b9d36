"""What the world may see of cases: cards made by allow-list."""

from endimpunity.cases.published.attack import attack_card
from endimpunity.cases.published.cards import (
    AttackCard,
    CaseCard,
    CaseLine,
    CondemnationCard,
    CountryCount,
    DateCard,
    DifferenceCard,
    EventCard,
    FactCard,
    MovedCard,
    Page,
    PlaceCard,
    PolicyCard,
    ProceedingCard,
    RegistryCard,
    SayingCard,
    SourceCard,
    StatementCard,
    TollCard,
    TombstoneCard,
)
from endimpunity.cases.published.case import case_card
from endimpunity.cases.published.finding import (
    has_words,
    search,
    similarly_written,
)
from endimpunity.cases.published.lines import (
    addresses,
    cases_in,
    latest_cases,
    latest_published,
    registry_card,
)
from endimpunity.cases.published.records import cases_of_records

__all__ = [
    "AttackCard",
    "CaseCard",
    "CaseLine",
    "CondemnationCard",
    "CountryCount",
    "DateCard",
    "DifferenceCard",
    "EventCard",
    "FactCard",
    "MovedCard",
    "Page",
    "PlaceCard",
    "PolicyCard",
    "ProceedingCard",
    "RegistryCard",
    "SayingCard",
    "SourceCard",
    "StatementCard",
    "TollCard",
    "TombstoneCard",
    "addresses",
    "attack_card",
    "case_card",
    "cases_in",
    "cases_of_records",
    "has_words",
    "latest_cases",
    "latest_published",
    "registry_card",
    "search",
    "similarly_written",
]
