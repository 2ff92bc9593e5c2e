"""A filter by something that was never published is named and left out, as a word that no vocabulary has is."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict

from claims.actions import withdraw_claim
from claims.search.filters import Filters
from claims.search.known import read_filters, without_unknown
from tests.makers import make_claim, make_curator, make_omission, make_published_article, make_published_claim

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("topic=gold", "There is no topic “gold” in what was published."),
        ("article=gold", "There is no article “gold” in what was published."),
        ("source=Gold2019", "There is no source “Gold2019” in what was published."),
    ],
)
def test_what_was_never_published_is_named_and_left_out(given: str, problem: str) -> None:
    make_published_claim()
    make_claim(topics=["gold"])

    assert read_filters(QueryDict(f"{given}&kind=safety&after=1.2")) == (Filters(kind="safety"), [problem])


def test_every_problem_is_named() -> None:
    filters, problems = read_filters(QueryDict("topic=gold&source=Gold2019&form=odd"))

    assert filters == Filters()
    assert [problem.partition("”")[0] for problem in problems] == [
        "There is no form given “odd",
        "There is no topic “gold",
        "There is no source “Gold2019",
    ]


@pytest.mark.parametrize(
    "filters", [Filters(topic="zinc"), Filters(article="zinc-lozenges"), Filters(source="Berg2019")]
)
@pytest.mark.parametrize("is_withdrawn", [False, True], ids=["published", "withdrawn"])
def test_what_was_ever_published_is_known(filters: Filters, is_withdrawn: bool) -> None:
    claim = make_published_claim(topics=["zinc"])
    if is_withdrawn:
        withdraw_claim(claim=claim, user=make_curator(), reason="It was wrong.")

    assert without_unknown(filters) == (filters, [])


def test_an_article_without_claims_and_the_source_of_an_omission_are_known() -> None:
    omission = make_omission(sources=[make_claim().evidence.get().source])
    make_published_article()

    for filters in (Filters(article=omission.article.slug), Filters(source="Berg2019")):
        assert without_unknown(filters) == (filters, [])


def test_without_such_a_filter_nothing_is_asked(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert without_unknown(Filters(kind="safety")) == (Filters(kind="safety"), [])
