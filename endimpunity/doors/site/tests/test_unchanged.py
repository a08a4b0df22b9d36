"""A page that has not changed is not made again, and one that has is."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.utils import timezone

from endimpunity.audit.published import ChangeMark
from endimpunity.doors.site import asking, kept_pages
from endimpunity.doors.site.kept_pages import PAGES, KeptPages
from endimpunity.doors.site.tests import factories, office_factories, places_told
from endimpunity.doors.site.tests.conftest import LONG_AGO
from endimpunity.doors.site.tests.test_pages import LANGUAGES
from endimpunity.doors.site.tests.test_pages import PAGES as ADDRESSES


@pytest.fixture
def keeping(settings):
    """Let the program keep pages, as it does when it serves."""
    settings.ENDIMPUNITY_KEPT_PAGES_BYTES = 1_000_000
    PAGES.clear()
    asking._REGISTRIES.clear()  # noqa: SLF001  # as the next process finds it
    yield
    PAGES.clear()
    asking._REGISTRIES.clear()  # noqa: SLF001  # as above


def again(client, address, tag):
    return client.get(address, headers={"if-none-match": tag})


@pytest.mark.parametrize("page", ADDRESSES)
def test_a_reader_who_has_the_page_is_told_so_and_no_room_is_asked(client, rooms, page):
    first = client.get(f"/en{page}")
    rooms.asked.clear()
    answer = again(client, f"/en{page}", first.headers["ETag"])
    assert answer.status_code == 304
    assert rooms.asked == []
    assert answer.headers["ETag"] == first.headers["ETag"]
    assert answer.headers["Cache-Control"] == "no-cache"


def test_after_a_deed_the_page_is_made_again(client, rooms):
    tag = client.get("/en/").headers["ETag"]
    rooms.mark = ChangeMark(deeds=2, latest_at=LONG_AGO)
    answer = again(client, "/en/", tag)
    assert answer.status_code == 200
    assert answer.headers["ETag"] != tag


def test_every_address_language_and_query_has_a_tag_of_its_own(client, rooms):
    addresses = [f"/{it}{page}" for it in LANGUAGES for page in ADDRESSES]
    tags = {client.get(address).headers["ETag"] for address in addresses}
    assert len(tags) == len(addresses)


def test_another_day_has_another_tag(client, rooms, monkeypatch):
    tag = client.get("/en/").headers["ETag"]
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    assert again(client, "/en/", tag).status_code == 200


def test_an_office_of_another_day_is_made_anew(client, rooms, keeping, monkeypatch):
    address = "/en/offices/ex-rapporteur/"
    first = client.get(address)
    assert "Ada Example" in first.content.decode()
    assert client.get(address).content == first.content
    # The holder's term ends by the calendar: no deed is done.
    left = office_factories.an_office(posts=())
    rooms.answer_of_directory("office_card", left)
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    rooms.asked.clear()
    for answer in (again(client, address, first.headers["ETag"]), client.get(address)):
        assert answer.status_code == 200
        assert "Ada Example" not in answer.content.decode()
    ((_, _, named),) = [one for one in rooms.asked if one[0] == "office_card"]
    assert named["on"] == tomorrow.date()


def test_another_setting_has_another_tag(client, rooms, settings):
    tag = client.get("/en/").headers["ETag"]
    settings.ENDIMPUNITY_IMPORT_LONGEST_CELL = 7
    assert again(client, "/en/", tag).status_code == 200


@pytest.mark.parametrize("latest", [None, timezone.now() + timedelta(days=30)])
def test_before_the_moment_of_a_deed_a_page_has_no_tag(client, rooms, keeping, latest):
    rooms.mark = ChangeMark(deeds=1, latest_at=latest)
    assert "ETag" not in client.get("/en/").headers
    assert PAGES.size() == 0


def test_any_tag_does_not_stand_for_a_page_that_is_not_there(client, rooms):
    rooms.answer("case_card", None)
    assert again(client, "/en/cases/b3n8rwz4gh/", "*").status_code == 404


def test_only_a_page_that_is_there_has_a_tag(client, rooms, keeping):
    rooms.answer("case_card", factories.a_tombstone())
    gone = client.get("/en/cases/b3n8rwz4gh/")
    assert gone.status_code == 410
    assert "ETag" not in gone.headers
    rooms.answer("case_card", factories.a_moved("c4n8rwz4gh"))
    assert "ETag" not in client.get("/en/cases/b3n8rwz4gh/").headers
    assert PAGES.size() == 0


@pytest.mark.parametrize("address", ["countries/ML/", "countries/ML.json"])
def test_what_one_reader_was_shown_is_kept_for_the_next(
    client,
    rooms,
    keeping,
    address,
):
    first = client.get(f"/en/{address}")
    rooms.asked.clear()
    second = client.get(f"/en/{address}")
    assert rooms.asked == []
    assert second.content == first.content
    assert second.headers == first.headers


def test_for_somebody_who_is_known_nothing_is_kept(client, rooms, keeping):
    client.cookies["who"] = "somebody"
    client.get("/en/")
    assert PAGES.size() == 0
    client.cookies.clear()
    client.get("/en/", headers={"authorization": "Bearer x"})
    assert PAGES.size() == 0


def test_a_page_of_before_a_deed_is_not_shown_after_it(client, rooms, keeping):
    client.get("/en/")
    rooms.mark = ChangeMark(deeds=2, latest_at=LONG_AGO)
    rooms.answer("registry_card", places_told.a_registry(published=77))
    assert "77 published cases" in client.get("/en/").content.decode()


def test_what_the_registry_says_of_itself_is_counted_once_a_version(
    client,
    rooms,
    keeping,
):
    for address in ("/en/", "/en/countries/", "/en/about/"):
        client.get(address)
    asked = [question for question, _, _ in rooms.asked]
    assert asked.count("registry_card") == 1
    rooms.mark = ChangeMark(deeds=2, latest_at=LONG_AGO)
    client.get("/en/about/")
    asked = [question for question, _, _ in rooms.asked]
    assert asked.count("registry_card") == 2


def taken(pages, tag, content):
    before = pages.size()
    pages.keep(tag, HttpResponse(content))
    return pages.size() - before


def test_pages_asked_for_longest_ago_are_let_go(settings):
    settings.ENDIMPUNITY_KEPT_PAGES_BYTES = 1_000_000
    pages = KeptPages()
    one = taken(pages, "a", b"12345")
    settings.ENDIMPUNITY_KEPT_PAGES_BYTES = 2 * one
    pages.keep("b", HttpResponse(b"12345"))
    assert pages.find("a")
    pages.keep("c", HttpResponse(b"12345"))
    assert pages.find("b") is None
    assert pages.find("a")
    assert pages.find("c")
    pages.keep("c", HttpResponse(b"1"))
    # Four bytes less, and four less of the same compressed.
    assert pages.size() == 2 * one - 8
    pages.keep("d", HttpResponse(b"1" * (one + 6)))
    assert pages.find("d") is None
    assert pages.size() == 2 * one - 8


def test_a_page_is_charged_with_what_holds_it(settings):
    settings.ENDIMPUNITY_KEPT_PAGES_BYTES = 1_000_000
    pages = KeptPages()
    assert taken(pages, "a", b"") >= 2_000
    assert taken(pages, "b" * 101, b"") == taken(pages, "c", b"") + 100
    with_header = HttpResponse(b"", headers={"X-Invented": "1234567890"})
    before = taken(pages, "d", b"")
    room = pages.size()
    pages.keep("e", with_header)
    assert pages.size() - room == before + len("X-Invented1234567890")


def test_there_are_never_more_pages_than_so_many(settings, monkeypatch):
    settings.ENDIMPUNITY_KEPT_PAGES_BYTES = 1_000_000
    monkeypatch.setattr(kept_pages, "MOST_PAGES", 2)
    pages = KeptPages()
    for tag in ("a", "b", "c"):
        pages.keep(tag, HttpResponse(b""))
    assert [pages.find(tag) is None for tag in ("a", "b", "c")] == [True, False, False]


@pytest.mark.parametrize(
    "address",
    [
        "/en/?x=1",
        "/en/?q=Ada",
        "/en/?&",
        "/en/cases/b3n8rwz4gh/?after=1",
        "/en/countries/ML/?after=1&x=2",
        "/en/countries/ML/?after=1&after=2",
        "/en/search/?q=Ada&&",
        "/en/search/?q=" + "a" * 2_000,
    ],
)
def test_a_page_asked_with_more_than_its_view_reads_is_not_kept(
    client,
    rooms,
    keeping,
    address,
):
    assert client.get(address).status_code == 200
    assert PAGES.size() == 0


@pytest.mark.parametrize(
    "address",
    ["/en/countries/ML/?after=1", "/en/search/?q=Ada", "/en/search.json?q=A&after=1"],
)
def test_a_page_asked_with_what_its_view_reads_is_kept(client, rooms, keeping, address):
    client.get(address)
    rooms.asked.clear()
    client.get(address)
    assert rooms.asked == []
