"""The change log of a claim and the corrections page tell a reader who changed what, when and why."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from claims.actions import resolve_problem, revise_claim, revise_evidence, withdraw_claim
from claims.models import Claim
from claims.views import change_log
from tests.claims.views.reading import Structure, plain, shown
from tests.makers import make_claim, make_curator, make_notice, make_problem, make_published_claim, publish

pytestmark = pytest.mark.django_db

LOG = "/claims/C1/changes/"


def make_changed_claim() -> Claim:
    """Publish a claim, and a second version of it with another statement and fewer participants."""
    claim = make_published_claim(change_note="First look.")
    revise_claim(claim=claim, user=make_curator(), statement="Zinc lozenges may shorten a cold by up to 20%.")
    revise_evidence(evidence=claim.evidence.get(), user=make_curator(), n=99)
    publish(claim, change_note="The article was misread.")
    return claim


def test_the_log_tells_who_when_why_and_what(client: Client) -> None:
    claim = make_changed_claim()
    day = claim.publications.first().published_at.strftime("%-d %B %Y")

    text = shown(client, LOG)

    for words in (
        "Change log of C1 Zinc lozenges may shorten a cold by up to 20%.",
        f"Version 2 When {day} Who submitted by ada, approved by ben Why The article was misread.",
        "The statement changed. Zinc lozenges added: may shorten a cold by up to removed: 33% added: 20% . "
        "The number of participants changed (the evidence from Berg & Olsen 2019). removed: 120 added: 99",
        f"Version 1 When {day} Who submitted by ada, approved by ben Why First look. The first version.",
    ):
        assert words in text


def test_words_that_went_and_came_are_marked_by_more_than_colour(client: Client) -> None:
    make_changed_claim()
    html = client.get(LOG).content.decode()
    marks = re.findall(r"<(del|ins)><span class=\"visually-hidden\">(\w+): </span>([^<]*)</", html)
    assert marks == [
        ("ins", "added", "may"),
        ("del", "removed", "33%"),
        ("ins", "added", "20%"),
        ("del", "removed", "120"),
        ("ins", "added", "99"),
    ]


def test_what_stayed_is_folded(client: Client) -> None:
    make_changed_claim()
    html = client.get(LOG).content.decode()
    [folded] = re.findall('<details class="more">(.*?)</details>', html, re.DOTALL)
    text = plain(folded)
    assert text.startswith("What stayed as in version 1 ")
    assert "The verdict partly supported" in text
    assert "The list of figures 1" in text
    assert "The statement" not in text


def test_a_first_version_says_so(client: Client) -> None:
    make_published_claim()
    text = shown(client, LOG)
    assert "Why no reason was noted The first version." in text
    assert "Version 2" not in text


def test_a_withdrawal_stands_above_the_version_it_ended(client: Client) -> None:
    claim = make_published_claim()
    withdraw_claim(claim=claim, user=make_curator(), reason="The trial was retracted.")
    publish(revise_claim(claim=claim, user=make_curator(), statement="Zinc helps."))

    text = shown(client, LOG)

    order = [text.index(words) for words in ("Version 2", "Withdrawn,", "The trial was retracted.", "Version 1")]
    assert order == sorted(order)


def test_a_readers_report_is_named_as_the_reason(client: Client) -> None:
    claim = make_published_claim()
    problem = make_problem(claim=claim, version=1, message="A secret message", page="/claims/C1/")
    publish(revise_claim(claim=claim, user=make_curator(), statement="Zinc helps."))
    resolve_problem(problem=problem, user=make_curator(), outcome="corrected", note="The figure <b>was</b> wrong.")

    assert "Looked at again. After a reader's report: The figure <b>was</b> wrong." in shown(client, LOG)
    corrections = shown(client, "/corrections/")
    assert "Corrected after a reader's report" in corrections
    assert "C1 a wrong figure The figure <b>was</b> wrong." in corrections
    assert "A secret message" not in shown(client, LOG) + corrections


@pytest.mark.parametrize("outcome", ["unchanged", "declined"])
def test_other_answers_are_not_on_the_corrections_page(client: Client, outcome: str) -> None:
    resolve_problem(problem=make_problem(), user=make_curator(), outcome=outcome, note="Nothing to mend.")
    text = shown(client, "/corrections/")
    assert "Nothing to mend." not in text
    assert "Corrected after" not in text


def test_a_correction_without_a_claim_names_its_page(client: Client) -> None:
    problem = make_problem(kind="accessibility", page="/maps/")
    resolve_problem(problem=problem, user=make_curator(), outcome="corrected", note="The map can be heard now.")
    text = shown(client, "/corrections/")
    assert "/maps/ hard to use The map can be heard now." in text


def test_a_notice_on_a_source_is_on_the_corrections_page(client: Client) -> None:
    claim = make_published_claim()
    make_notice(claim.evidence.get().source)
    text = shown(client, "/corrections/")
    assert "Olsen 2019 retraction of 1 May 2024" in text
    assert "The data could not be found." in text


def test_corrections_name_who_and_lead_to_the_log(client: Client) -> None:
    make_changed_claim()
    html = client.get("/corrections/").content.decode()
    assert "Who submitted by ada, approved by ben Why The article was misread." in plain(html)
    assert f'href="{LOG}"' in html
    assert f'href="{LOG}"' in client.get("/claims/C1/").content.decode()


def test_a_long_log_comes_in_pages(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(change_log, "PAGE", 2)
    claim = make_published_claim()
    for number in range(2, 6):
        publish(revise_claim(claim=claim, user=make_curator(), statement=f"Zinc helps {number} times."))

    seen: list[list[str]] = []
    address: str | None = LOG
    while address:
        html = client.get(address).content.decode()
        seen.append(re.findall(r'<article class="correction" id="v(\d+)"', html))
        assert "Zinc helps" in html or seen[-1] == ["1"]
        following = [link["href"] for link in Structure(html).of("a") if link.get("rel") == "next"]
        address = LOG + following[0] if following else None

    assert seen == [["5", "4"], ["3", "2"], ["1"]]
    assert "removed: 2 added: 3" in shown(client, f"{LOG}?before=4")


@pytest.mark.parametrize("address", ["/claims/C2/changes/", "/claims/C9/changes/", f"{LOG}?before=1"])
def test_there_is_no_log_of_what_is_not_public(client: Client, address: str) -> None:
    make_published_claim()
    make_claim()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("query", ["before=x", "before=-1", "before=999999999999", "before="])
def test_an_odd_page_is_the_first(client: Client, query: str) -> None:
    make_published_claim()
    assert "Version 1" in shown(client, f"{LOG}?{query}")
