"""The map of where a country or area lies, in the page's words, and its table."""

from collections.abc import Sequence

from django.templatetags.static import static
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from endimpunity.doors.site.drawing import globe, maps, outlines, tables
from endimpunity.doors.site.figures import Figure
from endimpunity.doors.site.places import PlaceNames

# Antarctica is left out of the picture: its dot lies on the lower edge, not in it.
_NOT_WHERE_DRAWN = frozenset({"AQ"})


def locator_figure(code: str, places: PlaceNames) -> Figure | None:
    """Return the map of where a country or area lies; None where no map knows it."""
    parts = outlines.known_on_map(code)
    if not parts:
        return None
    # Translators: the title of a small map of one country or area
    title = gettext("Where it lies: %(place)s") % {"place": places.name(code)}
    return Figure(
        key="locator",
        title=title,
        drawing=maps.locator_map(
            parts,
            land=static(outlines.REGION),
            key="locator",
            title=title,
            description=gettext("A map of the surroundings, with the place marked."),
        ),
        table=_table(title, parts, places),
        is_map=True,
    )


def _table(
    title: str,
    parts: Sequence[str],
    places: PlaceNames,
) -> SafeString | str:
    """Say in degrees where the middle of each part is drawn."""
    told = [code for code in parts if code not in _NOT_WHERE_DRAWN]
    if not told:
        return ""
    head = (
        gettext("Country"),
        # Translators: of the middle of a country on a map, as in: 17° N
        gettext("Latitude of its middle"),
        gettext("Longitude of its middle"),
    )
    return tables.table(title, head, (_row(code, places) for code in told))


def _row(code: str, places: PlaceNames) -> tables.Row:
    latitude, longitude = globe.on_globe(outlines.world().countries[code].point)
    return tables.Row(
        cells=(
            places.name(code),
            _degrees(latitude, gettext("%(degrees)s° N"), gettext("%(degrees)s° S")),
            _degrees(longitude, gettext("%(degrees)s° E"), gettext("%(degrees)s° W")),
        ),
    )


def _degrees(value: int, positive: str, negative: str) -> str:
    return (positive if value >= 0 else negative) % {"degrees": abs(value)}
