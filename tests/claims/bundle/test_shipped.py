"""The bundle that the project ships: complete, valid, and free of problems."""

from __future__ import annotations

from pathlib import Path

import frictionless
import pytest

from claims.bundle.checking import check_bundle
from claims.bundle.content import Bundle
from claims.bundle.loading import load_bundle
from claims.bundle.reading import read_bundle
from claims.models import Override

SHIPPED = Path(__file__).resolve().parents[3] / "maglyc" / "data" / "magnesium-glycinate"


@pytest.fixture(scope="module")
def shipped() -> Bundle:
    bundle, problems = read_bundle(SHIPPED)
    assert problems == []
    return bundle


def test_nothing_is_wrong_with_it(shipped: Bundle) -> None:
    assert check_bundle(shipped) == []


def test_it_holds_everything(shipped: Bundle) -> None:
    assert {name: len(rows) for name, rows in shipped.tables.items()} == {
        "articles": 1,
        "article_versions": 1,
        "sources_curation": 99,
        "source_warnings": 94,
        "notices": 0,
        "claims": 60,
        "topics": 170,
        "occurrences": 60,
        "figures": 6,
        "evidence": 208,
        "findings": 286,
        "arms": 89,
        "assessments": 54,
        "appraisals": 0,
        "answers": 0,
        "choices": 0,
        "omissions": 16,
        "omission_claims": 46,
        "omission_sources": 42,
    }
    assert len(shipped.items) == 99


def test_its_claims_are_c1_to_c60(shipped: Bundle) -> None:
    assert [values["id"] for values in shipped.values("claims")] == [f"C{number}" for number in range(1, 61)]


def test_it_carries_as_many_identifiers_as_were_seen(shipped: Bundle) -> None:
    members = ("DOI", "PMID", "PMCID")
    assert [sum(member in item for item in shipped.items.values()) for member in members] == [68, 52, 29]


def test_frictionless_finds_it_valid() -> None:
    report = frictionless.validate(str(SHIPPED / "datapackage.json"))
    assert report.valid, report.flatten(["name", "type", "message"])
    assert len(report.tasks) == 21


@pytest.mark.django_db
def test_every_claim_is_published_and_every_judgement_that_differs_says_why() -> None:
    published = load_bundle(SHIPPED, publish=True).published
    assert published is not None
    assert (len(published.claims), published.refused) == (60, {})
    assert set(Override.objects.filter(superseded_at__isnull=True, reason="")) == set()
    assert Override.objects.filter(superseded_at__isnull=True, subject__startswith="assessment:").count() == 47
