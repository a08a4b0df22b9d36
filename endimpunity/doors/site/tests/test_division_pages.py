"""A division's page, and what leads to it."""

import pytest

from endimpunity.doors.site.tests import factories
from endimpunity.doors.site.tests.reading import text

NOTE = "A case whose place names none stands under the country alone"


def test_a_country_lists_its_divisions_with_their_cases(client, rooms):
    answer = client.get("/en/countries/ML/")
    words = text(answer)
    assert "Divisions, by the words of the place" in words
    assert "Kayes Killings: 1 unresolved of 2 Kidal" in words
    assert "Kidal Other attacks: 1 unresolved of 1" in words
    assert NOTE in words
    html = answer.content.decode()
    assert 'href="/en/countries/ML/ML-1/"' in html
    # Its name is French, and says so.
    assert 'lang="fr"><bdi>Kayes</bdi>' in html


def test_divisions_stand_on_the_first_page_of_a_country_alone(client, rooms):
    assert NOTE not in text(client.get("/en/countries/ML/?after=b3n8rwz4gh"))


def test_a_country_whose_places_name_no_division_lists_none(client, rooms):
    rooms.answer("divisions_in", ())
    words = text(client.get("/en/countries/ML/"))
    assert "Divisions" not in words
    assert NOTE not in words


def test_a_division_stands_below_its_country(client, rooms):
    answer = client.get("/en/countries/ML/ML-8/")
    words = text(answer)
    assert "Kidal – Mali" in words  # noqa: RUF001  # as in titles
    assert "Countries / Mali Kidal" in words
    assert "Ada Example" in words
    assert NOTE in words
    asked = {question: args for question, args, _ in rooms.asked}
    assert asked["cases_in_division"] == ("ML-8",)


def test_the_pages_of_a_division_lead_on(client, rooms):
    cases = factories.a_page(factories.a_line(), total=80, next_key="c4n8rwz4gh")
    rooms.answer("cases_in_division", cases)
    page = client.get("/en/countries/ML/ML-8/?after=b3n8rwz4gh").content.decode()
    assert 'href="?after=c4n8rwz4gh"' in page
    [named] = [it[2] for it in rooms.asked if it[0] == "cases_in_division"]
    assert (named["after"], named["unresolved"]) == ("b3n8rwz4gh", True)


def test_a_division_without_a_case_says_what_that_does_not_mean(client, rooms):
    rooms.answer("cases_in_division", factories.a_page())
    assert "not to say that none happened" in text(
        client.get("/en/countries/ML/ML-8/"),
    )


@pytest.mark.parametrize(
    "address",
    [
        "/en/countries/ML/ML-9/",
        "/en/countries/FR/ML-8/",
        "/en/countries/ML/FR-IDF/",
        "/en/countries/unknown/ML-8/",
        "/en/countries/IL+PS/ML-8/",
        "/en/countries/ML/ml-8/",
        "/en/countries/ML/ML-8000/",
        "/en/countries/ML/ML-9.json",
    ],
)
def test_what_is_no_division_of_the_country_has_no_page(client, rooms, address):
    assert client.get(address).status_code == 404


def test_a_case_leads_to_the_division_that_its_place_names(client, rooms):
    line = factories.a_line(where=factories.a_place(division="ML-8"))
    rooms.answer("case_card", factories.a_case(line=line))
    page = client.get("/fr/cases/b3n8rwz4gh/").content.decode()
    assert 'href="/fr/countries/ML/ML-8/"' in page
    told = client.get("/fr/cases/b3n8rwz4gh.json").json()
    assert told["division"]["name"] == "Kidal"
    assert told["case"]["line"]["where"]["division"] == "ML-8"


def test_a_case_whose_place_names_no_division_leads_to_none(client, rooms):
    page = client.get("/en/cases/b3n8rwz4gh/").content.decode()
    assert "/countries/ML/ML-" not in page
    assert client.get("/en/cases/b3n8rwz4gh.json").json()["division"] is None
