"""Answers are compressed for whoever takes them, and where nothing can be betrayed."""

import gzip
import re
import string
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from endimpunity.doors.site.compressing import compressing
from endimpunity.doors.site.kept_pages import PAGES
from endimpunity.doors.site.tests import factories, places_told

TAKEN = {"HTTP_ACCEPT_ENCODING": "gzip, deflate, br"}
FIRST_VIEW = 100_000
STATIC = Path(__file__).resolve().parent.parent / "static" / "site"
LONG = "a word and another word " * 50


def body(answer):
    return answer.getvalue() if answer.streaming else answer.content


def size(client, address):
    """Return how many bytes a browser is sent at an address."""
    answer = client.get(address, **TAKEN)
    assert answer.status_code == 200
    return len(body(answer))


def first_view(client, page):
    """Return the bytes of a page with all that it loads, as a browser is sent them."""
    html = client.get(page).content.decode()
    loaded = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', html))
    assert any(it.endswith(".css") for it in loaded)
    return sum(size(client, it) for it in {page, *loaded})


def answered(page, **asked):
    request = RequestFactory().get("/en/", **asked)
    return compressing(lambda _request: page)(request)


@pytest.mark.parametrize("page", ["/en/", "/en/countries.json", "/en/countries.csv"])
def test_a_page_says_the_same_compressed(client, rooms, page):
    rooms.answer("registry_card", places_told.a_registry(countries=_many()))
    plain, packed = client.get(page), client.get(page, **TAKEN)
    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content)
    assert "Accept-Encoding" in plain["Vary"]
    assert "Accept-Encoding" in packed["Vary"]


def test_a_page_that_was_kept_is_compressed_too(client, rooms, settings):
    settings.ENDIMPUNITY_KEPT_PAGES_BYTES = 1_000_000
    PAGES.clear()
    made = client.get("/en/cases/b3n8rwz4gh/").content
    before = len(rooms.asked)
    kept = client.get("/en/cases/b3n8rwz4gh/", **TAKEN)
    assert len(rooms.asked) == before
    assert gzip.decompress(kept.content) == made
    assert kept["ETag"].startswith('W/"')
    PAGES.clear()


def test_a_reader_who_has_a_compressed_page_is_told_that_it_is_unchanged(client, rooms):
    tag = client.get("/en/", **TAKEN)["ETag"]
    again = client.get("/en/", HTTP_IF_NONE_MATCH=tag, **TAKEN)
    assert again.status_code == 304
    assert again.content == b""


@pytest.mark.parametrize("file", ["site.css", "figures.css", "world.svg", "region.svg"])
def test_a_static_file_is_compressed_and_stays_itself(client, file):
    content = (STATIC / file).read_bytes()
    packed = client.get(f"/static/site/{file}", **TAKEN)
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(body(packed)) == content
    assert body(client.get(f"/static/site/{file}")) == content
    since = packed["Last-Modified"]
    again = client.get(f"/static/site/{file}", HTTP_IF_MODIFIED_SINCE=since, **TAKEN)
    assert again.status_code == 304


def test_a_part_of_a_static_file_is_a_part_of_the_file_as_it_lies(client):
    part = client.get("/static/site/world.svg", HTTP_RANGE="bytes=0-99", **TAKEN)
    assert part.status_code == 206
    assert "Content-Encoding" not in part
    assert len(body(part)) == 100


@pytest.mark.parametrize(
    "asked",
    [
        {"HTTP_COOKIE": "session=secret"},
        {"HTTP_AUTHORIZATION": "Bearer secret"},
    ],
)
def test_what_somebody_in_particular_is_told_is_never_compressed(asked):
    given = answered(HttpResponse(LONG), **TAKEN, **asked)
    assert given.content.decode() == LONG


def test_an_answer_that_sets_a_cookie_is_never_compressed():
    page = HttpResponse(LONG)
    page.set_cookie("session", "secret")
    assert answered(page, **TAKEN).content.decode() == LONG


@pytest.mark.parametrize("offered", ["", "br", "gzip;q=0", "gzipped"])
def test_who_does_not_take_it_compressed_gets_it_as_it_is(offered):
    given = answered(HttpResponse(LONG), HTTP_ACCEPT_ENCODING=offered)
    assert given.content.decode() == LONG


def test_what_is_no_text_or_is_small_is_sent_as_it_is():
    for page in (HttpResponse(LONG, content_type="image/png"), HttpResponse("short")):
        assert "Content-Encoding" not in answered(page, **TAKEN)


def test_the_first_view_of_the_front_page_is_light_with_every_country(client, rooms):
    rooms.answer("registry_card", places_told.a_registry(countries=_many()))
    assert first_view(client, "/en/") < FIRST_VIEW


def test_the_first_view_of_a_country_page_is_light_with_a_whole_list(client, rooms):
    lines = [
        factories.a_line(
            name=f"{letter} {other} Exampleworth-Longname",
            public_id=f"b3n8rwz4{letter}{other}".lower(),
        )
        for letter in string.ascii_uppercase[:10]
        for other in string.ascii_uppercase[:5]
    ]
    rooms.answer("cases_in", factories.a_page(*lines, total=5_000, next_key="x"))
    assert first_view(client, "/en/countries/ML/") < FIRST_VIEW


def _many():
    """Return a count for as many countries as the world has."""
    codes = [a + b for a in string.ascii_uppercase[:13] for b in string.ascii_uppercase]
    return tuple(places_told.a_count(code) for code in [*codes[:250], "ML", "FR"])
