"""What is not published appears on no public page: drafts are planted in every table and looked for everywhere."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from claims.actions import (
    record_article,
    record_article_version,
    record_omission,
    resolve_problem,
    revise_claim,
    revise_figure,
)
from claims.models import Listing
from sources.actions import add_source, revise_source
from tests.claims.views.addresses import public_responses, routes, text_of
from tests.makers import (
    SLUG,
    make_assessment,
    make_claim,
    make_curator,
    make_evidence,
    make_figure,
    make_finding,
    make_occurrence,
    make_omission,
    make_problem,
    make_published_article,
    make_published_claim,
    make_source,
)

pytestmark = pytest.mark.django_db

SECRET = "Quicksilver"


def make_public() -> None:
    source = make_source()
    claim = make_published_claim(evidence=[{"source": source}])
    make_omission(claims=[claim], sources=[source])
    make_published_article()


def plant_drafts() -> None:
    """Write the secret into every text a curator can write, below what is published and beside it."""
    user = make_curator()
    claim = Listing.objects.get().claim
    source, article = claim.evidence.get().source, claim.occurrences.get().version.article
    names = dict.fromkeys(("statement", "verdict_reason", "accurate_wording"), SECRET)
    revise_claim(claim=claim, user=user, topics=[SECRET], why=SECRET, **names)
    revise_figure(figure=claim.figures.get(), user=user, text=SECRET, verdict="unsourced", explanation=SECRET)
    make_figure(claim, text=SECRET, comparator=SECRET, population=SECRET)
    make_assessment(claim, outcome=SECRET, start_reason=SECRET, reasons={"risk_of_bias": SECRET})
    draft_source = make_source(citekey=SECRET, title=SECRET, funding=SECRET, summary=SECRET, warnings=[SECRET])
    evidence = make_evidence(claim, draft_source, population=SECRET, outcome=SECRET, note=SECRET)
    make_finding(evidence, what=SECRET, note=SECRET)
    revise_source(source=source, user=user, title=SECRET, funding=SECRET, summary=SECRET, warnings=[SECRET])
    make_claim(key=SECRET, statement=SECRET, topics=[SECRET], verdict_reason=SECRET, evidence=[], assessments=[])
    version = record_article_version(article=article, text=f"{SECRET} {SLUG}", user=user)
    make_occurrence(claim, article=version.article, quote=SECRET, section=SECRET)
    record_article(slug=SECRET, title=SECRET, publisher=SECRET, note=SECRET, user=user)
    record_article(article=article, slug=SLUG, title=SECRET, publisher=SECRET, note=SECRET, user=user)
    omission = article.omissions.get()
    record_omission(article=article, omission=omission, key=SECRET, statement=SECRET, why_it_matters=SECRET, user=user)
    make_omission(article, statement=SECRET, why_it_matters=SECRET)
    make_problem(message=SECRET, claim=claim, version=1, page=f"/{SECRET}/", email=f"{SECRET}@example.org")
    answered = make_problem(message=SECRET, page=f"/{SECRET}/")
    resolve_problem(problem=answered, user=user, outcome="unchanged", note=SECRET)
    add_source(citekey=f"{SECRET}2", title=SECRET, user=user)


def test_no_draft_is_on_a_public_page(client: Client) -> None:
    make_public()
    plant_drafts()

    texts = {address: text_of(response) for address, response in public_responses(client).items()}

    assert [address for address, text in texts.items() if SECRET.lower() in (address + text).lower()] == []


@pytest.mark.parametrize(
    "address", [f"/sources/{SECRET}/", f"/articles/{SECRET}/", f"/topics/{SECRET}/", "/claims/C2/", "/claims/C1/v2/"]
)
def test_a_draft_has_no_address(client: Client, address: str) -> None:
    make_public()
    plant_drafts()

    assert client.get(address).status_code == 404


def test_a_search_for_a_draft_finds_nothing(client: Client) -> None:
    make_public()
    plant_drafts()

    assert "0 claims" in client.get("/claims/", {"q": SECRET}).content.decode()
    assert client.get("/search/suggest/", {"q": SECRET}).json()["items"] == []


def test_the_walk_reaches_every_kind_of_address(client: Client) -> None:
    make_public()
    addresses = list(public_responses(client))

    unreached = [route for route in routes() if not any(re.fullmatch(as_pattern(route), a) for a in addresses)]

    assert sorted(unreached) == sorted(BEHIND_NO_LINK)


#: Addresses that no page links to: asked for by machines, or made only where there is very much.
BEHIND_NO_LINK = ["healthz", "sitemap-<int:part>.xml"]


def as_pattern(route: str) -> str:
    """Return a regular expression for the addresses of a route."""
    return "/" + re.sub("<[^>]*>", "[^?]+", route.replace(".", r"\.")) + r"(\?.*)?"
