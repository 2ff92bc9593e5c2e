"""What holds on every kind of public page: sound in light and dark, at every width, private, and reached by robots."""

from __future__ import annotations

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.page_checks import assert_sound
from tests.browser.watching import Watch
from tools.demo_site import Site
from tools.pages import KINDS

LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
#: The form to report a problem needs the token by which Django tells that a form came from here.
COOKIES = {"problem-form": {"csrftoken"}}
SAMPLED = re.compile(r"/(claims|sources|topics)/.")


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_sound(page: Page, watch: Watch, kind: str) -> None:
    status = 404 if kind == "not-found" else 200
    response = page.goto(KINDS[kind])
    assert response is not None
    assert response.status == status
    if status == 404:
        watch.expect("console: Failed to load resource: the server responded with a status of 404")
    assert_sound(page)
    assert {cookie["name"] for cookie in page.context.cookies()} == COOKIES.get(kind, set())
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0


@pytest.mark.parametrize(("scheme", "darker"), [("light", False), ("dark", True)])
def test_the_page_follows_the_readers_colour_scheme(open_page: OpenPage, scheme: str, darker: bool) -> None:
    page = open_page(color_scheme=scheme)
    page.goto("/")
    lightness = """() => {
        const canvas = new OffscreenCanvas(1, 1).getContext('2d');
        const sum = colour => {
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            return canvas.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((sum, part) => sum + part);
        };
        const style = getComputedStyle(document.body);
        return [sum(style.backgroundColor), sum(style.color)];
    }"""
    background, text = page.evaluate(lightness)
    assert (background < text) == darker


def test_the_site_map_names_pages_that_answer(page: Page, site: Site) -> None:
    rules = page.request.get("/robots.txt").text()
    assert f"Sitemap: {site.address}/sitemap.xml" in rules.splitlines()
    locations = [
        element.text for element in ElementTree.fromstring(page.request.get("/sitemap.xml").body()).iter(LOCATION)
    ]
    paths = [urlsplit(location or "").path for location in locations]
    assert {f"{site.address}{path}" for path in paths} == set(locations)
    assert len([path for path in paths if re.fullmatch(r"/claims/C\d+/", path)]) == 60
    many = [path for path in paths if SAMPLED.match(path)]
    sample = [path for path in paths if path not in many] + many[::8]
    answers = {path: page.request.get(path) for path in sample}
    assert {path: answer.status for path, answer in answers.items()} == dict.fromkeys(sample, 200)
    named_otherwise = [
        path
        for path, answer in answers.items()
        if "html" in answer.headers["content-type"]
        and f'rel="canonical" href="{site.address}{path}"' not in answer.text()
    ]
    assert named_otherwise == []


def test_a_reader_finds_a_claim_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()

    page.reload()
    tab_to(page, "Search claims, figures and sources")
    page.keyboard.type("soreness")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=re.compile(r"^\d+ claims$"))).to_be_visible()
    tab_to(page, "In endurance athletes, glycinate makes delayed-onset muscle soreness up to 40% smaller.")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/claims/C34/")
    tab_to(page, "What the figure check says: not in sources")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Sources on the point were read, and none of them contains the figure.")).to_be_visible()


def tab_to(page: Page, name: str, most: int = 150) -> None:
    """Press Tab until the element of this name has the focus, which has to be seen on every stop."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focused, outlined = page.evaluate(
            """() => {
                const element = document.activeElement, {outlineStyle, outlineWidth} = getComputedStyle(element);
                const text = element.labels?.[0]?.textContent ?? element.textContent;
                return [text.trim().replace(/\\s+/g, ' '), outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2];
            }"""
        )
        assert outlined, f"the focus on “{focused}” cannot be seen"
        if focused == name:
            return
    raise AssertionError(f"{most} steps with the Tab key do not reach “{name}”")
