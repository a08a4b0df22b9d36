"""What a list withdraws when it says that it is complete."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from endimpunity.foundation.countries import COUNTRIES
from endimpunity.sources.rules.mapping.checking import BOOLEANS, CODES
from endimpunity.sources.rules.mapping.meaning import ending_in_near

# A list that lets go of more than this share of its scope at once was more likely
# cut off or filtered than reviewed: the largest review met let go of 0.4 %.
LARGEST_SHARE = Fraction(5, 100)


def is_far_shorter(rows: int, before: int) -> bool:
    """Tell whether a file lacks more rows than a list lets go of at once.

    A file that is cut off cleanly shows no fault of its own; what it lacks does.

    Args:
        rows: of the file.
        before: of the same list's file before it.
    """
    return rows < before * (1 - LARGEST_SHARE)


def in_scope(values: Mapping[str, Any], scope: Mapping[str, str]) -> bool:
    """Tell whether a record surely lies in the scope of a complete file.

    A field that the list leaves unknown or never spoke of keeps the record out:
    nothing is withdrawn on a guess.

    Args:
        values: what the record has said so far.
        scope: field -> code; all must hold; empty is the whole list.
    """
    return all(_text(values.get(field)) == code for field, code in scope.items())


def scope_fault(scope: Mapping[str, str]) -> str:
    """Return why no record can lie in a scope, "" if one may.

    A scope with a typo would withdraw nothing, and say so of every record.
    """
    fields = (*CODES, *BOOLEANS, "country", "year")
    for field, code in scope.items():
        if field not in fields:
            return (
                f'"{field}" of --scope is no field with codes'
                f"{ending_in_near(field, fields)} Allowed are: {', '.join(fields)}."
            )
        if field == "country" and code not in COUNTRIES:
            return f'"{code}" of --scope is no country; write its code, as BR.'
        allowed = CODES.get(field, ("true", "false") if field in BOOLEANS else ())
        if allowed and code not in allowed:
            return (
                f'"{code}" of --scope is no value of {field}'
                f"{ending_in_near(code, allowed)} Allowed are: {', '.join(allowed)}."
            )
    return ""


def _text(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
