"""The page of maps and the timeline on a claim's page, as a reader meets them."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.actions import withdraw_claim
from claims.models import Claim
from claims.views import maps
from tests.claims.views.reading import Structure, shown
from tests.makers import make_claim, make_curator, make_notice, make_published_claim, make_source

pytestmark = pytest.mark.django_db

ADDRESS = "/maps/"


def titles(html: str) -> list[str]:
    """Return the names of all links in drawings, in reading order."""
    return [" ".join(unescape(name).split()) for name in re.findall(r"<a [^>]*><title>([^<]*)</title>", html)]


def links(html: str) -> dict[str, str]:
    """Return the address of each link in a drawing by its name."""
    found = re.findall(r'<a [^>]*href="([^"]*)"[^>]*><title>([^<]*)</title>', html)
    return {" ".join(unescape(name).split()): unescape(href) for href, name in found}


def rows(client: Client, address: str, caption: str) -> list[list[str]]:
    """Return the cells of the table with this caption, row by row."""
    html = client.get(address).content.decode()
    [table] = [table for table in re.findall(r"<table.*?</table>", html, re.DOTALL) if caption in table]
    cells = [
        re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
        for row in re.findall("<tr>(.*?)</tr>", table, re.DOTALL)
    ]
    return [[" ".join(unescape(re.sub("<[^>]*>", " ", cell)).split()) for cell in row] for row in cells]


@pytest.fixture
def three_claims() -> None:
    """Publish two claims of one cell and one that is not rated, on two topics."""
    make_published_claim(topics=["zinc", "colds"])
    make_published_claim(topics=["zinc"], evidence=[{"design": "animal"}, {"design": "animal"}])
    make_published_claim(topics=["taste"], verdict="untested", evidence=[], assessments=[], figures=[])


def test_each_claim_is_a_link_in_its_cell(client: Client, three_claims: None) -> None:
    found = links(client.get(ADDRESS).content.decode())

    assert found["C1: Zinc lozenges shorten a cold by up to 33%."] == "/claims/C1/"
    assert found["2 claims, partly supported, moderate certainty: list"] == (
        "/claims/?verdict=partly_supported&certainty=moderate"
    )
    assert found["1 claim, untested, not rated: list"] == "/claims/?verdict=untested&certainty=not_rated"


def test_the_tables_hold_the_same_numbers(client: Client, three_claims: None) -> None:
    verdicts = {row[0]: row[1:] for row in rows(client, ADDRESS, "by verdict (rows)")}
    topics = {row[0]: row[1:] for row in rows(client, ADDRESS, "Claims by topic (rows)")}

    assert verdicts["Verdict"] == ["High", "Moderate", "Low", "Very low", "Not rated", "All"]
    assert verdicts["◐ partly supported"] == ["0", "2", "0", "0", "0", "2"]
    assert verdicts["– untested"] == ["0", "0", "0", "0", "1", "1"]
    assert verdicts["All"] == ["0", "2", "0", "0", "1", "3"]
    trial, animal = (
        topics["Topic"].index("Randomised trial, parallel groups"),
        topics["Topic"].index("Animal study"),
    )
    assert {topic: (cells[trial], cells[animal]) for topic, cells in topics.items() if topic != "Topic"} == {
        "zinc": ("1", "1"),
        "colds": ("1", "0"),
        "taste": ("0", "0"),
    }


def test_a_number_leads_to_as_many_claims(client: Client, three_claims: None) -> None:
    found = links(client.get(ADDRESS).content.decode())
    counted = [(name, href) for name, href in found.items() if href.startswith("/claims/?")]

    assert len(counted) == 5
    for name, href in counted:
        [number] = re.findall(r"^\d+", name)
        said = shown(client, href)
        assert f" {number} claim{'' if number == '1' else 's'} " in said, (name, href)


def test_topics_without_a_trial_are_named(client: Client, three_claims: None) -> None:
    assert "No randomised trial, systematic review or meta-analysis was found for 1 of 3 topics: taste ." in shown(
        client, ADDRESS
    )


def test_the_page_of_nothing(client: Client) -> None:
    text = shown(client, ADDRESS)
    assert "No claim is published yet." in text
    assert "Topics by study design" not in text


def test_drafts_and_withdrawn_claims_are_not_drawn(client: Client) -> None:
    make_claim(statement="A secret draft.")
    withdraw_claim(claim=make_published_claim(statement="Gone."), user=make_curator(), reason="It was wrong.")
    make_published_claim(statement="This stays.")

    names = titles(client.get(ADDRESS).content.decode())

    assert [name for name in names if name.startswith("C")] == ["C3: This stays."]


def test_a_full_cell_says_how_many_more(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maps, "MOST_IN_CELL", 1)
    for _ in range(3):
        make_published_claim()

    html = client.get(ADDRESS).content.decode()

    assert "and 2 more" in html
    assert "3 claims, partly supported, moderate certainty: list" in titles(html)


def test_only_the_largest_topics_are_drawn_but_all_are_in_the_table_and_the_sentence(
    client: Client, monkeypatch: pytest.MonkeyPatch, three_claims: None
) -> None:
    monkeypatch.setattr(maps, "MOST_TOPICS", 1)
    text = shown(client, ADDRESS)
    assert "The 1 topic with most claims is drawn, of 3; 2 more in the table: all topics" in text
    assert "No randomised trial, systematic review or meta-analysis was found for 1 of 3 topics: taste ." in text
    assert [row[0] for row in rows(client, ADDRESS, "Claims by topic (rows)")] == ["Topic", "zinc", "colds", "taste"]


def test_what_even_the_table_leaves_out_is_counted(
    client: Client, monkeypatch: pytest.MonkeyPatch, three_claims: None
) -> None:
    monkeypatch.setattr(maps, "MOST_TOPICS", 1)
    monkeypatch.setattr(maps, "MOST_ROWS", 2)
    monkeypatch.setattr(maps, "MOST_NAMED", 0)
    text = shown(client, ADDRESS)
    assert "1 topic with fewer claims is not in it." in text
    assert "was found for 1 of 3 topics: and 1 more." in text


@pytest.mark.parametrize("item_count", [1, 3])
def test_queries_do_not_grow(client: Client, item_count: int) -> None:
    for number in range(item_count):
        make_published_claim(topics=["zinc", f"topic-{number}"], evidence=[{}] * item_count)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(ADDRESS).status_code == 200
    # one of them asks which sources were retracted
    assert len(captured) == 7


def test_texts_are_escaped(client: Client) -> None:
    make_published_claim(statement="Zinc <script>alert(1)</script> & more", topics=["<b>bold</b>"])

    html = client.get(ADDRESS).content.decode()

    assert ("<script>alert" in html, "<b>bold" in html, "Zinc &lt;script&gt;" in html) == (False, False, True)


def test_the_page_is_sound(client: Client, three_claims: None) -> None:
    page = Structure(client.get(ADDRESS).content.decode())

    assert (page.unbalanced, page.open, page.values("style")) == ([], [], [])
    assert page.levels == [1, 2, 2]
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert set(page.values("aria-labelledby")) <= set(ids)
    assert {attributes["tabindex"] for tag, attributes in page.tags if attributes.get("role") == "region"} == {"0"}


@pytest.mark.parametrize("address", ["/", "/claims/", "/sitemap.xml"])
def test_the_maps_are_found(client: Client, address: str) -> None:
    make_published_claim()
    assert "/maps/" in client.get(address).content.decode()


def source(year: int | None, **fields: Any) -> dict[str, Any]:
    """Return evidence from a source of this year."""
    return {"source": make_source(issued=[year] if year else []), **fields}


def test_the_timeline_of_a_claim(client: Client) -> None:
    make_published_claim(
        evidence=[
            source(2021, stance="contradicts", n=300),
            source(None, n=None),
            source(1998, stance="supports", design="animal", n=12),
        ]
    )

    html = client.get("/claims/C1/").content.decode()

    assert titles(html) == [
        "3: Berg & Olsen 1998; supports; animal study; counts no people",
        "2: Berg & Olsen n.d., year unknown; partly supports; randomised trial, parallel groups; "
        "number of participants not known",
        "1: Berg & Olsen 2021; contradicts; randomised trial, parallel groups; 300 participants",
    ]
    assert rows(client, "/claims/C1/", "3 sources by year")[1:] == [
        ["1998", "Berg & Olsen 1998 [3]", "+ supports", "animal study", "counts no people"],
        ["2021", "Berg & Olsen 2021 [1]", "− contradicts", "randomised trial, parallel groups", "300 participants"],
        [
            "unknown",
            "Berg & Olsen n.d. [2]",
            "◐ partly supports",
            "randomised trial, parallel groups",
            "number of participants not known",
        ],
    ]
    assert set(links(html).values()) <= {f"#{name}" for name in Structure(html).values("id")}


def test_counterevidence_has_its_lane_even_where_there_is_none(client: Client) -> None:
    make_published_claim(evidence=[source(2020, stance="supports"), source(2021, stance="supports")])
    text = shown(client, "/claims/C1/")
    assert "+ supports: 2" in text
    assert "− contradicts: none" in text
    assert "· context: none" not in text


@pytest.mark.parametrize(("sources", "drawn"), [(1, False), (2, True)])
def test_one_source_makes_no_timeline(client: Client, sources: int, drawn: bool) -> None:
    make_published_claim(evidence=[source(2020 + number) for number in range(sources)])
    assert ("The sources in the course of time" in shown(client, "/claims/C1/")) == drawn


def test_the_maps_mark_what_rests_on_a_retracted_source(client: Client, three_claims: None) -> None:
    """Also where the notice came after the versions that are shown."""
    assert "retracted" not in shown(client, ADDRESS)
    claim = Claim.objects.get(number=2)
    make_notice(claim.evidence.first().source)

    html, text = client.get(ADDRESS).content.decode(), shown(client, ADDRESS)

    assert (
        "✗ retracted 1 claim rests on a source that was retracted, alone or among others, and has this sign: C2" in text
    )
    assert "C2: Zinc lozenges shorten a cold by up to 33%. (rests on a retracted source)" in titles(html)
    assert "C1: Zinc lozenges shorten a cold by up to 33%." in titles(html)
    assert "1: zinc, animal study; 1 with a retracted source" in titles(html)
    assert "1: zinc, randomised trial, parallel groups" in titles(html)
    # a sign on the box, one on the cell
    assert html.count('class="map-standing"') == 2
    [partly] = [row for row in rows(client, ADDRESS, "by verdict (rows)") if row[0] == "◐ partly supported"]
    assert partly[2] == "2 of them 1 ✗ retracted"
    [zinc] = [row for row in rows(client, ADDRESS, "Claims by topic (rows)") if row[0] == "zinc"]
    assert [cell for cell in zinc if "retracted" in cell] == ["1 of them 1 ✗ retracted"]


@pytest.mark.parametrize("kinds", [("retraction", "reinstatement"), ("correction",), ("expression_of_concern",)])
def test_the_maps_leave_out_notices_after_which_a_source_stands(client: Client, kinds: tuple[str, ...]) -> None:
    source = make_published_claim().evidence.get().source
    for day, kind in enumerate(kinds, 1):
        make_notice(source, kind=kind, on=date(2024, 5, day))

    assert "retracted" not in shown(client, ADDRESS)


@pytest.mark.parametrize("when", ["before", "after"])
def test_the_timeline_marks_a_retracted_source(client: Client, when: str) -> None:
    gone, other = source(2021), source(2020)
    if when == "before":
        make_notice(gone["source"])
    make_published_claim(evidence=[gone, other])
    if when == "after":
        make_notice(gone["source"])

    html, text = client.get("/claims/C1/").content.decode(), shown(client, "/claims/C1/")

    named = "1: Berg & Olsen 2021; partly supports; randomised trial, parallel groups; 120 participants"
    assert [title for title in titles(html) if title.startswith("1:")] == [f"{named}; retracted"]
    assert html.count('class="map-standing"') == 1
    assert "✗ retracted The work no longer stands." in text
    sources = [row[1] for row in rows(client, "/claims/C1/", "2 sources by year")[1:]]
    assert sources == ["Berg & Olsen 2020 [2]", "Berg & Olsen 2021 [1] ✗ retracted"]


@pytest.mark.parametrize("item_count", [1, 3])
def test_retracted_sources_take_one_query_more_however_many(client: Client, item_count: int) -> None:
    for _ in range(item_count):
        make_notice(make_published_claim().evidence.get().source)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(ADDRESS).status_code == 200
    assert len(captured) == 8
