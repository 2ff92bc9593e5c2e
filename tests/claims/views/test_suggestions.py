"""Suggestions as JSON: small, public, kept by any cache, and the same number of queries whatever there is."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.makers import make_published_claim, make_source

pytestmark = pytest.mark.django_db


def suggested(client: Client, text: str) -> Any:
    response = client.get("/search/suggest/", {"q": text})
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
    return response.json()


def test_each_kind_leads_to_its_page(client: Client) -> None:
    source = make_source("Risky2019", authors=[{"family": "Risk", "given": "A"}])
    make_published_claim(statement="Risks are small.", topics=["risks"], evidence=[{"source": source}])

    found = suggested(client, "risk")

    items = [(item["label"], item["text"], item["detail"], item["url"]) for item in found["items"]]
    assert items[:4] == [
        ("Claim C1", "Risks are small.", "", "/claims/C1/"),
        ("Topic", "risks", "1 claim", "/topics/risks/"),
        (
            "Source",
            "Risk 2019",
            "Zinc lozenges for the common cold, trial 1 · DOI 10.5555/zinc.1",
            "/sources/Risky2019/",
        ),
        ("Term", "Risk of bias", "", "/glossary/#risk"),
    ]
    assert found["said"] == f"{len(items)} suggestions"
    assert all(client.get(url.partition("#")[0]).status_code == 200 for _, _, _, url in items)


def test_terms_lead_to_their_place_in_the_glossary(client: Client) -> None:
    (item,) = suggested(client, "surrogate out")["items"]
    assert item["url"] == "/glossary/#indirectness-outcome_surrogate"
    assert 'id="indirectness-outcome_surrogate"' in client.get("/glossary/").content.decode()


@pytest.mark.parametrize("text", ["", "z", "qqqq", "%", "\x00\x00\x00"])
def test_nothing_is_suggested_for_nothing(client: Client, text: str) -> None:
    make_published_claim()
    found = suggested(client, text)
    assert (found["said"], found["items"]) == ("No suggestions", [])


def test_any_cache_may_keep_them(client: Client) -> None:
    make_published_claim()
    first = client.get("/search/suggest/?q=zinc")
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert first["X-Robots-Tag"] == "noindex"
    assert first.cookies == {}
    again = client.get("/search/suggest/?q=zinc", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert client.post("/search/suggest/?q=zinc").status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow(client: Client, count: int, django_assert_num_queries: Any) -> None:
    for number in range(count):
        make_published_claim(statement=f"Zinc works, part {number}.")
    with django_assert_num_queries(4):
        client.get("/search/suggest/?q=zin")
