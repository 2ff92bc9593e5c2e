"""axe-core's rules of WCAG 2.2, levels A and AA, on an open page."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

# axe-core tags a rule with the version of WCAG that brought it
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def script() -> str:
    """Return axe-core, to be evaluated in a page."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Return what axe-core, which the page holds, has against it; one line for each element.

    Raises RuntimeError if it looked at nothing.
    """
    results = page.evaluate("rules => axe.run(document, rules)", RULES)
    if not results["passes"]:
        raise RuntimeError(f"axe-core looked at nothing on {page.url}")
    return [
        f"{violation['id']}: {node['html'][:160]} ({node['failureSummary']})"
        for violation in results["violations"]
        for node in violation["nodes"]
    ]
