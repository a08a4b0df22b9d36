"""Somebody who does not know the program yet loads an invented world."""

import pytest
from django.test import Client

from endimpunity.cases.models import Case, PublicLine
from endimpunity.sources.models import Publisher
from tests.journeys.terminal import endimpunity

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

BANNER = "Everyone named here is invented: this installation shows a demonstration."


@pytest.fixture
def world():
    said = endimpunity("load", "demo", "--cases", "60", "--json")
    assert said.status == 0, said.err
    return said.facts


def test_every_page_says_above_its_content_that_all_is_invented(world):
    assert (world["cases"], world["seed"], world["changed"]) == (60, 1, True)
    line = PublicLine.objects.order_by("pk")[0]
    publisher = Publisher.objects.order_by("pk")[0]
    pages = (
        "", "countries/", "publishers/", "search/", "about/", f"search/?q={line.name}",
        f"countries/{line.country}/", f"cases/{line.public_id}/",
        f"publishers/{publisher.code}/", "nowhere/",
    )  # fmt: skip
    for page in pages:
        text = Client().get(f"/en/{page}").content.decode()
        assert 0 < text.find(BANNER) < text.find("<main"), page
        assert text.count(BANNER) == 1


def test_the_same_words_again_change_nothing(world):
    again = endimpunity("load", "demo", "--cases", "60")
    assert again.status == 0
    assert "nothing had changed" in again.out


def test_nothing_real_comes_into_it(world, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text("name,country\nAda Invented,France\n", encoding="utf-8")
    calls = (
        ("load", "starter"),
        ("load", "demo", "--cases", "61"),
        ("import", file, "--publisher", "CPJ", "--stated-on", "2024-01-01"),
    )
    for words in calls:
        refused = endimpunity(*words)
        assert refused.status == 1
        assert "ENDIMPUNITY_HOME" in refused.sentence
    assert Case.objects.count() == 60
    assert not Publisher.objects.filter(code="CPJ").exists()


def test_it_does_not_come_beside_real_cases():
    assert endimpunity("load", "starter").status == 0
    refused = endimpunity("load", "demo", "--cases", "60", "--json")
    assert refused.status == 1
    assert "never stands beside a real one" in refused.facts["refused"]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("demo",), "--cases 1000"),
        (("starter", "--seed", "2"), "belong to `load demo`"),
        (("demo", "--cases", "many"), "invalid int value"),
    ],
    ids=["no-number", "starter-with-seed", "no-count"],
)
def test_words_that_make_no_sense_are_a_wrong_call(words, meant):
    said = endimpunity("load", *words)
    assert said.status == 2
    assert meant in said.sentence
