"""What the world may see of the directory, by allow-list."""

from endimpunity.directory.published.divisions import DivisionCard, division_cards
from endimpunity.directory.published.offices import (
    ContactCard,
    HolderCard,
    OfficeCard,
    OfficeLine,
    PointCard,
    PostCard,
    OfficeSourceCard,
    mandates,
    office_card,
)
from endimpunity.directory.published.states import StateCard, state_card, state_names

__all__ = [
    "ContactCard",
    "DivisionCard",
    "HolderCard",
    "OfficeCard",
    "OfficeLine",
    "PointCard",
    "PostCard",
    "OfficeSourceCard",
    "StateCard",
    "division_cards",
    "mandates",
    "office_card",
    "state_card",
    "state_names",
]
