"""What a reader takes along from a claim's page: links to the place, and how to cite this version.

Styles after the NLM guide (Citing Medicine, chapter 25: a part of a web site) and the APA manual (7th
edition, section 10.16). A published version never changes, so no date of reading is given: its hash says which it is.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from urllib.parse import quote, urldefrag

from django.urls import reverse
from django.utils.dateformat import format as format_date

from claims.reports.record import recorded
from claims.views.page import absolute

SITE_NAME = "maglyc"
#: Characters of the hash that are printed; enough to tell any two versions apart.
HASH_LENGTH = 16
#: Words of a quote that a text fragment names at each end; a longer text would make an address nobody can send.
FRAGMENT_WORDS = 5


def taking_of(document: dict[str, Any], *, sha256: str) -> dict[str, Any]:
    """Return the places with their links, and the citation of this version in two styles."""
    address = absolute(reverse("claim-version", args=[document["id"], document["version"]]))
    return {
        "places": [_place(item, document["id"]) for item in document["occurrences"]],
        "address": address,
        "sha256": sha256,
        "vancouver": vancouver(document, address, sha256),
        "apa": apa(document, address, sha256),
    }


def text_fragment(text: str) -> str:
    """Return the directive by which a browser finds the text (W3C draft Text Fragments), commas and dashes escaped."""
    words = text.split()
    if len(words) <= 2 * FRAGMENT_WORDS:
        return f":~:text={_escaped(words)}"
    return f":~:text={_escaped(words[:FRAGMENT_WORDS])},{_escaped(words[-FRAGMENT_WORDS:])}"


@recorded
def vancouver(document: dict[str, Any], address: str, sha256: str) -> str:
    """Return the citation in the manner of Vancouver."""
    day = _day(document)
    return (
        f"{SITE_NAME} [Internet]. {document['id']}, version {document['version']}: {_stop(document['statement'])} "
        f"{format_date(day, 'Y M j')} [SHA-256 {sha256[:HASH_LENGTH]}]. Available from: {address}"
    )


@recorded
def apa(document: dict[str, Any], address: str, sha256: str) -> str:
    """Return the citation in the manner of APA."""
    day = _day(document)
    return (
        f"{SITE_NAME}. ({format_date(day, 'Y, F j')}). {document['statement'].rstrip('.')} "
        f"(Claim {document['id']}, version {document['version']}; SHA-256 {sha256[:HASH_LENGTH]}). {address}"
    )


def _place(place: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the links to a place: to its words in the text on this site, and to the article itself where it is online.

    The text held here may tell the article in other words, and nothing says whether it does, so the link to the article
    names no words that a browser would look for in vain.
    """
    fragment = text_fragment(place["quote"])
    return {
        "title": place["title"],
        "original": urldefrag(place["url"]).url if place["url"] else "",
        "here": f"{absolute(reverse('article', args=[place['slug']]))}#{name}{fragment}",
    }


def _escaped(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")


def _stop(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _day(document: dict[str, Any]) -> date:
    return datetime.fromisoformat(document["published_at"]).date()
