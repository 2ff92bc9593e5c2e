"""Home, articles, claims, sources, topics and corrections show what is published, a page at a time."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from claims.actions import revise_claim, withdraw_claim
from claims.views import claim_list, corrections, sources
from tests.claims.views.reading import Structure, shown
from tests.makers import (
    SLUG,
    make_curator,
    make_notice,
    make_omission,
    make_published_article,
    make_published_claim,
    make_source,
    publish,
)

pytestmark = pytest.mark.django_db

UNSOURCED: dict[str, Any] = {"verdict": "unsourced", "explanation": "Nothing states it."}
CONFIRMED: dict[str, Any] = {"text": "a fifth", "verdict": "confirmed", "explanation": "The trial states it."}


def next_page(client: Client, address: str) -> str:
    """Return the address that the page names as the next one; there has to be exactly one."""
    page = Structure(client.get(address).content.decode())
    [following] = [link["href"] for link in page.of("a") if link.get("rel") == "next"]
    return address.partition("?")[0] + following


@pytest.mark.parametrize("address", ["/", "/articles/", f"/articles/{SLUG}/"])
def test_the_scorecard_names_the_figures_that_nothing_supports(client: Client, address: str) -> None:
    make_published_claim(figures=[UNSOURCED, CONFIRMED])
    make_published_article()

    text = shown(client, address)

    assert "1 of 2 figures that nothing supports up to 33% Zinc lozenges shorten a cold by up to 33%." in text
    assert "∅ unsourced" in text
    assert "1 claim by verdict ◐ partly supported 1" in text


def test_home_tells_what_is_new(client: Client) -> None:
    make_published_claim(statement="Zinc is new.", change_note="First look.")
    gone = make_published_claim(statement="Zinc is gone.")
    withdraw_claim(claim=gone, user=make_curator(), reason="It was wrong.")

    text = shown(client, "/")

    assert "Zinc is new. ◐ partly supported First look." in text
    assert "Zinc is gone. withdrawn It was wrong." in text


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/", "No article is published yet."),
        ("/articles/", "No article is published yet."),
        ("/claims/", "No claim matches."),
        ("/sources/", "No source is cited yet."),
        ("/topics/", "No topic yet."),
        ("/corrections/", "No claim was withdrawn."),
        ("/data/", "0 published claims"),
    ],
)
def test_where_there_is_nothing_the_page_says_so(client: Client, address: str, said: str) -> None:
    assert said in shown(client, address)


def test_the_article_marks_its_claims_and_says_what_it_leaves_out(client: Client) -> None:
    claim = make_published_claim(figures=[UNSOURCED])
    make_published_claim(statement="Zinc works best early.", quote="nowhere to be found", figures=[])
    source = make_source(citekey="Nausea2020")
    make_omission(claims=[claim], sources=[source])
    make_published_article()

    html = client.get(f"/articles/{SLUG}/").content.decode()
    page, text = Structure(html), shown(client, f"/articles/{SLUG}/")

    marks = [link for link in page.of("a") if link.get("class", "").startswith("claim-mark")]
    assert marks == [{"class": "claim-mark is-partly_supported", "href": "/claims/C1/"}]
    assert {"C1", "panel-C1"} <= set(page.values("id"))
    assert (
        "zinc lozenges shorten a cold by up to 33% \u2060 ◐ ⚑ C1: partly supported, flagged figure , whatever" in text
    )
    assert "could not be placed in the text without doubt Zinc works best early." in text
    assert "Zinc lozenges often cause nausea. Why it matters: Nausea may be worse than the cold." in text
    assert 'href="/sources/Nausea2020/"' in html


def test_the_list_filters_and_says_by_what(client: Client) -> None:
    make_published_claim(statement="Zinc helps.", kind="efficacy")
    make_published_claim(statement="Zinc is safe.", kind="safety")

    text = shown(client, "/claims/?kind=safety&verdict=nonsense")

    assert "1 claim Claims Remove: of the kind safety ✕ Remove all Zinc is safe." in text
    assert "There is no verdict “nonsense”" in text
    assert "Zinc helps." not in text


@pytest.mark.parametrize(
    ("facet", "noun"),
    [
        ("flagged", "choice of figures"),
        ("verdict", "verdict"),
        ("certainty", "certainty"),
        ("kind", "kind"),
        ("stance", "stance"),
        ("form", "form given"),
        ("topic", "topic"),
        ("article", "article"),
        ("design", "study design"),
        ("source", "source"),
    ],
)
def test_a_choice_that_no_facet_has_is_named_and_left_out(client: Client, facet: str, noun: str) -> None:
    make_published_claim(statement="Zinc helps.")

    text = shown(client, f"/claims/?{facet}=nonsense")

    assert f"There is no {noun} “nonsense”" in text
    assert text.count("It is left out of this list.") == 1
    assert "1 claim " in text
    assert "Claims Remove:" not in text
    answer = client.get(f"/claims/export.csv?{facet}=nonsense")
    assert (answer.status_code, answer.content.decode()[: len(noun) + 12]) == (400, f"There is no {noun}")


@pytest.mark.parametrize(
    ("query", "said", "page"),
    [
        ("topic=zinc", "on zinc ✕", "/topics/zinc/"),
        ("source=Berg2019", "that rest on Berg2019 ✕", "/sources/Berg2019/"),
    ],
)
def test_a_choice_that_only_a_withdrawn_claim_had_leads_to_its_page(
    client: Client, query: str, said: str, page: str
) -> None:
    gone = make_published_claim(topics=["zinc"], evidence=[{"source": make_source("Berg2019")}])
    make_published_claim(topics=["colds"])
    withdraw_claim(claim=gone, user=make_curator(), reason="It was wrong.")

    text, html = shown(client, f"/claims/?{query}"), client.get(f"/claims/?{query}").content.decode()

    assert f"0 claims Claims Remove: {said}" in text
    assert "There is no" not in text
    assert f'<a href="{page}">All that ' in html
    assert client.get(page).status_code == 200


def test_the_list_goes_on_where_the_page_ends(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 4):
        make_published_claim(statement=f"Claim {number}.", figures=[], evidence=[], verdict="untested", assessments=[])
    found = claim_list.find_claims
    monkeypatch.setattr(claim_list, "find_claims", lambda filters: found(filters, limit=2))

    second = shown(client, next_page(client, "/claims/"))

    assert "Claim 3." in second
    assert "Claim 2." not in second


def test_sources_go_on_where_the_page_ends(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make_published_claim(evidence=[{"source": make_source()} for _ in range(3)])
    monkeypatch.setattr(sources, "PAGE", 2)

    first, second = shown(client, "/sources/"), shown(client, next_page(client, "/sources/"))

    assert [name in first for name in ("trial 1", "trial 2", "trial 3")] == [True, True, False]
    assert [name in second for name in ("trial 1", "trial 2", "trial 3")] == [False, False, True]


@pytest.mark.parametrize("cursor", ["", "x", "1", "1.", "9" * 40 + ".a", "1.a\x00b", "-1.berg"])
@pytest.mark.parametrize("address", ["/sources/", "/corrections/", "/articles/", "/claims/"])
def test_a_cursor_that_cannot_be_read_does_no_harm(client: Client, address: str, cursor: str) -> None:
    assert client.get(address, {"after": cursor}).status_code == 200


def test_a_source_says_what_rests_on_it(client: Client) -> None:
    source = make_source(funding="The maker.", summary="Colds were shorter.", warnings=["Small."], pmid="123")
    make_published_claim(evidence=[{"source": source}])
    make_notice(source)

    text = shown(client, f"/sources/{source.citekey}/")

    for part in [
        "✗ Retraction:",
        "The data could not be found.",
        "Funding The maker.",
        "What it reports Colds were shorter.",
        "Reservation Small.",
        "PMID 123",
        "◐ partly supports 1 Zinc lozenges shorten a cold by up to 33%. ◐ partly supported",
    ]:
        assert part in text, part


def test_topics_count_their_claims(client: Client) -> None:
    make_published_claim(topics=["zinc", "cold/flu"], figures=[UNSOURCED])
    make_published_claim(topics=["zinc"], verdict="contradicted", figures=[])

    assert "zinc 2 ◐ partly supported 1 ✗ contradicted 1 1" in shown(client, "/topics/")
    assert "1 claim." in shown(client, "/topics/cold/flu/")


def test_corrections_tell_what_changed_and_what_was_withdrawn(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    claim = make_published_claim()
    for verdict in ("misleading", "contradicted"):
        revise_claim(claim=claim, user=make_curator(), verdict=verdict)
        publish(claim, change_note=f"Now {verdict}.")
    gone = make_published_claim(statement="Zinc is gone.")
    withdraw_claim(claim=gone, user=make_curator(), reason="It was wrong.")
    monkeypatch.setattr(corrections, "PAGE", 1)

    first, second = shown(client, "/corrections/"), shown(client, next_page(client, "/corrections/"))

    assert "Zinc is gone. C2, last version 1 It was wrong." in first
    assert "version 2 to version 3 · change log of C1" in first
    assert "Why Now contradicted. The verdict changed. removed: misleading added: contradicted" in first
    assert "version 1 to version 2 · change log of C1" in second
    assert "Why Now misleading. The verdict changed. removed: partly supported added: misleading" in second
    assert "Zinc is gone." not in second


def test_a_long_facet_keeps_its_other_choices_a_step_away(client: Client) -> None:
    make_published_claim(topics=[f"topic {letter}" for letter in "abcdefghijkl"])

    html = client.get("/claims/").content.decode()
    first, more = html.split('<details class="facet-more"><summary>2 more</summary>')
    assert ("topic j</a>" in first, "topic k</a>" in first, "topic l</a>" in more) == (True, False, True)
    chosen = client.get("/claims/?topic=topic+l").content.decode()
    assert '<details class="facet-more" open><summary>2 more</summary>' in chosen


def test_choices_beyond_the_most_that_are_listed_are_counted(client: Client) -> None:
    make_published_claim(topics=[f"topic {number:02}" for number in range(62)])

    html = client.get("/claims/").content.decode()

    assert ("topic 59</a>" in html, "topic 60</a>" in html) == (True, False)
    assert "2 rarer choices are not listed." in html


def test_claims_can_be_narrowed_by_form(client: Client) -> None:
    make_published_claim(statement="Zinc oxide helps.", evidence=[{"intervention": "zinc oxide"}])
    make_published_claim(statement="Zinc helps.", evidence=[{"intervention": "zinc"}])

    text = shown(client, "/claims/?form=oxide")

    assert "Form given oxide (remove this filter) ✕ 1 not stated 1" in text
    assert "Claims Remove: where the form given is: oxide ✕ Remove all Zinc oxide helps." in text
    assert "Form not stated" in shown(client, "/claims/C2/")


def test_numbers_of_people_are_grouped(client: Client) -> None:
    make_published_claim(evidence=[{"source": make_source(n=2624)}])
    assert "2,624 participants" in shown(client, "/sources/")
