"""Which of a record's people is which, from one saying to the next.

A person is known by the name, not by the place in the cell: a list may name the
same people in another order, or one of them no longer.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from endimpunity.foundation.names import comparison_key
from endimpunity.sources.rules.folding import Values, fold, values_of_person
from endimpunity.sources.rules.pairing import pair_one_to_one
from endimpunity.sources.rules.weighing import weigh_names

# Key, number and name of a part.
Known = tuple[int, int, str]


def names_in(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of the people that a record names, none to several."""
    people = values.get("people")
    if people is not None:
        return tuple(str(person.get("name") or "") for person in people)
    return (str(values.get("name") or values.get("name_native") or ""),)


def match_people(parts: Sequence[str], names: Sequence[str]) -> dict[int, int]:
    """Pair the people a record names with those it has named before.

    A record that named one and names one means the same person, however respelt.
    Else the same comparison key decides, and after it the weight of the names.

    Args:
        parts: names as first stated, part by part.
        names: names stated now.

    Returns:
        Place in `names` -> place in `parts`; who is not in it is new.
    """
    if len(parts) == 1 and len(names) == 1:
        return {0: 0}
    return match_names(parts, names)


def match_names(parts: Sequence[str], names: Sequence[str]) -> dict[int, int]:
    """Pair people by their names alone, as `match_people` does where it must."""
    keys = [comparison_key(name) for name in parts]
    free = set(range(len(parts)))
    found: dict[int, int] = {}
    for place, name in enumerate(names):
        same = next(
            (at for at in sorted(free) if keys[at] == comparison_key(name)), None
        )
        if same is not None:
            found[place] = same
            free.discard(same)
    weights = {
        (at, place): weight[0]
        for place, name in enumerate(names)
        if place not in found
        for at in free
        if (weight := weigh_names(tuple(keys[at].split()), _words(name))) is not None
    }
    found.update((place, at) for at, place in pair_one_to_one(weights))
    return found


def _words(name: str) -> tuple[str, ...]:
    return tuple(comparison_key(name).split())


def people_of(
    parts: Sequence[Known],
    values: Mapping[str, Any],
) -> list[tuple[int, int, Values]]:
    """Return key, number and values of every part that a record names now.

    Args:
        parts: the record's parts by number.
        values: what the record says.
    """
    names = names_in(values)
    matched = match_people([name for _, _, name in parts], names)
    named = [
        (parts[at][0], parts[at][1], values_of_person(values, place))
        for place, at in matched.items()
    ]
    return sorted(named, key=lambda one: one[1])


def people_ever_named(
    parts: Sequence[Known],
    said: Sequence[Mapping[str, Any]],
) -> list[tuple[int, int, Values]]:
    """Return key, number and values of every part that any saying names.

    The values are those of the record as of the last saying that names the
    person; who is named by the last of all has what the record says now.

    Args:
        parts: the record's parts by number.
        said: what the record said, the earliest first.
    """
    found: dict[int, tuple[int, int, Values]] = {}
    for until in range(len(said), 0, -1):
        if len(found) == len(parts):
            break
        values = fold(said[:until])
        for key, number, own in people_of(parts, values):
            found.setdefault(key, (key, number, own))
    return sorted(found.values(), key=lambda one: one[1])
