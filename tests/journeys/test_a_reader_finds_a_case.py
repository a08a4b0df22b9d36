"""A reader comes to find a person, and reads what justice has done since."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browsing import DESK, LANGUAGES, PHONE, SMALL_PHONE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_a_reader_finds_a_case_and_what_justice_did(visit):
    page, main = visit.page, visit.page.get_by_role("main")
    visit.open("/")
    expect(page).to_have_url(f"{visit.home}/en/")
    expect(visit.heading()).to_contain_text("Attacks on journalists")
    visit.follow("Countries")
    visit.follow("Philippines")
    expect(visit.heading()).to_have_text("Philippines")
    visit.follow("Reynaldo Momay")
    expect(visit.heading()).to_contain_text("Reynaldo Momay")
    expect(main).to_contain_text("Not second-read")
    expect(page.get_by_role("contentinfo")).to_contain_text("This is a sample")

    justice = page.get_by_role("region", name="Judicial follow-up")
    expect(justice).to_contain_text("19 December 2019")
    sources = page.get_by_role("region", name="Sources", exact=True)
    assert sources.get_by_role("link").count()
    for link in sources.get_by_role("link").all():
        assert re.match(r"https?://", link.get_attribute("href"))
        assert "noreferrer" in link.get_attribute("rel")

    in_french_and_arabic(visit)
    by_name(visit)
    assert visit.complaints == []


def test_a_reader_goes_on_to_all_unresolved_cases(visit):
    main = visit.page.get_by_role("main")
    visit.open("/en/")
    visit.follow("All unresolved cases")
    expect(visit.heading()).to_have_text("Unresolved cases")
    expect(main).to_contain_text("neither a final conviction nor full justice")
    told = visit.page.locator("[data-standing]")
    assert told.count() > 6
    ended = {"CONVICTION_FINAL", "FULL_JUSTICE", "RESOLVED"}
    assert not ended & {one.get_attribute("data-standing") for one in told.all()}
    visit.follow("All countries and areas")
    expect(visit.heading()).to_have_text("Countries")
    assert visit.complaints == []


def in_french_and_arabic(visit):
    page, main = visit.page, visit.page.get_by_role("main")
    visit.follow("Français")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(main).to_contain_text("Suivi judiciaire")
    expect(main).to_contain_text("23 novembre 2009")
    visit.follow("العربية")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(main).to_contain_text("المتابعة القضائية")
    expect(visit.heading()).to_contain_text("Reynaldo Momay")
    # The page begins at its right edge.
    assert page.locator(".wordmark").bounding_box()["x"] > DESK["width"] / 2


def by_name(visit):
    page, main = visit.page, visit.page.get_by_role("main")
    visit.open("/en/search/")
    page.get_by_role("searchbox").fill("DUPONT ghislaine")
    main.get_by_role("button", name="Search").click()
    expect(main).to_contain_text("1 published case found")
    visit.follow("Ghislaine Dupont")
    expect(visit.heading()).to_have_text("Ghislaine Dupont")


def test_a_reader_who_errs_gets_a_friendly_page(visit):
    wrong = [
        ("/en/cases/nobody/", 404, "This page does not exist"),
        ("/en/countries/QQ/", 404, "This page does not exist"),
        ("/fr/publishers/nobody/", 404, "Cette page n’existe pas"),  # noqa: RUF001  # French
        ("/en/search/?q=%00%ff%27%3B--", 200, "There is nothing to search for"),
        ("/en/search/?q=Momay&after=-", 404, "is not there any more"),
        ("/en/countries/PH/?after=no-such-key", 404, "Back to the beginning"),
        ("/en/countries/PH/?others=no-such-key", 404, "Back to the beginning"),
        ("/en/no/such/page", 404, "This page does not exist"),
    ]
    for address, status, words in wrong:
        assert visit.open(address).status == status, address
        expect(visit.page.get_by_role("main")).to_contain_text(words)


def test_a_reader_without_a_mouse_or_on_a_phone_reads_the_same(visit):
    visit.open("/en/")
    visit.page.keyboard.press("Tab")
    skip = visit.page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    visit.page.keyboard.press("Enter")
    expect(visit.page.get_by_role("main")).to_be_focused()

    visit.page.set_viewport_size(PHONE)
    for address in ("/en/", "/ar/", "/en/countries/", "/fr/about/", "/en/search/"):
        visit.open(address)
        assert not visit.is_wider_than_its_window(), address
    for language in ("en", "ar"):
        find_momay(visit, language)
        assert not visit.is_wider_than_its_window(), language
    assert visit.complaints == []


@pytest.mark.proof
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_reads_well_in_every_language_and_width(visit, language):
    for viewport in (PHONE, SMALL_PHONE, DESK):
        visit.page.set_viewport_size(viewport)
        for page in (
            "",
            "unresolved/",
            "countries/",
            "countries/PH/",
            "publishers/",
            "offices/",
            "offices/un-sr-executions/",
            "about/",
        ):
            visit.open(f"/{language}/{page}")
            assert not visit.is_wider_than_its_window(), (viewport, page)
            expect(visit.heading()).to_have_count(1)
        find_momay(visit, language)
        assert not visit.is_wider_than_its_window(), viewport
    assert visit.complaints == []


def find_momay(visit, language="en"):
    visit.open(f"/{language}/search/?q=Momay")
    visit.follow("Reynaldo Momay")
    expect(visit.heading()).to_contain_text("Reynaldo Momay")
