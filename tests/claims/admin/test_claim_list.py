"""The list of claims: its columns, its search, its filters, and a number of queries that stays the same."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from claims.actions import submit_claim
from claims.models import Topic
from tests.makers import make_article, make_claim, make_curator, make_published_claim, make_source

pytestmark = pytest.mark.django_db

LIST = "/admin/claims/claim/"


def found(client: Client, query: str) -> list[str]:
    """Return the names of the claims that the list shows for a query string."""
    response = client.get(f"{LIST}?{query}")
    assert response.status_code == 200
    return [claim.name for claim in response.context["cl"].result_list]


def test_a_row_says_what_a_curator_needs(ada: Client) -> None:
    make_claim()
    page = ada.get(LIST).content.decode()
    for text in ("C1", "Zinc lozenges shorten a cold by up to 33%.", "draft", "◐ partly supported", "⊕", "1 of 1"):
        assert text in page


@pytest.mark.parametrize("item_count", [1, 3])
def test_the_list_needs_the_same_queries_for_any_number(
    ada: Client, item_count: int, django_assert_num_queries: Any
) -> None:
    for _ in range(item_count):
        make_claim()
    with django_assert_num_queries(10):
        ada.get(LIST)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=C2", ["C2"]),
        ("q=c2v1", ["C2"]),
        ("q=33%25", ["C1"]),
        ("q=lozenges blue", ["C4"]),
        ("q=nothing-of-it", []),
        ("status__exact=submitted", ["C3"]),
        ("verdict__exact=unsupported", ["C2"]),
        ("kind__exact=safety", ["C4"]),
        ("figures=flagged", ["C1"]),
        ("figures=clear", ["C2", "C3", "C4"]),
        ("todo=my-review", ["C3"]),
        ("todo=review", ["C3"]),
        ("todo=assessment", ["C4"]),
        ("todo=evidence", ["C2"]),
        ("todo=verdict", ["C4"]),
        ("todo=published-draft", []),
        ("todo=", ["C1", "C2", "C3", "C4"]),
        ("topic=no-number", ["C1", "C2", "C3", "C4"]),
    ],
)
def test_search_and_filters(ada: Client, query: str, expected: list[str]) -> None:
    make_published_claim()
    make_claim(statement="It is safe.", verdict="unsupported", figures=[], evidence=[], assessments=[])
    submitted = make_claim(statement="It is old.", figures=[])
    submit_claim(claim=submitted, user=make_curator("ben"))
    make_claim(statement="It is blue.", kind="safety", verdict="", figures=[], assessments=[], topics=["colour"])
    assert found(ada, query) == expected


def test_filters_of_topic_and_article(ada: Client) -> None:
    other = make_article("iron", text="# Iron\n\nIron makes strong. It does so in all who ever took it.\n")
    make_claim(topics=["zinc"])
    make_claim(topics=["iron"], article=other, quote="It does so in all who ever took it")
    assert found(ada, f"topic={Topic.objects.get(name='iron').pk}") == ["C2"]
    assert found(ada, f"article={other.pk}") == ["C2"]


def test_what_i_submitted_does_not_await_my_review(ada: Client) -> None:
    submit_claim(claim=make_claim(), user=make_curator("ada"))
    assert found(ada, "todo=my-review") == []
    assert found(ada, "todo=review") == ["C1"]


@pytest.mark.parametrize(
    ("term", "expected"),
    [("Berg2019", 1), ("zinc trial", 2), ("10.5555/zinc.2", 1), ("31415926", 1), ("Müller", 1), ("Mueller", 0)],
)
def test_sources_complete_by_what_a_curator_knows_of_them(ada: Client, term: str, expected: int) -> None:
    make_source("Berg2019", pmid="31415926")
    make_source("Mller2020", authors=[{"family": "Müller", "given": "Ö"}])
    query = {"app_label": "claims", "model_name": "evidence", "field_name": "source", "term": term}
    assert len(ada.get("/admin/autocomplete/", query).json()["results"]) == expected


def test_topics_complete(ada: Client) -> None:
    make_claim(topics=["zinc", "iron"])
    query = {"app_label": "claims", "model_name": "taggedclaim", "field_name": "tag", "term": "zi"}
    assert [row["text"] for row in ada.get("/admin/autocomplete/", query).json()["results"]] == ["zinc"]
