"""What the world may see of lists: cards made by allow-list."""

from endimpunity.sources.published.lists import (
    Page,
    RecordCard,
    records_of,
)
from endimpunity.sources.published.publishers import (
    ClosedListCard,
    PublisherCard,
    closed_list,
    publisher_card,
    publishers,
)

__all__ = [
    "ClosedListCard",
    "Page",
    "PublisherCard",
    "RecordCard",
    "closed_list",
    "publisher_card",
    "publishers",
    "records_of",
]
