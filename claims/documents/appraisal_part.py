"""The assessments and overrides in a claim's document."""

from __future__ import annotations

from typing import Any

from claims.documents.canonical import timestamp
from claims.documents.comparison_part import effects_part, information_part, target_reason
from claims.documents.studies_part import studies_part
from claims.documents.suggestion_part import changes_part, suggesting, suggestions_part
from claims.grade.rating import rate_certainty
from claims.grade.vocabulary import Domain, Upgrade
from claims.models import Assessment, Claim, Override


def assessment_part(claim: Claim, assessment: Assessment) -> dict[str, Any]:
    """Return the judgements, the certainty they give, the steps that lead to it, and what the rules suggest.

    ``claim`` should be fetched `with_everything`.
    """
    given = suggesting(claim, assessment)
    rating = rate_certainty(assessment.judgements)
    return {
        "outcome": assessment.outcome,
        "critical": assessment.critical,
        "ruleset": assessment.ruleset,
        "start": assessment.start,
        "start_reason": assessment.start_reason,
        "downgrades": {domain.value: getattr(assessment, domain.value) for domain in Domain},
        "upgrades": {upgrade.value: getattr(assessment, upgrade.value) for upgrade in Upgrade},
        "reasons": assessment.reasons,
        "target": assessment.target or None,
        "target_reason": target_reason(assessment),
        "information_size": information_part(assessment),
        "studies": studies_part(given.studies),
        "effects": effects_part(given.comparison),
        "certainty": str(rating.certainty),
        "clamped": rating.clamped,
        "steps": [
            {
                "name": str(step.name),
                "label": step.label,
                "change": step.change,
                "before": step.before,
                "after": step.after,
                "reason": step.reason,
            }
            for step in rating.steps
        ],
        "suggestions": suggestions_part(given),
        "changes": changes_part(given),
    }


def override_part(override: Override) -> dict[str, Any]:
    """Return what was suggested, what was chosen, why, by whom and when."""
    return {
        "subject": override.subject,
        "ruleset": override.ruleset,
        "suggested": override.suggested,
        "chosen": override.chosen,
        "reason": override.reason,
        "by": override.made_by_name,
        "at": timestamp(override.made_at),
    }
