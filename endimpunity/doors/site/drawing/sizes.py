"""How large a dot is: five classes of counts, the same on every page and day."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Size:
    """A class of counts; `most` None is open. Radius in units of the map."""

    name: str
    least: int
    most: int | None
    radius: float


# A country that has killings, none of them unresolved: a ring.
SETTLED = Size(name="ring", least=0, most=0, radius=5)
# Fixed bounds, so that a dot says the same today and in a year. Between two classes
# the area doubles, about: publishers' lists hold up to some 300 cases a country, and
# in proportion a single case would not be seen beside them.
DOTS = (
    Size(name="dot-1", least=1, most=1, radius=5),
    Size(name="dot-2", least=2, most=9, radius=7),
    Size(name="dot-3", least=10, most=49, radius=9.5),
    Size(name="dot-4", least=50, most=199, radius=13),
    Size(name="dot-5", least=200, most=None, radius=17.5),
)


def size_of(count: int) -> Size:
    """Return the class of a count of unresolved killings.

    Raises:
        ValueError: the count is negative.
    """
    if count < 0:
        raise ValueError(f"Nothing is counted as {count}.")
    return next(it for it in (*reversed(DOTS), SETTLED) if count >= it.least)
