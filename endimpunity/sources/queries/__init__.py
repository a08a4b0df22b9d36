"""Questions about lists: what a publisher said, and when."""

from endimpunity.sources.queries.sayings import (
    RecordSaying,
    folded_values,
    sayings_of,
)

__all__ = ["RecordSaying", "folded_values", "sayings_of"]
