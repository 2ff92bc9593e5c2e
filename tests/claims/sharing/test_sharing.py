"""Embed, oEmbed, badge and preview picture: always the current version, framed by anybody, and nothing else is."""

from __future__ import annotations

import struct
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client

from claims.actions import revise_claim, withdraw_claim
from tests.makers import make_curator, make_published_claim, publish

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
PLACES = ["/claims/C1/embed/", "/claims/C1/badge.svg", "/claims/C1/preview.png", f"/oembed/?url={SITE}/claims/C1/"]


def test_only_the_embed_may_be_framed(client: Client) -> None:
    make_published_claim()

    embed, claim = client.get("/claims/C1/embed/"), client.get("/claims/C1/")

    assert "frame-ancestors *" in embed["Content-Security-Policy"]
    assert "X-Frame-Options" not in embed
    assert "frame-ancestors 'none'" in claim["Content-Security-Policy"]
    assert claim["X-Frame-Options"] == "DENY"


def test_embed_shows_the_current_version(client: Client) -> None:
    claim = make_published_claim()
    claim.refresh_from_db()
    revise_claim(claim=claim, user=make_curator(), verdict="unsupported")
    publish(claim, change_note="Looked at again.")

    page = client.get("/claims/C1/embed/").content.decode()

    assert "Claim C1, version 2" in page
    assert page.count("<script") == 0


def test_oembed_gives_a_frame_for_the_address_of_a_claim(client: Client) -> None:
    make_published_claim(statement='Zinc "helps" <b>a lot</b>.')

    said = client.get(f"/oembed/?url={SITE}/claims/C1/").json()

    assert (said["version"], said["type"]) == ("1.0", "rich")
    assert f'src="{SITE}/claims/C1/embed/"' in said["html"]
    assert "<b>" not in said["html"]


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("", 404),
        ("https://elsewhere.example/claims/C1/", 404),
        (f"{SITE}/claims/C99/", 404),
        (f"{SITE}/methodology/", 404),
        (f"{SITE}/claims/C1/&format=xml", 501),
    ],
)
def test_oembed_refuses_what_it_cannot_embed(client: Client, url: str, status: int) -> None:
    make_published_claim()

    assert client.get(f"/oembed/?url={url}").status_code == status


def test_badge_says_the_verdict_in_words(client: Client) -> None:
    make_published_claim(verdict="partly_supported")

    response = client.get("/claims/C1/badge.svg")

    drawn = fromstring(response.content)
    assert response["Content-Type"] == "image/svg+xml"
    assert drawn.get("aria-label") == "C1 ◐ partly supported"


def test_preview_is_a_picture_of_the_size_that_sites_show(client: Client) -> None:
    make_published_claim()

    picture = client.get("/claims/C1/preview.png").content

    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    assert picture == client.get("/claims/C1/preview.png").content


@pytest.mark.parametrize(
    ("asked", "size"),
    [
        ("", (380, 740)),
        ("&maxwidth=200&maxheight=100", (200, 100)),
        ("&maxwidth=300", (300, 740)),
        ("&maxwidth=9999&maxheight=9999", (380, 740)),
    ],
)
def test_oembed_keeps_within_the_size_that_was_asked_for(client: Client, asked: str, size: tuple[int, int]) -> None:
    make_published_claim()

    said = client.get(f"/oembed/?url={SITE}/claims/C1/{asked}").json()

    assert (said["width"], said["height"]) == size
    assert f'width="{size[0]}" height="{size[1]}"' in said["html"]
    assert ("thumbnail_url" in said) == (size == (380, 740))


@pytest.mark.parametrize("asked", ["abc", "0", "-5", "", "²"])
def test_oembed_says_what_size_it_expected(client: Client, asked: str) -> None:
    make_published_claim()

    response = client.get("/oembed/", {"url": f"{SITE}/claims/C1/", "maxwidth": asked})

    assert response.status_code == 400
    assert response.content.decode() == f"maxwidth must be a whole number of pixels above 0, not {asked!r}."


def make_withdrawn_claim() -> None:
    claim = make_published_claim(statement="Zinc helps.")
    claim.refresh_from_db()
    withdraw_claim(claim=claim, user=make_curator(), reason="It was wrong.")


@pytest.mark.parametrize("place", PLACES[2:])
def test_withdrawn_claim_is_offered_no_longer(client: Client, place: str) -> None:
    make_withdrawn_claim()

    assert client.get(place).status_code == 404


def test_what_others_took_along_says_that_the_claim_was_withdrawn(client: Client) -> None:
    make_withdrawn_claim()

    embed, badge = client.get("/claims/C1/embed/"), client.get("/claims/C1/badge.svg")

    assert "frame-ancestors *" in embed["Content-Security-Policy"]
    text = embed.content.decode()
    assert "Claim C1 was withdrawn on" in text
    assert "It was wrong." in text
    assert "Evidence Facts" not in text
    assert fromstring(badge.content).get("aria-label") == "C1 ⊘ withdrawn"


@pytest.mark.parametrize(("place", "queries"), [(PLACES[0], 4), (PLACES[1], 3), (PLACES[2], 3), (PLACES[3], 3)])
def test_sharing_takes_few_queries(client: Client, django_assert_num_queries: Any, place: str, queries: int) -> None:
    make_published_claim()

    with django_assert_num_queries(queries):
        assert client.get(place).status_code == 200
