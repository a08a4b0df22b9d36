"""Everybody can read: without a mouse, without scripts, with a screen reader."""

import json
import string
from datetime import UTC, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import expect

from endimpunity.cases import operations
from endimpunity.cases.models import PublicLine
from endimpunity.cases.tests import factories
from tests.journeys.browsing import DESK, LANGUAGES, PHONE, a_browser

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

# Each kind of page that is there whatever the registry holds, and one that is not.
FIXED = [
    "",
    "unresolved/",
    "countries/",
    "countries/PH/PH-14/",
    "offices/",
    "offices/un-sr-executions/",
    "publishers/",
    "search/?q=a",
    "about/",
    "methods/",
    "none/",
]
# What the starter registry lacks: a publisher's open list, a country with so many
# killings that it has charts, and a case that was withdrawn.
LISTED = "BR"
KILLINGS = 8


@pytest.fixture
def withdrawn(starter, system, now):
    """Open a list of invented people, and withdraw one; return that one's address.

    A test asks for it before it opens a browser.
    """
    made = factories.adopted(
        system,
        *(
            factories.said(f"{name} Invented", date=factories.day(f"20{n:02}-05-02"))
            for n, name in enumerate(string.ascii_uppercase[:KILLINGS])
        ),
    )
    policy = factories.policy(system)
    factories.release(system, made.snapshot, policy)
    operations.publish_under_policy(policy_id=policy.pk, by=system, at=now)
    line = PublicLine.objects.filter(place_code=LISTED).order_by("case")[0]
    operations.withdraw(case_id=line.case_id, reason="Asked.", by=system, at=now)
    return f"cases/{line.public_id}/"


def kinds_of_pages(visit, withdrawn):
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
        f"countries/{LISTED}/",
        "publishers/LIST/",
        withdrawn,
    ]


def faults(visit, address):
    visit.open(address)
    found = Axe().run(visit.page).response["violations"]
    return [
        f"{address}: {one['id']} at {node['target']}"
        for one in found
        for node in one["nodes"]
    ]


def look(visit, withdrawn, ways, schemes=("light",)):
    pages = kinds_of_pages(visit, withdrawn)
    found = []
    for scheme in schemes:
        visit.page.emulate_media(color_scheme=scheme)
        for language, viewport in ways:
            visit.page.set_viewport_size(viewport)
            for page in pages:
                found += faults(visit, f"/{language}/{page}")
    return found


def test_every_kind_of_page_is_one_that_is_there(withdrawn, visit):
    met = {page: visit.open(f"/en/{page}") for page in kinds_of_pages(visit, withdrawn)}
    others = {page: it.status for page, it in met.items() if it.status != 200}
    assert others == {"none/": 404, withdrawn: 410}
    visit.open(f"/en/countries/{LISTED}/")
    expect(visit.page.locator("figure.figure-years")).to_be_visible()


def test_a_screen_reader_meets_no_fault_on_any_kind_of_page(withdrawn, visit):
    # One language more each day, so that all have their turn.
    others = ["es", "fr", "ru", "zh-hans"]
    today = others[datetime.now(tz=UTC).toordinal() % len(others)]
    ways = [("en", PHONE), ("ar", DESK), (today, PHONE)]
    assert look(visit, withdrawn, ways) == []


@pytest.mark.proof
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_meets_no_fault_in_any_language_width_or_light(
    withdrawn,
    visit,
    language,
):
    ways = [(language, PHONE), (language, DESK)]
    assert look(visit, withdrawn, ways, ("light", "dark")) == []


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
