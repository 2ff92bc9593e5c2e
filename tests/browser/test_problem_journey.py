"""A reader without scripts reports a problem by keyboard alone; a curator answers; the reader finds the answer."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser import curation
from tests.browser.conftest import OpenPage
from tests.browser.page_checks import assert_sound
from tests.browser.test_every_page import tab_to
from tests.browser.watching import Watch
from tools.demo_site import Site

MESSAGE = "The trial was in cyclists, and it says 30 per cent."
NOTE = "The trial was in students; the page says so under its evidence."
#: Longer than the shortest time in which the form takes a person to fill it in, in milliseconds.
READING = 3500


def type_into(page: Page, label: str, text: str) -> None:
    """Go to the field of this label with the Tab key and type."""
    tab_to(page, label)
    page.keyboard.type(text)


def report(page: Page) -> str:
    """Report a problem with a claim, from its page, by keyboard alone; return the code."""
    page.goto("/claims/C34/")
    tab_to(page, "Report a problem")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Report a problem")
    expect(page.get_by_role("main")).to_contain_text("C34, version 1: In endurance athletes")
    page.wait_for_timeout(READING)
    tab_to(page, "A wrong figure A number on the page differs from what its source says.")
    page.keyboard.press("Space")
    type_into(page, "What is wrong?", MESSAGE)
    type_into(page, "A source that shows it (optional)", "10.1000/182")
    type_into(page, "Your e-mail address (optional)", "eva@example.org")
    tab_to(page, "Send the report")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you for your report")
    return page.locator(".problem-code").inner_text()


def answer(curator: Page, code: str) -> None:
    """Find the report from the start page of the admin, take it and answer it."""
    curator.goto("/admin/")
    curator.get_by_role("link", name="1 report from a reader waits for an answer").click()
    curator.get_by_role("link", name=code).click()
    expect(curator.locator("#content")).to_contain_text(MESSAGE)
    expect(curator.get_by_role("link", name="https://doi.org/10.1000/182")).to_be_visible()
    curator.get_by_role("button", name="Take").click()
    curation.expect_told(curator, f"You look at {code} now")
    curator.get_by_role("link", name="Answer…").click()
    expect(curator.locator("#content")).to_contain_text("Write to them first")
    curator.get_by_label("Corrected. It led to a change.").check()
    curator.get_by_label("Public note:").fill(NOTE)
    curator.get_by_role("button", name="Answer").click()
    expect(curator.get_by_role("alert")).to_contain_text("Publish the changed claim first")
    curator.get_by_label("Answered without a change.").check()
    curator.get_by_role("button", name="Answer").click()
    curation.expect_told(
        curator, f"{code} is answered: answered without a change. The reader's e-mail address is erased."
    )
    expect(curator.locator("#content")).not_to_contain_text("eva@example.org")


def test_a_reader_reports_without_scripts_and_finds_the_answer(open_page: OpenPage, own_site: Site) -> None:
    reader = open_page(base_url=own_site.address, java_script_enabled=False)
    reader.goto("/claims/C34/")
    assert reader.context.cookies() == []
    code = report(reader)
    assert re.fullmatch("P-[2-9B-Z]{4}-[2-9B-Z]{4}", code)
    expect(reader).to_have_url(f"/problems/{code}/")
    expect(reader.get_by_role("main")).to_contain_text("Waiting")
    assert {cookie["name"]: cookie["expires"] for cookie in reader.context.cookies()} == {"csrftoken": -1}

    answer(curation.signed_in(open_page, own_site, "curator"), code)

    reader.reload()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Your report was answered")
    expect(reader.get_by_role("main")).to_contain_text(NOTE)


def test_what_the_form_answers_is_sound_too(open_page: OpenPage, own_site: Site, watch: Watch) -> None:
    page = open_page(base_url=own_site.address)
    page.goto("/problems/report/?page=/maps/")
    page.get_by_label("Something else").check()
    page.get_by_label("What is wrong?").fill(MESSAGE)
    page.get_by_label("A source that shows it").fill("my blog")
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("alert")).to_contain_text("“my blog” cannot be read")
    watch.expect("console: Failed to load resource: the server responded with a status of 400")
    expect(page.get_by_label("What is wrong?")).to_have_value(MESSAGE)
    assert_sound(page)
    page.get_by_role("alert").get_by_role("link", name="A source that shows it").click()
    expect(page.get_by_label("A source that shows it")).to_be_focused()

    page.get_by_label("A source that shows it").fill("PMID 123")
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you for your report")
    assert_sound(page)
