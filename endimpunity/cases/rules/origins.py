"""Which of a record's sayings gave a field its value."""

from collections.abc import Mapping, Sequence
from typing import Any

# Fields of a case that a list states under other names, or under several.
_STATED_AS: Mapping[str, tuple[str, ...]] = {
    "violations": ("violation",),
    "date": ("date", "year"),
    "name": ("name", "people"),
    "outlets": ("outlets", "people"),
}


def saying_of(field: str, sayings: Sequence[Mapping[str, Any]]) -> int:
    """Return the place of the saying that a field's folded value comes from.

    It is the last that speaks of the field, a blank included; where none does
    (a list without violations is one of killings), the first.
    """
    names = _STATED_AS.get(field, (field,))
    for place in range(len(sayings) - 1, -1, -1):
        if any(name in sayings[place] for name in names):
            return place
    return 0


def runs(
    words: Sequence[tuple[str, str]],
) -> list[tuple[str, str, str]]:
    """Return what was said in turn: (word, since, until), unchanged words once.

    Args:
        words: (word, day) in order of the days; a word of "" says nothing and
            ends what was said before.
    """
    found: list[tuple[str, str, str]] = []
    before = ""
    for word, day in words:
        if word == before:
            continue
        if before:
            said, since, _ = found[-1]
            found[-1] = (said, since, day)
        if word:
            found.append((word, day, ""))
        before = word
    return found
