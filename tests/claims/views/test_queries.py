"""Every public page asks the database a fixed number of questions, however much there is to show."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.actions import resolve_problem, withdraw_claim
from tests.makers import (
    SLUG,
    make_curator,
    make_notice,
    make_omission,
    make_problem,
    make_published_article,
    make_published_claim,
    make_source,
)

pytestmark = pytest.mark.django_db

#: Address to queries, the one for the content version included.
QUERIES = {
    "/": 7,
    "/articles/": 5,
    f"/articles/{SLUG}/": 3,
    "/claims/": 3,
    "/claims/?q=zinc&verdict=partly_supported&stance=supports": 6,
    "/claims/C1/": 4,
    "/claims/C1/v1/": 4,
    "/claims/C1/changes/": 5,
    "/sources/": 2,
    "/sources/Berg2019/": 3,
    "/topics/": 2,
    "/topics/zinc/": 4,
    "/methodology/": 1,
    "/methodology/amstar2-2017/": 1,
    "/glossary/": 1,
    "/corrections/": 5,
    "/data/": 3,
    "/robots.txt": 1,
    "/sitemap.xml": 9,
}


def queries_for(client: Client, address: str) -> int:
    """Return how many queries the page takes; the page has to exist."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    return len(captured)


@pytest.mark.parametrize("item_count", [1, 3])
def test_queries_do_not_grow(client: Client, item_count: int) -> None:
    sources = [make_source() for _ in range(item_count)]
    for _ in range(item_count):
        make_published_claim(figures=[{}] * item_count, evidence=[{"source": source} for source in sources])
    make_notice(sources[0])
    make_omission(sources=sources)
    make_published_article()
    for _ in range(item_count):
        problem = make_problem(page="/")
        resolve_problem(problem=problem, user=make_curator(), outcome="corrected", note="Mended.")

    assert {address: queries_for(client, address) for address in QUERIES} == QUERIES


def test_a_withdrawn_claim_takes_no_more_queries(client: Client, django_assert_num_queries: Any) -> None:
    claim = make_published_claim()
    withdraw_claim(claim=claim, user=make_curator(), reason="It was wrong.")

    with django_assert_num_queries(4):
        client.get("/claims/C1/")
