"""What the GRADE rules would suggest for an assessment, from the evidence as recorded, beside what was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claims.grade.change import what_would_change
from claims.grade.rulesets import certainty_of
from claims.grade.studies import StudyResult, Suggestion
from claims.grade.suggesting import suggest_domains, suggest_start, suggest_upgrades
from claims.grade.targets import Scale
from claims.grade.vocabulary import Certainty, Design, Domain, Stance, Upgrade, Verdict, WordingStrength
from claims.grade.wording import check_wording
from claims.models import Assessment, Claim, Evidence, Finding

#: Words in a finding's unit by which its effect is a ratio and not a difference.
RATIO = "ratio"


def _with_interval(evidence: Evidence) -> list[Finding]:
    return [finding for finding in evidence.findings.all() if None not in (finding.value, finding.ci_low)]


def _shared_unit(bearing: Sequence[Evidence]) -> str | None:
    """Return the one unit that all intervals of the claim share, so that they may be held against each other."""
    units = {finding.unit for item in bearing for finding in _with_interval(item)}
    single = all(len(_with_interval(item)) <= 1 for item in bearing)
    return units.pop() if len(units) == 1 and single else None


def _events(evidence: Evidence) -> int | None:
    """Return the events of all arms where exactly one finding counts events, else None."""
    counted = [finding for finding in evidence.findings.all() if finding.arms]
    if len(counted) != 1:
        return None
    events = [arm.get("events") for arm in counted[0].arms]
    return sum(events) if events and all(count is not None for count in events) else None


def _study(evidence: Evidence, unit: str | None) -> StudyResult:
    found = _with_interval(evidence)
    effect = found[0] if unit is not None and found else None
    scale: Scale | None = None
    if effect is not None:
        scale = "ratio" if RATIO in effect.unit else "difference"
    return StudyResult(
        source=evidence.source.citekey,
        design=evidence.design,
        n=evidence.n,
        events=_events(evidence),
        effect=effect.value if effect else None,
        ci_low=effect.ci_low if effect else None,
        ci_high=effect.ci_high if effect else None,
        scale=scale,
        risk_of_bias=evidence.risk_of_bias,
        indirectness=frozenset(evidence.indirectness),
        stance=evidence.stance,
        cluster=evidence.cluster or None,
        funding=evidence.source.funding,
    )


def study_results(claim: Claim) -> list[StudyResult]:
    """Return the evidence of the claim as the GRADE rules see it."""
    evidence = list(claim.evidence.all())
    unit = _shared_unit([item for item in evidence if item.stance != Stance.CONTEXT])
    return [_study(item, unit) for item in evidence]


def _row(name: str, label: str, chosen: int, suggestion: Suggestion) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "chosen": chosen,
        "suggested": suggestion.step,
        "reason": suggestion.reason,
        "numbers": dict(suggestion.numbers),
    }


def start_part(assessment: Assessment, results: Sequence[StudyResult]) -> dict[str, Any]:
    """Return the starting level chosen and the one the designs suggest, both as certainty codes."""
    designs = [Design(result.design) for result in results if result.stance != Stance.CONTEXT]
    suggestion = suggest_start(designs, assessment.ruleset)
    suggested = str(certainty_of(suggestion.step)) if suggestion.step is not None else None
    return {**_row("start", "starting level", 0, suggestion), "chosen": assessment.start, "suggested": suggested}


def suggestions_part(assessment: Assessment, results: Sequence[StudyResult]) -> list[dict[str, Any]]:
    """Return, for the start, each domain and each upgrade, the step chosen, the one suggested and why."""
    domains = suggest_domains(results, ruleset_id=assessment.ruleset)
    upgrades = suggest_upgrades(results, ruleset_id=assessment.ruleset)
    return [
        start_part(assessment, results),
        *(_row(d.value, d.label, getattr(assessment, d.value), domains[d]) for d in Domain),
        *(_row(u.value, u.label, getattr(assessment, u.value), upgrades[u]) for u in Upgrade),
    ]


def changes_part(assessment: Assessment, results: Sequence[StudyResult]) -> list[dict[str, Any]]:
    """Return what would raise the rating, then what would lower it, each in a sentence."""
    changes = what_would_change(assessment.judgements, results)
    return [
        {"way": change.way, "name": str(change.name), "certainty": str(change.certainty), "sentence": change.sentence}
        for change in changes
    ]


def wording_part(claim: Claim, certainty: str | None) -> dict[str, Any]:
    """Return whether the claim is worded within its evidence, every problem, and what would be allowed."""
    bearing = [item for item in claim.evidence.all() if item.stance != Stance.CONTEXT]
    check = check_wording(
        WordingStrength(claim.wording_strength),
        Certainty(certainty) if certainty else None,
        indirectness={code for item in bearing for code in item.indirectness},
        figure_verdicts={figure.final_verdict for figure in claim.figures.all() if figure.final_verdict},
        claim_verdict=Verdict(claim.verdict) if claim.verdict else None,
    )
    return {
        "strength": claim.wording_strength,
        "ok": check.ok,
        "problems": list(check.problems),
        "allowed": check.allowed,
    }
