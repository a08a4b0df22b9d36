"""What the world may see of the directory, by allow-list."""

from endimpunity.directory.published.divisions import DivisionCard, division_cards
from endimpunity.directory.published.offices import (
    ContactCard,
    HolderCard,
    OfficeCard,
    OfficeLine,
    OfficeSourceCard,
    PointCard,
    PostCard,
    mandates,
    office_card,
)
from endimpunity.directory.published.states import (
    StateCard,
    state_card,
    state_names,
    states_named,
)

__all__ = [
    "ContactCard",
    "DivisionCard",
    "HolderCard",
    "OfficeCard",
    "OfficeLine",
    "OfficeSourceCard",
    "PointCard",
    "PostCard",
    "StateCard",
    "division_cards",
    "mandates",
    "office_card",
    "state_card",
    "state_names",
    "states_named",
]
