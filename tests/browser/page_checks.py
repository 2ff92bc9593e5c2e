"""What holds for every public page, whatever it shows."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# WCAG 2.2, levels A and AA: axe-core tags a rule with the version of WCAG that brought it
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
NARROWEST, PHONE, WIDE = 320, 390, 1440  # 320 px is also what is left of 1280 px at 400 % zoom
LOOKS = (("light", WIDE), ("light", NARROWEST), ("dark", WIDE))
OVERFLOWING = """() => {
    const page = document.documentElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    return [...document.body.querySelectorAll('*')]
        .filter(element => element.getBoundingClientRect().right > page.clientWidth + 1)
        .map(element => element.outerHTML.slice(0, 120));
}"""


def assert_sound(page: Page) -> None:
    """Check that the open page never scrolls sideways, and that axe-core finds no violation, in light and dark."""
    found = []
    for width in (NARROWEST, PHONE, WIDE):
        look_at(page, "light", width)
        found += [f"at {width} px beyond the edge: {element}" for element in page.evaluate(OVERFLOWING)]
    page.evaluate(AXE)
    for scheme, width in LOOKS:
        look_at(page, scheme, width)
        found += [f"{scheme}, {width} px: {violation}" for violation in violations(page)]
    assert found == []


def look_at(page: Page, scheme: Any, width: int) -> None:
    """Give the page another colour scheme and width."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})


def violations(page: Page) -> list[str]:
    """Return what axe-core, which the page holds, has against it; one line for each element."""
    results = page.evaluate("rules => axe.run(document, rules)", RULES)
    assert results["passes"], "axe-core looked at nothing"
    return [
        f"{violation['id']}: {node['html'][:160]} ({node['failureSummary']})"
        for violation in results["violations"]
        for node in violation["nodes"]
    ]
