"""Figures on their pages: the table beside them, the setting, the words."""

import csv
import re

import pytest
from django.utils.translation import override

from endimpunity.cases import published as cases_published
from endimpunity.doors.site import figures
from endimpunity.doors.site.places import PlaceNames
from endimpunity.doors.site.tests import places_told
from endimpunity.doors.site.tests.reading import text

LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh-hans"]
NO_OPINION = "Borders, names and signs on this map state no opinion"


def lines(answer):
    return list(csv.reader(answer.content.decode().splitlines()))


@pytest.mark.parametrize("page", ["/", "/countries/", "/countries/ML/"])
def test_a_map_stands_with_the_no_opinion_statement(client, rooms, page):
    html = client.get(f"/en{page}").content.decode()
    assert html.count('class="map"') == 1
    assert html.count(NO_OPINION) == 1


@pytest.mark.parametrize("page", ["/", "/countries/", "/countries/ML/"])
def test_without_maps_nothing_of_them_is_left(client, rooms, settings, page):
    settings.ENDIMPUNITY_MAPS = False
    html = client.get(f"/en{page}").content.decode()
    for left in (
        'class="map"',
        NO_OPINION,
        "world.svg",
        "figure-world",
        "locator",
        "no-opinion",
    ):
        assert left not in html
    assert "/countries/" in html


def test_charts_stay_without_maps(client, rooms, settings):
    settings.ENDIMPUNITY_MAPS = False
    html = client.get("/en/countries/ML/").content.decode()
    assert html.count('class="chart"') == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_statement_in_its_own_words(client, rooms, language):
    html = client.get(f"/{language}/countries/").content.decode()
    said = re.search(r'class="no-opinion">\s*(.+?)\s*</p>', html)
    assert said
    assert "Natural Earth" in said[1]
    assert (NO_OPINION in said[1]) == (language == "en")


def test_the_table_beside_the_map_holds_what_the_map_cannot(client, rooms):
    words = text(client.get("/en/countries/"))
    table = words[words.index("The numbers as a table") :]
    assert "France 2 1" in table
    assert "Israel and Palestine 1 1" in table
    assert "Country unknown 1 1" in table
    assert "in the table and not on the map: 2." in words


def test_a_country_without_unresolved_killings_is_told_from_one_without_killings(rooms):
    places = PlaceNames(names={"ML": "Mali"}, language="en")
    figure = figures.world_figure([places_told.a_count("ML", 2, 0)], places)
    assert figure
    assert 'class="ring"' in figure.drawing
    assert "no killing recorded here" in [it.words for it in figure.legend]


def test_a_country_of_other_violations_alone_is_in_no_figure(client, rooms):
    other = places_told.a_count("ML", 0, 0, others=3)
    countries = (other, places_told.a_count("FR", others=2))
    rooms.answer("registry_card", places_told.a_registry(countries=countries))
    html = client.get("/en/countries/").content.decode()
    figure = html[html.index("<figure") : html.index("</figure>")]
    assert "/countries/ML/" not in figure
    assert "France: 1 unresolved of 1" in figure
    assert lines(client.get("/en/countries.csv"))[1:] == [["FR", "France", "1", "1"]]
    assert "Mali Other attacks: 3 unresolved of 3" in text(client.get("/en/countries/"))


def test_figures_say_that_they_count_killings_alone(client, rooms):
    for page in ("/en/", "/en/countries/", "/en/countries/ML/"):
        words = text(client.get(page))
        assert "Other attacks are not counted here" in words
    assert "Unresolved killings by country" in text(client.get("/en/countries/"))
    assert "Killings by year: Mali" in text(client.get("/en/countries/ML/"))


@pytest.mark.parametrize("code", ["", "QM", "IL+PS"])
def test_there_is_no_map_where_no_case_is_on_it(rooms, code):
    places = PlaceNames(names={}, language="en")
    assert figures.world_figure([places_told.a_count(code)], places) is None


def test_a_place_that_no_map_knows_has_none(client, rooms):
    assert 'class="map"' not in client.get("/en/countries/unknown/").content.decode()
    area = client.get("/en/countries/IL+PS/").content.decode()
    assert area.count('class="map"') == 1


def test_few_cases_are_not_charted(client, rooms):
    few = places_told.place_counts(
        years=(
            cases_published.YearCount(year=2000, killings=2, unresolved_killings=1),
        ),
        standings=(cases_published.StandingCount(standing="RESOLVED", killings=2),),
    )
    rooms.answer("counts_in", few)
    html = client.get("/en/countries/ML/").content.decode()
    assert 'class="chart"' not in html


def test_charts_stand_on_the_first_page_of_a_list_alone(client, rooms):
    html = client.get("/en/countries/ML/?after=b3n8rwz4gh").content.decode()
    assert "<figure" not in html
    assert "counts_in" not in [question for question, _, _ in rooms.asked]


def test_a_year_that_is_not_certain_is_said_and_in_no_column(client, rooms):
    words = text(client.get("/en/countries/ML/"))
    assert "Killings whose year is not certain, in no column: 2." in words
    assert "year not certain 2 2" in words


def test_the_ids_of_a_page_are_its_own(client, rooms):
    html = client.get("/en/countries/ML/").content.decode()
    ids = re.findall(r'\sid="(.+?)"', html)
    assert len(ids) == len(set(ids))
    for named in re.findall(r'aria-labelledby="(.+?)"', html):
        assert set(named.split()) <= set(ids)


def test_the_table_of_countries_is_had_as_csv(client, rooms):
    answer = client.get("/fr/countries.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert lines(answer)[:4] == [
        ["code", "name", "killings", "unresolved_killings"],
        ["CI", "Côte d'Ivoire", "1", "1"],
        ["EG", "Égypte", "1", "1"],
        ["FR", "France", "2", "1"],
    ]


def test_the_years_of_a_country_are_had_as_csv(client, rooms):
    assert lines(client.get("/en/countries/ML.csv")) == [
        ["year", "killings", "unresolved_killings"],
        ["1998", "1", "0"],
        ["2003", "4", "3"],
        ["", "2", "2"],
    ]
    assert client.get("/en/countries/QQ.csv").status_code == 404
    assert client.get("/en/countries/unknown.csv").status_code == 200
    assert client.get("/en/countries/IL+PS.csv").status_code == 200


def test_each_table_says_where_its_csv_is(client, rooms):
    assert 'href="/en/countries.csv"' in client.get("/en/countries/").content.decode()
    html = client.get("/en/countries/ML/").content.decode()
    assert 'href="/en/countries/ML.csv"' in html


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_a_spreadsheet_computes_no_name(client, rooms, monkeypatch, name):
    monkeypatch.setattr(
        "endimpunity.directory.published.state_names",
        lambda _: {"FR": name},
    )
    rooms.answer(
        "registry_card", places_told.a_registry(countries=(places_told.a_count("FR"),))
    )
    assert lines(client.get("/en/countries.csv"))[1][1] == f"'{name}"


def test_a_range_of_numbers_is_read_in_order_in_arabic():
    with override("ar"):
        words = [it.words for it in figures._world_legend()]  # noqa: SLF001
    assert "من 2 إلى 9" in words
