"""Every page is sound HTML that works for everybody: structure, landmarks, no inline code."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.test import Client

from claims.actions import revise_claim, withdraw_claim
from tests.claims.views.addresses import is_page, public_responses
from tests.claims.views.reading import Structure
from tests.makers import (
    make_claim,
    make_curator,
    make_notice,
    make_omission,
    make_published_article,
    make_published_claim,
    make_source,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(client: Client) -> dict[str, Structure]:
    """Return the structure of every page of a site with a bit of everything, errors included."""
    source = make_source()
    claim = make_published_claim(evidence=[{"source": source}])
    for _ in range(2):
        publish(make_claim(quote="They work best when taken early"))
    make_notice(source)
    make_omission(claims=[claim], sources=[source])
    make_published_article()
    publish(revise_claim(claim=claim, user=make_curator(), verdict="unsupported"))
    withdraw_claim(claim=make_published_claim(figures=[]), user=make_curator(), reason="It was wrong.")
    responses = public_responses(client)
    assert [address for address, response in responses.items() if response.status_code != 200] == []
    found = {address: response for address, response in responses.items() if is_page(response)}
    found |= {address: client.get(address) for address in ("/nothing/here/", "/claims/C4/", "/claims/C4/v1/")}
    return {address: Structure(response.content.decode()) for address, response in found.items()}


def test_pages_are_sound(pages: dict[str, Structure]) -> None:
    for address, page in pages.items():
        assert (page.unbalanced, page.open) == ([], []), address
        ids = page.values("id")
        assert len(ids) == len(set(ids)), (address, sorted(name for name in ids if ids.count(name) > 1))
        for names in page.values("aria-labelledby") + page.values("aria-describedby"):
            assert names in ids, (address, names)
        assert page.of("html")[0]["lang"] == "en", address
        assert len(page.of("main")) == 1, address
        assert page.of("title"), address


def test_headings_go_in_order(pages: dict[str, Structure]) -> None:
    for address, page in pages.items():
        levels = page.levels
        assert levels.count(1) == 1 or address.endswith("/embed/"), address
        assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == [], (address, levels)


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(pages: dict[str, Structure]) -> None:
    for address, page in pages.items():
        assert page.of("style") == [], address
        assert page.values("style") == [], address
        assert [name for _, attributes in page.tags for name in attributes if name.startswith("on")] == [], address
        code = [script for script in page.of("script") if script.get("type") != "application/ld+json"]
        assert all(script["src"].startswith("/static/") for script in code), address
        sheets = [link["href"] for link in page.of("link") if link["rel"] in ("stylesheet", "icon")]
        assert all(href.startswith("/static/") for href in sheets), address
        assert page.of("img") == [], address


def test_tables_can_be_heard(pages: dict[str, Structure]) -> None:
    for address, page in pages.items():
        assert len(page.of("caption")) == len(page.of("table")), address
        assert all(cell.get("scope") in ("col", "row") for cell in page.of("th")), address


def test_inputs_have_labels(pages: dict[str, Structure]) -> None:
    for address, page in pages.items():
        labelled = {label["for"] for label in page.of("label")}
        fields = [field for field in page.of("input") + page.of("select") if field.get("type") != "hidden"]
        assert all(field["id"] in labelled for field in fields), address


def test_every_page_has_a_title_a_description_and_one_address(pages: dict[str, Structure]) -> None:
    for address, page in pages.items():
        if address in ("/nothing/here/",) or address.endswith("/embed/"):
            continue
        names = {meta.get("name"): meta.get("content", "") for meta in page.of("meta")}
        assert 20 < len(names["description"]) <= 160, address
        [canonical] = [link["href"] for link in page.of("link") if link["rel"] == "canonical"]
        assert canonical.startswith("http://127.0.0.1:8000/"), address
