"""The verb that rates the certainty of a claim's evidence."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.actions.appraisal import changed
from claims.grade.judgements import check_judgements
from claims.grade.rating import rate_certainty
from claims.models import Assessment, Claim
from sources.actions import User, leave_event, store, verb


def _check(assessment: Assessment) -> None:
    errors = [problem for problem in check_judgements(assessment.judgements) if problem.severity == "error"]
    if errors:
        raise ValidationError([problem.message for problem in errors])


@verb
def record_assessment(*, claim: Claim, user: User, outcome: str = "", why: str = "", **judgements: Any) -> Assessment:
    """Rate the certainty for one outcome; the assessment before it is kept as superseded.

    ``judgements`` are columns of `Assessment`. Raises ValidationError where a step is out of the ruleset's range
    or has no reason.
    """
    now = timezone.now()
    assessment = Assessment(claim=claim, outcome=outcome, recorded_by=user, recorded_at=now, **judgements)
    _check(assessment)
    assessment.certainty = str(rate_certainty(assessment.judgements).certainty)
    for current in claim.assessments.filter(outcome=outcome, superseded_at__isnull=True):
        current.superseded_at = now
        store(current, user=user, why="superseded")
    store(assessment, user=user, why=why)
    changed(claim, user=user, why=why)
    leave_event(user=user, verb="record_assessment", object_name=claim.name, why=why or assessment.certainty)
    return assessment
