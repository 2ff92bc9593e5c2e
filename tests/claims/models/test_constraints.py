"""The database itself refuses rows that must never be, whoever writes them; people are told at which field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from claims.models import (
    ContentVersion,
    FacetCell,
    FormerTerm,
    ListingTerm,
    OmissionClaim,
    OmissionSource,
    Override,
    TaggedClaim,
)
from tests.makers import make_claim, make_omission, make_published_article, make_published_claim, make_source

pytestmark = pytest.mark.django_db

INFINITY = float("inf")

# description, row, changed columns, field that full_clean names ("" where only the database checks)
BAD_ROWS: list[tuple[str, str, dict[str, Any], str]] = [
    ("a figure from high to low", "figure", {"low": 34.0, "high": 33.0}, "low"),
    ("a figure without a number", "figure", {"low": None, "high": None}, "low"),
    ("an infinite figure", "figure", {"high": INFINITY}, "high"),
    ("a figure from minus infinity", "figure", {"low": -INFINITY}, "low"),
    ("a second figure of this key", "figure", {"pk": None}, "key"),
    ("a finding from high to low", "finding", {"low": 2.0, "high": 1.0}, "low"),
    ("an interval from high to low", "finding", {"value": None, "ci_low": 35.0, "ci_high": 5.0}, "ci_low"),
    ("an interval without its low end", "finding", {"ci_low": None}, "ci_low"),
    ("an interval without its high end", "finding", {"ci_high": None}, "ci_low"),
    ("half an interval without a value", "finding", {"value": None, "ci_high": None}, "ci_low"),
    ("a value below its interval", "finding", {"value": 4.9}, "value"),
    ("a value above its interval", "finding", {"value": 35.1}, "value"),
    ("an infinite value", "finding", {"value": INFINITY, "ci_low": None, "ci_high": None}, "value"),
    ("an interval without end", "finding", {"ci_high": INFINITY}, "ci_high"),
    ("a second finding of this key", "finding", {"pk": None}, "key"),
    ("a negative dose", "evidence", {"dose_mg_elemental": -0.1}, "dose_mg_elemental"),
    ("an infinite dose", "evidence", {"dose_mg_elemental": INFINITY}, "dose_mg_elemental"),
    ("a negative number of people", "evidence", {"n": -1}, "n"),
    ("the same source twice", "evidence", {"pk": None}, "source"),
    ("an occurrence that ends where it starts", "occurrence", {"start": 5, "end": 5}, "start"),
    ("an occurrence that ends before it starts", "occurrence", {"start": 6, "end": 5}, "start"),
    ("an occurrence without a start", "occurrence", {"start": None}, "start"),
    ("an occurrence without an end", "occurrence", {"end": None}, "start"),
    ("the same occurrence twice", "occurrence", {"pk": None}, "start"),
    ("a second omission of this key", "omission", {"pk": None}, "key"),
    ("a second claim of this key", "claim", {"pk": None, "number": 99}, "key"),
    ("a second claim of this number", "claim", {"pk": None, "key": "another"}, "number"),
    ("a second article of this address", "article", {"pk": None, "number": 99}, "slug"),
    ("a second assessment of one outcome", "assessment", {"pk": None}, ""),
    ("a second override of one subject", "override", {"pk": None}, ""),
    ("a second current publication", "publication", {"pk": None, "version": 2}, ""),
    ("a second publication of one version", "publication", {"pk": None, "is_current": False}, ""),
    ("a second current publication of an article", "article publication", {"pk": None, "version": 2}, ""),
    ("a second version one of an article", "article publication", {"pk": None, "is_current": False}, ""),
    ("a second version one of a text", "version", {"pk": None, "sha256": "0" * 64}, ""),
    ("the same text twice", "version", {"pk": None, "number": 2}, ""),
    ("the same topic twice", "topic link", {"pk": None}, "tag"),
    ("the same claim in an omission twice", "omission claim", {"pk": None}, "claim"),
    ("the same source in an omission twice", "omission source", {"pk": None}, "source"),
    ("the same term of a listing twice", "term", {"pk": None}, ""),
    ("the same former term of a claim twice", "former term", {"pk": None}, ""),
    ("one cell of the cube twice", "cell", {"pk": None}, ""),
    ("a second counter", "content version", {"pk": 2}, ""),
    ("half an information size", "assessment", {"ois_sd": 3.0}, "ois_sd"),
    (
        "two information sizes",
        "assessment",
        {"ois_sd": 3.0, "ois_difference": 1.0, "ois_control_risk": 0.1, "ois_relative_reduction": 0.5},
        "ois_control_risk",
    ),
    ("a risk above one", "assessment", {"ois_control_risk": 1.5, "ois_relative_reduction": 0.5}, "ois_control_risk"),
    ("an infinite deviation", "assessment", {"ois_sd": INFINITY, "ois_difference": 1.0}, "ois_sd"),
    ("a power of one", "assessment", {"ois_sd": 3.0, "ois_difference": 1.0, "ois_power": 1.0}, "ois_sd"),
    *(
        (f"{domain} moved by {step}", "assessment", {domain: step}, domain)
        for domain in ("risk_of_bias", "inconsistency", "indirectness", "imprecision", "publication_bias")
        for step in (-4, 1)
    ),
    *(
        (f"{upgrade} moved by {step}", "assessment", {upgrade: step}, upgrade)
        for upgrade in ("large_effect", "dose_response", "plausible_confounding")
        for step in (-1, 3)
    ),
]


def legal_row(name: str) -> models.Model:
    """Return a stored row of this kind."""
    claim = make_published_claim(topics=["colds"])
    article_publication = make_published_article()
    rows: dict[str, Callable[[], models.Model]] = {
        "claim": lambda: claim,
        "figure": claim.figures.get,
        "finding": lambda: claim.evidence.get().findings.get(),
        "evidence": claim.evidence.get,
        "occurrence": claim.occurrences.get,
        "assessment": claim.assessments.get,
        "publication": claim.publications.get,
        "article publication": lambda: article_publication,
        "article": lambda: article_publication.article,
        "version": article_publication.article.versions.get,
        "topic link": TaggedClaim.objects.get,
        "omission": make_omission,
        "omission claim": lambda: OmissionClaim.objects.get(omission=make_omission(claims=[claim])),
        "omission source": lambda: OmissionSource.objects.get(omission=make_omission(sources=[make_source()])),
        "override": lambda: make_override(claim),
        "term": lambda: ListingTerm.objects.filter(listing__claim=claim).earliest("pk"),
        "former term": lambda: FormerTerm.objects.create(
            claim=claim, publication=claim.publications.get(), field="topic", value="noses"
        ),
        "cell": lambda: FacetCell.objects.earliest("pk"),
        "content version": ContentVersion.objects.get,
    }
    return rows[name]()


def make_override(claim: models.Model) -> Override:
    given = {"subject": "test", "suggested": "low", "chosen": "high", "reason": "Because.", "made_by_name": "ada"}
    return Override.objects.create(claim=claim, made_at=timezone.now(), **given)


@pytest.mark.parametrize(
    ("name", "changes", "field"), [row[1:] for row in BAD_ROWS], ids=[row[0].replace(" ", "-") for row in BAD_ROWS]
)
def test_the_database_refuses_a_bad_row(name: str, changes: dict[str, Any], field: str) -> None:
    row = legal_row(name)
    before = list(type(row)._default_manager.values())
    row._state.adding = "pk" in changes
    for column, value in changes.items():
        setattr(row, column, value)

    if field:
        with pytest.raises(ValidationError) as told:
            row.full_clean()
        assert list(told.value.message_dict) == [field]
        assert all(message.endswith(".") and "onstraint" not in message for message in told.value.message_dict[field])
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()

    assert list(type(row)._default_manager.values()) == before


def test_what_lies_on_the_edge_is_stored() -> None:
    claim = make_claim(
        figures=[{"low": 33.0, "high": 33.0}],
        evidence=[{"dose_mg_elemental": 0.0, "findings": [{"value": 5.0}, {"value": 35.0}, {"low": 1.0, "high": 1.0}]}],
        assessments=[{"risk_of_bias": -2, "reasons": {"risk_of_bias": "Twice."}}],
    )
    assert [finding.value for finding in claim.evidence.get().findings.all()] == [5.0, 35.0, 20.0]


def test_an_earlier_current_row_makes_room() -> None:
    claim = make_published_claim()
    old = claim.assessments.get()
    type(old).objects.filter(pk=old.pk).update(superseded_at=timezone.now())
    old.pk = None
    old.superseded_at = None
    old.save(force_insert=True)
    assert claim.assessments.filter(superseded_at__isnull=True).count() == 1
