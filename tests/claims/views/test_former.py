"""The page of a source or a topic stays when the claims that were published with it leave it."""

from __future__ import annotations

from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client

from claims.actions import revise_claim, withdraw_claim
from claims.models import Claim
from tests.claims.views.reading import shown
from tests.makers import (
    make_claim,
    make_curator,
    make_notice,
    make_omission,
    make_published_article,
    make_published_claim,
    publish,
)

pytestmark = pytest.mark.django_db

SOURCE, TOPIC = "/sources/Berg2019/", "/topics/zinc/"
FEEDS = ("/feeds/topics/zinc.atom", "/articles/zinc-lozenges/changes.atom")


def withdraw(claim: Claim) -> None:
    claim.refresh_from_db()
    withdraw_claim(claim=claim, user=make_curator("ben"), reason="It was wrong.")


def titles(client: Client, path: str) -> list[str]:
    return [title.text for title in fromstring(client.get(path).content).findall(".//{*}entry/{*}title")]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (SOURCE, "No claim rests on it any more. These did; they were withdrawn or do without it now:"),
        (TOPIC, "No claim is filed under this topic any more."),
    ],
)
def test_a_page_stays_when_its_only_claim_is_withdrawn(client: Client, address: str, said: str) -> None:
    claim = make_published_claim(statement="Zinc helps.", topics=["zinc"])
    withdraw(claim)

    text, html = shown(client, address), client.get(address).content.decode()

    assert said in text
    assert "Zinc helps. C1, withdrawn It was wrong." in text
    assert 'href="/claims/C1/"' in html


@pytest.mark.parametrize(
    "address",
    [TOPIC, SOURCE],
)
def test_a_page_leads_to_the_version_that_used_it(client: Client, address: str) -> None:
    claim = make_published_claim(statement="Zinc helps.", topics=["zinc"], figures=[])
    claim.assessments.all().delete()
    claim.evidence.all().delete()
    given = {"verdict": "untested", "statement": "Zinc may help.", "topics": ["colds"]}
    revise_claim(claim=claim, user=make_curator(), **given)
    publish(claim)

    assert "Zinc helps. C1, up to version 1" in shown(client, address)
    assert 'href="/claims/C1/v1/"' in client.get(address).content.decode()


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_keeps_its_entries_and_tells_of_the_withdrawal(client: Client, path: str) -> None:
    make_published_article()
    withdraw(make_published_claim(statement="Zinc helps.", topics=["zinc"]))

    assert titles(client, path) == ["C1 withdrawn: Zinc helps.", "C1 published: Zinc helps."]


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_tells_of_a_withdrawal_while_other_claims_stand(
    client: Client, path: str, django_assert_num_queries: Any
) -> None:
    make_published_article()
    make_published_claim(statement="Zinc tastes.", topics=["zinc"])
    withdraw(make_published_claim(statement="Zinc helps.", topics=["zinc"]))

    with django_assert_num_queries(5 if path.startswith("/articles") else 4):
        found = titles(client, path)

    assert sorted(found) == ["C1 published: Zinc tastes.", "C2 published: Zinc helps.", "C2 withdrawn: Zinc helps."]


def test_a_source_that_only_an_omission_names_leads_to_the_claims_it_had(client: Client) -> None:
    claim = make_published_claim(statement="Zinc helps.")
    make_omission(sources=[claim.evidence.get().source])
    make_published_article()
    withdraw(claim)

    text = shown(client, SOURCE)

    assert "Zinc helps. C1, withdrawn It was wrong." in text
    assert "What articles leave out, shown by it" in text


def test_what_nothing_public_uses_is_in_no_list(client: Client) -> None:
    withdraw(make_published_claim(topics=["zinc"]))

    assert "Berg" not in shown(client, "/sources/")
    assert "zinc" not in shown(client, "/topics/").lower()
    assert "Berg2019" not in client.get("/sitemap.xml").content.decode()
    assert client.get("/search/suggest/?q=berg").json()["items"] == []


def test_a_notice_is_on_the_page_of_a_source_that_is_not_used_any_more(client: Client) -> None:
    claim = make_published_claim()
    withdraw(claim)
    make_notice(claim.evidence.get().source)

    assert "✗ Retraction: Berg & Olsen 2019" in shown(client, SOURCE)


@pytest.mark.parametrize("address", [SOURCE, TOPIC, *FEEDS])
def test_what_was_never_public_has_no_page(client: Client, address: str) -> None:
    make_claim(topics=["zinc"])

    assert client.get(address).status_code == 404


@pytest.mark.parametrize("claims", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [(SOURCE, 4), (TOPIC, 5)])
def test_queries_do_not_grow_with_the_claims(
    client: Client, django_assert_num_queries: Any, address: str, queries: int, claims: int
) -> None:
    first = make_published_claim(topics=["zinc"])
    source = first.evidence.get().source
    others = [make_published_claim(topics=["zinc"], evidence=[{"source": source}]) for _ in range(claims - 1)]
    for claim in (first, *others):
        withdraw(claim)

    with django_assert_num_queries(queries):
        client.get(address)
