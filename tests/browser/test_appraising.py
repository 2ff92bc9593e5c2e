"""A curator appraises a trial by the keyboard alone, sees each domain judged as it goes, and readers see the lights."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser import curation
from tests.browser.conftest import PATIENCE_MS, OpenPage
from tests.browser.page_checks import NARROWEST, OVERFLOWING, PHONE, assert_sound
from tests.browser.watching import Watch
from tools.demo_site import Site

CLAIM, SOURCE = "C4", "Schuster2025"
INSTRUMENT = "RoB 2, effect of assignment to the intervention"
#: Presses of the right arrow that lead from "open", the last choice, to an answer.
STEPS = {"yes": 1, "probably yes": 2, "no": 3, "probably no": 4, "no information": 5}
#: Only what the chart asks for these answers, domain by domain, with the judgement they lead to.
DOMAINS = (
    ("Randomisation", {"1.1": "yes", "1.2": "yes", "1.3": "no"}, "low"),
    ("Deviations from what was intended (effect of assignment)", {"2.1": "no", "2.2": "no", "2.6": "yes"}, "low"),
    ("Missing outcome data", {"3.1": "no", "3.2": "no", "3.3": "yes", "3.4": "no"}, "some concerns"),
    ("Measurement of the outcome", {"4.1": "no", "4.2": "no", "4.3": "no"}, "low"),
    ("Selection of the reported result", {"5.1": "no information", "5.2": "no", "5.3": "no"}, "some concerns"),
)
REASON = "Dropping out and the missing plan pull the same way."
#: Presses of a key that a whole RoB 2 may take, the reason aside: a few minutes of work.
MOST_KEYS = 75


class Keyboard:
    """The keys of a curator without a mouse, counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pressed = 0

    def press(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(key)
        self.pressed += times

    def answer(self, question: str, answer: str) -> None:
        """Go on to a question, which the tabulator has to reach next, and choose an answer of it."""
        self.press("Tab")
        expect(radio(self.page, question, "open")).to_be_focused()
        self.press("ArrowRight", STEPS[answer])
        expect(radio(self.page, question, answer)).to_be_checked()


def radio(page: Page, question: str, answer: str) -> Locator:
    return page.locator(f'[data-question="{question}"]').get_by_role("radio", name=answer, exact=True)


def judgement(page: Page, domain: str) -> Locator:
    return page.get_by_role("group", name=f"Judgement: {domain}")


def open_form(page: Page) -> None:
    """Go from the claim to the instrument that suits the trial, by the links on the pages."""
    curation.open_in_list(page, "Claims", CLAIM, CLAIM)
    page.get_by_role("link", name="Appraisals", exact=True).press("Enter")
    page.get_by_role("region", name=SOURCE).get_by_role("link", name=f"Appraise with {INSTRUMENT}").press("Enter")
    expect(page.get_by_role("heading", name=f"Appraise {SOURCE} with {INSTRUMENT}")).to_be_visible()
    # the page asks for the judgements of what it holds
    page.wait_for_load_state("networkidle")


def fill_in_by_keys(page: Page) -> int:
    """Answer what is asked, one domain after the other, and return how many keys it took."""
    keys = Keyboard(page)
    page.get_by_role("link", name="Overall").focus()
    for domain, answers, word in DOMAINS:
        expect(judgement(page, domain)).to_contain_text("not complete")
        for question, answer in answers.items():
            expect(radio(page, question, "yes")).to_be_visible()
            keys.answer(question, answer)
        expect(judgement(page, domain).locator(".light")).to_contain_text(word, timeout=PATIENCE_MS)
        expect(page.get_by_role("navigation", name="Judgements so far")).to_contain_text(word)
    return keys.pressed


def test_a_trial_is_appraised_by_keys_and_judged_as_it_goes(open_page: OpenPage, own_site: Site) -> None:
    curator = curation.signed_in(open_page, own_site, "curator")
    open_form(curator)
    expect(radio(curator, "2.3", "yes")).to_be_hidden()

    assert fill_in_by_keys(curator) <= MOST_KEYS
    overall = curator.get_by_role("status", name="Overall judgement")
    expect(overall).to_contain_text("A decision is open: a person may decide on high.")
    curator.get_by_label("Your decision", exact=True).press_sequentially("high")
    curator.get_by_label("Reason for your decision").press_sequentially(REASON)
    expect(overall).to_contain_text("A person decided on high.")
    curator.get_by_role("button", name="Record appraisal").press("Enter")
    curation.expect_told(curator, f"The appraisal of {SOURCE} by {INSTRUMENT}, is recorded: high.")

    reader = open_page(base_url=own_site.address)
    reader.goto(f"/claims/{CLAIM}/")
    expect(reader.get_by_role("main")).not_to_contain_text("RoB 2")
    publish(open_page, own_site, curator)
    reader.reload()
    expect_the_lights(reader)


def publish(open_page: OpenPage, site: Site, curator: Page) -> None:
    """Submit the claim as its curator and publish it as another."""
    curation.open_in_list(curator, "Claims", CLAIM, CLAIM)
    curator.get_by_role("button", name="Submit for review").click()
    curation.expect_told(curator, f"{CLAIM} is submitted: another curator can publish it now.")
    reviewer = curation.signed_in(open_page, site, "reviewer")
    curation.open_in_list(reviewer, "Claims", CLAIM, CLAIM)
    reviewer.get_by_role("link", name="Publish…").click()
    reviewer.get_by_label("Change note").fill("One trial was appraised.")
    reviewer.get_by_role("button", name="Publish").click()
    curation.expect_told(reviewer, f"{CLAIM}v2 is public now.")


def expect_the_lights(reader: Page) -> None:
    """Check the traffic lights that readers see: a symbol and a word for each domain, and the decision's reason."""
    row = reader.get_by_role("region", name=INSTRUMENT).get_by_role("row").filter(has_text="Schuster")
    for cell, (_, _, word) in zip(row.get_by_role("cell").all(), DOMAINS, strict=False):
        expect(cell).to_contain_text(word)
    expect(row.get_by_role("cell").last).to_contain_text("high")
    reader.get_by_text("Why: Schuster").click()
    expect(reader.get_by_role("main")).to_contain_text(f"Reason for the decision: {REASON}")
    assert_sound(reader)


def test_judgements_that_could_not_be_asked_for_say_so_until_they_are(
    open_page: OpenPage, own_site: Site, watch: Watch
) -> None:
    page = curation.signed_in(open_page, own_site, "curator")
    open_form(page)
    overall = page.get_by_role("status", name="Overall judgement")
    not_up_to_date = "The judgements are not up to date: the site"

    page.route("**/judge/", lambda route: route.abort())
    radio(page, "1.1", "yes").check()
    expect(overall).to_contain_text(f"{not_up_to_date} could not be reached. Use “Show judgements”.")
    page.unroute("**/judge/")
    page.route("**/judge/", lambda route: route.fulfill(status=503))
    radio(page, "1.1", "no").check()
    expect(overall).to_contain_text(f"{not_up_to_date} answered 503. Use “Show judgements”.")
    page.unroute("**/judge/")
    radio(page, "1.1", "yes").check()
    expect(overall).not_to_contain_text("not up to date")
    watch.expect("console: Failed to load resource: net::ERR_FAILED")
    watch.expect("console: Failed to load resource: the server responded with a status of 503")


def test_the_form_never_scrolls_sideways_and_keeps_the_judgements_in_reach(open_page: OpenPage, own_site: Site) -> None:
    page = curation.signed_in(open_page, own_site, "curator")
    open_form(page)
    strip = page.get_by_role("navigation", name="Judgements so far")

    for width in (NARROWEST, PHONE, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(OVERFLOWING) == []
        page.get_by_role("button", name="Record appraisal").scroll_into_view_if_needed()
        expect(strip).to_be_in_viewport()
    strip.get_by_role("link", name="Missing outcome data: 3").press("Enter")
    expect(page.get_by_role("heading", name="3 Missing outcome data")).to_be_in_viewport()


def test_without_scripts_every_question_stays_in_reach(open_page: OpenPage, own_site: Site) -> None:
    page = curation.signed_in(open_page, own_site, "curator")
    open_form(page)
    plain = open_page(base_url=own_site.address, java_script_enabled=False, storage_state=page.context.storage_state())
    plain.goto(page.url)

    for question, answer in {"1.1": "yes", "1.2": "yes", "1.3": "no", "2.3": "probably no"}.items():
        radio(plain, question, answer).check()
    plain.get_by_role("button", name="Show judgements").click()

    expect(judgement(plain, "Randomisation")).to_contain_text("low")
    expect(radio(plain, "2.3", "probably no")).to_be_checked()
