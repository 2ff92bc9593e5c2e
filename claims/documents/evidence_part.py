"""The evidence in a claim's document, its findings and what their own numbers do not agree on."""

from __future__ import annotations

from typing import Any

from claims.documents.absolute_part import absolute_part
from claims.documents.appraisal_instrument import appraisal_part
from claims.documents.pure import pure_finding
from claims.figures.consistency import check_consistency
from claims.figures.elemental import elemental_dose, find_compound
from claims.figures.given_forms import forms_given
from claims.figures.quantity import Figure
from claims.figures.reading import read_figures
from claims.grade.vocabulary import Design, Scope, Stance
from claims.models import Appraisal, Evidence, Finding
from sources.bib.notices import Standing

#: Deepest reading first: a claim counts as checked against the deepest that was read of any of its sources.
DEPTH = [Scope.FULL_TEXT, Scope.ABSTRACT, Scope.SECONDARY]

#: Designs whose number of participants counts people.
HUMAN = frozenset(Design) - {
    Design.ANIMAL,
    Design.IN_VITRO,
    Design.GUIDELINE,
    Design.PRODUCT_SURVEY,
    Design.NARRATIVE_REVIEW,
    Design.EXPERT_OPINION,
}


def finding_part(finding: Finding, evidence: Evidence) -> dict[str, Any]:
    pure = pure_finding(finding, evidence)
    problems = check_consistency(pure)
    beside = [pure_finding(other, evidence) for other in evidence.findings.all()]
    return {
        "key": finding.key,
        "what": finding.what,
        "figure": finding.figure.key if finding.figure else None,
        "value": finding.value,
        "low": finding.low,
        "high": finding.high,
        "unit": finding.unit or None,
        "statistic": finding.statistic or None,
        "ci_low": finding.ci_low,
        "ci_high": finding.ci_high,
        "p": finding.p or None,
        "arms": finding.arms,
        "subgroup": finding.subgroup,
        "note": finding.note or None,
        "problems": [{"code": problem.code, "message": problem.message} for problem in problems],
        "absolute": absolute_part(pure, beside),
    }


def _current(evidence: Evidence) -> list[Appraisal]:
    """Return the appraisals that are not superseded, by instrument and result."""
    current = [item for item in evidence.appraisals.all() if item.superseded_at is None]
    return sorted(current, key=lambda item: (item.instrument, item.result))


def elemental_note(intervention: str, dose_mg_elemental: float | None) -> str | None:
    """Return what a stated weight would hold of the element if it means the compound.

    None where the elemental dose is known, or where not exactly one weight in milligrams and one compound with a
    formula of its own are named: another hydrate holds another share.
    """
    compound = find_compound(intervention)
    read = [figure for figure in read_figures(intervention) if figure.unit in ("mg", "mg/day")]
    weights = {figure.low for figure in read if is_one(figure)}
    hydrate = "hydrate" in intervention.lower()
    if dose_mg_elemental is not None or compound is None or len(weights) != 1 or hydrate:
        return None
    return f"If the weight means the compound: {elemental_dose(weights.pop() or 0.0, compound.name).sentence}"


def is_one(figure: Figure) -> bool:
    """Tell whether the figure is a single weight and not a range."""
    return figure.low is not None and figure.low == figure.high


def excluded_part(standing: Standing | None) -> dict[str, str] | None:
    """Return where a source stands that supports nothing any more, and why; ``None`` for evidence that counts."""
    return {"standing": str(standing.word), "reason": standing.reason} if standing else None


def evidence_part(evidence: Evidence) -> dict[str, Any]:
    """Return one piece of evidence with its findings; ``source`` is the citekey of an entry of ``sources``."""
    return {
        "source": evidence.source.citekey,
        "stance": evidence.stance,
        "design": evidence.design,
        "n": evidence.n,
        "population": evidence.population or None,
        "intervention": evidence.intervention or None,
        "forms": [str(form) for form in forms_given(evidence.intervention)],
        "dose_mg_elemental": evidence.dose_mg_elemental,
        "elemental_note": elemental_note(evidence.intervention, evidence.dose_mg_elemental),
        "comparator": evidence.comparator or None,
        "outcome": evidence.outcome or None,
        "duration": evidence.duration or None,
        "indirectness": evidence.indirectness,
        "risk_of_bias": evidence.risk_of_bias,
        "risk_of_bias_reason": evidence.risk_of_bias_reason or None,
        "locator": evidence.locator or None,
        "scope": evidence.scope,
        "cluster": evidence.cluster or None,
        "note": evidence.note or None,
        "excluded": excluded_part(evidence.excluded),
        "findings": [finding_part(finding, evidence) for finding in evidence.findings.all()],
        "appraisals": [appraisal_part(item) for item in _current(evidence)],
    }


def coverage_part(evidence: list[dict[str, Any]]) -> dict[str, Any]:
    """Return how many sources were read how far, and the deepest reading (``nothing`` without evidence)."""
    counts = {str(scope): sum(item["scope"] == scope for item in evidence) for scope in DEPTH}
    deepest = next((scope for scope, count in counts.items() if count), "nothing")
    return {**counts, "checked": deepest}


def _unit(item: dict[str, Any]) -> tuple[str, str]:
    """Return what makes evidence independent: its cluster, or the source by itself."""
    return ("cluster", item["cluster"]) if item["cluster"] else ("source", item["source"])


def _participants(bearing: list[dict[str, Any]]) -> int:
    """Return people studied, reports of one cluster counted once by their largest number."""
    largest: dict[tuple[str, str], int] = {}
    for item in bearing:
        if item["design"] in HUMAN:
            unit = _unit(item)
            largest[unit] = max(largest.get(unit, 0), item["n"] or 0)
    return sum(largest.values())


def totals_part(evidence: list[dict[str, Any]]) -> dict[str, Any]:
    """Return how much evidence there is: sources by stance, independent ones, direct ones, participants.

    What is excluded counts among all pieces and by itself, and nowhere else.
    """
    counted = [item for item in evidence if not item["excluded"]]
    bearing = [item for item in counted if item["stance"] != Stance.CONTEXT]
    return {
        "evidence": len(evidence),
        "excluded": len(evidence) - len(counted),
        "bearing": len(bearing),
        "independent": len({_unit(item) for item in bearing}),
        "direct": sum(not item["indirectness"] for item in bearing),
        "participants": _participants(bearing),
        "stances": {str(stance): sum(item["stance"] == stance for item in counted) for stance in Stance},
    }
