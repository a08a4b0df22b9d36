"""Whatever is told says that it is a sample, and whether it is invented."""

import xml.etree.ElementTree as ET

import pytest

from endimpunity.doors.site.tests import places_told
from endimpunity.doors.site.tests.test_forms import ATOM, PAGES, beside

NOTICE = {"invented", "sample", "alone", "published", "left_out", "statement"}
FEEDS = ["/en/cases.atom", "/en/unresolved.atom", "/en/countries/ML.atom"]
INVENTED = "Everyone named here is invented: this installation shows a demonstration."


def feed_of(client, address):
    return ET.fromstring(client.get(address).content)  # noqa: S314  # made by the page under test


@pytest.fixture
def invented(rooms):
    rooms.answer("registry_card", places_told.a_registry(invented=True))
    return rooms


@pytest.mark.parametrize("page", [page for page, _ in PAGES])
def test_every_answer_as_data_says_what_registry_it_is_of(client, rooms, page):
    told = client.get(f"/en{beside(page)}").json()["registry"]
    assert set(told) >= NOTICE
    assert (told["invented"], told["sample"], told["left_out"]) == (False, True, 2)
    assert told["statement"] == (
        "3 published cases. 2 more cases are held and not published. This is a sample:"
        " no world total, rate or ranking can be drawn from it. On this installation"
        " one person alone approved what is published; no second person has read it."
    )


def test_only_the_front_page_tells_the_whole_of_the_registry(client, rooms):
    assert set(client.get("/en/countries.json").json()["registry"]) == NOTICE
    assert "countries" in client.get("/en/index.json").json()["registry"]


def test_data_of_an_invented_world_say_so_first(client, invented):
    told = client.get("/en/cases/b3n8rwz4gh.json").json()["registry"]
    assert told["invented"] is True
    assert told["statement"].startswith(f"{INVENTED} ")
    chinese = client.get("/zh-hans/about.json").json()["registry"]["statement"]
    assert "。" in chinese
    # No space stands between two sentences.
    assert "。 " not in chinese


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_says_that_it_is_a_sample(client, rooms, address):
    feed = feed_of(client, address)
    assert "This is a sample" in (feed.findtext(f"{ATOM}subtitle") or "")
    assert "Invented" not in (feed.findtext(f"{ATOM}title") or "")


@pytest.mark.parametrize("address", FEEDS)
def test_every_title_of_an_invented_feed_says_so(client, invented, address):
    feed = feed_of(client, address)
    assert INVENTED in (feed.findtext(f"{ATOM}subtitle") or "")
    titles = [it.text or "" for it in feed.iter(f"{ATOM}title")]
    assert len(titles) == 2
    assert all(title.startswith("Invented: ") for title in titles)
