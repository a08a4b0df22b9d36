"""What the values of a starter file may be, each kind with the word for it."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from endimpunity.cases.rules.sayings import DAYS, LISTS, OF_FIELDS, OF_TOLLS
from endimpunity.cases.vocabulary import (
    CondemnationWord,
    EventKind,
    Method,
    ProceedingKind,
    Standing,
    TollGroup,
    UpcomingKind,
)
from endimpunity.foundation.countries import AREAS, COUNTRIES
from endimpunity.foundation.partial_dates import from_edtf
from endimpunity.sources.vocabulary import (
    Employment,
    LocalForeign,
    Manner,
    Medium,
    Motive,
    Role,
    Sex,
    Violation,
)

# Says what is wrong with a value, as the end of a sentence; "" if nothing is.
Check = Callable[[Any], str]

# The ages a list may state, docs/reference/fields.md.
_OLDEST = 120
# English words for where a thing is beside a place: they would stand in sentences of
# all languages.
_BESIDE = re.compile(
    r"\b(?:near|outside|inside|outskirts|suburbs?|close to|east of|north of|south of"
    r"|west of|between|on the|in the|at the|the road)\b",
    re.IGNORECASE,
)
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def text(value: object) -> str:
    """Words, not blank and not in blanks."""
    good = isinstance(value, str) and value.strip() == value != ""
    return "" if good else "is no text"


def place(value: object) -> str:
    """A place's name alone, which every language can put into a sentence."""
    if told := text(value):
        return told
    found = _BESIDE.search(str(value))
    return f'holds "{found[0]}", which is English: the place alone' if found else ""


def slug(value: object) -> str:
    """A name of a fact within the files: small letters, figures and hyphens."""
    good = isinstance(value, str) and _SLUG.fullmatch(value)
    return "" if good else "is no slug"


def address(value: object) -> str:
    """An address that a page may link to."""
    good = isinstance(value, str) and value.startswith(("http://", "https://"))
    return "" if good else "is no address"


def edtf(value: object) -> str:
    """A day as EDTF, levels 0 to 2; nothing is a day that is not known."""
    good = isinstance(value, str) and (value == "" or from_edtf(value).readable)
    return "" if good else f"is no day: {value}"


def calendar_day(value: object) -> str:
    """A day of the calendar, as TOML writes it."""
    return "" if type(value) is date else "is no day"


def yes_or_no(value: object) -> str:
    """True or false."""
    return "" if isinstance(value, bool) else "is neither true nor false"


def count(value: object) -> str:
    """A whole number from 0."""
    return "" if type(value) is int and value >= 0 else "is no number"


def figure(value: object) -> str:
    """A whole number, written as a text."""
    good = isinstance(value, str) and value.isascii() and value.isdigit()
    return "" if good else "is no number"


def age(value: object) -> str:
    """Years, as lists may state them."""
    return "" if type(value) is int and 1 <= value <= _OLDEST else "is no age"


def table(value: object) -> str:
    """A table of the file."""
    return "" if isinstance(value, Mapping) else "is no table"


def numbered(value: object) -> str:
    """The accused: words on their alleged role, by number from 1."""
    good = isinstance(value, Mapping) and all(
        number.isdecimal() and int(number) > 0 and not text(role)
        for number, role in value.items()
    )
    return "" if good else "are not numbered from 1, each with a role"


def path(value: object) -> str:
    """The path of a fact that an earlier release told: table, slug, event."""
    table, *slugs = str(value).split("/")
    known = {"toll": 1, "condemnation": 1, "statement": 1, "disagreement": 1}
    good = len(slugs) == known.get(table, 2 if table == "proceeding" else 0)
    return "" if good and not any(map(slug, slugs)) else f"is no path: {value}"


def nothing(_value: object) -> str:
    """A field of which no code can be said."""
    return "is not for a code"


def anything(_value: object) -> str:
    """What is looked at elsewhere."""
    return ""


def one_of(codes: Sequence[str]) -> Check:
    """One code of a closed list."""
    return lambda value: "" if value in codes else f"is unknown: {value}"


def some_of(checked: Check) -> Check:
    """A list with at least one value, each of a kind."""

    def check(value: object) -> str:
        if not isinstance(value, list) or not value:
            return "is an empty list" if value == [] else "is no list"
        return next((told for one in value if (told := checked(one))), "")

    return check


country = one_of(tuple(COUNTRIES))

# The fields of an attack, a person and a case.
FACTS: Mapping[str, Check] = {
    "violations": some_of(one_of(Violation.values)),
    "date": edtf,
    "country": country,
    "area": one_of(tuple(AREAS)),
    "place": place,
    "conflict": yes_or_no,
    "context": text,
    "summary": text,
    "name": text,
    "name_native": text,
    "sex": one_of(Sex.values),
    "nationality": some_of(country),
    "role": one_of(Role.values),
    "employment": one_of(Employment.values),
    "local_foreign": one_of(LocalForeign.values),
    "outlets": some_of(text),
    "media": some_of(one_of(Medium.values)),
    "beats": some_of(text),
    "manner": one_of(Manner.values),
    "motive": one_of(Motive.values),
    "age": age,
    "not_told": text,
}

# What a source may be quoted with in one word of one field, as a text.
SAYINGS: Mapping[str, Check] = {
    **{field: FACTS[field] for field in OF_FIELDS},
    **dict.fromkeys(LISTS, text),
    "violations": one_of(Violation.values),
    "media": one_of(Medium.values),
    "nationality": country,
    "age": figure,
    **dict.fromkeys(OF_TOLLS, figure),
    **dict.fromkeys(DAYS, edtf),
}

# The codes of the tables.
TOLL_GROUP = one_of(TollGroup.values)
WORD = one_of(CondemnationWord.values)
PROCEEDING = one_of(ProceedingKind.values)
EVENT = one_of(EventKind.values)
UPCOMING = one_of(UpcomingKind.values)
METHOD = one_of(Method.values)
STANDING = one_of(Standing.values)
