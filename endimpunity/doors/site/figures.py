"""Figures of the site: what is drawn, in the page's words, and the table beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi, gettext, pgettext

from endimpunity.cases import published as cases_published
from endimpunity.doors.site import wording
from endimpunity.doors.site.drawing import charts, maps, outlines, sizes, tables
from endimpunity.doors.site.places import PlaceNames

# A place with fewer killings than this has no charts: they are read sooner than drawn.
FEWEST_KILLINGS = 5


@dataclass(frozen=True, kw_only=True)
class Key:
    """A line of a legend; `sign` is drawn, `words` say what it stands for."""

    sign: SafeString | str
    words: str


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A drawing with all that stands beside it.

    Attributes:
        key: begins the ids of the figure; one figure a page has it.
        title: what is drawn; the caption begins with it.
        drawing: the SVG.
        legend: what its signs stand for.
        notes: what a reader must know to read it, a sentence each.
        table: what is drawn, in cells; "" where nothing of it can be told so.
        csv_address: where the table is to be had as CSV, or "".
        is_map: whether the no-opinion statement beside it speaks of borders, or of
            names alone.
    """

    key: str
    title: str
    drawing: SafeString
    legend: tuple[Key, ...] = ()
    notes: tuple[str, ...] = ()
    table: SafeString | str = ""
    csv_address: str = ""
    is_map: bool = False


def world_figure(
    counts: Sequence[cases_published.CountryCount],
    places: PlaceNames,
) -> Figure | None:
    """Return the map of unresolved killings by country; None where none is on it."""
    ordered = places.in_order(it for it in counts if it.killings)
    on_map = [it for it in ordered if it.code in outlines.world().countries]
    if not on_map:
        return None
    title = gettext("Unresolved killings by country")
    return Figure(
        key="world",
        title=title,
        drawing=maps.world_map(
            (_dot(it, places) for it in on_map),
            land=static(outlines.LAND),
            key="world",
            title=title,
            description=_world_in_words(on_map),
        ),
        legend=_world_legend(),
        notes=(what_is_unresolved(), *_not_on_map(ordered, on_map), _no_ranking()),
        table=_country_table(title, ordered, places),
        csv_address=reverse("site:countries-table"),
        is_map=True,
    )


def years_figure(
    code: str,
    counts: cases_published.PlaceCounts,
    places: PlaceNames,
) -> Figure | None:
    """Return a place's killings by year; None where there are too few to draw."""
    dated = [
        charts.Column(
            year=it.year,
            count=it.killings,
            unresolved=it.unresolved_killings,
        )
        for it in counts.years
        if it.year is not None
    ]
    if sum(it.count for it in dated) < FEWEST_KILLINGS:
        return None
    title = gettext("Killings by year: %(place)s") % {"place": places.name(code)}
    return Figure(
        key="years",
        title=title,
        drawing=charts.columns(
            dated,
            key="years",
            title=title,
            description=_years_in_words(dated),
            right_to_left=get_language_bidi(),
        ),
        legend=(
            Key(sign="full", words=pgettext("of killings", "unresolved")),
            Key(sign="rest", words=pgettext("of killings", "others")),
        ),
        notes=(*_without_year(counts.years), what_is_unresolved()),
        table=tables.table(
            title,
            (gettext("Year"), *_counted_head()),
            (
                tables.Row(
                    cells=(
                        year_in_words(it.year),
                        it.killings,
                        it.unresolved_killings,
                    ),
                )
                for it in counts.years
            ),
        ),
        csv_address=reverse("site:country-table", args=[code]),
    )


def standings_figure(
    code: str,
    counts: cases_published.PlaceCounts,
    places: PlaceNames,
) -> Figure | None:
    """Return what justice has done in a place; None where there are too few cases."""
    if sum(it.killings for it in counts.standings) < FEWEST_KILLINGS:
        return None
    rows = [
        charts.Bar(label=wording.in_words(it.standing, "standing"), count=it.killings)
        for it in counts.standings
    ]
    title = gettext("What justice has done about killings: %(place)s") % {
        "place": places.name(code),
    }
    return Figure(
        key="standings",
        title=title,
        drawing=charts.bars(
            rows,
            key="standings",
            title=title,
            description=_standings_in_words(rows),
            right_to_left=get_language_bidi(),
        ),
        table=tables.table(
            title,
            (gettext("Judicial follow-up"), gettext("Killings")),
            (tables.Row(cells=(it.label, it.count)) for it in rows),
        ),
    )


def what_is_unresolved() -> str:
    """Say what the word means on every figure."""
    return gettext(
        "Unresolved: neither a final conviction nor full justice nor a resolution is"
        " recorded here. That includes killings without any news of justice. Other"
        " attacks are not counted here: they share no total with killings.",
    )


def year_in_words(year: int | None) -> str:
    """Return a year as figures, or that it is not certain."""
    return gettext("year not certain") if year is None else str(year)


def _country_table(
    title: str,
    counts: Iterable[cases_published.CountryCount],
    places: PlaceNames,
) -> SafeString:
    return tables.table(
        title,
        (gettext("Country"), *_counted_head()),
        (
            tables.Row(
                cells=(places.name(it.code), it.killings, it.unresolved_killings),
                address=reverse("site:country", args=[it.code]),
            )
            for it in counts
        ),
    )


def _counted_head() -> tuple[str, str]:
    return gettext("Killings"), gettext("Unresolved")


def _dot(count: cases_published.CountryCount, places: PlaceNames) -> maps.Dot:
    return maps.Dot(
        code=count.code,
        count=count.unresolved_killings,
        # Translators: on a map, of killings, as in "Mali: 2 unresolved of 3"
        label=gettext("%(country)s: %(unresolved)s unresolved of %(killings)s")
        % {
            "country": places.name(count.code),
            "unresolved": count.unresolved_killings,
            "killings": count.killings,
        },
        address=reverse("site:country", args=[count.code]),
    )


def _world_in_words(on_map: Iterable[cases_published.CountryCount]) -> str:
    return gettext(
        "A map of the world with a dot in each country where this registry holds"
        " unresolved killings: %(killings)s in all. A table has the same numbers.",
    ) % {"killings": sum(it.unresolved_killings for it in on_map)}


def _world_legend() -> tuple[Key, ...]:
    """Return the classes of dots, the ring and the bare land."""
    return (
        *(Key(sign=maps.swatch(it), words=_bounds(it)) for it in sizes.DOTS),
        Key(
            sign=maps.swatch(sizes.SETTLED),
            words=gettext("killings here, none unresolved"),
        ),
        Key(sign="land", words=gettext("no killing recorded here")),
    )


def _bounds(size: sizes.Size) -> str:
    if size.most is None:
        return gettext("%(least)s and more") % {"least": size.least}
    if size.least == size.most:
        return str(size.least)
    # Translators: a range of numbers
    return pgettext("numbers", "%(least)s–%(most)s") % {  # noqa: RUF001  # a range's dash
        "least": size.least,
        "most": size.most,
    }


def _not_on_map(
    every: Sequence[cases_published.CountryCount],
    on_map: Sequence[cases_published.CountryCount],
) -> tuple[str, ...]:
    """Say how many unresolved killings no dot stands for."""
    left = sum(it.unresolved_killings for it in every) - sum(
        it.unresolved_killings for it in on_map
    )
    if not left:
        return ()
    text = gettext(
        "Unresolved killings of areas, former States or unknown countries, which are"
        " in the table and not on the map: %(killings)s.",
    )
    return (text % {"killings": left},)


def _no_ranking() -> str:
    return gettext(
        "The registry is a sample: the dots say how many killings it holds and rank"
        " no State.",
    )


def _years_in_words(years: Sequence[charts.Column]) -> str:
    return gettext(
        "A column for each year from %(first)s to %(last)s. The tallest stands for"
        " %(most)s killings. A table has the same numbers.",
    ) % {
        "first": years[0].year,
        "last": years[-1].year,
        "most": max(it.count for it in years),
    }


def _without_year(years: Iterable[cases_published.YearCount]) -> tuple[str, ...]:
    killings = sum(it.killings for it in years if it.year is None)
    if not killings:
        return ()
    text = gettext("Killings whose year is not certain, in no column: %(killings)s.")
    return (text % {"killings": killings},)


def _standings_in_words(rows: Sequence[charts.Bar]) -> str:
    # Translators: a word of justice and how many killings, as in: Annulled: 3
    pair = pgettext("a word and its number", "%(word)s: %(number)s")
    told = (pair % {"word": row.label, "number": row.count} for row in rows)
    return pgettext("between items of a list", ", ").join(told)
