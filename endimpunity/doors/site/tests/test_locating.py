"""Where a country lies: a map, and the same in degrees."""

import math

import pytest
from django.utils import translation

from endimpunity.doors.site.drawing import globe, outlines
from endimpunity.doors.site.locating import locator_figure
from endimpunity.doors.site.places import PlaceNames
from endimpunity.doors.site.tests.reading import text

PLACES = PlaceNames(names={"ML": "Mali", "CL": "Chile"}, language="en")
# Points that the map was given, and two capitals' neighbourhoods.
KNOWN = {
    "GI": (36, -5),
    "RE": (-21, 55),
    "BV": (-54, 3),
    "UM": (0, -176),
    "TV": (-8, 179),
    "TK": (-9, -172),
    "BQ": (12, -68),
    "CX": (-10, 106),
    "SJ": (79, 17),
    "MT": (36, 14),
    "SG": (1, 104),
}


@pytest.mark.parametrize("code", sorted(KNOWN))
def test_a_point_of_the_map_is_a_place_on_the_globe(code):
    found = globe.on_globe(outlines.world().countries[code].point)
    for told, known in zip(found, KNOWN[code], strict=True):
        assert math.isclose(told, known, abs_tol=1)


def test_every_country_lies_on_the_globe():
    for outline in outlines.world().countries.values():
        latitude, longitude = globe.on_globe(outline.point)
        assert -60 <= latitude <= 84
        assert -180 <= longitude < 180


def test_a_table_beside_the_map_says_where_a_country_lies():
    figure = locator_figure("ML", PLACES)
    assert figure
    assert "Mali" in figure.table
    assert "18° N" in figure.table
    assert "2° W" in figure.table
    south = locator_figure("CL", PLACES)
    assert south
    assert "24° S" in south.table


def test_each_part_of_an_area_has_its_line():
    figure = locator_figure("IL+PS", PLACES)
    assert figure
    assert figure.table.count("° N") == 2
    assert figure.table.count("° E") == 2


def test_what_is_not_where_it_is_drawn_has_no_place_in_a_table():
    figure = locator_figure("AQ", PLACES)
    assert figure
    assert figure.table == ""
    assert locator_figure("", PLACES) is None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ar", "شمالًا"),
        ("fr", "2° O"),
        ("ru", "18° \u0441. \u0448."),
        ("zh-hans", "北纬18°"),
    ],
)
def test_degrees_are_said_as_the_language_says_them(language, said):
    with translation.override(language):
        figure = locator_figure("ML", PLACES)
    assert figure
    assert said in figure.table


def test_a_country_page_has_a_table_and_a_statement_beside_each_figure(client, rooms):
    html = client.get("/en/countries/ML/").content.decode()
    assert html.count("<figure") == 3
    assert html.count("<table") == 3
    assert html.count("</caption>") == 3
    assert html.count("<desc") == 3
    assert html.count('class="no-opinion"') == 1
    assert html.count('class="names-only"') == 2
    assert "imply no opinion on the legal status" in text(
        client.get("/en/countries/ML/")
    )


def test_the_front_page_holds_the_table_of_its_map(client, rooms):
    words = text(client.get("/en/"))
    table = words[words.index("The numbers as a table") :]
    assert "France 2 1" in table
    assert client.get("/en/").content.decode().count("<table") == 1
