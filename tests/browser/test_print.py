"""On paper: a claim is a sheet of two pages, readable and whole; other pages print without their controls."""

from __future__ import annotations

from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import OpenPage
from tools.pages import ARTICLE

SMALLEST = 8.0  # points
# the most evidence, the longest text with a figure, one without evidence in numbers, a version, a supported claim
SHEETS = ("/claims/C43/", "/claims/C34/", "/claims/C60/", "/claims/C21/", "/claims/C2/", "/claims/C34/v1/")
PRINTED_SIZES = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), sizes = [];
    while (walker.nextNode()) {
        const text = walker.currentNode, element = text.parentElement;
        if (!text.data.trim() || !element.checkVisibility() || element.closest('.visually-hidden')) continue;
        sizes.push([parseFloat(getComputedStyle(element).fontSize) * 0.75, text.data.trim().slice(0, 40)]);
    }
    return sizes;
}"""
CUT = """() => [...document.body.querySelectorAll('*')]
    .filter(element => element.checkVisibility() && !element.closest('.visually-hidden, svg'))
    .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1
        || (getComputedStyle(element).overflow !== 'visible' && element.scrollWidth > element.clientWidth + 1))
    .map(element => element.outerHTML.slice(0, 120))"""
PAPER_WIDTH = {"A4": 680, "Letter": 703}  # CSS pixels between the margins of 15 mm


@pytest.mark.parametrize("paper", PAPER_WIDTH)
@pytest.mark.parametrize("path", SHEETS)
def test_a_claim_prints_on_two_whole_pages(page: Page, path: str, paper: str) -> None:
    page.goto(path)
    first, second = (closed_up(side) for side in printed(page, paper))
    for expected in ("Evidence Facts", "In short", page.get_by_role("heading", level=1).inner_text()[:30]):
        assert closed_up(expected) in first
    address = page.locator("link[rel=canonical]").get_attribute("href") or "?"
    for expected in ("The evidence in brief", "How sure, step by step", "Sources"):
        assert closed_up(expected) in first + second
    for expected in ("Not printed here", address, "2 / 2"):
        assert closed_up(expected) in second
    sheet = page.locator(".sheet")
    expect(sheet).to_be_hidden()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER_WIDTH[paper], "height": 900})
    expect(sheet).to_be_visible()
    assert page.evaluate(CUT) == []
    sizes = page.evaluate(PRINTED_SIZES)
    assert [text for size, text in sizes if size < SMALLEST] == []
    assert len(sizes) > 60


@pytest.mark.parametrize("path", [ARTICLE, "/claims/", "/claims/?q=soreness", "/maps/", "/sources/Reno2022/"])
def test_other_pages_print_without_their_controls(page: Page, path: str) -> None:
    page.goto(path)
    sides = printed(page, "A4")
    assert f"{len(sides)} / {len(sides)}" in sides[-1]
    page.emulate_media(media="print")
    controls = page.locator("form, nav, button, .legend-show, .steps-hint, .downloads, .skip-link")
    assert [control for control in controls.all() if control.is_visible()] == []
    assert [text for size, text in page.evaluate(PRINTED_SIZES) if size < SMALLEST] == []


def test_without_scripts_the_sheet_prints_as_well(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(SHEETS[0])
    assert len(printed(page, "A4")) == 2


def printed(page: Page, paper: str) -> list[str]:
    """Return the text of each page of paper."""
    return [side.extract_text() for side in PdfReader(BytesIO(page.pdf(format=paper))).pages]


def closed_up(text: str) -> str:
    """Return a text without white space: where words end on paper, a reader of PDF has to guess from the distances."""
    return "".join(text.split())
