"""A page is set for its reader: on a phone, from the right, on paper."""

import json

import pytest
from playwright.sync_api import expect

from tests.journeys.browsing import DESK, LANGUAGES, PHONE, SMALL_PHONE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

# How far a line of text may begin from where the others do, in pixels.
SLACK = 2


def of_momay(visit):
    """Return the part of the address of a case with statements and many notes."""
    visit.open("/en/countries/PH.json")
    told = json.loads(visit.page.inner_text("body"))
    listed = told["unresolved"]["items"] + told["others"]["items"]
    [case] = [one for one in listed if one["name"] == "Reynaldo Momay"]
    return f"cases/{case['public_id']}/"


def lines_of(visit, selector):
    """Return how many lines the links below an element make."""
    tops = visit.page.eval_on_selector_all(
        f"{selector} a",
        "all => all.map(one => Math.round(one.getBoundingClientRect().top))",
    )
    assert tops
    return len(set(tops))


def fits_in_a_line(visit, selector):
    """Tell whether a line has room for the links, in the letters of this machine."""
    told = visit.page.evaluate(
        """selector => {
            const list = document.querySelector(`${selector} ul`);
            const links = [...list.querySelectorAll("a")];
            const gap = parseFloat(getComputedStyle(list).columnGap);
            return {
                room: list.getBoundingClientRect().width,
                wanted: links.reduce(
                    (sum, one) => sum + one.getBoundingClientRect().width + gap, -gap,
                ),
            };
        }""",
        selector,
    )
    return told["wanted"] <= told["room"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_head_of_a_page_is_two_lines_on_a_phone(visit, language):
    visit.page.set_viewport_size(PHONE)
    visit.open(f"/{language}/")
    if fits_in_a_line(visit, ".menu"):
        assert lines_of(visit, ".menu") == 1
        assert visit.page.locator(".top").bounding_box()["height"] < 120
    assert lines_of(visit, ".menu") <= 2
    visit.page.set_viewport_size(SMALL_PHONE)
    assert not visit.is_wider_than_its_window()


def test_languages_open_by_keyboard_on_a_phone_and_stand_open_at_a_desk(visit):
    page = visit.page
    page.set_viewport_size(PHONE)
    visit.open("/en/countries/")
    expect(page.get_by_role("link", name="Français")).to_have_count(0)
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Français")).to_be_visible()
    assert not visit.is_wider_than_its_window()
    visit.follow("Français")
    assert page.url.endswith("/fr/countries/")
    page.set_viewport_size(DESK)
    assert lines_of(visit, ".languages") == 1
    visit.follow("العربية")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert visit.complaints == []


def test_what_is_stated_begins_where_arabic_lines_begin(visit):
    address = of_momay(visit)
    for size in (PHONE, DESK):
        visit.page.set_viewport_size(size)
        visit.open(f"/ar/{address}")
        ends = visit.page.eval_on_selector_all(
            ".statements > li > div > .says-code > bdi",
            """all => all.map(one => {
                const column = one.closest("div").getBoundingClientRect();
                return column.right - one.getBoundingClientRect().right;
            })""",
        )
        assert ends
        assert all(abs(it) <= SLACK for it in ends)


def test_english_on_an_arabic_page_has_its_own_box_and_an_even_edge(visit):
    address = of_momay(visit)
    visit.page.set_viewport_size(PHONE)
    visit.open(f"/ar/{address}")
    texts = visit.page.locator('p[lang="en"]')
    assert texts.count() > 3
    for text in texts.all():
        told = text.evaluate(
            """one => {
                const range = document.createRange();
                range.selectNodeContents(one);
                const lines = [...range.getClientRects()].map(it => it.left);
                return {
                    edges: Math.max(...lines) - Math.min(...lines),
                    rule: getComputedStyle(one).borderLeftStyle,
                    from_the_edge: one.parentElement.getBoundingClientRect().right
                        - one.getBoundingClientRect().right,
                };
            }""",
        )
        assert told["edges"] <= SLACK
        assert told["rule"] == "solid"
        assert abs(told["from_the_edge"]) <= SLACK


def test_paper_is_white_whatever_the_screen_is(visit):
    address = of_momay(visit)
    visit.page.emulate_media(color_scheme="dark", media="print")
    visit.open(f"/en/{address}")
    colours = visit.page.evaluate(
        "[getComputedStyle(document.body).backgroundColor,"
        " getComputedStyle(document.body).color]",
    )
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    cut = visit.page.eval_on_selector_all(
        ".side-by-side > li, .proceeding, .difference, .events > li, .figure",
        "all => all.filter(it => getComputedStyle(it).breakInside !== 'avoid').length",
    )
    assert cut == 0
    visit.page.emulate_media(color_scheme="dark", media="screen")
    assert visit.page.evaluate(
        "getComputedStyle(document.body).backgroundColor",
    ) == ("rgb(20, 22, 26)")


def test_a_chinese_heading_breaks_after_its_marks(visit):
    for size in (PHONE, SMALL_PHONE):
        visit.page.set_viewport_size(size)
        visit.open("/zh-hans/")
        broken = visit.page.evaluate(
            """() => {
                const text = document.querySelector("h1").firstChild;
                const range = document.createRange();
                const found = [];
                let top = null;
                for (let i = 0; i < text.length; i++) {
                    range.setStart(text, i);
                    range.setEnd(text, i + 1);
                    const box = range.getBoundingClientRect();
                    if (!box.width) continue;
                    if (top !== null && box.top > top + 5) found.push(text.data[i - 1]);
                    top = box.top;
                }
                return found;
            }""",
        )
        # Where the machine's letters are narrow it does not break at all.
        assert set(broken) <= {"\uff0c"}
