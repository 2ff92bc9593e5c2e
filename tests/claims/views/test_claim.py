"""The page of a claim tells what a reader needs to judge it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from claims.actions import revise_claim, revise_figure, withdraw_claim
from claims.models import Claim, Publication
from tests.claims.views.reading import shown
from tests.makers import make_curator, make_notice, make_published_claim, make_source, publish

pytestmark = pytest.mark.django_db


def test_a_claim_with_a_flagged_figure(client: Client) -> None:
    make_published_claim(
        figures=[{"verdict": "not_in_sources", "explanation": "The trial found a fifth."}],
        evidence=[{"stance": "contradicts", "indirectness": ["form"]}],
    )

    text = shown(client, "/claims/C1/")

    for part in [
        "Evidence Facts Claim C1, version 1 1 of 1 figure unsupported",
        "Figure “up to 33%” ∅ not in sources",
        "− contradicts 1",
        "Participants 120",
        "Direct evidence 0 of 1",
        "Read as abstract only",
        "Read as: relative change, decrease, up to 33%.",
        "The trial found a fifth.",
        "Days with a cold, zinc against placebo: 20%",
        "(95% CI 5 to 35; p = 0.01)",
        "80 mg elemental a day",
        "Indirect: other form",
        "Risk of bias −1 3 People could tell by the taste what they took.",
        "doi:10.5555/zinc.1",
        "Submitted by ada, approved by ben.",
    ]:
        assert part in text, part


def test_the_chosen_and_the_computed_verdict_are_both_shown(client: Client) -> None:
    claim = make_published_claim()
    revise_figure(
        figure=claim.figures.get(), user=make_curator(), verdict="confirmed", explanation="Rounded up in the paper."
    )
    publish(claim)

    text = shown(client, "/claims/C1/")

    assert "Chosen by a person ✓ confirmed Computed by the rules ▲" in text
    assert "Where a person chose otherwise than the rules" in text
    assert "Figure “up to 33%”" in text
    assert "Rounded up in the paper. ada," in text


def test_a_notice_shows_at_once(client: Client) -> None:
    source = make_source()
    make_published_claim(evidence=[{"source": source}])
    assert "retraction" not in shown(client, "/claims/C1/")

    make_notice(source)

    for address in ("/claims/C1/", "/claims/C1/v1/"):
        text = shown(client, address)
        assert "✗ Retraction: Berg" in text
        assert "The data could not be found." in text
        assert "Announced after this version was reviewed" in text
        assert "Notices on sources 1" in text


def test_a_retracted_source_is_marked_and_not_counted(client: Client) -> None:
    doubted, gone = make_source("Abel2018"), make_source("Berg2019")
    make_notice(doubted, kind="expression_of_concern")
    make_notice(gone)
    make_published_claim(
        evidence=[{"source": doubted, "n": 40, "stance": "supports"}, {"source": gone, "n": 900, "stance": "supports"}]
    )

    text = shown(client, "/claims/C1/")

    for part in [
        "Sources that bear on it 1 + supports 1 Retracted, not counted 1 Participants 40",
        "It was checked against one source, which is about exactly this. 1 source is not counted, because it was",
        "⚠ under an expression of concern",
        "✗ retracted Not counted. The last word is the retraction of 2024-05-01.",
        "The source was retracted, so it supports nothing here.",
        "Not counted, because its source was retracted: Berg2019. No target of imprecision",
    ]:
        assert part in text, part
    # in the row and in the printed sheet, never for the source that is counted
    assert text.count("Not counted.") == 2


def test_a_claim_whose_only_source_was_retracted_rests_on_nothing(client: Client) -> None:
    source = make_source()
    make_notice(source)
    make_published_claim(evidence=[{"source": source}], verdict="unsupported")

    text = shown(client, "/claims/C1/")

    assert "No source that still stands tests it. 1 source is not counted, because it was retracted." in text
    assert "Direct evidence none" in text
    assert "Participants none counted" in text


@pytest.mark.parametrize("ending", ["", "report.md", "report.html", "report.csv?table=evidence"])
def test_numbers_of_a_finding_that_do_not_fit_each_other_are_shown(client: Client, ending: str) -> None:
    make_published_claim(evidence=[{"findings": [{"value": -20.0, "ci_low": -35.0, "ci_high": -5.0, "p": "0.40"}]}])
    [problem] = Publication.objects.get().document["evidence"][0]["findings"][0]["problems"]

    text = " ".join(unescape(client.get(f"/claims/C1/{ending}").content.decode()).split())

    assert "0.40" in problem["message"]
    assert problem["message"] in text
    assert ("⚠</span> " + problem["message"] in text) == (ending == "")


def test_an_old_version_stays_and_says_what_changed(client: Client) -> None:
    claim = make_published_claim()
    revise_claim(claim=claim, user=make_curator(), verdict="misleading")
    publish(claim, change_note="A second look.")

    old, new = shown(client, "/claims/C1/v1/"), shown(client, "/claims/C1/")

    assert "is not the newest Read version 2 . What has changed since:" in old
    assert "The verdict changed. removed: partly supported added: misleading" in old
    assert "⚠ misleading" in new
    assert "A second look." in new
    assert "is the newest version" in shown(client, "/claims/C1/v2/")


def test_a_withdrawn_claim_says_when_and_why(client: Client) -> None:
    claim = make_published_claim()
    withdraw_claim(claim=claim, user=make_curator(), reason="Its source was invented.")

    for address in ("/claims/C1/", "/claims/C1/v1/"):
        text = shown(client, address)
        assert "This claim was withdrawn on" in text
        assert "Its source was invented." in text
    assert "Zinc lozenges shorten a cold" not in shown(client, "/claims/")


def test_a_withdrawn_claim_can_come_back(client: Client) -> None:
    claim = make_published_claim()
    withdraw_claim(claim=claim, user=make_curator(), reason="Its source was invented.")
    revise_claim(claim=Claim.objects.get(), user=make_curator(), verdict="unsupported")
    publish(claim)

    assert "This claim was withdrawn" not in shown(client, "/claims/C1/")


def test_a_claim_without_figures_and_evidence(client: Client) -> None:
    make_published_claim(figures=[], evidence=[], assessments=[], verdict="untested")

    text = shown(client, "/claims/C1/")

    assert "Evidence Facts Claim C1, version 1 Verdict – untested Certainty – not rated" in text
    assert "No source was found that tests it." in text
    assert "not the same as no effect" in text


def test_texts_are_escaped(client: Client) -> None:
    make_published_claim(statement="Zinc <script>alert(1)</script> & more", topics=["<b>bold</b>"])

    html = client.get("/claims/C1/").content.decode()

    assert "<script>alert" not in html
    assert "Zinc &lt;script&gt;alert(1)&lt;/script&gt; &amp; more</h1>" in html


@pytest.mark.parametrize(
    "address",
    ["/claims/C2/", "/claims/C01/", "/claims/C1/v2/", "/claims/C1/v0/", f"/claims/C1/v{10**30}/", "/claims/12/"],
)
def test_what_does_not_exist(client: Client, address: str) -> None:
    make_published_claim()
    assert client.get(address).status_code == 404


def test_terms_lead_to_their_place_in_the_glossary(client: Client) -> None:
    make_published_claim()
    places = set(re.findall(r' id="([^"]+)"', client.get("/glossary/").content.decode()))
    html = client.get("/claims/C1/").content.decode()

    terms = re.findall(r'<a class="term" href="/glossary/#([^"]+)">', html)

    assert set(terms) <= places
    assert len(terms) == html.count("/glossary/#")
    assert {"stance", "indirectness", "risk", "certainty", "domain-risk_of_bias", "upgrade-large_effect"} < set(terms)


@pytest.mark.parametrize(
    ("value", "read"),
    [(33.0, "It rests on Berg & Olsen 2019"), (None, "What was read Berg & Olsen 2019")],
)
def test_a_figure_names_what_it_rests_on_or_what_was_read(client: Client, value: float | None, read: str) -> None:
    make_published_claim(evidence=[{"findings": [{"value": value, "ci_low": None, "ci_high": None}]}])
    assert read in shown(client, "/claims/C1/")
