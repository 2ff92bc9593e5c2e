"""What a curator does in the admin, by the names that stand on its pages."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tools.demo_site import Site


def signed_in(open_page: OpenPage, site: Site, name: str) -> Page:
    """Return a page on which a demo curator has signed in."""
    page = open_page(base_url=site.address)
    page.goto("/admin/")
    page.get_by_label("Username:").fill(name)
    page.get_by_label("Password:").fill(site.password(name))
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("button", name="Log out")).to_be_visible()
    return page


def open_list(page: Page, kind: str) -> None:
    """Open the list of a kind from the admin's start page."""
    page.goto("/admin/")
    page.get_by_role("main").get_by_role("row").get_by_role("link", name=kind, exact=True).click()


def open_in_list(page: Page, kind: str, words: str, name: str) -> None:
    """Open one row of the admin: to the list of a kind, search it, follow the link of that name."""
    open_list(page, kind)
    search = page.get_by_role("search").get_by_role("textbox")
    search.fill(words)
    search.press("Enter")
    page.get_by_role("link", name=name, exact=True).click()


def fill_in(part: Page | Locator, values: Mapping[str, str]) -> None:
    """Fill the fields with these labels: choices are chosen, everything else is typed."""
    for label, value in values.items():
        field = part.get_by_label(f"{label}:", exact=True)
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)


def save(page: Page, said: str) -> None:
    """Save what the page holds, stay on it, and expect to be told this."""
    page.get_by_role("button", name="Save and continue editing").click()
    expect_told(page, said)


def expect_told(page: Page, said: str) -> None:
    """Expect a message at the top of the admin's page."""
    expect(page.locator(".messagelist")).to_contain_text(said)


def add_source(page: Page, values: Mapping[str, str]) -> None:
    """Add a work to the library of sources."""
    open_list(page, "Sources")
    page.get_by_role("link", name="Add source").click()
    fill_in(page, values)
    save(page, "was added successfully")


def add_row(page: Page, kind: str) -> Locator:
    """Unfold a new row of a kind on the claim's page and return it."""
    page.get_by_role("button", name=f"Add another {kind}").click()
    title = page.get_by_role("heading", name=f"New {kind.lower()}")
    return page.locator(".inline-related:not(.empty-form)").filter(has=title)


def choose_source(page: Page, row: Locator, words: str, name: str) -> None:
    """Choose a source in a new row of evidence by typing some of its words."""
    row.get_by_role("combobox").first.click()
    page.locator(".select2-search__field:focus").fill(words)
    page.get_by_role("option", name=name).click()


def add_finding(row: Locator, values: Mapping[str, str]) -> None:
    """Unfold the blank finding of a row of evidence and fill it in."""
    row.get_by_text("Add a finding", exact=True).click()
    fill_in(row.locator("details.finding:not(.blank)").last, values)
