"""Where each country lies on the map, made once by data/prepare_world.mjs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

# Pictures of all land that maps lie on, among the static files: a fine one for the
# world, a coarse one of the same outlines as here for a country and its surroundings.
LAND = "site/world.svg"
REGION = "site/region.svg"


@dataclass(frozen=True, kw_only=True)
class Outline:
    """A country on the map, in units of a map 1000 wide.

    Attributes:
        path: its outline as SVG path data; "" where it is too small for one.
        point: a place within its largest part.
        window: the bounds of that part: left, top, right, bottom.
    """

    path: str
    point: tuple[float, float]
    window: tuple[float, float, float, float]


@dataclass(frozen=True, kw_only=True)
class World:
    """The map's size and its countries by code."""

    width: int
    height: int
    countries: Mapping[str, Outline]


@cache
def world() -> World:
    """Return the world as it was prepared."""
    file = resources.files(__package__).joinpath("data", "outlines.json")
    kept = json.loads(file.read_text(encoding="utf-8"))
    return World(
        width=kept["width"],
        height=kept["height"],
        countries={
            code: Outline(
                path=row["outline"],
                point=tuple(row["point"]),
                window=tuple(row["window"]),
            )
            for code, row in kept["countries"].items()
        },
    )


def known_on_map(code: str) -> tuple[str, ...]:
    """Return the parts of a code ("IL+PS" has two) that the map knows."""
    return tuple(part for part in code.split("+") if part in world().countries)
