"""What robots read, and what is said where there is no page."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from claims.figures.checking import EARLIER, RULESET
from claims.grade.instruments.registry import INSTRUMENTS
from claims.grade.rulesets import RULESETS
from claims.grade.vocabulary import Verdict
from claims.views import machines
from tests.claims.views.reading import shown
from tests.makers import make_published_article, make_published_claim

pytestmark = pytest.mark.django_db

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = "http://127.0.0.1:8000"


def locations(client: Client, address: str) -> list[str]:
    root = ElementTree.fromstring(client.get(address).content)
    return [(loc.text or "").removeprefix(SITE) for loc in root.iter(f"{NAMESPACE}loc")]


def test_the_site_map_names_every_lasting_page(client: Client) -> None:
    make_published_claim()
    make_published_article()

    lasting = [reverse(name) for name in machines.PAGES]
    assert {"/", "/claims/", "/methodology/", "/corrections/"} <= set(lasting)
    assert locations(client, "/sitemap.xml") == [
        *lasting,
        "/articles/zinc-lozenges/",
        "/topics/zinc/",
        "/claims/C1/",
        "/sources/Berg2019/",
    ]
    entry = client.get("/sitemap.xml").content.decode()
    assert re.search(r"/claims/C1/</loc><lastmod>20\d\d-\d\d-\d\dT", entry)


def test_a_large_site_map_comes_in_parts(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        make_published_claim(figures=[], evidence=[], assessments=[], verdict="untested")
    monkeypatch.setattr(machines, "SPAN", 2)

    parts = locations(client, "/sitemap.xml")

    assert parts == ["/sitemap-0.xml", "/sitemap-1.xml"]
    found = [loc for part in parts for loc in locations(client, part)]
    assert [loc for loc in found if loc.startswith("/claims/C")] == ["/claims/C1/", "/claims/C2/", "/claims/C3/"]
    assert found.count("/") == 1
    assert client.get("/sitemap-2.xml").status_code == 404


def test_robots_are_welcome(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == f"User-agent: *\nDisallow: /admin/\nSitemap: {SITE}/sitemap.xml\n"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/nothing/", "There is no page at this address."),
        ("/claims/C99/", "There is no claim C99."),
        ("/sources/Nobody/", "No published claim rests on a source “Nobody”."),
        ("/articles/none/", "There is no article “none”."),
        ("/topics/none/", "No published claim is filed under “none”."),
        ("/methodology/none/", "There is no instrument “none”."),
    ],
)
def test_a_missing_page_says_what_is_missing(client: Client, address: str, said: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert said in response.content.decode()


def test_the_page_for_our_own_faults_needs_no_database(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert "Something went wrong" in render_to_string("500.html")


def test_the_methodology_is_printed_from_the_tables(client: Client) -> None:
    text = shown(client, "/methodology/")

    wanted = [word.definition for word in Verdict] + [ruleset.id for ruleset in RULESETS.values()]
    wanted += [instrument.title for instrument in INSTRUMENTS.values()]
    wanted += [RULESET, *(earlier.id for earlier in EARLIER), *(line for item in EARLIER for line in item.changed)]
    assert [part for part in wanted if part not in text] == []


@pytest.mark.parametrize("name", list(INSTRUMENTS))
def test_every_instrument_has_its_page(client: Client, name: str) -> None:
    text = shown(client, f"/methodology/{name}/")
    questions = [question.text for question in INSTRUMENTS[name].questions()]
    assert [question for question in questions if question not in text] == []
