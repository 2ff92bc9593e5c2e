"""Pages by keyset: complete, in order, at a constant number of queries that read no more than they show."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Listing
from claims.search.filters import SORTS, Filters
from claims.search.keyset import SORTINGS
from claims.search.listing import find_claims, sorted_rows
from tests.claims.search.listings import make_listings

ORDERS: dict[str, Any] = {
    "number": lambda row: row.number,
    "newest": lambda row: (-row.published_at.timestamp(), row.number),
    "certainty": lambda row: (-row.certainty_rank, row.number),
    "unsupported": lambda row: (-row.unsupported, row.number),
    "relevance": lambda row: (-("sore" in row.title_stems), row.number),
}


def _walk(filters: Filters, limit: int) -> list[list[str]]:
    pages, after = [], ""
    while len(pages) < 100:
        found = find_claims(Filters(**{**_given(filters), "after": after}), limit=limit)
        pages.append([card["id"] for card in found.cards])
        if found.next is None:
            return pages
        after = found.next
    raise AssertionError("the pages never end")


def _given(filters: Filters) -> dict[str, str]:
    return {"q": filters.q, "sort": filters.sort, "verdict": filters.verdict}


@pytest.mark.django_db
@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize(("q", "limit"), [("", 7), ("sore", 5), ("sore", 1), ("", 100)])
def test_walking_the_pages_gives_every_claim_once_in_order(sort: str, q: str, limit: int) -> None:
    make_listings(23)
    rows = [row for row in Listing.objects.all() if not q or "sore" in row.body_stems.split()]
    order = ORDERS["number" if sort == "relevance" and not q else sort]
    pages = _walk(Filters(q=q, sort=sort), limit)
    expected = [f"C{row.number}" for row in sorted(rows, key=order)]
    assert [name for page in pages for name in page] == expected
    assert all(len(page) == limit for page in pages[:-1])
    assert 0 < len(pages[-1]) <= limit
    assert [f"C{row.number}" for row in sorted_rows(Filters(q=q, sort=sort))] == expected


BROKEN = ["", "x", "1", "1.", ".1", "-1.2", "1.2.3", "1e3.4", "٣.٤", "1" * 18 + ".1", "1.1234567890", "1.2 OR 1"]


@pytest.mark.django_db
@pytest.mark.parametrize("sort", SORTS)
def test_a_broken_cursor_starts_from_the_beginning(sort: str) -> None:
    make_listings(4)
    first = find_claims(Filters(q="-nothing", sort=sort)).cards
    pages = {cursor: find_claims(Filters(q="-nothing", sort=sort, after=cursor)).cards for cursor in BROKEN}
    assert pages == dict.fromkeys(BROKEN, first)


@pytest.mark.django_db
@pytest.mark.parametrize("sort", SORTS)
def test_a_cursor_beyond_every_value_is_taken_at_its_word(sort: str) -> None:
    make_listings(4)
    everything_below = "9" * 17 + ".1"
    expected = 0 if sort == "number" else 4
    after = "1." + "9" * 9 if sort == "number" else everything_below
    assert len(find_claims(Filters(q="-nothing", sort=sort, after=after)).cards) == expected


def test_a_cursor_keeps_the_microsecond() -> None:
    moments = [SORTINGS["newest"]._read(f"{value}.1") for value in (1_790_000_000_000_001, 1_790_000_000_000_003)]
    cursors = [SORTINGS["newest"].cursor(Listing(published_at=place[0], number=1)) for place in moments if place]
    assert cursors == ["1790000000000001.1", "1790000000000003.1"]


#: What is asked for -> (filters, queries for one page).
QUERY_COUNTS: dict[str, tuple[dict[str, str], int]] = {
    "all claims": ({}, 2),
    "filters that the cube knows": ({"verdict": "supported", "topic": "sleep", "flagged": "yes"}, 2),
    "a source": ({"source": "Berg2019"}, 3),
    "a design": ({"design": "animal"}, 3),
    "a search": ({"q": "sore"}, 3),
    "a search in another order": ({"q": "claim -nothing clai*", "sort": "newest"}, 3),
    "a later page, its ties asked for apart": ({"sort": "certainty", "after": "2.1"}, 3),
}


@pytest.mark.django_db
@pytest.mark.parametrize("item_count", [1, 3, 30])
@pytest.mark.parametrize("what", QUERY_COUNTS)
def test_queries_are_few_and_independent_of_the_rows(what: str, item_count: int) -> None:
    make_listings(item_count)
    given, expected = QUERY_COUNTS[what]
    with CaptureQueriesContext(connection) as queries:
        find_claims(Filters(**given))
    assert len(queries) == expected


@pytest.mark.django_db
def test_a_search_for_an_unknown_word_takes_two_queries_more_for_the_suggestion() -> None:
    make_listings(3)
    with CaptureQueriesContext(connection) as queries:
        assert find_claims(Filters(q="xylophone")).suggestion is None
    assert len(queries) == 5


BROWSED = [{}, {"sort": "newest"}, {"sort": "certainty", "after": "4.1"}, {"verdict": "supported"}, {"topic": "sleep"}]


@pytest.mark.django_db
@pytest.mark.parametrize("given", BROWSED)
def test_browsing_never_counts_rows_one_by_one_without_a_limit(given: dict[str, str]) -> None:
    make_listings(3)
    with CaptureQueriesContext(connection) as queries:
        find_claims(Filters(**given))
    statements = [query["sql"] for query in queries]
    assert [sql for sql in statements if "COUNT(*)" in sql or "OFFSET" in sql] == []
    assert [sql for sql in statements if "LIMIT" not in sql] == []


NUMBER = {"sqlite": "USING INDEX sqlite_autoindex_claims_listing", "postgresql": "number_key"}[connection.vendor]
#: Filters of a page -> the index that its rows are read from in their order.
HOT = [
    ({}, NUMBER),
    ({"after": "5.5"}, NUMBER),
    ({"sort": "newest"}, "claims_list_publish"),
    ({"sort": "certainty"}, "claims_list_certain"),
    ({"sort": "unsupported"}, "claims_list_unsuppo"),
    ({"sort": "unsupported", "after": "1.5"}, "claims_list_unsuppo"),
    ({"sort": "certainty", "after": "2.5"}, "claims_list_certain"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("given", "index"), HOT)
def test_a_page_is_read_from_an_index_in_its_order(given: dict[str, str], index: str) -> None:
    make_listings(800)
    filters = Filters(**given)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    with CaptureQueriesContext(connection) as queries:
        SORTINGS[filters.sorting].page(Listing.objects.order_by(), filters.after, 26)
    explained = [_explained(query["sql"]) for query in queries]
    assert len(explained) >= 1
    assert [plan for plan in explained if index not in plan or "TEMP B-TREE" in plan or "Sort" in plan] == []


def _explained(sql: str) -> str:
    before = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        cursor.execute(f"{before} {sql}")
        return " | ".join(str(row[-1]) for row in cursor.fetchall())
