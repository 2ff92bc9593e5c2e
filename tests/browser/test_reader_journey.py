"""A reader looks something up, sees which figure nothing supports and why, and takes the report along."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.watching import Watch

STATEMENT = "In endurance athletes, glycinate makes delayed-onset muscle soreness up to 40% smaller."


def download(page: Page, link: str, folder: Path) -> Path:
    """Follow a link of the page's downloads and return the file, under the name that the site gave it."""
    with page.expect_download() as started:
        page.get_by_role("region", name="Download").get_by_role("link", name=link, exact=True).click()
    file = folder / started.value.suggested_filename
    started.value.save_as(file)
    return file


def find_the_claim_on_soreness(page: Page) -> None:
    """Go from the home page through the search to the claim C34."""
    page.goto("/")
    search = page.get_by_role("search", name="Search all claims")
    search.get_by_label("Search claims, figures and sources").fill("soreness")
    search.get_by_role("button", name="Search").click()
    found = page.get_by_role("region", name=re.compile(r"^\d+ claims$"))
    expect(found.get_by_role("listitem").filter(has_text="that match “soreness”")).to_be_visible()
    assert 1 < found.get_by_role("article").count() < 20
    found.get_by_role("link", name=STATEMENT).click()
    expect(page).to_have_url("/claims/C34/")


def expect_the_flag_with_its_reason(page: Page) -> None:
    """Check what the page says about “up to 40%”: in the panel, and in the section on the figure with the reason."""
    expect(page.get_by_role("heading", level=1)).to_have_text(STATEMENT)
    panel = page.get_by_role("region", name="Evidence Facts")
    expect(panel).to_contain_text("1 of 1 figure unsupported")
    expect(panel.get_by_text("Figure “up to 40%”")).to_be_visible()
    figure = page.get_by_role("region", name="The figure")
    expect(figure.get_by_role("heading", name="up to 40%")).to_contain_text("not in sources")
    expect(figure).to_contain_text("Read as: relative change, decrease, up to 40%, in endurance athletes.")
    expect(figure).to_contain_text("No source that was read reports a percentage.")
    reasons = figure.get_by_text("Sources on the point were read, and none of them contains the figure.")
    expect(reasons).to_be_hidden()
    figure.get_by_text("What the figure check says").click()
    expect(reasons).to_be_visible()
    expect(figure.get_by_role("link", name="Reno et al. 2022").first).to_be_visible()


def test_a_reader_finds_the_flagged_figure_and_takes_the_report_along(page: Page, tmp_path: Path) -> None:
    find_the_claim_on_soreness(page)
    expect_the_flag_with_its_reason(page)

    pdf = download(page, "PDF", tmp_path)
    assert (pdf.name, pdf.read_bytes()[:5]) == ("C34v1.pdf", b"%PDF-")
    text = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(pdf).pages).split())
    assert [words for words in (STATEMENT, "up to 40%", "not in sources", "Reno") if words not in text] == []

    table = download(page, "CSV", tmp_path)
    rows = [row for row in csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"))) if "up to 40%" in row]
    assert (table.name, len(rows), "not in sources" in rows[0]) == ("C34v1.csv", 1, True)

    document = download(page, "JSON", tmp_path)
    claims = json.loads(document.read_text(encoding="utf-8"))["claims"]
    figures = [(figure["text"], figure["verdict"]) for claim in claims for figure in claim["figures"]]
    assert (document.name, figures) == ("C34v1.json", [("up to 40%", "not_in_sources")])


def test_the_same_way_leads_there_without_javascript(no_js_page: Page, tmp_path: Path) -> None:
    find_the_claim_on_soreness(no_js_page)
    expect_the_flag_with_its_reason(no_js_page)
    assert download(no_js_page, "PDF", tmp_path).read_bytes()[:5] == b"%PDF-"


def test_filters_narrow_the_list_without_javascript(no_js_page: Page) -> None:
    page = no_js_page
    page.goto("/claims/")
    expect(page.get_by_role("heading", name="60 claims")).to_be_visible()
    filters = page.get_by_role("complementary", name="Filters")
    if not filters.get_by_role("link", name="unsupported").is_visible():
        filters.get_by_text("Filters").click()
    choice = filters.get_by_role("listitem").filter(has=page.get_by_role("link", name="unsupported", exact=True))
    count = choice.inner_text().split()[-1]
    choice.get_by_role("link").click()
    expect(page).to_have_url("/claims/?verdict=unsupported")
    in_force = page.get_by_role("list", name="Filters in force")
    expect(in_force.get_by_role("link", name="Remove: judged unsupported")).to_be_visible()
    expect(page.get_by_role("heading", name=f"{count} claims")).to_be_visible()
    verdicts = page.get_by_role("article").locator(".mark-verdict").all_inner_texts()
    assert {" ".join(verdict.split()) for verdict in verdicts} == {"∅ unsupported"}
    expect(page.get_by_role("link", name=STATEMENT)).to_be_visible()
    in_force.get_by_role("link", name="Remove all").click()
    expect(page.get_by_role("heading", name="60 claims")).to_be_visible()


def test_a_mark_in_the_article_leads_to_its_claim_without_javascript(no_js_page: Page) -> None:
    page = no_js_page
    page.goto("/")
    page.get_by_role("link", name="Read it with every claim marked").click()
    text = page.get_by_role("region", name="The text with its claims")
    mark = text.get_by_role("link", name="taking up to 40% off the delayed-onset muscle soreness of endurance athletes")
    mark.scroll_into_view_if_needed()
    panel = page.locator("#panel-C34")
    expect(panel).to_contain_text("“up to 40%”")
    expect(panel).to_contain_text("not in sources")
    mark.click()
    expect(page).to_have_url("/claims/C34/")


def test_what_is_not_there_is_explained_with_ways_on(page: Page, watch: Watch) -> None:
    response = page.goto("/claims/C9999/")
    assert response is not None
    assert response.status == 404
    watch.expect("console: Failed to load resource: the server responded with a status of 404")
    expect(page.get_by_role("heading", level=1)).to_have_text("Not found")
    expect(page.get_by_role("main")).to_contain_text("C9999")
    page.get_by_role("main").get_by_role("link", name="claims").click()
    expect(page.get_by_role("heading", name="60 claims")).to_be_visible()
