"""The fields of a case, and how a list's words become them."""

from collections.abc import Mapping
from typing import Any

Facts = dict[str, Any]

OF_ATTACK = (
    "violations",
    "date",
    "country",
    "area",
    "place",
    "conflict",
    "context",
    "summary",
)
OF_PERSON = ("name", "name_native", "sex", "nationality")
OF_CASE = (
    "role",
    "employment",
    "local_foreign",
    "outlets",
    "media",
    "beats",
    "manner",
    "motive",
    "age",
    "not_told",
)
FIELDS = OF_ATTACK + OF_PERSON + OF_CASE

# Fields of a list that enter a case under their own name. A list's free text
# (`summary`) is not among them: it may name living suspects.
_AS_THEY_ARE = (
    "country",
    "area",
    "place",
    "conflict",
    "name",
    "name_native",
    "sex",
    "nationality",
    "role",
    "employment",
    "local_foreign",
    "outlets",
    "media",
    "beats",
    "manner",
    "motive",
    "age",
)


def facts_of_record(values: Mapping[str, Any]) -> Facts:
    """Return the facts of a case that one record states; blanks are left out.

    Args:
        values: a record's folded values for one of its people, as `sources`
            keeps them. Without a violation a list's entry is a killing.
    """
    facts: Facts = {
        field: value
        for field in _AS_THEY_ARE
        if (value := values.get(field)) not in (None, "", [])
    }
    facts["violations"] = [values.get("violation") or "KILLING"]
    date = values.get("date")
    if date and (date.get("earliest") or date.get("latest") or date.get("text")):
        facts["date"] = date
    elif values.get("year"):
        facts["date"] = whole_year(int(values["year"]))
    return facts


def whole_year(year: int) -> dict[str, str | None]:
    """Return a year as a stored date: any of its days."""
    return {
        "text": str(year),
        "earliest": f"{year:04d}-01-01",
        "latest": f"{year:04d}-12-31",
    }
