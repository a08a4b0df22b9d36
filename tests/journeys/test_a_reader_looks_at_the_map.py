"""A reader looks at the map, and comes by it to a country's cases."""

import itertools
import shutil

import pytest
from playwright.sync_api import ViewportSize, expect, sync_playwright

PHONE = ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1280, height=900)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def page(starter):
    """Open a browser on the starter registry; nothing it complains of is let pass."""
    found = shutil.which("chromium")
    assert found, "The browser tests open pages in Chromium: install it."
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found,
            args=["--no-sandbox"],
        )
        page = browser.new_page(viewport=DESK, base_url=starter.url)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("requestfailed", lambda request: complaints.append(request.url))
        yield page
        browser.close()
    assert complaints == []


def test_a_reader_comes_by_a_dot_or_by_the_table_to_a_country(page):
    page.goto("/en/countries/")
    dot = page.locator('.map a[href="/en/countries/PH/"]')
    assert "Philippines" in dot.locator("title").text_content()
    dot.locator("circle").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Philippines")

    page.goto("/en/countries/")
    name = "Unresolved killings by country"
    expect(page.get_by_role("img", name=name)).to_have_count(1)
    expect(page.get_by_role("table")).to_have_count(0)
    page.get_by_text("The numbers as a table").click()
    row = page.get_by_role("table", name=name).get_by_role("row", name="Philippines")
    row.get_by_role("link", name="Philippines").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Philippines")


def test_no_dot_stops_a_reader_at_the_keyboard(page):
    page.goto("/en/countries/")
    stops = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.closest('svg') !== null"))
    assert not any(stops)


def test_every_figure_fits_its_page(page):
    for size, language in itertools.product((PHONE, DESK), ("en", "ar", "zh-hans")):
        page.set_viewport_size(size)
        for address in ("", "countries/", "countries/PH/"):
            page.goto(f"/{language}/{address}")
            box = page.locator(".map").bounding_box()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= size["width"]
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide == size["width"]


def test_the_map_is_not_mirrored_where_the_script_is(page):
    places = {}
    for language in ("en", "ar"):
        page.goto(f"/{language}/countries/")
        dot = page.locator(f'.map a[href="/{language}/countries/PH/"] circle')
        places[language] = dot.bounding_box()["x"]
    assert places["en"] == pytest.approx(places["ar"], abs=20)
    assert places["en"] > DESK["width"] / 2


def test_the_legend_is_drawn_at_the_scale_of_the_map(page):
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        page.goto("/en/countries/")
        # Both cases of Mali and all of the Philippines make dots of the second class.
        dot = page.locator(".map .dot-2").first.bounding_box()
        sign = page.locator(".of-dot-2 circle").bounding_box()
        assert dot["width"] == pytest.approx(sign["width"], rel=0.1)


def test_maps_that_are_off_are_nowhere(page, settings):
    settings.ENDIMPUNITY_MAPS = False
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("/en/", "/en/countries/", "/en/countries/ML/"):
        page.goto(address)
        expect(page.locator("svg.map, .no-opinion")).to_have_count(0)
    assert not [it for it in asked if "world" in it]
