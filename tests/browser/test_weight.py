"""A first visit costs little, asks nobody else, and nothing moves while it is read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.conftest import OpenPage
from tools.demo_site import Site
from tools.measuring import visit
from tools.pages import KINDS

HEAVIEST = 60_000  # bytes of document, style sheets, scripts and headers, as transferred
MOST_SHIFTED = 0.01


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_visit_is_light_and_still(browser: Browser, site: Site, kind: str) -> None:
    for width in (390, 1280):
        cost = visit(browser, f"{site.address}{KINDS[kind]}", width=width)
        assert 2_000 < cost.transferred <= HEAVIEST, cost
        assert cost.other_hosts == ()
        assert cost.shifted < MOST_SHIFTED


@pytest.mark.parametrize("kind", ["home", "article", "claims", "claim", "maps", "source"])
def test_nothing_is_missed_with_images_off(open_page: OpenPage, kind: str) -> None:
    said = []
    for images in (True, False):
        page = open_page()
        if not images:
            page.route("**/*", without_images)
        page.goto(KINDS[kind])
        said.append(page.locator("body").inner_text())
    assert said[0] == said[1]
    assert page.evaluate("[...document.images].filter(image => !image.alt).length") == 0


def without_images(route: Route) -> None:
    """Refuse pictures, and nothing else."""
    if route.request.resource_type == "image":
        route.abort()
    else:
        route.continue_()
