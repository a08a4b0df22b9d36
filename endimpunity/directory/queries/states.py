"""Questions about States, on a day and as we knew it at a moment."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from django.db.models import Q, QuerySet

from endimpunity.directory.models import (
    Membership,
    Population,
    PopulationVintage,
    State,
    StateName,
    StateNameList,
)
from endimpunity.directory.vocabulary import NameListKind, Scheme
from endimpunity.foundation import countries
from endimpunity.foundation.countries.names import fold
from endimpunity.foundation.text import search_text

# A later kind of list goes before an earlier one.
_PRECEDENCE = (
    NameListKind.CLDR,
    NameListKind.CONTESTED,
    NameListKind.OFFICIAL,
    NameListKind.INVENTED,
)


def states() -> QuerySet[State]:
    """Return every State and territory, former ones too, by code."""
    return State.objects.order_by("code")


def state_names(language: str) -> dict[str, str]:
    """Return code -> name to show, in the order of the names.

    An official list goes before the contested names and these before CLDR; a code
    that no active list names in the language has its English label. Areas of several
    States stand under their own code ("IL+PS") with the names of their States.
    """
    by_kind: dict[str, dict[str, str]] = {kind: {} for kind in _PRECEDENCE}
    rows = StateName.objects.filter(
        name_list__active=True,
        language=language,
    ).values_list("name_list__kind", "state_id", "text")
    for kind, code, text in rows:
        by_kind[kind][code] = text
    names = {code: country.name for code, country in countries.COUNTRIES.items()}
    for kind in _PRECEDENCE:
        names |= by_kind[kind]
    for area, codes in countries.AREAS.items():
        names[area] = " / ".join(sorted((names[code] for code in codes), key=_order))
    return dict(sorted(names.items(), key=lambda item: (_order(item[1]), item[0])))


def invented_world() -> str:
    """Return which invented world this installation shows, "" where it shows none.

    Everybody and everything of such a world is made up; it never stands beside a
    real one.
    """
    found = StateNameList.objects.filter(kind=NameListKind.INVENTED).first()
    return found.version if found else ""


def states_named(query: str) -> tuple[str, ...]:
    """Return the codes of the States that lists in use call so, in any language.

    Case, accents and punctuation do not matter; every word of the name does.
    """
    lists = StateNameList.objects.filter(active=True).order_by("id")
    asked = search_text(query)
    return _codes_by_name(tuple(lists.values_list("id", flat=True))).get(asked, ())


@lru_cache(maxsize=2)
def _codes_by_name(list_ids: tuple[int, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return comparable name -> codes; a list in use is never changed."""
    rows = StateName.objects.filter(name_list__in=list_ids).order_by("state_id", "id")
    found: dict[str, dict[str, None]] = {}
    for code, name in rows.values_list("state_id", "text"):
        found.setdefault(search_text(name), {})[code] = None
    return {name: tuple(codes) for name, codes in found.items() if name}


def formal_name(code: str, language: str) -> str:
    """Return the formal name in the official list, or "" where it gives none."""
    found = StateName.objects.filter(
        name_list__active=True,
        name_list__kind=NameListKind.OFFICIAL,
        state_id=code,
        language=language,
    ).first()
    return found.formal if found else ""


def group_of(
    scheme: Scheme,
    code: str,
    on: date,
    *,
    known_at: datetime | None = None,
) -> str | None:
    """Return the group a State belongs to under a scheme on a day.

    Args:
        scheme: whose scheme.
        code: the State's code.
        on: the day on which it is to hold.
        known_at: leaves out what was recorded later; None leaves out nothing.

    Returns:
        The group's code ("" for a plain membership); None where it belongs to none,
        or where nobody has recorded that it does.
    """
    return groups_on(scheme, on, known_at=known_at, code=code).get(code)


def groups_on(
    scheme: Scheme,
    on: date,
    *,
    known_at: datetime | None = None,
    code: str | None = None,
) -> Mapping[str, str]:
    """Return code -> group under a scheme on a day, of one State or of all."""
    known = Q(recorded_to__isnull=True)
    if known_at is not None:
        known = Q(recorded_from__lte=known_at) & (
            Q(recorded_to__isnull=True) | Q(recorded_to__gt=known_at)
        )
    rows = Membership.objects.filter(
        known,
        Q(from_on__isnull=True) | Q(from_on__lte=on),
        Q(to_on__isnull=True) | Q(to_on__gte=on),
        scheme=scheme,
    )
    if code is not None:
        rows = rows.filter(state_id=code)
    return dict(rows.order_by("state_id").values_list("state_id", "group"))


def is_unesco_member(
    code: str,
    on: date,
    *,
    known_at: datetime | None = None,
) -> bool:
    """Return whether the State was a member of UNESCO on the day."""
    return group_of(Scheme.UNESCO, code, on, known_at=known_at) is not None


def unesco_group(
    code: str,
    on: date,
    *,
    known_at: datetime | None = None,
) -> str | None:
    """Return the electoral group ("I" … "V(b)"); None before November 2019."""
    return group_of(Scheme.UNESCO_ELECTORAL, code, on, known_at=known_at)


def unesco_region(
    code: str,
    on: date,
    *,
    known_at: datetime | None = None,
) -> str | None:
    """Return the code of the region of UNESCO's data set (vocabulary.Region)."""
    return group_of(Scheme.UNESCO_REGION, code, on, known_at=known_at)


def m49_region(code: str) -> str | None:
    """Return the code of the M49 region ("002" is Africa); the standard has no days."""
    return group_of(Scheme.M49_REGION, code, date.max)


def m49_subregion(code: str) -> str | None:
    """Return the code of the M49 sub-region ("202" is Sub-Saharan Africa)."""
    return group_of(Scheme.M49_SUBREGION, code, date.max)


def population(code: str, year: int, vintage: str | None = None) -> int | None:
    """Return how many people lived in the State in the year.

    Args:
        code: the State's code.
        year: the calendar year; no other year stands in for one that is missing.
        vintage: code of the series; the default one without it.

    Returns:
        None where the vintage has no number for the State and year.
    """
    series = Q(vintage__is_default=True) if vintage is None else Q(vintage=vintage)
    found = Population.objects.filter(series, state_id=code, year=year).first()
    return found.value if found else None


def population_vintages() -> QuerySet[PopulationVintage]:
    """Return the population series side by side, by code."""
    return PopulationVintage.objects.order_by("code")


def default_population_vintage() -> str | None:
    """Return the code of the series that counts where none is named."""
    found = PopulationVintage.objects.filter(is_default=True).first()
    return found.code if found else None


def _order(name: str) -> tuple[str, str]:
    return fold(name), name
