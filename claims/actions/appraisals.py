"""The verb that judges a result by an instrument."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.actions.appraisal import changed
from claims.documents.appraisal_instrument import checked
from claims.grade.instruments.questions import InstrumentError
from claims.models import Appraisal, Evidence
from sources.actions import User, leave_event, store, verb


@verb
def record_appraisal(
    *,
    evidence: Evidence,
    instrument: str,
    answers: Mapping[str, str],
    user: User,
    result: str = "",
    overall_choice: str = "",
    choice_reason: str = "",
    published_rating: str = "",
    critical: Sequence[str] = (),
    why: str = "",
) -> Appraisal:
    """Judge a result of the source by an instrument; the appraisal before it is kept as superseded.

    Unanswered questions may be left out: the domain then stays incomplete. Raises ValidationError for a question,
    an answer or an overall judgement that the instrument does not know or leave open, and for a published rating
    that it does not give.
    """
    now = timezone.now()
    appraisal = Appraisal(
        evidence=evidence,
        instrument=instrument,
        result=result,
        answers={question: answer for question, answer in answers.items() if answer},
        critical=list(critical),
        overall_choice=overall_choice,
        choice_reason=choice_reason,
        published_rating=published_rating,
        recorded_by=user,
        recorded_at=now,
    )
    try:
        checked(appraisal)
    except InstrumentError as error:
        raise ValidationError(str(error)) from error
    for current in evidence.appraisals.filter(instrument=instrument, result=result, superseded_at__isnull=True):
        current.superseded_at = now
        store(current, user=user, why="superseded")
    store(appraisal, user=user, why=why)
    changed(evidence.claim, user=user, why=why)
    leave_event(user=user, verb="record_appraisal", object_name=evidence.claim.name, why=why or instrument)
    return appraisal
