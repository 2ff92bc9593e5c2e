"""A reader steps from claim to claim by keys; a reader without scripts is not told of keys that do nothing."""

from __future__ import annotations

from playwright.sync_api import Page, expect

ADDRESS = "/articles/strategic-framework-magnesium-glycinate/"
BEGIN = "Go to the first claim"


def focused(page: Page) -> str | None:
    """Return where the link that has the focus leads."""
    address: str | None = page.evaluate("document.activeElement.getAttribute('href')")
    return address


def test_keys_step_from_claim_to_claim(page: Page) -> None:
    page.goto(ADDRESS)
    page.get_by_role("button", name=BEGIN).click()
    places = [focused(page)]

    for key in ("n", "n", "p"):
        page.keyboard.press(key)
        places.append(focused(page))

    assert places == ["/claims/C1/", "/claims/C2/", "/claims/C3/", "/claims/C2/"]


def test_a_claim_on_the_words_of_another_is_stepped_to_by_its_sign(page: Page) -> None:
    page.goto(ADDRESS)
    # as where two claims stand on the same words: one mark, two signs
    page.evaluate(
        """document.querySelectorAll('a.claim-mark[href="/claims/C2/"]').forEach(m => m.href = "/claims/C1/")"""
    )
    page.get_by_role("button", name=BEGIN).click()
    places = [focused(page)]

    for key in ("n", "n", "p", "p"):
        page.keyboard.press(key)
        places.append(focused(page))

    assert places == ["/claims/C1/", "#panel-C2", "/claims/C3/", "#panel-C2", "/claims/C1/"]


def test_keys_do_nothing_where_a_reader_types(page: Page) -> None:
    page.goto(ADDRESS)
    field = page.get_by_role("combobox")
    field.press_sequentially("npn")

    expect(field).to_have_value("npn")
    expect(field).to_be_focused()


def test_without_scripts_there_is_no_hint(no_js_page: Page) -> None:
    no_js_page.goto(ADDRESS)

    expect(no_js_page.get_by_text(BEGIN)).to_be_hidden()
    expect(no_js_page.get_by_role("link", name="Contradicted 5")).to_be_visible()
