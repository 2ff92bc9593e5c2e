"""What an assessment's suggestions compare: the effects used and left out, the target, the information size."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claims.grade.estimates import Comparison, Estimate, compare_estimates
from claims.grade.precision import NO_SIZE
from claims.grade.rulesets import get_ruleset
from claims.grade.vocabulary import Stance
from claims.models import Assessment, Evidence, Finding


def _estimate(item: Evidence, finding: Finding) -> Estimate | None:
    """Return the effect that a finding reports, None where it has no value with an interval."""
    if finding.value is None or finding.ci_low is None or finding.ci_high is None:
        return None
    return Estimate(
        source=item.source.citekey,
        finding=finding.key,
        what=finding.what,
        value=finding.value,
        low=finding.ci_low,
        high=finding.ci_high,
        unit=finding.unit,
        outcome=item.outcome,
        statistic=finding.statistic,
        subgroup=finding.subgroup,
        n=item.n,
        cluster=item.cluster or None,
        is_context=item.stance == Stance.CONTEXT,
        is_retracted=item.excluded is not None,
    )


def comparison_of(evidence: Iterable[Evidence], assessment: Assessment) -> Comparison:
    """Return the effects that the suggestions of this assessment rest on, and those left out."""
    found = [_estimate(item, finding) for item in evidence for finding in item.findings.all()]
    estimates = [one for one in found if one is not None]
    return compare_estimates(estimates, target=assessment.imprecision_target, outcome=assessment.outcome)


def effects_part(comparison: Comparison) -> dict[str, Any]:
    """Return the effects used, all in one unit, and those left out with the reason."""
    return {
        "reason": comparison.reason,
        "unit": comparison.unit,
        "used": [
            {
                "source": one.source,
                "finding": one.finding,
                "what": one.what,
                "value": one.value,
                "ci_low": one.low,
                "ci_high": one.high,
                "scale": one.scale,
            }
            for one in comparison.used
        ],
        "left_out": [
            {"source": one.source, "finding": one.finding, "what": one.what, "reason": one.reason}
            for one in comparison.left_out
        ],
    }


def target_reason(assessment: Assessment) -> str:
    """Return in a sentence against what imprecision was judged."""
    target = assessment.imprecision_target
    if target is not None:
        return f"Imprecision was judged against: {target.describe()}."
    if assessment.target:
        return f"The target of imprecision, “{assessment.target}”, cannot be read; no effect stands in for it."
    return "No target of imprecision was chosen; the rules hold intervals against no effect."


def information_part(assessment: Assessment) -> dict[str, Any]:
    """Return what the optimal information size is worked out from and its result, else the rule of thumb."""
    given, limits = assessment.information_size, get_ruleset(assessment.ruleset).thresholds
    rule = f"{limits.participants} participants, or {limits.events} events where events count"
    return {
        "control_risk": assessment.ois_control_risk,
        "relative_reduction": assessment.ois_relative_reduction,
        "sd": assessment.ois_sd,
        "difference": assessment.ois_difference,
        "unit": assessment.ois_unit,
        "alpha": given.alpha if given else None,
        "power": given.power if given else None,
        "participants": given.participants if given else None,
        "reason": given.describe() if given else f"The usual rule of thumb applies, {NO_SIZE}: {rule}.",
    }
