"""When a claim may be submitted and published. Each refusal says what to do about it.

``check_can_x`` raises `Refused` with every reason at once; ``reasons_against_x`` returns them.
"""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser

from claims.figures.quantity import FigureVerdict
from claims.grade.judgements import check_judgements
from claims.grade.vocabulary import Kind, Verdict
from claims.models import Assessment, Claim, Figure

#: Kinds of claim whose evidence is not rated for certainty.
UNRATED_KINDS = frozenset({Kind.OPINION, Kind.DEFINITION})
#: Verdicts that can stand without any evidence.
WITHOUT_EVIDENCE = frozenset({Verdict.UNSUPPORTED, Verdict.NOT_CHECKABLE, Verdict.UNTESTED})


class Refused(Exception):
    """An action is not allowed now; ``reasons`` are sentences that say what to do."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


def _wording_reasons(claim: Claim) -> list[str]:
    wanted = {
        "verdict": "Choose a verdict for the claim.",
        "verdict_reason": "Give the reason for the verdict.",
        "accurate_wording": "Write an accurate wording that the evidence would allow.",
    }
    return [reason for field, reason in wanted.items() if not getattr(claim, field)]


def _figure_reasons(figure: Figure) -> list[str]:
    if not figure.final_verdict:
        return [f"The figure “{figure.text}” has no verdict yet: save the claim once to have it computed."]
    if figure.is_overridden and not figure.explanation:
        computed = FigureVerdict(figure.computed_verdict).label if figure.computed_verdict else "none"
        return [f"The verdict chosen for “{figure.text}” differs from the computed one ({computed}): give the reason."]
    return []


def _assessment_reasons(assessment: Assessment) -> list[str]:
    problems = check_judgements(assessment.judgements)
    return [problem.message for problem in problems if problem.severity == "error"]


def _evidence_reasons(claim: Claim, assessments: list[Assessment]) -> list[str]:
    has_evidence = claim.evidence.exists()
    if not has_evidence and claim.verdict and claim.verdict not in WITHOUT_EVIDENCE:
        label = Verdict(claim.verdict).label
        return [f"A claim cannot be “{label}” without evidence: link a source or choose another verdict."]
    if has_evidence and not assessments and claim.kind not in UNRATED_KINDS:
        return ["Record an assessment: the claim has evidence, but its certainty is not rated."]
    return []


def reasons_against_submitting(claim: Claim) -> list[str]:
    """Return what is missing before another person can review the claim."""
    if claim.status == Claim.Status.SUBMITTED:
        return [f"{claim.name} is submitted already and waits for another curator."]
    assessments = list(claim.assessments.filter(superseded_at__isnull=True))
    reasons = _wording_reasons(claim)
    if not claim.occurrences.exists():
        reasons.append("Place at least one occurrence: say where an article makes the claim.")
    for figure in claim.figures.all():
        reasons += _figure_reasons(figure)
    for assessment in assessments:
        reasons += _assessment_reasons(assessment)
    return reasons + _evidence_reasons(claim, assessments)


def reasons_against_publishing(claim: Claim, user: AbstractBaseUser) -> list[str]:
    """Return why this person cannot publish the claim now."""
    if claim.status != Claim.Status.SUBMITTED:
        return [f"Submit {claim.name} first: only what was submitted for review can be published."]
    if claim.submitted_by_id is None:
        return [f"Submit {claim.name} again: who submitted it is not known, so nobody can be told apart from them."]
    if claim.submitted_by_id == user.pk:
        return ["Ask another curator to publish it: nobody publishes what they submitted themselves."]
    return []


def check_can_submit(claim: Claim) -> None:
    """Raise `Refused` where the claim is not ready for review."""
    if reasons := reasons_against_submitting(claim):
        raise Refused(*reasons)


def check_can_publish(claim: Claim, user: AbstractBaseUser) -> None:
    """Raise `Refused` where this person cannot publish the claim."""
    if reasons := reasons_against_publishing(claim, user):
        raise Refused(*reasons)


def check_can_withdraw(claim: Claim, reason: str) -> None:
    """Raise `Refused` where there is nothing public to withdraw or no reason is given."""
    if not claim.publications.filter(is_current=True).exists():
        raise Refused(f"{claim.name} has no current publication to withdraw.")
    if not reason.strip():
        raise Refused("Give the reason for the withdrawal: readers of the claim's page will see it.")
