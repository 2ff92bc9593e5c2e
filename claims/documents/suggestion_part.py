"""What the GRADE rules would suggest for an assessment, from the evidence as recorded, beside what was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from claims.documents.comparison_part import comparison_of
from claims.grade.change import what_would_change
from claims.grade.estimates import Comparison, Estimate
from claims.grade.rulesets import certainty_of
from claims.grade.studies import StudyResult, Suggestion
from claims.grade.suggesting import suggest_domains, suggest_start, suggest_upgrades
from claims.grade.vocabulary import Certainty, Domain, Stance, Upgrade, Verdict, WordingStrength
from claims.grade.wording import check_wording
from claims.models import Assessment, Claim, Evidence
from claims.models.appraisal import assessed_with_robins_i
from claims.models.studies import Studies, on_outcome, studies_for


def _events(evidence: Evidence, outcome: str) -> int | None:
    """Return the events of all arms where exactly one finding on the outcome counts events, else None."""
    counted = [finding for finding in on_outcome(evidence, outcome) if finding.arms]
    if len(counted) != 1:
        return None
    events = [arm.get("events") for arm in counted[0].arms]
    return sum(events) if events and all(count is not None for count in events) else None


def _study(evidence: Evidence, outcome: str, effect: Estimate | None) -> StudyResult:
    return StudyResult(
        source=evidence.source.citekey,
        design=evidence.design,
        n=evidence.n,
        events=_events(evidence, outcome),
        effect=effect.value if effect else None,
        ci_low=effect.low if effect else None,
        ci_high=effect.high if effect else None,
        scale=effect.scale if effect else None,
        risk_of_bias=evidence.risk_of_bias,
        indirectness=frozenset(evidence.indirectness),
        stance=evidence.stance,
        cluster=evidence.cluster or None,
        funding=evidence.source.funding,
        is_odds_ratio=effect is not None and effect.is_odds_ratio,
    )


@dataclass(frozen=True, slots=True)
class Suggesting:
    """What the rules suggest for one assessment from: the evidence as results, with the effects that are compared."""

    assessment: Assessment
    studies: Studies
    comparison: Comparison
    results: tuple[StudyResult, ...]
    robins_i_used: bool = False

    @property
    def information_size(self) -> int | None:
        """The optimal information size in participants, None where it was not given."""
        given = self.assessment.information_size
        return given.participants if given else None


def suggesting(claim: Claim, assessment: Assessment) -> Suggesting:
    """Return the evidence of the claim as the GRADE rules see it for this assessment: of its outcome, and standing."""
    studies = studies_for(claim.evidence.all(), assessment.outcome)
    comparison = comparison_of(claim.evidence.all(), assessment)
    effects = {one.source: one for one in comparison.used}
    results = tuple(_study(item, assessment.outcome, effects.get(item.source.citekey)) for item in studies.used)
    return Suggesting(assessment, studies, comparison, results, assessed_with_robins_i(studies.used))


def _row(name: str, label: str, chosen: int, suggestion: Suggestion) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "chosen": chosen,
        "suggested": suggestion.step,
        "reason": suggestion.reason,
        "numbers": dict(suggestion.numbers),
    }


def start_part(given: Suggesting) -> dict[str, Any]:
    """Return the starting level chosen and the one the designs suggest, both as certainty codes."""
    assessment = given.assessment
    suggestion = suggest_start(given.studies.designs, assessment.ruleset, robins_i_used=given.robins_i_used)
    suggested = str(certainty_of(suggestion.step)) if suggestion.step is not None else None
    return {**_row("start", "starting level", 0, suggestion), "chosen": assessment.start, "suggested": suggested}


def suggestions_part(given: Suggesting) -> list[dict[str, Any]]:
    """Return, for the start, each domain and each upgrade, the step chosen, the one suggested and why."""
    assessment, ruleset = given.assessment, given.assessment.ruleset
    size, target = given.information_size, assessment.imprecision_target
    domains = suggest_domains(given.results, target, ruleset_id=ruleset, information_size=size)
    upgrades = suggest_upgrades(given.results, ruleset_id=ruleset, judgements=assessment.judgements)
    rows = [
        start_part(given),
        *(_row(d.value, d.label, getattr(assessment, d.value), domains[d]) for d in Domain),
        *(_row(u.value, u.label, getattr(assessment, u.value), upgrades[u]) for u in Upgrade),
    ]
    return [{**row, "reason": f"{row['reason']} {given.studies.reason}".rstrip()} for row in rows]


def changes_part(given: Suggesting) -> list[dict[str, Any]]:
    """Return what would raise the rating, then what would lower it, each in a sentence."""
    judgements, size = given.assessment.judgements, given.information_size
    changes = what_would_change(judgements, given.results, information_size=size)
    return [
        {"way": change.way, "name": str(change.name), "certainty": str(change.certainty), "sentence": change.sentence}
        for change in changes
    ]


def wording_part(claim: Claim, certainty: str | None) -> dict[str, Any]:
    """Return whether the claim is worded within its evidence, every problem, and what would be allowed."""
    bearing = [item for item in claim.evidence.all() if item.stance != Stance.CONTEXT and item.excluded is None]
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
