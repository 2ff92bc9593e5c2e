"""The markup for machines: complete, safe inside a script element, and without a number where nothing was tested."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from claims.grade.vocabulary import Verdict
from claims.reports.json_ld import (
    RATINGS,
    SHORT,
    article_page,
    claim_review,
    data_page,
    script_text,
    source_page,
    summarised,
)
from tests.claims.views.reading import shown

SITE = "https://evidence.example"


def make_document(**fields: Any) -> dict[str, Any]:
    source = {
        "citekey": "Berg2019",
        "csl": {
            "type": "article-journal",
            "title": "Zinc & colds </script>",
            "author": [{"family": "Berg", "given": "Eva"}, {"literal": "The Zinc Group"}],
            "issued": {"date-parts": [[2019, 3]]},
            "DOI": "10.5555/zinc.1",
            "URL": "https://doi.org/10.5555/zinc.1",
        },
    }
    occurrence = {"article": "A1", "title": "Zinc", "publisher": "The Cold Post", "url": "https://cold.example/zinc"}
    return {
        "id": "C1",
        "statement": "Zinc lozenges shorten a cold by up to 33%.",
        "verdict": "unsupported",
        "verdict_reason": "No trial was found.",
        "published_at": "2026-11-22T18:00:00Z",
        "occurrences": [occurrence, occurrence],
        "figures": [],
        "sources": [source],
        **fields,
    }


def test_claim_review_names_the_claim_its_maker_and_the_verdict() -> None:
    review = claim_review(make_document(), site=SITE)

    assert review["claimReviewed"] == "Zinc lozenges shorten a cold by up to 33%."
    assert review["url"] == "https://evidence.example/claims/C1/"
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Unsupported",
        "ratingValue": 2,
        "bestRating": 5,
        "worstRating": 1,
    }
    assert review["itemReviewed"]["author"] == [{"@type": "Organization", "name": "The Cold Post"}]
    assert [item["url"] for item in review["itemReviewed"]["appearance"]] == ["https://cold.example/zinc"]
    assert review["itemReviewed"]["firstAppearance"]["url"] == "https://cold.example/zinc"


def test_which_of_several_articles_was_first_is_not_guessed() -> None:
    [place, _] = make_document()["occurrences"]
    claim = claim_review(make_document(occurrences=[place, {**place, "article": "A2"}]), site=SITE)["itemReviewed"]

    assert (len(claim["appearance"]), "firstAppearance" in claim) == (2, False)


LONG = "In people who catch one every winter, and in the young above all, zinc lozenges make a common cold"
#: What is tested, the statement, its figures, the summary.
SUMMARIES = [
    ("a short one is kept", "Zinc works.", ["33%"], "Zinc works."),
    (
        "a long one ends at a word",
        f"{LONG} shorter.",
        [],
        "In people who catch one every winter, and in the young above all, zinc…",
    ),
    (
        "a figure within reach",
        f"Up to 33%: {LONG}.",
        ["Up to 33%"],
        "Up to 33%: In people who catch one every winter, and in the young above…",
    ),
    (
        "a figure at the end",
        f"{LONG} up to 33% shorter.",
        ["up to 33%"],
        "In people who catch one every winter, and in the young above … up to 33%…",
    ),
    (
        "a figure that ends it",
        f"{LONG} shorter by 33%.",
        ["33%"],
        "In people who catch one every winter, and in the young above all … 33%",
    ),
    (
        "a figure in other words",
        f"{LONG} shorter.",
        ["a third"],
        "In people who catch one every winter, and in the young above all, zinc…",
    ),
    ("one endless word", "z" * 90, [], "z" * 74 + "…"),
]


@pytest.mark.parametrize(
    ("described", "statement", "figures", "expected"), SUMMARIES, ids=[row[0] for row in SUMMARIES]
)
def test_what_is_reviewed_is_a_summary(described: str, statement: str, figures: list[str], expected: str) -> None:
    assert summarised(statement, figures) == expected, described
    assert len(expected) <= SHORT


def test_the_whole_claim_stands_beside_its_summary() -> None:
    review = claim_review(make_document(statement=f"{LONG} shorter."), site=SITE)

    assert review["claimReviewed"].endswith(" zinc…")
    assert review["headline"] == review["itemReviewed"]["text"] == f"{LONG} shorter."


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_has_words_and_only_tested_ones_a_number(verdict: Verdict) -> None:
    rating = claim_review(make_document(verdict=verdict.value), site=SITE)["reviewRating"]

    assert rating["alternateName"] == verdict.label.capitalize()
    assert ("ratingValue" in rating) == (verdict not in (Verdict.UNTESTED, Verdict.NOT_CHECKABLE))


def test_ratings_cover_every_verdict() -> None:
    assert set(RATINGS) == set(Verdict)


def test_script_text_cannot_end_the_script_and_reads_back_the_same() -> None:
    data = claim_review(make_document(statement="</script><b>&amp;\u2028"), site=SITE)

    text = script_text(data)

    assert [sign for sign in "<>&\u2028" if sign in text] == []
    assert json.loads(text) == data


def test_sources_carry_authors_date_and_identifier() -> None:
    page = source_page(make_document()["sources"][0], site=SITE)

    assert page["author"] == [
        {"@type": "Person", "name": "Eva Berg"},
        {"@type": "Organization", "name": "The Zinc Group"},
    ]
    assert (page["@type"], page["datePublished"]) == ("ScholarlyArticle", "2019-03")
    assert page["identifier"] == "https://doi.org/10.5555/zinc.1"


def test_article_and_data_pages_say_what_they_are() -> None:
    article = {"title": "Zinc", "slug": "zinc", "url": "", "published_at": "2026-11-22T18:00:00Z"}

    assert article_page(article, site=SITE)["about"] == {"@type": "Article", "headline": "Zinc"}
    data = data_page(site=SITE, claims=60)
    assert [item["contentUrl"] for item in data["distribution"]] == [
        "https://evidence.example/claims/export.csv",
        "https://evidence.example/claims/export.json",
    ]


@pytest.mark.django_db
def test_the_methodology_page_prints_the_scale(client: Client) -> None:
    text = shown(client, "/methodology/")

    assert "read a verdict as a number from 1 to 5." in text
    assert "✓ supported 5 ◐ partly supported 4" in text
