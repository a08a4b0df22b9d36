"""What a definition of a figure says of itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.facts import Facts
from endimpunity.indicators.rules.figures import Figure
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.windows import ALL_TIME, Period

Compute: TypeAlias = Callable[[Facts, Lens, Period, Options], Figure]


def all_time(lens: Lens) -> Period:
    """Return the period of a figure that has none of its own."""
    return ALL_TIME


@dataclass(frozen=True, kw_only=True)
class Example:
    """A worked example: what is counted, and what comes out."""

    text: str
    #: The result as the figure prints it.
    result: str


@dataclass(frozen=True, kw_only=True)
class Definition:
    """One way to count, by its name and version."""

    #: As it is asked for: "cpj-index".
    name: str
    #: Raised whenever the same facts would give another figure.
    version: int
    title: str
    formula: str
    #: Who defined it, and where that is written.
    source: str
    #: What misleads, a sentence each.
    traps: tuple[str, ...]
    example: Example
    compute: Compute
    #: What is divided by, in words; "" where nothing is.
    base: str = ""
    #: Whether it says something of the whole, which a sample cannot bear.
    of_the_whole: bool = True
    #: Whose published method it is, where it is somebody's.
    owner: str = ""
    owner_short: str = ""
    default_period: Callable[[Lens], Period] = all_time
    #: The options that change it.
    takes: tuple[str, ...] = ("by", "where")

    @property
    def whose(self) -> str:
        """Return whose method it is, in the possessive; "" where it is nobody's."""
        if not self.owner:
            return ""
        return (
            f"the {self.owner}'" if self.owner.endswith("s") else f"the {self.owner}'s"
        )
