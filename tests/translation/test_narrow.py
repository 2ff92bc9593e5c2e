"""Two fifths longer texts still fit a narrow screen: no page of the made-up language scrolls sideways at 320 pixels."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.translation.states import STATES
from tools.pages import KINDS

#: Database: the pages are made once for all tests. Browser: this module drives one, without a server behind it.
pytestmark = [pytest.mark.django_db, pytest.mark.browser]

STATIC = Path(__file__).resolve().parents[2] / "static"
SITE = "http://site.invalid"

#: The width of the page, a sign that its style sheets were read, and what reaches over the edge of the screen.
WIDEST = """() => {
    const over = (element) => element.getBoundingClientRect().right > innerWidth + 0.5;
    const wide = [...document.querySelectorAll("body *")].filter(over).filter((element) => !element.closest("svg"));
    const names = wide.map((element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 60)}`);
    return [document.documentElement.scrollWidth, getComputedStyle(document.body).margin, names];
}"""


def opened(browser: Browser, html: str) -> Page:
    """Return the page on a narrow screen, its style sheets read from their folder."""

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        file = STATIC / path.removeprefix("/static/")
        if path == "/":
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        elif path.startswith("/static/") and file.is_file():
            route.fulfill(path=file)
        else:
            route.fulfill(status=404, body="")

    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.route("**/*", answer)
    page.goto(f"{SITE}/")
    return page


@pytest.mark.parametrize("kind", [*KINDS, *STATES])
def test_nothing_scrolls_sideways(kind: str, browser: Browser, rendered: dict[str, str]) -> None:
    page = opened(browser, rendered[kind])
    width, margin, wide = page.evaluate(WIDEST)
    page.close()
    assert margin == "0px", "the style sheets were read"
    assert width == 320, "\n".join(wide)
