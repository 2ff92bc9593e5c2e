"""The glossary holds every term there is, and the pages lead to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from claims.views.glossary import GLOSSARY
from claims.words import Word
from tests.claims.views.reading import Structure, shown
from tests.makers import SLUG, make_published_article, make_published_claim

pytestmark = pytest.mark.django_db


def vocabularies() -> Iterator[type[Word]]:
    """Yield every vocabulary of the program whose terms are defined; loading the addresses loads all modules."""
    assert get_resolver().url_patterns
    for words in Word.__subclasses__():
        if words.__module__.startswith(("claims.", "sources.")) and any(word.definition for word in words):
            yield words


def test_every_vocabulary_is_in_it_once() -> None:
    assert sorted(words.__qualname__ for _, _, words in GLOSSARY) == sorted(w.__qualname__ for w in vocabularies())


def test_every_term_is_printed_at_its_own_address(client: Client) -> None:
    html = client.get("/glossary/").content.decode()
    text = shown(client, "/glossary/")

    assert [name for name in Structure(html).values("id") if "-" in name and name in terms()] == terms()
    missing = [
        word
        for _, _, words in GLOSSARY
        for word in words
        if " ".join(f"{word.symbol} {word.label} {word.definition}".split()) not in text
    ]
    assert missing == []


def terms() -> list[str]:
    """Return the anchors of all terms in the order of the page."""
    return [f"{anchor}-{word.value}" for anchor, _, words in GLOSSARY for word in words]


def test_every_term_says_what_it_means() -> None:
    assert [word for _, _, words in GLOSSARY for word in words if not word.definition] == []


def test_it_asks_for_the_content_version_alone(client: Client) -> None:
    make_published_claim()
    with CaptureQueriesContext(connection) as captured:
        client.get("/glossary/")

    assert len(captured) == 1


@pytest.mark.parametrize("address", [f"/articles/{SLUG}/", "/maps/"])
def test_pages_lead_to_terms_that_are_there(client: Client, address: str) -> None:
    make_published_claim(topics=["zinc"])
    make_published_article()
    ids = Structure(client.get("/glossary/").content.decode()).values("id")

    links = [link["href"] for link in Structure(client.get(address).content.decode()).of("a")]
    terms = [href.partition("#")[2] for href in links if href.startswith("/glossary/#")]

    assert len(terms) >= 4
    assert [term for term in terms if term not in ids] == []


@pytest.mark.parametrize("address", ["/", "/methodology/", "/claims/C1/"])
def test_the_pages_lead_to_it(client: Client, address: str) -> None:
    make_published_claim()

    assert "/glossary/" in {
        link["href"].split("#")[0] for link in Structure(client.get(address).content.decode()).of("a")
    }
