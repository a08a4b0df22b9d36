"""What is to be taken in, and on what terms."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction

from endimpunity.sources.rules.mapping import Mapping
from endimpunity.sources.rules.withdrawal import scope_fault

# As the column of publishers holds it; a code is part of addresses.
PUBLISHER_CODE = re.compile(r"[A-Z][A-Z0-9_-]{0,19}")

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

    def fault(self, at: datetime) -> str:
        """Return what is wrong with the terms, in a sentence, or ""."""
        if not PUBLISHER_CODE.fullmatch(self.publisher_code):
            return (
                f"{self.publisher_code!r} is no publisher's code. A code is one word in"
                " capitals of at most twenty signs, as CPJ or UNESCO."
            )
        if self.stated_on > at.date():
            return (
                f"--stated-on {self.stated_on} lies in the future. Give the day on"
                " which the publisher stated the list."
            )
        if self.scope and not self.complete:
            return (
                "--scope says of what a file is complete; give --complete with it,"
                " or leave both out."
            )
        return scope_fault(self.scope) or ""

    def fault_of_size(self, size: int) -> str:
        """Return why a file of so many bytes is not read, in a sentence, or ""."""
        if size <= self.largest_file:
            return ""
        return (
            f"the file is {size:,} bytes long, and at most {self.largest_file:,} are"
            " read. Check that it is the list; ENDIMPUNITY_IMPORT_LARGEST_FILE raises"
            " the limit."
        )
