"""Build the published document of a claim from its rows. Schema `maglyc-claim-1`, see docs/document.md.

Everything that a public page or report of the claim shows is in here, wording of enumerations excepted. Lists come
in the curators' order, or are sorted here and not by the database, whose idea of order depends on its locale.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from claims.documents.appraisal_part import assessment_part, override_part
from claims.documents.canonical import timestamp
from claims.documents.evidence_part import coverage_part, evidence_part, totals_part
from claims.documents.source_part import source_part
from claims.documents.suggestion_part import wording_part
from claims.figures.quantity import is_flagged, is_unsupported
from claims.grade.overall import overall_certainty
from claims.grade.vocabulary import Certainty
from claims.models import Claim, Figure, Occurrence

SCHEMA = "maglyc-claim-1"


def figure_part(figure: Figure) -> dict[str, Any]:
    """Return one figure with the verdict that counts, the computed one and its reasons."""
    verdict = figure.final_verdict
    return {
        "key": figure.key,
        "text": figure.text,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "bound": figure.bound,
        "statistic": figure.statistic,
        "direction": figure.direction or None,
        "comparator": figure.comparator or None,
        "population": figure.population or None,
        "verdict": verdict,
        "reason": figure.explanation or " ".join(figure.computed_reasons),
        "flagged": is_flagged(verdict),
        "unsupported": is_unsupported(verdict),
        "overridden": figure.is_overridden,
        "computed": {
            "verdict": figure.computed_verdict,
            "reasons": figure.computed_reasons,
            "rests_on": figure.computed_rests_on,
            "ruleset": figure.computed_ruleset,
        },
    }


def occurrence_part(occurrence: Occurrence) -> dict[str, Any]:
    version = occurrence.version
    return {
        "article": version.article.name,
        "slug": version.article.slug,
        "title": version.article.title,
        "publisher": version.article.publisher,
        "url": version.article.url,
        "version": version.number,
        "text_sha256": version.sha256,
        "section": occurrence.section,
        "paragraph": occurrence.paragraph,
        "sentence": occurrence.sentence,
        "quote": occurrence.quote,
        "prefix": occurrence.prefix,
        "suffix": occurrence.suffix,
        "start": occurrence.start,
        "end": occurrence.end,
    }


def _place(occurrence: Occurrence) -> tuple[int, int, bool, int, int]:
    """Return what occurrences are sorted by: article, version, position (unplaced ones last), age."""
    version, start = occurrence.version, occurrence.start
    return version.article.number, version.number, start is None, start or 0, occurrence.pk


def overall_part(assessments: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the certainty across outcomes and why; both empty where nothing was assessed."""
    if not assessments:
        return {"certainty": None, "certainty_reason": "No certainty was assessed for this claim."}
    ratings = {a["outcome"] or "the claim": (Certainty(a["certainty"]), a["critical"]) for a in assessments}
    overall = overall_certainty(ratings)
    certainty = str(overall.certainty) if overall.certainty else None
    return {"certainty": certainty, "certainty_reason": overall.reason}


def build_claim_document(
    claim: Claim, *, version: int, published_at: datetime, approval: dict[str, Any], change_note: str = ""
) -> dict[str, Any]:
    """Return the document of the claim as it stands now. ``claim`` should be fetched `with_everything`."""
    evidence = [evidence_part(item) for item in claim.evidence.all()]
    current = [item for item in claim.assessments.all() if item.superseded_at is None]
    assessments = [assessment_part(claim, item) for item in sorted(current, key=lambda item: item.outcome)]
    overrides = [item for item in claim.overrides.all() if item.superseded_at is None]
    overall = overall_part(assessments)
    figures = [figure_part(figure) for figure in claim.figures.all()]
    return {
        "schema": SCHEMA,
        "id": claim.name,
        "version": version,
        "key": claim.key,
        "statement": claim.statement,
        "kind": claim.kind,
        "attribution": claim.attribution,
        "wording_strength": claim.wording_strength,
        "topics": sorted(topic.name for topic in claim.topics.all()),
        "verdict": claim.verdict,
        "verdict_reason": claim.verdict_reason,
        "accurate_wording": claim.accurate_wording,
        **overall,
        "wording": wording_part(claim, overall["certainty"]),
        "occurrences": [occurrence_part(item) for item in sorted(claim.occurrences.all(), key=_place)],
        "figures": figures,
        "evidence": evidence,
        "assessments": assessments,
        "overrides": [override_part(item) for item in sorted(overrides, key=lambda item: item.subject)],
        "sources": [source_part(item.source) for item in claim.evidence.all()],
        "coverage": coverage_part(evidence),
        "totals": totals_part(evidence),
        "rulesets": {
            "figures": sorted({f["computed"]["ruleset"] for f in figures if f["computed"]["ruleset"]}),
            "grade": sorted({a["ruleset"] for a in assessments}),
        },
        "approval": approval,
        "change_note": change_note,
        "published_at": timestamp(published_at),
    }
