"""What a list withdraws when it says that it is complete."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

# A list that lets go of more than this share of its scope at once was more likely
# cut off or filtered than reviewed: the largest review met let go of 0.4 %.
LARGEST_SHARE = Fraction(5, 100)


def in_scope(values: Mapping[str, Any], scope: Mapping[str, str]) -> bool:
    """Tell whether a record surely lies in the scope of a complete file.

    A field that the list leaves unknown or never spoke of keeps the record out:
    nothing is withdrawn on a guess.

    Args:
        values: what the record has said so far.
        scope: field -> code; all must hold; empty is the whole list.
    """
    return all(_text(values.get(field)) == code for field, code in scope.items())


def _text(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
