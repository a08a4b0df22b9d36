"""What is to be taken in, and on what terms."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from endimpunity.sources.rules.mapping import Mapping

# A file of which more rows than this cannot be read has broken at its source: the
# damaged file met lost one row in six, the sound ones none.
LARGEST_QUARANTINE = Fraction(5, 100)


@dataclass(frozen=True, kw_only=True)
class ImportOrder:
    """What is to be taken in, and on what terms.

    Attributes:
        publisher_code: whose list.
        stated_on: the day the publisher stated it.
        mapping: how to read it; None to recognise a built-in layout.
        complete: whether a record that it lacks is withdrawn by it.
        scope: field -> code, of what it is complete; empty is the whole list.
        accept_quarantine: the largest share of rows that may be unreadable.
        accept_withdrawals: how many withdrawals are expected, where more than
            five in a hundred.
        longest_cell: characters; a longer cell is refused.
        largest_file: bytes.
    """

    publisher_code: str
    stated_on: date
    mapping: Mapping | None = None
    complete: bool = False
    scope: dict[str, str] = field(default_factory=dict)
    accept_quarantine: Fraction = LARGEST_QUARANTINE
    accept_withdrawals: int | None = None
    longest_cell: int = 1_000_000
    largest_file: int = 256 * 1024 * 1024
