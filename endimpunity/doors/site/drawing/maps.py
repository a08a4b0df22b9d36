"""Maps: dots on the picture of all land, and where a country lies."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from endimpunity.doors.site.drawing.markup import Value, described, element, naming
from endimpunity.doors.site.drawing.outlines import Outline, World, world
from endimpunity.doors.site.drawing.sizes import Size, size_of

# Around the land, in units of the map: half of the largest dot.
MARGIN = 10
# How much of the world a country's own map shows at least and beyond its bounds.
LEAST_WINDOW = 200
AROUND = 1.8
# A country that is narrower than this is ringed: its outline alone is a speck.
SPECK = 12.0


@dataclass(frozen=True, kw_only=True)
class Dot:
    """A country's unresolved killings; `label` says them, `address` opens them."""

    code: str
    count: int
    label: str
    address: str


def world_map(
    dots: Iterable[Dot],
    *,
    land: str,
    key: str,
    title: str,
    description: str,
) -> SafeString:
    """Draw all land with a dot for each country that has a case.

    The picture is named for screen readers; the dots lead to their countries for a
    pointer alone, since the table beside the map holds the same addresses: a
    hundred stops in the order of the keyboard would bar the way to it.

    Args:
        dots: at most one a country; the largest are drawn first, below the others.
        land: the address of the picture of all land.
        key: begins the ids of this figure.
        title: what the map shows.
        description: what it shows, in a sentence or two.
    """
    whole = world()
    drawn = sorted(dots, key=lambda it: (-size_of(it.count).radius, it.code))
    box = (-MARGIN, -MARGIN, whole.width + 2 * MARGIN, whole.height + 2 * MARGIN)
    return element(
        "svg",
        {"class_": "map", "viewBox": _box(box), "focusable": "false"},
        element(
            "g",
            naming(key),
            *described(key, title, description),
            _land(land, whole),
        ),
        element("g", {"aria_hidden": "true"}, *(_dot(it, whole) for it in drawn)),
    )


def locator_map(
    codes: Sequence[str],
    *,
    land: str,
    key: str,
    title: str,
    description: str,
) -> SafeString:
    """Draw where countries lie, with what is around them.

    Args:
        codes: one country's, or those of an area; at least one, all on the map.
        land: the address of the picture of all land.
        key: begins the ids of this figure.
        title: what the map shows.
        description: the same in a sentence.
    """
    whole = world()
    found = [whole.countries[code] for code in codes]
    return element(
        "svg",
        {"class_": "map", "viewBox": _box(_window(found, whole)), **naming(key)},
        *described(key, title, description),
        _land(land, whole),
        *(element("path", {"class_": "here", "d": it.path}) for it in found if it.path),
        *(_ring(it) for it in found if it.window[2] - it.window[0] < SPECK),
    )


def swatch(size: Size) -> SafeString:
    """Draw a dot of a class for the legend, at the scale of the map."""
    return element(
        "svg",
        {"class_": f"swatch of-{size.name}", "aria_hidden": "true"},
        element("circle", {"class_": size.name, "cx": "50%", "cy": "50%"}),
    )


def _land(address: str, whole: World) -> SafeString:
    size: dict[str, Value] = {"width": whole.width, "height": whole.height}
    return element("image", {"class_": "land", "href": address, **size})


def _dot(dot: Dot, whole: World) -> SafeString:
    x, y = whole.countries[dot.code].point
    size = size_of(dot.count)
    place: dict[str, Value] = {"cx": x, "cy": y, "r": size.radius}
    return element(
        "a",
        {"href": dot.address, "tabindex": -1},
        element("title", {}, dot.label),
        element("circle", {"class_": size.name, **place}),
    )


def _ring(outline: Outline) -> SafeString:
    x, y = outline.point
    return element("circle", {"class_": "ring", "cx": x, "cy": y, "r": 4})


def _window(
    found: Sequence[Outline],
    whole: World,
) -> tuple[float, float, float, float]:
    """Return what of the world to show: left, top, width, height."""
    left, top = (min(it.window[side] for it in found) for side in (0, 1))
    right, bottom = (max(it.window[side] for it in found) for side in (2, 3))
    ratio = whole.width / whole.height
    wanted = max((right - left) * AROUND, (bottom - top) * AROUND * ratio, LEAST_WINDOW)
    width = min(wanted, whole.width)
    height = width / ratio
    return (
        _within((left + right - width) / 2, whole.width - width),
        _within((top + bottom - height) / 2, whole.height - height),
        width,
        height,
    )


def _within(value: float, most: float) -> float:
    return max(0.0, min(value, most))


def _box(box: Iterable[float]) -> str:
    return " ".join(str(round(it, 1)) for it in box)
