"""Two curators bring a claim up to date, and readers see the new version with what has changed."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser import curation
from tests.browser.conftest import OpenPage
from tests.browser.page_checks import assert_sound
from tools.demo_site import Site

SOURCE = {
    "Citekey": "Lund2026",
    "Title": "Magnesium glycinate and soreness after a mountain marathon: a randomised trial",
    "Authors": "Lund, Kari\nMoe, Jonas",
    "Published": "2026-05",
    "Journal or site": "Journal of Long Runs",
    "Volume": "4",
    "Pages": "11-19",
    "DOI": "10.5555/lund.2026.4",
    "Identifier status": "read on the source's own record",
    "What was read": "full text",
}
EVIDENCE = {
    "Stance": "contradicts",
    "Design": "randomised trial, parallel groups",
    "Participants": "240",
    "Population": "marathon runners",
    "Intervention": "magnesium glycinate",
    "Outcome": "soreness two days after the race",
    "Dose, mg elemental a day": "300",
    "Comparator": "placebo",
    "Duration": "4 weeks",
    "Risk of bias": "low",
    "What was read": "full text",
}
FINDING = {
    "What": "Soreness two days after the race, glycinate against placebo",
    "Bears on figure": "up to 40%",
    "Statistic": "relative change",
    "Value": "-12",
    "Unit": "%",
    "Interval from": "-19",
    "Interval to": "-5",
    "P, as printed": "0.001",
}
NOTE = "A trial in marathon runners was added; it found a twelfth of the soreness less."
VERDICT = "One trial of glycinate in endurance athletes found 12% less soreness, far from 40%."


def link_the_new_trial(page: Page) -> None:
    """Link the new source to the claim as evidence, with its finding."""
    row = curation.add_row(page, "Evidence")
    curation.choose_source(page, row, "lund marathon", "Lund2026")
    curation.fill_in(row, EVIDENCE)
    curation.add_finding(row, FINDING)
    curation.save(page, "was changed successfully")
    expect(page.locator("#evidence-group summary").filter(has_text="Lund2026")).to_contain_text(
        "contradicts · randomised trial, parallel groups · n = 240 · 1 finding"
    )


def rate_it_anew(page: Page) -> None:
    """Record an assessment that takes the trial into account; take over the verdict that the rules compute."""
    rating = page.locator("#assessments-group")
    expect(rating.get_by_text("very low", exact=False).first).to_be_visible()
    curation.fill_in(
        rating.locator("#assessments-0"),
        {
            "Indirectness": "no step",
            "Why, indirectness": "",
            "Inconsistency": "no step",
            "Why, inconsistency": "",
            "Imprecision": "−1 serious",
            "Why, imprecision": "One trial of 240 runners; its interval is narrow, but it stands alone.",
        },
    )
    figure = page.locator("#figures-0")
    curation.fill_in(figure, {"Chosen verdict": "as computed", "Why this verdict": ""})
    curation.fill_in(page.locator("#closing"), {"Why this verdict": VERDICT, "Why (for the history)": "New trial."})
    curation.save(page, "was changed successfully")
    expect(rating.locator("summary").first).to_contain_text("Low certainty")
    expect(page.locator("#figures-group summary").first).to_contain_text("overstated")


def expect_the_new_version(page: Page) -> None:
    """Check what readers see after the second publication: the claim, its first version, and the corrections."""
    page.goto("/claims/C34/")
    expect(page.get_by_role("region", name="Evidence Facts")).to_contain_text("Claim C34, version 2")
    expect(page.get_by_role("region", name="The figure").get_by_role("heading", name="up to 40%")).to_contain_text(
        "overstated"
    )
    row = page.get_by_role("region", name="The evidence").get_by_role("row").filter(has_text="Lund & Moe 2026")
    expect(row).to_contain_text("−12%")
    expect(row).to_contain_text("marathon runners")
    versions = page.get_by_role("region", name="Versions")
    expect(versions).to_contain_text(NOTE)
    expect(versions).to_contain_text("Submitted by curator, approved by reviewer.")

    versions.get_by_role("link", name="Version 1").click()
    expect(page).to_have_url("/claims/C34/v1/")
    standing = page.get_by_role("note").filter(has_text="is not the newest")
    expect(standing).to_contain_text("What has changed since:")
    expect(standing).to_contain_text("Lund2026")
    expect(page.get_by_role("region", name="Evidence Facts")).to_contain_text("Claim C34, version 1")
    expect(page.get_by_role("region", name="The evidence")).not_to_contain_text("Lund")
    assert_sound(page)

    page.goto("/corrections/")
    entry = page.get_by_role("article").filter(has_text="up to 40% smaller")
    expect(entry).to_contain_text(NOTE)
    expect(entry).to_contain_text("version 1 to version 2")
    assert_sound(page)

    entry.get_by_role("link", name="change log of C34").click()
    newest = page.get_by_role("article").filter(has_text="Version 2")
    expect(newest).to_contain_text("submitted by curator, approved by reviewer")
    expect(newest.get_by_role("deletion").first).to_be_visible()
    expect(newest.get_by_role("insertion").first).to_be_visible()
    stayed = newest.get_by_role("definition").filter(has_text="glycinate makes delayed-onset")
    expect(stayed).to_be_hidden()
    newest.get_by_text("What stayed as in version 1").click()
    expect(stayed).to_be_visible()
    assert_sound(page)


def test_a_new_trial_travels_from_the_library_to_the_reader(open_page: OpenPage, own_site: Site) -> None:
    reader = open_page(base_url=own_site.address)
    reader.goto("/claims/C34/")
    expect(reader.get_by_role("region", name="Evidence Facts")).to_contain_text("Claim C34, version 1")

    curator = curation.signed_in(open_page, own_site, "curator")
    curation.add_source(curator, SOURCE)
    curation.open_in_list(curator, "Claims", "C34", "C34")
    link_the_new_trial(curator)
    rate_it_anew(curator)
    reader.reload()
    expect(reader.get_by_role("region", name="Evidence Facts")).to_contain_text("Claim C34, version 1")
    expect(reader.get_by_role("main")).not_to_contain_text("Lund")

    curator.get_by_role("button", name="Submit for review").click()
    curation.expect_told(curator, "C34 is submitted: another curator can publish it now.")
    curator.get_by_role("link", name="Publish…").click()
    curator.get_by_label("Change note").fill(NOTE)
    curator.get_by_role("button", name="Publish").click()
    curation.expect_told(curator, "Ask another curator to publish it: nobody publishes what they submitted themselves.")

    reviewer = curation.signed_in(open_page, own_site, "reviewer")
    curation.open_in_list(reviewer, "Claims", "C34", "C34")
    reviewer.get_by_role("link", name="Publish…").click()
    reviewer.get_by_label("Change note").fill(NOTE)
    reviewer.get_by_role("button", name="Publish").click()
    curation.expect_told(reviewer, "C34v2 is public now.")
    expect_the_new_version(reader)


def test_a_retraction_stands_on_the_published_claim_at_once(open_page: OpenPage, own_site: Site) -> None:
    reader = open_page(base_url=own_site.address)
    for path in ("/claims/C34/", "/sources/Steward2019/"):
        reader.goto(path)
        expect(reader.get_by_role("note").filter(has_text="Retraction")).to_have_count(0)

    curator = curation.signed_in(open_page, own_site, "curator")
    curation.open_in_list(curator, "Sources", "Steward2019", "Steward2019")
    curation.fill_in(
        curator.locator("#notices-0"),
        {"Kind": "retraction", "Date": "2026-06-01", "Reason": "The data could not be found.", "DOI of the notice": ""},
    )
    curation.save(curator, "was changed successfully")

    for path in ("/sources/Steward2019/", "/claims/C34/"):
        reader.goto(path)
        notice = reader.get_by_role("note").filter(has_text="Retraction")
        expect(notice).to_contain_text("1 June 2026")
        expect(notice).to_contain_text("The data could not be found.")
        assert_sound(reader)
    expect(reader.get_by_role("region", name="Evidence Facts")).to_contain_text("Claim C34, version 1")
