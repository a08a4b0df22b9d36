"""A reader's browser: what it shows, asks for and complains of."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import ViewportSize, sync_playwright

PHONE = ViewportSize(width=390, height=844)
SMALL_PHONE = ViewportSize(width=320, height=700)
DESK = ViewportSize(width=1280, height=900)
LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh-hans"]


class Visit:
    """A page in a browser, and everything that went wrong or astray in it."""

    def __init__(self, page, home):
        self.page = page
        self.home = home
        self.complaints: list[str] = []
        self.asked: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))

    def _hear(self, message):
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def open(self, address):
        return self.page.goto(self.home + address)

    def follow(self, name):
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def heading(self):
        return self.page.get_by_role("heading", level=1)

    def is_wider_than_its_window(self):
        return self.page.evaluate(
            "document.documentElement.scrollWidth > window.innerWidth",
        )


@contextmanager
def a_browser(home, **asked: Any) -> Iterator[Visit]:
    """Open a browser with one page, and see that it asked nobody else for anything."""
    found = shutil.which("chromium")
    assert found, "The browser tests open pages in Chromium: install it."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found,
            args=["--no-sandbox"],
        )
        page = browser.new_page(viewport=DESK, locale="en-GB", **asked)
        visit = Visit(page, home)
        yield visit
        browser.close()
    assert all(url.startswith(home) for url in visit.asked)
