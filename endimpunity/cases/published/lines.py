"""Lists of published cases, read from `PublicLine` and from nothing else."""

from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from endimpunity.cases.models import Case, PublicLine
from endimpunity.cases.published.cards import (
    CaseLine,
    CountryCount,
    DateCard,
    Page,
    PlaceCard,
    RegistryCard,
)
from endimpunity.cases.queries.identity import identity
from endimpunity.cases.rules.standing import RESOLVED_STANDINGS
from endimpunity.directory import queries as directory_queries
from endimpunity.foundation.lens import Lens
from endimpunity.foundation.paging import NoSuchPage
from endimpunity.foundation.partial_dates import PartialDate
from endimpunity.sources import published as sources_published
from endimpunity.sources.vocabulary import Violation

# Before the key of the first item of a page when the page before it is asked for.
BACKWARD = "-"

# Each page says it: what the registry holds is chosen, not counted.
COVERAGE = _(
    "A sample: well documented cases written by the registry itself, and lists of"
    " publishers as they were imported. It is not a count of all such crimes.",
)

# The lines whose standing ends nothing.
IS_UNRESOLVED = ~Q(standing__in=sorted(RESOLVED_STANDINGS))
# Killings and other violations never share a total.
IS_KILLING = Q(violation=Violation.KILLING)


def registry_card(*, lens: Lens) -> RegistryCard:
    """Return what every page says: how many cases are shown and how many are not.

    The registry is a sample and says so: over it no rate or world total is
    computed.
    """
    countries, alone = _countries(lens)
    published = sum(one.cases for one in countries)
    known = identity(lens.known_at)
    held = Case.objects.filter(recorded_at__lte=lens.known_at).count()
    return RegistryCard(
        published=published,
        left_out=max(held - len(known.leads) - published, 0),
        countries=countries,
        sample=True,
        coverage=gettext(COVERAGE),
        alone=alone,
        invented=bool(directory_queries.invented_world()),
        publishers=sources_published.publishers(lens=lens),
    )


def _countries(lens: Lens) -> tuple[tuple[CountryCount, ...], bool]:
    """Count the lines of each place; tell too whether any is one person's alone."""
    rows = list(
        visible(lens)
        .order_by("place_code")
        .values("place_code")
        .annotate(
            cases=Count("*"),
            killings=Count("violation", filter=IS_KILLING),
            unresolved_killings=Count("standing", filter=IS_KILLING & IS_UNRESOLVED),
            unresolved_others=Count("standing", filter=~IS_KILLING & IS_UNRESOLVED),
            by_one=Count("alone", filter=Q(alone=True)),
        ),
    )
    countries = tuple(
        CountryCount(
            code=row["place_code"],
            cases=row["cases"],
            killings=row["killings"],
            unresolved_killings=row["unresolved_killings"],
            unresolved_others=row["unresolved_others"],
        )
        for row in rows
    )
    return countries, any(row["by_one"] for row in rows)


def cases_in(
    place_code: str,
    *,
    lens: Lens,
    unresolved: bool | None = None,
    after: str = "",
    size: int = 30,
) -> Page[CaseLine]:
    """Return a page of a country's or an area's cases, the latest first.

    Args:
        place_code: a country's code, an area's, or "" for cases of nowhere known.
        lens: the registry's lens.
        unresolved: those that no word of justice ends, or the others; None is both.
        after: a `next_key` or `previous_key`.
        size: cases a page.

    Raises:
        NoSuchPage: the key leads nowhere, or not any more.
    """
    rows = visible(lens).filter(place_code=place_code)
    return page_of(of_standing(rows, unresolved=unresolved), after, size)


def unresolved_cases(
    *,
    lens: Lens,
    after: str = "",
    size: int = 50,
) -> Page[CaseLine]:
    """Return a page of all cases that no word of justice ends, the latest first.

    Raises:
        NoSuchPage: the key leads nowhere, or not any more.
    """
    return page_of(of_standing(visible(lens), unresolved=True), after, size)


def latest_unresolved(*, lens: Lens, size: int = 6) -> tuple[CaseLine, ...]:
    """Return the cases of the latest attacks that no word of justice ends."""
    rows = of_standing(visible(lens), unresolved=True)
    rows = rows.order_by("sort_key", "case_id")
    return tuple(line_card(row) for row in rows[:size])


def latest_published(
    *,
    lens: Lens,
    place_code: str | None = None,
    unresolved: bool | None = None,
    size: int = 50,
) -> tuple[CaseLine, ...]:
    """Return the cases published last, the latest first.

    Args:
        lens: the registry's lens.
        place_code: of one country or area only; None is everywhere.
        unresolved: as of `cases_in`.
        size: cases at most.
    """
    rows = of_standing(visible(lens), unresolved=unresolved)
    if place_code is not None:
        rows = rows.filter(place_code=place_code)
    rows = rows.order_by("-published_at", "-case_id")[:size]
    return tuple(line_card(row) for row in rows)


def visible(lens: Lens) -> QuerySet[PublicLine]:
    """Return the lines that a lens shows.

    A case merged by then is read under the case it leads to, where that one is
    shown; a case withdrawn since is shown under no lens.

    Raises:
        ValueError: the voice is a publisher's; its list is read in `sources`.
    """
    if not lens.is_registry:
        raise ValueError(f"The registry's cases have no voice {lens.voice!r}.")
    rows = PublicLine.objects.filter(published_at__lte=lens.known_at)
    known = identity(lens.known_at)
    if not known.leads:
        return rows
    stands = {merged: known.of(merged) for merged in known.leads}
    shown = set(
        PublicLine.objects.filter(
            case__in=set(stands.values()),
            published_at__lte=lens.known_at,
        ).values_list("case_id", flat=True),
    )
    hidden = [merged for merged, into in stands.items() if into in shown]
    return rows.exclude(case__in=hidden)


def of_standing(
    rows: QuerySet[PublicLine],
    *,
    unresolved: bool | None,
) -> QuerySet[PublicLine]:
    """Return the lines that no word of justice ends, or the others; None is both."""
    if unresolved is None:
        return rows
    return rows.filter(IS_UNRESOLVED if unresolved else ~IS_UNRESOLVED)


def page_of(rows: QuerySet[PublicLine], after: str, size: int) -> Page[CaseLine]:
    """Cut a page out of lines by the key of the one it begins after.

    Raises:
        NoSuchPage: the key leads nowhere, or not any more, or past an end.
    """
    total = rows.count()
    backward = after.startswith(BACKWARD)
    mark = _line_at(after.removeprefix(BACKWARD)) if after else None
    if after and mark is None:
        raise NoSuchPage(after)
    cut = rows.order_by("sort_key", "case_id")
    if mark is not None and backward:
        cut = rows.filter(_before(mark)).order_by("-sort_key", "-case_id")
    elif mark is not None:
        cut = cut.filter(_after(mark))
    found = list(cut[:size])
    if mark is not None and backward:
        found.reverse()
    if not found and mark is not None:
        raise NoSuchPage(after)
    if not found:
        return Page(items=(), total=total, next_key="", previous_key="")
    return Page(
        items=tuple(line_card(row) for row in found),
        total=total,
        next_key=_key_if(rows.filter(_after(found[-1])), found[-1].public_id),
        previous_key=_key_if(
            rows.filter(_before(found[0])),
            BACKWARD + found[0].public_id,
        ),
    )


def _line_at(public_id: str) -> PublicLine | None:
    return PublicLine.objects.filter(public_id=public_id).first()


def _key_if(rows: QuerySet[PublicLine], key: str) -> str:
    return key if rows.exists() else ""


def _after(mark: PublicLine) -> Q:
    return Q(sort_key__gt=mark.sort_key) | Q(
        sort_key=mark.sort_key,
        case_id__gt=mark.case_id,
    )


def _before(mark: PublicLine) -> Q:
    return Q(sort_key__lt=mark.sort_key) | Q(
        sort_key=mark.sort_key,
        case_id__lt=mark.case_id,
    )


def line_card(row: PublicLine) -> CaseLine:
    """Return a line as a card."""
    return CaseLine(
        public_id=row.public_id,
        name=row.name,
        native_name=row.native_name,
        native_language=row.native_language,
        date=date_card(row.date_earliest, row.date_latest, row.date_text),
        where=place_card(row),
        outlets=tuple(row.outlets),
        violation=row.violation,
        standing=row.standing,
        standing_by=row.standing_by,
        two_persons=row.two_persons,
        published_at=row.published_at.isoformat(),
    )


def place_card(row: PublicLine) -> PlaceCard:
    """Return where a line's attack happened, as a card."""
    return PlaceCard(
        country=row.country,
        area=row.area,
        place=row.place,
        division=row.division,
    )


def date_card(earliest: date | None, latest: date | None, text: str = "") -> DateCard:
    """Return an interval of days as a card."""
    day = PartialDate(earliest=earliest, latest=latest, text=text)
    return DateCard(
        edtf=day.edtf,
        text=text,
        earliest=earliest.isoformat() if earliest else "",
        latest=latest.isoformat() if latest else "",
        precision=str(day.precision),
    )
