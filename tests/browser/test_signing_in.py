"""The fixtures reach the running site, and a demo curator signs in under the strict content security policy."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.watching import Watch
from tools.demo_site import Site


def test_the_site_answers(page: Page) -> None:
    response = page.goto("/healthz")
    assert response is not None
    assert response.json() == {"status": "ok", "database": "ok"}


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_demo_curator_signs_in_with_the_printed_password(open_page: OpenPage, site: Site, scripts: bool) -> None:
    page = open_page(java_script_enabled=scripts)
    page.goto("/admin/")
    page.get_by_label("Username:").fill("curator")
    page.get_by_label("Password:").fill(site.password("curator"))
    page.get_by_label("Password:").press("Enter")
    expect(page.get_by_role("link", name="Claims", exact=True).first).to_be_visible()
    expect(page.get_by_role("button", name="Log out")).to_be_visible()


@pytest.mark.parametrize(
    ("script", "problems"),
    [
        (
            "fetch('http://198.51.100.7/').catch(() => 0)",
            ["request to another machine: http://198.51.100.7/", "console: Failed to load resource"],
        ),
        ("setTimeout(() => { throw new Error('planted') })", ["script error: planted"]),
        ("console.error('planted')", ["console: planted"]),
        ("document.body.append(Object.assign(document.createElement('script'), {text: '1'}))", ["console: Executing"]),
    ],
    ids=["request", "script error", "console", "policy"],
)
def test_what_goes_wrong_in_a_page_is_noted(
    open_page: OpenPage, watch: Watch, script: str, problems: list[str]
) -> None:
    page = open_page(bypass_csp="fetch" in script)
    page.goto("/")
    page.evaluate(f"() => {{ {script} }}")
    until = time.monotonic() + 10
    while len(watch.problems) < len(problems) and time.monotonic() < until:
        page.wait_for_timeout(20)
    for problem in problems:
        watch.expect(problem)
