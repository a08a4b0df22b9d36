"""Each page shows what its card says, and answers odd requests kindly."""

import re
import string

import pytest

from endimpunity.doors.site.tests import factories, places_told
from endimpunity.doors.site.tests.reading import text

LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh-hans"]
PAGES = [
    "/",
    "/unresolved/",
    "/countries/",
    "/countries/ML/",
    "/countries/ML/ML-1/",
    "/countries/IL+PS/",
    "/countries/unknown/",
    "/cases/b3n8rwz4gh/",
    "/attacks/6f9619ff-8b86-4011-b42d-00c04fc964ff/",
    "/methods/",
    "/publishers/",
    "/publishers/LEX/",
    "/offices/",
    "/offices/ex-rapporteur/",
    "/search/",
    "/search/?q=Ada",
    "/about/",
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_answers_in_every_language(client, rooms, language, page):
    answer = client.get(f"/{language}{page}")
    assert answer.status_code == 200
    side = "rtl" if language == "ar" else "ltr"
    head = re.search(r'<html lang="(.*?)"\s+dir="(.*?)">', answer.content.decode())
    assert head
    assert head.groups() == (language, side)


@pytest.mark.parametrize("page", [*PAGES, "/no-such-page/"])
def test_no_page_asks_for_a_script_or_anything_from_elsewhere(client, rooms, page):
    answer = client.get(f"/en{page}")
    html = answer.content.decode()
    assert "<script" not in html
    assert not re.search(r"<[^>]+\s(style|on\w+)=", html)
    loaded = [
        address
        for tag in re.findall(r"<(?:link|img|source)[^>]+>", html)
        for address in re.findall(r'(?:href|src)="([^"]+)"', tag)
        # What only names another form of the page is not asked for.
        if 'rel="alternate"' not in tag
    ]
    assert loaded
    assert all(address.startswith("/") for address in loaded)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_first_address_leads_to_the_language_of_the_reader(client, rooms):
    answer = client.get("/", headers={"accept-language": "fr-CH, fr;q=0.9"})
    assert answer.headers["Location"] == "/fr/"
    assert "Accept-Language" in answer.headers["Vary"]


def test_robots_are_welcome(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert lines[:2] == ["User-agent: *", "Allow: /"]
    assert lines[-1] == "Sitemap: http://testserver/sitemap.xml"


def test_the_front_page_says_that_it_is_a_sample(client, rooms):
    words = text(client.get("/en/"))
    assert "no world total, rate or ranking" in words
    assert "3 published cases" in words
    assert "2 more cases are held and not published" in words
    assert "one person alone approved" in words


def test_an_invented_registry_says_so(client, rooms):
    rooms.answer("registry_card", places_told.a_registry(invented=True))
    assert "Everyone named here is invented" in text(client.get("/en/"))


def test_an_empty_registry_says_so(client, rooms):
    rooms.answer("registry_card", places_told.a_registry(countries=(), published=0))
    rooms.answer("latest_unresolved", ())
    assert "No case is published yet" in text(client.get("/en/"))


def test_a_registry_of_resolved_cases_says_so(client, rooms):
    rooms.answer("latest_unresolved", ())
    words = text(client.get("/en/"))
    assert "No unresolved case is published here" in words
    assert "No case is published yet" not in words


def test_a_list_says_what_was_done_where_it_was_no_killing(client, rooms):
    lines = factories.a_line(violation="KIDNAPPING"), factories.a_line()
    rooms.answer("latest_unresolved", lines)
    words = text(client.get("/en/"))
    assert words.count("Kidnapping") == 1
    assert "Killing " not in words


def test_a_country_offers_its_own_feed(client, rooms):
    html = client.get("/en/countries/ML/").content.decode()
    assert html.count('href="/en/countries/ML.atom"') == 2
    assert "Feed of new cases: Mali" in html
    unknown = client.get("/en/countries/unknown/").content.decode()
    assert 'href="/en/countries/unknown.atom"' in unknown


def test_a_long_list_of_countries_has_its_own_page(client, rooms):
    many = tuple(places_told.a_count(f"A{letter}") for letter in string.ascii_uppercase)
    rooms.answer("registry_card", places_told.a_registry(countries=many))
    html = client.get("/en/").content.decode()
    assert 'href="/en/countries/"' in html
    assert '<ul class="countries">' not in html


def test_countries_stand_in_the_order_of_their_names(client, rooms):
    html = client.get("/fr/countries/").content.decode()
    table = html[html.index("<table") : html.index("</table")]
    lists = html[html.index("</figure>") : html.index("</main")]
    in_order = re.findall(r'href="/fr/countries/(.+?)/"', lists)
    assert in_order == re.findall(r'href="/fr/countries/(.+?)/"', table)
    assert in_order == [
        "CI",
        "EG",
        "FR",
        "IL+PS",
        "unknown",
    ]


def test_a_page_asks_each_room_once(client, rooms):
    client.get("/en/countries/")
    assert [question for question, _, _ in rooms.asked] == ["registry_card"]


def test_one_request_looks_through_one_lens(client, rooms):
    client.get("/en/")
    lenses = {named["lens"] for _, _, named in rooms.asked}
    assert len(rooms.asked) == 2
    assert len(lenses) == 1
    assert lenses.pop().is_registry


def test_a_country_nobody_named_has_no_page(client, rooms):
    assert client.get("/en/countries/QQ/").status_code == 404


def test_a_list_speaks_in_its_own_voice(client, rooms):
    words = text(client.get("/en/publishers/LEX/"))
    for told in (
        "League of Examples",
        "in its own voice",
        "People killed at harbours.",
        "Facts and a link",
        "12 March 2024",
        "Partial impunity",
        "LEX@2024-03-12#7",
        "date unknown",
    ):
        assert told in words, told


def test_an_entry_says_what_was_done_and_what_is_in_doubt(client, rooms):
    entry = factories.a_record(
        violation="ARBITRARY_DETENTION",
        motive="UNCONFIRMED",
        name_native="أدا مثال",
    )
    rooms.answer_of_sources("records_of", factories.a_page(entry))
    answer = client.get("/en/publishers/LEX/")
    assert "Arbitrary detention" in text(answer)
    assert "Motive: unconfirmed" in text(answer)
    assert re.search(
        r'<bdi class="native"\s+lang="ar"\s*>أدا مثال</bdi>',
        answer.content.decode(),
    )


def test_a_killing_whose_motive_is_confirmed_needs_no_words(client, rooms):
    entry = factories.a_record(motive="CONFIRMED")
    rooms.answer_of_sources("records_of", factories.a_page(entry))
    words = text(client.get("/en/publishers/LEX/"))
    assert "Killing" not in words
    assert "Motive" not in words


def test_lists_are_not_all_of_the_killed(client, rooms):
    words = text(client.get("/en/publishers/"))
    assert "killed, detained or otherwise attacked" in words
    assert "list killed journalists" not in words


def test_an_entry_leads_to_its_case(client, rooms):
    entries = (factories.a_record(), factories.a_record(record=8, name="Bo Example"))
    rooms.answer_of_sources("records_of", factories.a_page(*entries))
    html = client.get("/en/publishers/LEX/").content.decode()
    assert '<a href="/en/cases/b3n8rwz4gh/"><bdi>Ada Example</bdi></a>' in html
    assert "<a" not in html[html.index("Bo Example") - 20 : html.index("Bo Example")]
    assert 'href="https://league.example/ada"' in html
    asked = [args for question, args, _ in rooms.asked if question[:8] == "cases_of"]
    assert asked == [([7, 8],)]


def test_a_publisher_nobody_knows_is_not_found(client, rooms):
    rooms.answer_of_sources("publisher_card", None)
    assert client.get("/en/publishers/XXX/").status_code == 404


def test_a_search_says_how_many_it_found(client, rooms):
    words = text(client.get("/en/search/?q=Ada"))
    assert "1 published case found for “ Ada ”" in words


def test_a_search_for_nobody_offers_other_ways(client, rooms):
    rooms.answer("search", factories.a_page())
    words = text(client.get("/en/search/?q=zzz"))
    assert "0 published cases found" in words
    assert "another spelling" in words


@pytest.mark.parametrize("typed", ["", "   ", "%00", "%20%00%0a"])
def test_a_search_for_nothing_asks_nobody(client, rooms, typed):
    answer = client.get(f"/en/search/?q={typed}")
    assert answer.status_code == 200
    assert "search" not in [question for question, _, _ in rooms.asked]


def test_a_search_is_cut_and_cleaned(client, rooms):
    client.get("/en/search/", {"q": "a\x00b" + "c" * 1000, "after": "\x00"})
    (asked,) = [it for it in rooms.asked if it[0] == "search"]
    assert asked[1] == ("a b" + "c" * 197,)
    assert asked[2]["after"] == ""


def test_a_search_that_is_cut_says_so(client, rooms):
    assert "only its first 200 signs" in text(
        client.get("/en/search/", {"q": "c" * 10_000}),
    )
    assert "only its first" not in text(client.get("/en/search/?q=" + "c" * 200))


@pytest.mark.parametrize("typed", ["…", "%", "_", "***", '"', "\\", "★ ★"])
def test_a_search_for_signs_alone_says_that_they_are_none(client, rooms, typed):
    words = text(client.get("/en/search/", {"q": typed}))
    assert "There is nothing to search for" in words
    assert "found for" not in words
    assert "search" not in [question for question, _, _ in rooms.asked]


def test_signs_that_turn_a_text_are_left_out(client, rooms):
    client.get("/en/search/", {"q": "\u202eGon\u2067ga\u200fdze\u202c"})
    (asked,) = [it for it in rooms.asked if it[0] == "search"]
    assert asked[1] == ("Gongadze",)


def test_names_that_are_only_alike_stand_apart(client, rooms):
    rooms.answer("search", factories.a_page())
    rooms.answer("similarly_written", (factories.a_line(),))
    words = text(client.get("/en/search/?q=Aida"))
    found, alike = words.split("Similarly written names")
    assert "Ada Example" not in found
    assert "may be other people" in alike
    assert "Ada Example" in alike


def test_only_the_first_page_suggests_names(client, rooms):
    client.get("/en/search/?q=Ada&after=x")
    assert "similarly_written" not in [question for question, _, _ in rooms.asked]


@pytest.mark.parametrize("typed", ["مصر", "Égypte", "Egypt"])
def test_the_name_of_a_country_leads_to_it_from_every_language(client, rooms, typed):
    html = client.get("/en/search/", {"q": typed}).content.decode()
    assert '<a href="/en/countries/EG/"><bdi>Egypt</bdi></a>' in html
    assert "/countries/EG/" not in client.get("/en/search/?q=Ada").content.decode()


def test_a_country_without_a_case_is_not_led_to(client, rooms):
    html = client.get("/en/search/?q=Mali").content.decode()
    assert "Country:" not in html


def test_what_was_searched_for_is_never_markup(client, rooms):
    html = client.get("/en/search/", {"q": "<b>x</b>\"'"}).content.decode()
    assert "<b>x" not in html
    assert 'value="&lt;b&gt;x&lt;/b&gt;&quot;&#x27;"' in html


def test_a_page_that_did_not_change_is_not_sent_again(client, rooms):
    first = client.get("/en/cases/b3n8rwz4gh/")
    again = client.get(
        "/en/cases/b3n8rwz4gh/",
        headers={"if-none-match": first.headers["ETag"]},
    )
    assert again.status_code == 304


def test_each_page_leads_to_itself_in_the_other_languages(client, rooms):
    html = client.get("/en/search/?q=Ada").content.decode()
    for language in LANGUAGES:
        assert f'href="/{language}/search/?q=Ada"' in html
        told = rf'hreflang="{language}"\s+href="http://testserver/{language}/search/'
        assert re.search(told, html)
    english = '"x-default" href="http://testserver/en/search/?q=Ada"'
    assert english in html
    front = client.get("/fr/").content.decode()
    assert '"x-default" href="http://testserver/"' in front


def test_a_long_search_is_not_repeated_in_every_link(client, rooms):
    answer = client.get("/en/search/", {"q": "c" * 10_000, "unread": "u" * 900})
    html = answer.content.decode()
    assert f'href="/fr/search/?q={"c" * 200}"' in html
    assert f'href="/en/search.json?q={"c" * 200}"' in html
    assert "c" * 201 not in html
    assert "unread" not in html
    assert len(html) < len(client.get("/en/search/?q=c").content) + 20_000


def test_a_fault_of_ours_is_owned_in_the_look_of_the_site(client, rooms, monkeypatch):
    client.raise_request_exception = False
    rooms.answer("latest_unresolved", 7)
    answer = client.get("/fr/")
    assert answer.status_code == 500
    html = answer.content.decode()
    assert "wordmark" in html
    assert "Veuillez réessayer dans un moment" in html
