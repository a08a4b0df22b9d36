"""What one look at the installation found."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing looked at.

    Attributes:
        what: the thing, in a word or two.
        good: whether it is as it should be.
        says: a sentence: what was seen and, when it is wrong, what to do.
    """

    what: str
    good: bool
    says: str
