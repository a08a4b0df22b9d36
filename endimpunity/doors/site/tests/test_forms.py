"""A page, and the same as data beside it: JSON, a feed, a map of all pages."""

import json
import xml.etree.ElementTree as ET

import pytest

from endimpunity.doors.site.tests import factories
from endimpunity.doors.site.tests.reading import text
from endimpunity.sources import published as sources_published

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATTACK = "/en/attacks/6f9619ff-8b86-4011-b42d-00c04fc964ff"
COUNTRY = {"code", "name", "count", "unresolved", "others", "counts", "divisions"}
# Page, what its JSON tells besides the form, the language and the registry.
PAGES = [
    ("/", {"latest"}),
    ("/unresolved/", {"killings", "attacks", "cases"}),
    ("/countries/", {"countries", "areas", "unknown"}),
    ("/countries/ML/", COUNTRY),
    ("/countries/ML/?others=x", {"code", "name", "count", "others", "divisions"}),
    (
        "/countries/ML/ML-1/",
        {"code", "country", "division", "count", "unresolved", "others"},
    ),
    ("/cases/b3n8rwz4gh/", {"case", "account", "justice", "division"}),
    ("/attacks/6f9619ff-8b86-4011-b42d-00c04fc964ff/", {"attack"}),
    ("/about/", {"about", "corrections"}),
    ("/methods/", {"methods", "standings"}),
    ("/offices/", {"mandates"}),
    ("/offices/ex-rapporteur/", {"office"}),
    ("/publishers/", {"publishers"}),
    ("/publishers/LEX/", {"publisher", "records", "cases"}),
    (
        "/search/?q=Ada",
        {"query", "longest", "no_words", "cases", "countries", "similar"},
    ),
]


def beside(page):
    route, _, asked = page.partition("?")
    route = "/index" if route == "/" else route.removesuffix("/")
    return f"{route}.json" + (f"?{asked}" if asked else "")


@pytest.mark.parametrize(("page", "told"), PAGES)
def test_each_page_has_the_same_as_json_and_says_where(client, rooms, page, told):
    html = client.get(f"/fr{page}").content.decode()
    address = f"/fr{beside(page)}"
    assert f'type="application/json" href="{address}"' in html
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    found = json.loads(answer.content)
    assert set(found) == told | {"form", "language", "registry"}
    assert (found["form"], found["language"]) == (1, "fr")


def test_json_tells_nothing_that_is_marked_as_kept_inside(client, rooms):
    found = client.get("/en/publishers/LEX.json").json()
    [record] = found["records"]["items"]
    assert "record" not in record
    assert record["name"] == "Ada Example"
    assert found["cases"] == {"LEX@2024-03-12#7": "b3n8rwz4gh"}


def test_json_of_what_is_gone_says_so_and_of_what_moved_leads_on(client, rooms):
    rooms.answer("case_card", factories.a_tombstone())
    gone = client.get("/en/cases/b3n8rwz4gh.json")
    assert gone.status_code == 410
    assert gone.json()["gone"]["reason"] == "at the family's request"
    rooms.answer("case_card", factories.a_moved("c4n8rwz4gh"))
    moved = client.get("/en/cases/b3n8rwz4gh.json")
    assert (moved.status_code, moved.headers["Location"]) == (
        301,
        "/en/cases/c4n8rwz4gh.json",
    )
    rooms.answer("case_card", None)
    assert client.get("/en/cases/b3n8rwz4gh.json").status_code == 404


def test_a_list_that_was_closed_keeps_its_address_and_says_why(client, rooms):
    rooms.answer_of_sources("publisher_card", None)
    assert client.get("/en/publishers/LEX/").status_code == 404
    closed = sources_published.ClosedListCard(
        code="LEX",
        name="League of Examples",
        since="2024-05-02",
        reason="Asked to by the League.",
    )
    rooms.answer_of_sources("closed_list", closed)
    page = client.get("/en/publishers/LEX/")
    assert page.status_code == 410
    for told in ("no longer shown", "2 May 2024", "Asked to by the League."):
        assert told in text(page)
    assert client.get("/en/publishers/LEX.json").json()["gone"]["code"] == "LEX"


def test_an_attack_that_is_gone_says_so_in_both_forms(client, rooms):
    rooms.answer("attack_card", factories.an_attack_tombstone())
    page = client.get(f"{ATTACK}/")
    assert page.status_code == 410
    assert "Withdrawn on 2 May 2024" in text(page)
    data = client.get(f"{ATTACK}.json")
    assert data.status_code == 410
    assert data.json()["gone"]["reason"] == "at the family's request"
    rooms.answer("attack_card", None)
    assert client.get(f"{ATTACK}/").status_code == 404


@pytest.mark.parametrize("end", ["/", ".json"])
def test_an_attack_that_moved_leads_on_in_the_same_form(client, rooms, end):
    to = "7f9619ff-8b86-4011-b42d-00c04fc964ff"
    rooms.answer("attack_card", factories.an_attack_moved(to))
    moved = client.get(f"{ATTACK}{end}")
    assert (moved.status_code, moved.headers["Location"]) == (
        301,
        f"/en/attacks/{to}{end}",
    )


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/en/cases.atom", "/en/"),
        ("/en/unresolved.atom", "/en/unresolved/"),
        ("/en/countries/ML.atom", "/en/countries/ML/"),
    ],
)
def test_a_feed_tells_in_sentences_what_was_published_last(
    client, rooms, address, page
):
    answer = client.get(address)
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    feed = ET.fromstring(answer.content)  # noqa: S314  # made by the page under test
    [entry] = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Ada Example"
    assert entry.findtext(f"{ATOM}id") == "urn:endimpunity:case:b3n8rwz4gh"
    assert entry.findtext(f"{ATOM}updated") == "2024-05-01T12:00:00+00:00"
    assert entry.findtext(f"{ATOM}summary") == (
        "Ada Example was killed in Harbour, Mali, 1 March 2019. No conviction is known."
    )
    assert [link.get("href") for link in entry.findall(f"{ATOM}link")] == [
        "http://testserver/en/cases/b3n8rwz4gh/",
    ]
    links = {link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert f"http://testserver{page}" in links


def test_a_feed_of_a_country_nobody_named_is_not_there(client, rooms):
    assert client.get("/en/countries/QQ.atom").status_code == 404


def test_the_map_of_all_pages_leads_to_each_in_each_language(client, rooms):
    index = ET.fromstring(client.get("/sitemap.xml").content)  # noqa: S314  # made by the page under test
    parts = [part.text or "" for part in index.iter(f"{SITEMAP}loc")]
    assert parts == [
        "http://testserver/sitemap-pages.xml",
        "http://testserver/sitemap-cases-0.xml",
        "http://testserver/sitemap-attacks-0.xml",
    ]
    found = set()
    for part in parts:
        read = ET.fromstring(client.get(part.removeprefix("http://testserver")).content)  # noqa: S314  # made by the page under test
        found |= {page.text for page in read.iter(f"{SITEMAP}loc")}
    for page in (
        "",
        "unresolved/",
        "about/",
        "countries/FR/",
        "countries/ML/ML-8/",
        "publishers/LEX/",
        "cases/b3n8rwz4gh/",
        "attacks/6f9619ff-8b86-4011-b42d-00c04fc964ff/",
        "offices/ex-rapporteur/",
    ):
        for language in ("ar", "en", "es", "fr", "ru", "zh-hans"):
            assert f"http://testserver/{language}/{page}" in found
    for part in ("cases", "attacks"):
        assert client.get(f"/sitemap-{part}-1.xml").status_code == 404


def test_a_case_can_be_cited_with_its_number_and_its_day(client, rooms):
    words = text(client.get("/en/cases/b3n8rwz4gh/?from=elsewhere"))
    assert "http://testserver/en/cases/b3n8rwz4gh/" in words
    assert "from=elsewhere" not in words
    assert "case b3n8rwz4gh" in words
    assert "As of" in words
