"""Maps: every country has its place, and what is drawn can be read and reached."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.doors.site.drawing import maps, outlines, sizes
from endimpunity.foundation.countries import COUNTRIES, Kind

STATIC = Path(__file__).resolve().parent.parent / "static"
CURRENT = sorted(code for code, it in COUNTRIES.items() if it.kind != Kind.FORMER)
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
WORDS = {"land": "/land.svg", "key": "k", "title": "T & t", "description": "D < d"}


def drawn(svg):
    return ET.fromstring(str(svg))  # noqa: S314  # our own markup


def a_dot(code="ML", count=1):
    return maps.Dot(code=code, count=count, label=f"{code}: {count}", address="/x/")


@pytest.mark.parametrize("code", CURRENT)
def test_every_current_code_is_drawn_as_a_shape_or_a_dot(code):
    whole = outlines.world()
    outline = whole.countries[code]
    x, y = outline.point
    assert 0 <= x <= whole.width
    assert 0 <= y <= whole.height
    left, top, right, bottom = outline.window
    assert left <= right
    assert top <= bottom
    if outline.path:
        assert re.fullmatch(r"(M[-\d. ]+l[-\d. ]+z)+", outline.path)
    svg = drawn(maps.world_map([a_dot(code)], **WORDS))
    assert len(svg.findall(".//circle")) == 1
    where = drawn(maps.locator_map([code], **WORDS))
    assert where.findall("path") or where.findall("circle")


def test_no_code_is_drawn_that_is_not_current():
    assert sorted(outlines.world().countries) == CURRENT


def test_a_small_state_is_seen_among_all_land():
    land = (STATIC / outlines.LAND).read_text(encoding="utf-8")
    for code in ("MT", "BH", "SG", "MV", "TV", "BB", "XK", "PS", "TL", "HK"):
        x, y = outlines.world().countries[code].point
        has_outline = bool(outlines.world().countries[code].path)
        assert has_outline or f"M{x:g} {y:g}h0" in land, code


def test_the_point_of_a_country_lies_within_its_window():
    for code, it in outlines.world().countries.items():
        if not it.path:
            continue
        left, top, right, bottom = it.window
        assert left - 1 <= it.point[0] <= right + 1, code
        assert top - 1 <= it.point[1] <= bottom + 1, code


@pytest.mark.parametrize(
    ("code", "longitude_like"),
    [("US", (150, 300)), ("RU", (500, 860)), ("NZ", (860, 960)), ("FJ", (940, 1000))],
)
def test_nothing_is_drawn_across_the_edge_of_the_map(code, longitude_like):
    least, most = longitude_like
    left, _, right, _ = outlines.world().countries[code].window
    assert least - 20 <= left
    assert right <= most


@pytest.mark.parametrize(
    ("north", "south"),
    [("FR", "DZ"), ("MX", "PE"), ("CN", "AU"), ("EG", "ZA")],
)
def test_north_is_up(north, south):
    countries = outlines.world().countries
    assert countries[north].point[1] < countries[south].point[1]


@pytest.mark.parametrize(
    ("picture", "most"),
    [(outlines.LAND, 60_000), (outlines.REGION, 30_000)],
)
def test_all_land_is_one_light_picture_without_sheets_or_scripts(picture, most):
    file = STATIC / picture
    assert file.stat().st_size <= most
    text = file.read_text(encoding="utf-8")
    assert "<style" not in text
    assert "<script" not in text
    assert "style=" not in text
    root = drawn(text)
    whole = outlines.world()
    assert root.get("viewBox") == f"0 0 {whole.width} {whole.height}"


def test_a_picture_is_named_and_described():
    svg = drawn(maps.world_map([a_dot()], **WORDS))
    picture = svg.find("g[@role='img']")
    named = picture.get("aria-labelledby").split()
    assert [picture.find(f"*[@id='{it}']").text for it in named] == ["T & t", "D < d"]


def test_dots_lead_to_their_countries_and_stop_no_keyboard():
    svg = drawn(maps.world_map([a_dot("ML"), a_dot("MT", 300)], **WORDS))
    hidden = svg.find("g[@aria-hidden='true']")
    links = hidden.findall("a")
    assert [it.get("tabindex") for it in links] == ["-1", "-1"]
    assert svg.findall(".//a") == links
    # The large one lies below.
    assert [it.find("title").text for it in links] == ["MT: 300", "ML: 1"]


def test_what_a_country_is_called_cannot_break_out_of_the_drawing():
    wicked = maps.Dot(code="ML", count=1, label="<b>&\"'", address='/"><script>')
    svg = drawn(maps.world_map([wicked], **WORDS))
    assert svg.find(".//a").get("href") == '/"><script>'
    assert svg.find(".//a/title").text == "<b>&\"'"


@given(st.integers(min_value=0, max_value=10_000_000))
def test_a_count_belongs_to_one_class(count):
    size = sizes.size_of(count)
    assert size.least <= count
    assert size.most is None or count <= size.most
    others = [it for it in (sizes.SETTLED, *sizes.DOTS) if it != size]
    assert not any(
        it.least <= count and (it.most is None or count <= it.most) for it in others
    )


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_more_cases_never_make_a_smaller_dot(one, other):
    less, more = sorted((one, other))
    assert sizes.size_of(less).radius <= sizes.size_of(more).radius


def test_nothing_is_counted_below_zero():
    with pytest.raises(ValueError, match="-1"):
        sizes.size_of(-1)


@given(st.lists(st.sampled_from(CURRENT), min_size=1, max_size=3, unique=True))
def test_a_countrys_map_shows_it_and_no_more_than_the_world(codes):
    whole = outlines.world()
    svg = drawn(maps.locator_map(codes, **WORDS))
    left, top, width, height = map(float, svg.get("viewBox").split())
    assert 0 <= left <= left + width <= whole.width + 0.2
    assert 0 <= top <= top + height <= whole.height + 0.2
    for code in codes:
        x, y = whole.countries[code].point
        assert left - 1 <= x <= left + width + 1
        assert top - 1 <= y <= top + height + 1


def test_an_area_is_drawn_by_its_parts_and_a_former_state_not_at_all():
    assert outlines.known_on_map("IL+PS") == ("IL", "PS")
    assert outlines.known_on_map("") == ()
    former = next(it.code for it in COUNTRIES.values() if it.kind == Kind.FORMER)
    assert outlines.known_on_map(former) == ()
