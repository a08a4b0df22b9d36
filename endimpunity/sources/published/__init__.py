"""What the world may see of lists: cards made by allow-list."""

from endimpunity.sources.published.lists import (
    Page,
    RecordCard,
    records_of,
)
from endimpunity.sources.published.publishers import (
    PublisherCard,
    publisher_card,
    publishers,
)

__all__ = [
    "Page",
    "PublisherCard",
    "RecordCard",
    "publisher_card",
    "publishers",
    "records_of",
]
