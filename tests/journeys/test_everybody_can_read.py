"""Everybody can read: without a mouse, without scripts, with a screen reader."""

import json
from datetime import UTC, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import expect

from tests.journeys.browsing import DESK, LANGUAGES, PHONE, a_browser

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

# Each kind of page, by the way a program finds one of it.
FIXED = ["", "countries/", "publishers/", "search/?q=a", "about/", "methods/", "none/"]


def kinds_of_pages(visit):
    """Return an address of each kind of page, without its language."""
    visit.open("/en/index.json")
    front = json.loads(visit.page.inner_text("body"))
    case = front["latest"][0]
    visit.open(f"/en/cases/{case['public_id']}.json")
    told = json.loads(visit.page.inner_text("body"))["case"]
    return [
        *FIXED,
        f"countries/{case['where']['country']}/",
        f"cases/{case['public_id']}/",
        f"attacks/{told['attack']}/",
    ]


def faults(visit, address):
    visit.open(address)
    found = Axe().run(visit.page).response["violations"]
    return [
        f"{address}: {one['id']} at {node['target']}"
        for one in found
        for node in one["nodes"]
    ]


def look(visit, ways, schemes=("light",)):
    pages = kinds_of_pages(visit)
    found = []
    for scheme in schemes:
        visit.page.emulate_media(color_scheme=scheme)
        for language, viewport in ways:
            visit.page.set_viewport_size(viewport)
            for page in pages:
                found += faults(visit, f"/{language}/{page}")
    return found


def test_a_screen_reader_meets_no_fault_on_any_kind_of_page(visit):
    # One language more each day, so that all have their turn.
    others = ["es", "fr", "ru", "zh-hans"]
    today = others[datetime.now(tz=UTC).toordinal() % len(others)]
    assert look(visit, [("en", PHONE), ("ar", DESK), (today, PHONE)]) == []


@pytest.mark.proof
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_meets_no_fault_in_any_language_width_or_light(visit, language):
    ways = [(language, PHONE), (language, DESK)]
    assert look(visit, ways, ("light", "dark")) == []


def test_the_examination_finds_a_fault_that_is_there(visit):
    visit.open("/en/")
    visit.page.evaluate(
        "document.querySelector('main').innerHTML += '<img src=\"/x.png\">'",
    )
    found = {one["id"] for one in Axe().run(visit.page).response["violations"]}
    assert "image-alt" in found


def test_everything_works_without_scripts(starter):
    with a_browser(starter.url, java_script_enabled=False) as visit:
        main = visit.page.get_by_role("main")
        visit.open("/en/")
        visit.page.get_by_role("searchbox").fill("dupont")
        main.get_by_role("button", name="Search").click()
        visit.follow("Ghislaine Dupont")
        expect(visit.heading()).to_have_text("Ghislaine Dupont")
        visit.follow("The attack as a whole")
        expect(main).to_contain_text("Claude Verlon")
        visit.follow("Русский")
        expect(visit.page.locator("html")).to_have_attribute("lang", "ru")
        assert visit.complaints == []


def test_a_keyboard_alone_leads_from_the_front_page_to_a_case(visit):
    page = visit.page
    visit.open("/en/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "search":
            break
    page.keyboard.type("Momay")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("1 published case found")
    reached = False
    for _ in range(60):
        page.keyboard.press("Tab")
        reached = page.evaluate("document.activeElement.innerText") == "Reynaldo Momay"
        if reached:
            break
    assert reached
    # Who moves by keyboard sees where they are.
    assert (
        page.evaluate(
            "getComputedStyle(document.activeElement).outlineStyle",
        )
        == "solid"
    )
    page.keyboard.press("Enter")
    expect(visit.heading()).to_contain_text("Reynaldo Momay")
    assert visit.complaints == []
