"""The fixtures reach the running site, and a curator can sign in under the strict content security policy."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage


def test_the_site_answers(page: Page) -> None:
    response = page.goto("/healthz")
    assert response is not None
    assert response.json() == {"status": "ok", "database": "ok"}


def test_a_curator_signs_in(page: Page, admin_user: object) -> None:
    page.goto("/admin/")
    page.get_by_label("Username:").fill("admin")
    page.get_by_label("Password:").fill("password")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("button", name="Log out")).to_be_visible()


def test_signing_in_needs_no_script(no_js_page: Page, admin_user: object) -> None:
    no_js_page.goto("/admin/")
    no_js_page.get_by_label("Username:").fill("admin")
    no_js_page.get_by_label("Password:").fill("password")
    no_js_page.get_by_label("Password:").press("Enter")
    expect(no_js_page.get_by_role("button", name="Log out")).to_be_visible()


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        ("fetch('http://198.51.100.7/').catch(() => 0)", "request to another machine: http://198.51.100.7/"),
        ("setTimeout(() => { throw new Error('planted') })", "script error: planted"),
    ],
)
def test_what_goes_wrong_in_a_page_is_noted(open_page: OpenPage, script: str, problem: str) -> None:
    page = open_page(bypass_csp=True)
    page.goto("/admin/login/")
    page.evaluate(script)
    page.wait_for_timeout(200)
    problems = page.context.watch.problems  # type: ignore[attr-defined]
    found = [line for line in problems if line.startswith(problem)]
    problems.clear()
    assert len(found) == 1
