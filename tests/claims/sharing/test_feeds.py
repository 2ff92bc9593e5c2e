"""The Atom feeds: well formed, newest first, stable, and without drafts."""

from __future__ import annotations

from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client

from claims.actions import revise_claim, withdraw_claim
from tests.makers import (
    make_claim,
    make_curator,
    make_notice,
    make_published_article,
    make_published_claim,
    publish,
)

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(client: Client, path: str) -> list[Any]:
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    return fromstring(response.content).findall(f"{ATOM}entry")


def titles(client: Client, path: str) -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in entries(client, path)]


def test_feed_of_all_changes_has_versions_and_withdrawals_newest_first(client: Client) -> None:
    claim = make_published_claim(statement="Zinc helps.")
    claim.refresh_from_db()
    revise_claim(claim=claim, user=make_curator(), verdict_reason="Looked at again.")
    publish(claim, change_note="Looked at again.")
    claim.refresh_from_db()
    withdraw_claim(claim=claim, user=make_curator(), reason="It was wrong.")

    assert titles(client, "/feeds/changes.atom") == [
        "C1 withdrawn: Zinc helps.",
        "C1 changed: Zinc helps.",
        "C1 published: Zinc helps.",
    ]


def test_feeds_of_an_article_and_a_topic_hold_their_claims_only(client: Client) -> None:
    make_published_claim(statement="Zinc helps.", topics=["zinc"])
    make_published_claim(statement="Honey helps.", topics=["honey"])

    assert titles(client, "/feeds/topics/honey.atom") == ["C2 published: Honey helps."]
    assert len(titles(client, "/articles/zinc-lozenges/changes.atom")) == 2


@pytest.mark.parametrize("path", ["/feeds/topics/gold.atom", "/articles/gold/changes.atom"])
def test_feed_of_nothing_is_not_found(client: Client, path: str) -> None:
    make_published_claim()

    assert client.get(path).status_code == 404


def test_draft_is_in_no_feed(client: Client) -> None:
    make_published_claim(statement="Zinc helps.")
    make_claim(statement="A secret draft.")

    assert b"secret" not in client.get("/feeds/changes.atom").content


def test_feed_is_the_same_bytes_each_time(client: Client) -> None:
    make_published_claim()

    assert client.get("/feeds/changes.atom").content == client.get("/feeds/changes.atom").content


@pytest.mark.parametrize("item_count", [1, 3])
def test_feed_takes_the_same_queries_for_any_number_of_claims(
    client: Client, django_assert_num_queries: Any, item_count: int
) -> None:
    for _ in range(item_count):
        make_published_claim()

    with django_assert_num_queries(4):
        client.get("/feeds/changes.atom")


def test_notice_on_a_source_is_in_the_feeds_of_all_that_rests_on_it(client: Client) -> None:
    claim = make_published_claim(topics=["zinc"])
    make_published_claim(topics=["honey"], figures=[], evidence=[], assessments=[], verdict="untested")
    make_notice(claim.evidence.get().source, reason="Data < were & invented.")

    for path in ("/feeds/changes.atom", "/feeds/topics/zinc.atom", "/articles/zinc-lozenges/changes.atom"):
        newest = entries(client, path)[0]
        assert newest.findtext(f"{ATOM}title") == "Source Berg & Olsen 2019: retraction of 1 May 2024"
        assert newest.findtext(f"{ATOM}summary") == (
            "The work is withdrawn from the published record. Data &lt; were &amp; invented."
        )
    assert titles(client, "/feeds/topics/honey.atom") == ["C2 published: Zinc lozenges shorten a cold by up to 33%."]


def test_feeds_have_their_own_names_and_addresses(client: Client) -> None:
    make_published_claim()
    make_published_article()

    feed = fromstring(client.get("/articles/zinc-lozenges/changes.atom").content)

    assert feed.findtext(f"{ATOM}title") == "maglyc: changes to Zinc lozenges and the common cold"
    assert feed.findtext(f"{ATOM}id") == "http://127.0.0.1:8000/articles/zinc-lozenges/changes.atom"
