"""A reader is helped while typing into a search field: by keys, by pointer, heard and seen, and not without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.page_checks import AXE, violations

LIST = "/claims/"
FIELD = "Search claims, figures and sources"
PLACES = """() => [...document.querySelectorAll('h1, #found, .site-nav, #list-sort')]
    .map(element => element.getBoundingClientRect().top)"""


def field_of(page: Page) -> Locator:
    page.goto(LIST)
    return page.get_by_role("combobox", name=FIELD)


def suggestions(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Suggestions")


def options(page: Page) -> Locator:
    return suggestions(page).get_by_role("option")


def type_tension(page: Page) -> Locator:
    """Type what two claims have and wait for the list."""
    field = field_of(page)
    field.press_sequentially("tens")
    expect(options(page).first).to_be_visible()
    return field


def never_answered(route: Route) -> None:
    """Leave a request without an answer, so that only the page itself can end it."""


def chosen(page: Page) -> list[str]:
    """Return the texts of the options that are marked as chosen, and check that the field names the same one."""
    marked = suggestions(page).locator('[aria-selected="true"]')
    active = page.get_by_role("combobox", name=FIELD).get_attribute("aria-activedescendant")
    assert [marked.nth(place).get_attribute("id") for place in range(marked.count())] == ([active] if active else [])
    return marked.all_inner_texts()


def test_keys_move_choose_and_open(page: Page) -> None:
    field = type_tension(page)
    expect(field).to_have_attribute("aria-expanded", "true")
    count = options(page).count()
    first, second = options(page).nth(0).inner_text(), options(page).nth(1).inner_text()

    seen = [chosen(page)]
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
        seen.append(chosen(page))

    assert seen == [[], [first], [second], [first], [], [options(page).nth(count - 1).inner_text()]]
    expect(field).to_be_focused()
    address = options(page).nth(0).get_attribute("href")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{page.url.partition('/claims/')[0]}{address}")


def test_enter_without_a_choice_searches(page: Page) -> None:
    type_tension(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/?q=tens")


def test_escape_closes_and_keeps_what_was_typed(page: Page) -> None:
    field = type_tension(page)
    page.keyboard.press("Escape")

    expect(suggestions(page)).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("tens")
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_be_visible()


def test_leaving_the_field_closes(page: Page) -> None:
    type_tension(page)
    page.keyboard.press("Tab")
    expect(suggestions(page)).to_be_hidden()


def test_a_pointer_opens_a_suggestion(page: Page) -> None:
    type_tension(page)
    address = options(page).first.get_attribute("href")
    options(page).first.click()
    page.wait_for_url(f"**{address}")


def test_what_was_found_is_said(page: Page) -> None:
    type_tension(page)
    status = page.locator(".site-search [role=status]")
    expect(status).to_have_text(f"{options(page).count()} suggestions")
    page.keyboard.type("qqq")
    expect(status).to_have_text("No suggestions")
    expect(suggestions(page)).to_be_hidden()


def test_a_newer_question_stops_the_older_one(page: Page) -> None:
    page.route("**/search/suggest/?q=cra", never_answered)
    field = field_of(page)
    with page.expect_request("**/search/suggest/?q=cra"):
        field.press_sequentially("cra")
    with page.expect_event("requestfailed", lambda request: request.url.endswith("?q=cra")):
        field.press_sequentially("mps")
    expect(options(page).last).to_contain_text("cramps")


def test_nothing_moves_when_the_list_opens(page: Page) -> None:
    field = field_of(page)
    before = page.evaluate(PLACES)
    field.press_sequentially("tens")
    expect(options(page).first).to_be_visible()
    assert page.evaluate(PLACES) == before


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390), ("light", 320)])
def test_axe_finds_nothing_with_the_list_open(page: Page, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 900})
    type_tension(page)
    page.keyboard.press("ArrowDown")
    page.evaluate(AXE)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_without_scripts_the_field_is_a_search_field(no_js_page: Page) -> None:
    no_js_page.goto(LIST)
    field = no_js_page.get_by_role("searchbox", name=FIELD)
    field.fill("tens")
    field.press("Enter")
    no_js_page.wait_for_url("**/claims/?q=tens")
