"""Where voices contradict one another, and where they only say more or less."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from endimpunity.cases.rules.columns import date_columns
from endimpunity.cases.rules.sayings import DAYS, SAYABLE

# Fields on which two voices can contradict one another, in the order of a page.
# Of a place, an outlet or the spelling of a name one voice says more than another,
# or says it otherwise; that is no contradiction.
COMPARED = (
    "age",
    "date",
    "country",
    "violations",
    "role",
    "employment",
    "local_foreign",
    "manner",
    "motive",
)
# Of the others a source's own value is recorded because it is not another's.
TOLD_APART = tuple(field for field in SAYABLE if field not in COMPARED)
# Said so in so many words, and still nothing that another voice could contradict.
_SAYS_NOTHING = (None, "", "UNKNOWN", "UNSTATED")


def differing(voices: Sequence[Mapping[str, Any]]) -> dict[str, list[int]]:
    """Return the fields on which voices contradict one another.

    Two dates contradict one another where no day is in both; two lists of
    violations where none is in both; other values where they are not the same.

    Args:
        voices: what each voice says, by field, as `settle` takes them.

    Returns:
        Field to the places of all voices that state it, in their order.
    """
    return _found(COMPARED, voices)


def told_apart(voices: Sequence[Mapping[str, Any]]) -> dict[str, list[int]]:
    """Return other fields on which the registry and sources it quotes differ.

    Args:
        voices: the registry's, and what each source is quoted with; no list's.

    Returns:
        As `differing`.
    """
    return _found(TOLD_APART, voices)


def _found(
    fields: Sequence[str],
    voices: Sequence[Mapping[str, Any]],
) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for field in fields:
        stating = [place for place, voice in enumerate(voices) if _states(voice, field)]
        if any(
            _contradict(field, voices[one][field], voices[other][field])
            for one, other in combinations(stating, 2)
        ):
            found[field] = stating
    return found


def _states(voice: Mapping[str, Any], field: str) -> bool:
    value = voice.get(field)
    if field in DAYS:
        day = date_columns(value)
        return day.date_earliest is not None or day.date_latest is not None
    if isinstance(value, list):
        return any(one not in _SAYS_NOTHING for one in value)
    return value not in _SAYS_NOTHING


def _contradict(field: str, one: Any, other: Any) -> bool:  # noqa: ANN401  # values of fields
    if field in DAYS:
        return _apart(one, other)
    if isinstance(one, list) and isinstance(other, list):
        return not set(one) & set(other)
    return str(one) != str(other)


def _apart(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    a, b = date_columns(one), date_columns(other)
    return bool(
        (a.date_latest and b.date_earliest and a.date_latest < b.date_earliest)
        or (b.date_latest and a.date_earliest and b.date_latest < a.date_earliest),
    )
