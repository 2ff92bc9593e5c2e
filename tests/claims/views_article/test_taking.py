"""What a reader takes along from a claim's page: links that find the words, and citations of one version."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from claims.models import Publication
from claims.views.taking import apa, taking_of, text_fragment, vancouver
from tests.claims.views.reading import Structure, shown
from tests.makers import make_article, make_published_claim

SHA = "0123456789abcdef" * 4
ADDRESS = "https://example.org/claims/C1/v2/"
DOCUMENT: dict[str, Any] = {
    "id": "C1",
    "version": 2,
    "statement": "Zinc shortens a cold.",
    "published_at": "2026-03-09T10:00:00Z",
    "occurrences": [],
}
PLACE = {"slug": "zinc", "title": "Zinc", "url": "https://example.org/zinc#top", "quote": "up to 33%"}

#: What is tested, the quote, the directive.
FRAGMENTS = [
    ("one word", "zinc", ":~:text=zinc"),
    ("a short text is named whole", "up to 33%", ":~:text=up%20to%2033%25"),
    ("commas and dashes part the directive", "well-known, safe", ":~:text=well%2Dknown%2C%20safe"),
    ("other letters", "50 µg & more", ":~:text=50%20%C2%B5g%20%26%20more"),
    ("ten words", "a b c d e f g h i j", ":~:text=a%20b%20c%20d%20e%20f%20g%20h%20i%20j"),
    ("a long text by its ends", "a b c d e f g h i j k", ":~:text=a%20b%20c%20d%20e,g%20h%20i%20j%20k"),
]


@pytest.mark.parametrize(("description", "text", "expected"), FRAGMENTS, ids=[case[0] for case in FRAGMENTS])
def test_a_text_fragment_names_the_words(description: str, text: str, expected: str) -> None:
    assert text_fragment(text) == expected


def test_a_version_is_cited_with_its_hash() -> None:
    assert vancouver(DOCUMENT, ADDRESS, SHA) == (
        "maglyc [Internet]. C1, version 2: Zinc shortens a cold. 2026 Mar 9 [SHA-256 0123456789abcdef]. "
        f"Available from: {ADDRESS}"
    )
    assert apa(DOCUMENT, ADDRESS, SHA) == (
        "maglyc. (2026, March 9). Zinc shortens a cold (Claim C1, version 2; SHA-256 0123456789abcdef). " + ADDRESS
    )


def test_a_place_is_found_here_and_the_article_itself_is_named() -> None:
    [place] = taking_of({**DOCUMENT, "occurrences": [PLACE]}, sha256=SHA)["places"]

    assert place == {
        "title": "Zinc",
        "original": "https://example.org/zinc",
        "here": "http://127.0.0.1:8000/articles/zinc/#C1:~:text=up%20to%2033%25",
    }


def test_an_article_without_an_address_has_one_link() -> None:
    [place] = taking_of({**DOCUMENT, "occurrences": [{**PLACE, "url": ""}]}, sha256=SHA)["places"]

    assert place["original"] == ""


@pytest.mark.django_db
def test_the_page_offers_both(client: Client) -> None:
    make_article(url="https://example.org/zinc")
    make_published_claim()

    html = client.get("/claims/C1/").content.decode()

    fragment = ":~:text=zinc%20lozenges%20shorten%20a%20cold%20by%20up%20to%2033%25"
    links = [link["href"] for link in Structure(html).of("a") if ":~:" in link["href"]]
    assert links == [
        f"http://127.0.0.1:8000/articles/zinc-lozenges/#C1{fragment}",
    ]
    assert "https://example.org/zinc" in [link["href"] for link in Structure(html).of("a")]
    assert f"SHA-256 {Publication.objects.get().sha256[:16]}]. Available from: http" in shown(client, "/claims/C1/")
