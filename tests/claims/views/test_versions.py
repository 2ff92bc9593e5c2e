"""The list of versions on a claim's page: what it says about the rules that were applied, and lasting links."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from claims.actions import withdraw_claim
from tests.claims.views.reading import Structure, shown
from tests.makers import make_curator, make_published_claim

pytestmark = pytest.mark.django_db

FIGURE: dict[str, Any] = {"figures": [{}], "assessments": [], "evidence": [], "verdict": "untested"}
RATING: dict[str, Any] = {"figures": [], "assessments": [{}]}
NEITHER: dict[str, Any] = {"figures": [], "assessments": [], "evidence": [], "verdict": "untested"}


@pytest.mark.parametrize(
    ("described", "claim", "said"),
    [
        ("figure and rating", {}, "Rules: core-grade-2025; figure-check-3."),
        ("a figure alone", FIGURE, "Rules: figure-check-3."),
        ("a rating alone", RATING, "Rules: core-grade-2025."),
        ("neither", NEITHER, "It has no figure and no rating, so no rules were applied."),
    ],
)
def test_the_rules_are_named_where_any_were_applied(
    client: Client, described: str, claim: dict[str, Any], said: str
) -> None:
    make_published_claim(**claim)
    text = shown(client, "/claims/C1/")

    assert (said in text, text.count("Rules:")) == (True, int(said.startswith("Rules"))), described


@pytest.mark.parametrize("address", ["/claims/C1/", "/claims/C1/v1/"])
def test_a_withdrawn_claim_leads_to_no_page_that_is_gone(client: Client, address: str) -> None:
    claim = make_published_claim(topics=["zinc", "colds"])
    make_published_claim(topics=["zinc"])
    withdraw_claim(claim=claim, user=make_curator(), reason="It was wrong.")

    html = client.get(address).content.decode()
    links = [link["href"] for link in Structure(html).of("a")]
    local = sorted({link.partition("#")[0] for link in links if link.startswith(("/topics/", "/sources/", "/claims/"))})

    assert {"/topics/colds/", "/topics/zinc/", "/sources/Berg2019/"} <= set(local)
    assert [link for link in local if client.get(link).status_code != 200] == []
