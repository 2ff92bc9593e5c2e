"""The legend of an article page narrows the marks by plain links."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.claims.views.reading import Structure
from tests.makers import SLUG, make_published_article, make_published_claim

pytestmark = pytest.mark.django_db

ADDRESS = f"/articles/{SLUG}/"

#: What is in the address, which claims are marked then, and which entry of the legend is on.
CASES = [
    ("everything", "", ["C1", "C2", "C3"], "All claims 3"),
    ("flagged figures", "?show=flagged", ["C1"], "With a flagged figure 1"),
    ("contradicted claims", "?show=contradicted", ["C2"], "Contradicted 1"),
    ("unsupported claims", "?show=unsupported", ["C3"], "Unsupported 1"),
    ("a choice that is not known", "?show=funny", ["C1", "C2", "C3"], "All claims 3"),
    ("something else in the address", "?page=2", ["C1", "C2", "C3"], "All claims 3"),
]


@pytest.fixture
def article() -> None:
    """Publish an article with a flagged figure, a contradicted and an unsupported claim."""
    make_published_claim()
    make_published_claim(figures=[], verdict="contradicted", quote="They work best when taken early")
    make_published_claim(figures=[], verdict="unsupported", quote="Nobody, the text adds, has ever been harmed by zinc")
    make_published_article()


def html_of(client: Client, query: str) -> str:
    """Return the page's HTML."""
    return client.get(ADDRESS + query).content.decode()


@pytest.mark.parametrize(("description", "query", "marked", "current"), CASES, ids=[case[0] for case in CASES])
@pytest.mark.usefixtures("article")
def test_only_the_chosen_claims_are_marked(
    client: Client, description: str, query: str, marked: list[str], current: str
) -> None:
    html = html_of(client, query)

    assert re.findall(r'<a class="claim-mark[^>]*href="/claims/(C\d+)/"', html) == marked
    assert re.findall(r'id="panel-(C\d+)"', html) == marked
    [on] = re.findall(r'<nav class="legend-show".*?aria-current="true">(.*?)</a>', html, re.DOTALL)
    assert re.sub("<[^>]*>", "", on) == current


@pytest.mark.parametrize(("query", "is_said"), [("", False), ("?show=flagged", False), ("?show=funny", True)])
@pytest.mark.usefixtures("article")
def test_a_choice_that_is_not_known_is_named(client: Client, query: str, is_said: bool) -> None:
    said = (
        "There is no choice of claims “funny”; choose from: flagged, contradicted, unsupported. All claims are marked."
    )

    assert (said in html_of(client, query)) == is_said


@pytest.mark.parametrize("query", ["", "?show=flagged", "?show=funny"])
@pytest.mark.usefixtures("article")
def test_text_scorecard_and_address_stay_the_same(client: Client, query: str) -> None:
    html = html_of(client, query)

    assert re.findall('<link rel="canonical" href="[^"]*?(/articles[^"]*)"', html) == [ADDRESS]
    assert "Nobody, the text adds, has ever been harmed by zinc" in html
    assert "<strong>3</strong> claims by verdict" in html


@pytest.mark.usefixtures("article")
def test_the_choices_are_links_that_lead_to_the_text(client: Client) -> None:
    page = Structure(html_of(client, ""))

    links = [link["href"] for link in page.of("a") if link["href"].startswith(ADDRESS) and "#text" in link["href"]]
    assert links == [
        f"{ADDRESS}{query}#text" for query in ("", "?show=flagged", "?show=contradicted", "?show=unsupported")
    ]


@pytest.mark.usefixtures("article")
def test_a_choice_takes_no_more_queries(client: Client) -> None:
    with CaptureQueriesContext(connection) as captured:
        html_of(client, "?show=flagged")

    assert len(captured) == 3


@pytest.mark.usefixtures("article")
def test_every_claim_has_an_address_in_the_text(client: Client) -> None:
    anchors = re.findall(r'<span class="anchor" id="(C\d+)"></span><a class="claim-mark', html_of(client, ""))

    assert anchors == ["C1", "C2", "C3"]
