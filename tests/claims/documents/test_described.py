"""docs/document.md names every member of the published documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claims.actions import record_appraisal, revise_finding
from claims.documents.article_document import SCHEMA as ARTICLE_SCHEMA
from claims.documents.claim_document import SCHEMA
from claims.grade.instruments.registry import INSTRUMENTS
from tests.claims.documents.test_claim_document import document_of, make_full_claim
from tests.makers import make_curator, make_omission, make_published_article

DESCRIPTION = Path(__file__).resolve().parents[3] / "docs" / "document.md"
#: Members whose own members are not ours (CSL-JSON) or name what they hold (domains, numbers of a reason).
OPEN = {"csl", "reasons", "numbers"}


def members(value: Any) -> Iterator[str]:
    """Yield the name of every member, however deep."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield name
            if name not in OPEN:
                yield from members(item)
    elif isinstance(value, list):
        for item in value:
            yield from members(item)


def described(schema: str) -> set[str]:
    """Return the names in code type in the part of the description about this schema."""
    parts = re.split(r"^## ", DESCRIPTION.read_text(encoding="utf-8"), flags=re.MULTILINE)
    (part,) = [part for part in parts if schema in part.splitlines()[0]]
    return set(re.findall(r"`([\w-]+)(?:\[\])?`", part))


@pytest.mark.django_db
def test_every_member_of_a_claim_is_described() -> None:
    claim = make_full_claim()
    evidence = claim.evidence.first()
    for name in INSTRUMENTS:
        record_appraisal(evidence=evidence, instrument=name, answers={}, user=make_curator())
    # numbers that do not fit each other, so that a problem is there to be described
    finding = evidence.findings.first()
    revise_finding(finding=finding, arms=[{"label": "zinc", "n": 60, "events": 61}], user=make_curator())

    found = set(members(document_of(claim)))

    assert sorted(found - described(SCHEMA)) == []
    assert {"code", "message", "arms", "lights", "critical_flaws", "suggestions", "way"} <= found


@pytest.mark.django_db
def test_every_member_of_an_article_is_described() -> None:
    claim = make_full_claim()
    make_omission(claims=[claim], sources=[claim.evidence.first().source])
    found = set(members(make_published_article().document))
    assert sorted(found - described(SCHEMA) - described(ARTICLE_SCHEMA)) == []
    assert {"schema", "slug", "omissions", "why_it_matters", "vancouver", "notices"} <= found


@pytest.mark.django_db
def test_nothing_is_described_that_is_not_there() -> None:
    document = document_of(make_full_claim())
    lines = DESCRIPTION.read_text(encoding="utf-8").splitlines()
    rows = [line.split("|")[1] for line in lines if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    article = make_published_article().document
    assert sorted(named - set(document) - set(article)) == []
    assert sorted((set(document) | set(article)) - named) == []
