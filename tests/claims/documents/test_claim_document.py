"""The document of a claim holds everything that is recorded about it, and is the same each time it is built."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import models

from claims.actions import place_occurrence, record_assessment, revise_figure
from claims.documents.canonical import canonical_json
from claims.documents.card import card_of, terms_of
from claims.documents.claim_document import build_claim_document
from claims.documents.evidence_part import coverage_part, totals_part
from claims.models import Claim, Finding
from claims.reports.quantities import asserted_text
from tests.makers import QUOTE, make_article, make_claim, make_curator, make_notice, make_source

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
APPROVAL = {"basis": "two people", "submitted_by": "ada", "approved_by": "ben"}


def document_of(claim: Claim) -> dict[str, Any]:
    fresh = Claim.objects.with_everything().get(pk=claim.pk)
    return build_claim_document(fresh, version=3, published_at=NOW, approval=APPROVAL, change_note="A note.")


def make_full_claim() -> Claim:
    """Make a claim with several of each part, in an order that is not that of their names."""
    finding = {"arms": [{"label": "zinc", "n": 60, "mean": 5.1, "sd": 1.2, "events": None}], "note": "Table 2."}
    trial = {
        "source": make_source("Zhang2020", n=120),
        "findings": [finding, {"figure": None, "subgroup": True}],
        "cluster": "berlin",
        "duration": "7 days",
        "locator": "p. 3",
        "note": "Read twice.",
        "indirectness": ["population"],
    }
    other = {"source": make_source("Abel2018"), "findings": [], "stance": "context", "scope": "full-text"}
    figures = [{"key": "z"}, {"key": "a", "comparator": "placebo", "population": "adults", "low": 1.0}]
    claim = make_claim(topics=["sniffles", "colds"], figures=figures, evidence=[trial, other])
    size = {"ois_sd": 3.0, "ois_difference": 1.0, "ois_unit": "days", "ois_alpha": 0.01, "ois_power": 0.9}
    other_outcome = {"outcome": "nausea", "start": "high", "start_reason": "A trial.", "target": "mid 1 days", **size}
    record_assessment(claim=claim, user=make_curator(), **other_outcome)
    chosen = {"verdict": "contradicted", "explanation": "It is longer."}
    revise_figure(figure=claim.figures.get(key="z"), user=make_curator("ben"), **chosen)
    text = make_article().current_version
    place_occurrence(claim=claim, version=text, quote="not in the text", user=make_curator())
    make_notice(claim.evidence.first().source)
    return claim


@pytest.mark.django_db
def test_a_document_is_stable() -> None:
    claim = make_full_claim()
    assert canonical_json(document_of(claim)) == canonical_json(document_of(claim))


@pytest.mark.django_db
def test_what_is_recorded_is_in_the_document() -> None:
    claim = make_full_claim()
    document = document_of(claim)

    own = (
        "key",
        "statement",
        "kind",
        "attribution",
        "wording_strength",
        "verdict",
        "verdict_reason",
        "accurate_wording",
    )
    assert [document[name] for name in own] == [getattr(claim, name) for name in own]
    assert (document["id"], document["version"], document["published_at"]) == ("C1", 3, "2026-11-22T18:00:00Z")
    assert (document["approval"], document["change_note"]) == (APPROVAL, "A note.")
    assert document["topics"] == ["colds", "sniffles"]
    findings = [item for found in document["evidence"] for item in found["findings"]]
    assert findings != []
    for items, rows in (
        (document["figures"], claim.figures.all()),
        (document["evidence"], claim.evidence.all()),
        (findings, Finding.objects.filter(evidence__claim=claim)),
        (document["occurrences"], claim.occurrences.order_by("pk")),
        (document["assessments"], claim.assessments.order_by("outcome")),
    ):
        assert [told(item, row) for item, row in zip(items, rows, strict=True)] == [stored(row) for row in rows]


def columns_of(row: models.Model) -> list[str]:
    """Return the columns that a document repeats as they are."""
    elsewhere = {"id", "claim", "evidence", "position", "source", "version"}
    elsewhere |= {"figure", "verdict", "explanation", "superseded_at"}
    columns = [field.name for field in row._meta.concrete_fields if field.name not in elsewhere]
    return [name for name in columns if not name.startswith(("computed_", "recorded_"))]


def told(item: dict[str, Any], row: models.Model) -> dict[str, Any]:
    """Return what the document says in place of the row's columns, null as an empty text."""
    steps = {**item.get("downgrades", {}), **item.get("upgrades", {})}
    steps |= {f"ois_{name}": value for name, value in item.get("information_size", {}).items()}
    return {name: {**item, **steps}[name] or "" for name in columns_of(row)}


def stored(row: models.Model) -> dict[str, Any]:
    """Return the row's columns, null as an empty text."""
    return {name: getattr(row, name) or "" for name in columns_of(row)}


@pytest.mark.django_db
def test_lists_come_in_the_curators_order_or_sorted() -> None:
    document = document_of(make_full_claim())
    assert [figure["key"] for figure in document["figures"]] == ["z", "a"]
    assert [item["source"] for item in document["evidence"]] == ["Zhang2020", "Abel2018"]
    assert [source["citekey"] for source in document["sources"]] == ["Zhang2020", "Abel2018"]
    assert [item["outcome"] for item in document["assessments"]] == ["", "nausea"]
    assert [item["quote"] for item in document["occurrences"]] == [QUOTE, "not in the text"]
    subjects = [item["subject"] for item in document["overrides"]]
    assert "figure:z" in subjects
    assert subjects == sorted(subjects)


@pytest.mark.django_db
def test_a_source_comes_with_its_citations_and_notices() -> None:
    source = document_of(make_full_claim())["sources"][0]
    assert (source["id"], source["short"], source["csl"]["DOI"]) == ("S1", "Berg & Olsen 2019", "10.5555/zinc.1")
    assert [(notice["kind"], notice["date"]) for notice in source["notices"]] == [("retraction", "2024-05-01")]


@pytest.mark.django_db
def test_what_is_superseded_stays_out() -> None:
    claim = make_claim()
    given = {"start": "high", "start_reason": "A trial.", "reasons": {"imprecision": "Few people."}}
    record_assessment(claim=claim, user=make_curator("ben"), imprecision=-2, **given)
    (assessment,) = document_of(claim)["assessments"]
    assert (assessment["downgrades"]["imprecision"], assessment["certainty"]) == (-2, "low")


@pytest.mark.django_db
def test_a_claim_without_evidence_says_so() -> None:
    document = document_of(make_claim(evidence=[], assessments=[], verdict="untested"))
    assert (document["certainty"], document["certainty_reason"]) == (None, "No certainty was assessed for this claim.")
    assert document["coverage"] == {"full-text": 0, "abstract": 0, "secondary": 0, "checked": "nothing"}
    assert document["totals"]["participants"] == 0


def evidence(source: str, n: int | None, **changes: Any) -> dict[str, Any]:
    given = {"stance": "supports", "design": "rct-parallel", "cluster": None, "indirectness": [], "scope": "abstract"}
    return {"source": source, "n": n, "excluded": None, **given, **changes}


# description, evidence, (evidence, bearing, independent, direct, participants)
TOTALS: list[tuple[str, list[dict[str, Any]], tuple[int, int, int, int, int]]] = [
    ("nothing", [], (0, 0, 0, 0, 0)),
    ("two trials", [evidence("A", 10), evidence("B", 5)], (2, 2, 2, 2, 15)),
    ("a number that is not known", [evidence("A", 10), evidence("B", None)], (2, 2, 2, 2, 10)),
    ("two reports of one trial", [evidence("A", 10, cluster="x"), evidence("B", 12, cluster="x")], (2, 2, 1, 2, 12)),
    ("a cluster that is called like a source", [evidence("A", 10), evidence("B", 5, cluster="A")], (2, 2, 2, 2, 15)),
    ("context", [evidence("A", 10), evidence("B", 5, stance="context")], (2, 1, 1, 1, 10)),
    (
        "context of one trial",
        [evidence("A", 9, cluster="x", stance="context"), evidence("B", 5, cluster="x")],
        (2, 1, 1, 1, 5),
    ),
    ("a retracted trial", [evidence("A", 10), evidence("B", 90, excluded={"standing": "retracted"})], (2, 1, 1, 1, 10)),
    ("animals", [evidence("A", 10), evidence("B", 24, design="animal")], (2, 2, 2, 2, 10)),
    (
        "cells and opinions",
        [evidence("A", 6, design="in-vitro"), evidence("B", 7, design="guideline")],
        (2, 2, 2, 2, 0),
    ),
    ("indirect", [evidence("A", 10, indirectness=["population"]), evidence("B", 5)], (2, 2, 2, 1, 15)),
]


@pytest.mark.parametrize(("items", "expected"), [row[1:] for row in TOTALS], ids=[row[0] for row in TOTALS])
def test_totals(items: list[dict[str, Any]], expected: tuple[int, ...]) -> None:
    totals = totals_part(items)
    names = ("evidence", "bearing", "independent", "direct", "participants")
    assert tuple(totals[name] for name in names) == expected
    assert sum(totals["stances"].values()) == len(items) - totals["excluded"]


@pytest.mark.parametrize(
    ("scopes", "expected"),
    [
        ([], {"full-text": 0, "abstract": 0, "secondary": 0, "checked": "nothing"}),
        (["secondary"], {"full-text": 0, "abstract": 0, "secondary": 1, "checked": "secondary"}),
        (["secondary", "abstract"], {"full-text": 0, "abstract": 1, "secondary": 1, "checked": "abstract"}),
        (
            ["abstract", "full-text", "abstract"],
            {"full-text": 1, "abstract": 2, "secondary": 0, "checked": "full-text"},
        ),
    ],
)
def test_coverage(scopes: list[str], expected: dict[str, Any]) -> None:
    assert coverage_part([evidence(str(n), 1, scope=scope) for n, scope in enumerate(scopes)]) == expected


@pytest.mark.django_db
def test_terms_are_what_a_list_filters_by() -> None:
    assert terms_of(document_of(make_full_claim())) == [
        ("article", "zinc-lozenges"),
        ("design", "rct-parallel"),
        ("form", "acetate"),
        ("indirect", "population"),
        ("source", "Abel2018"),
        ("source", "Zhang2020"),
        ("stance", "context"),
        ("stance", "partly_supports"),
        ("topic", "colds"),
        ("topic", "sniffles"),
    ]


@pytest.mark.django_db
def test_a_card_is_the_small_part_of_the_document() -> None:
    document = document_of(make_full_claim())
    card = card_of(document)
    assert card["sources"] == {"Zhang2020": "partly_supports", "Abel2018": "context"}
    assert (card["checked"], card["totals"]) == ("full-text", document["totals"])
    assert [figure["key"] for figure in card["figures"]] == ["z", "a"]
    assert [set(item) <= set(document["occurrences"][0]) for item in card["occurrences"]] == [True, True]
    assert {name: card[name] for name in ("id", "statement", "verdict")} == {
        name: document[name] for name in ("id", "statement", "verdict")
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("stored", "kept", "said"),
    [
        ("", None, "relative change, up to 33%"),
        ("none", "none", "relative change, up to 33%"),
        ("decrease", "decrease", "relative change, decrease, up to 33%"),
    ],
)
def test_a_direction_nobody_stated_is_not_the_direction_none(stored: str, kept: str | None, said: str) -> None:
    (figure,) = document_of(make_claim(figures=[{"direction": stored}]))["figures"]
    assert (figure["direction"], asserted_text(figure)) == (kept, said)
