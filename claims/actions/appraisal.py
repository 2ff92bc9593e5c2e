"""What follows from every change to a claim: it is a draft again, and its computed verdicts are made anew."""

from __future__ import annotations

from django.utils import timezone

from claims.documents.pure import pure_figure, pure_findings
from claims.documents.suggestion_part import study_results, suggestions_part
from claims.figures.checking import check_figure
from claims.grade.studies import StudyResult
from claims.models import Assessment, Claim, Figure, Override
from sources.actions import User, store

#: Name in the override ledger for choices that came with a bundle.
PROGRAM = "the bundle"


def name_of(user: User) -> str:
    """Return the name that the ledger shows for a person, or for the program."""
    return user.get_username() if user else PROGRAM


def reopen(claim: Claim, *, user: User, why: str) -> None:
    """Make the claim a draft again: whoever submitted or approved it did not see this change."""
    if claim.status != Claim.Status.DRAFT:
        claim.status = Claim.Status.DRAFT
        claim.submitted_by = None
        store(claim, user=user, why=why or "reopened by a change")


def record_override(
    *, claim: Claim, subject: str, ruleset: str, suggested: str, chosen: str, reason: str, user: User
) -> None:
    """Keep the ledger: one current row for each subject where the choice differs from the suggestion."""
    current = claim.overrides.filter(subject=subject, superseded_at__isnull=True).first()
    wanted = (suggested, chosen, reason, ruleset)
    if current and (current.suggested, current.chosen, current.reason, current.ruleset) == wanted:
        return
    now = timezone.now()
    if current:
        current.superseded_at = now
        current.save(update_fields=["superseded_at"])
    if suggested == chosen or not chosen:
        return
    Override.objects.create(
        claim=claim,
        subject=subject,
        ruleset=ruleset,
        suggested=suggested,
        chosen=chosen,
        reason=reason,
        made_by=user,
        made_by_name=name_of(user),
        made_at=now,
    )


def _appraise_figure(claim: Claim, figure: Figure, findings: list, *, user: User) -> None:  # type: ignore[type-arg]
    check = check_figure(pure_figure(figure), findings, attribution=claim.attribution)
    computed = (str(check.verdict), list(check.reasons), list(check.rests_on), check.ruleset)
    stored = (figure.computed_verdict, figure.computed_reasons, figure.computed_rests_on, figure.computed_ruleset)
    if computed != stored:
        figure.computed_verdict, figure.computed_reasons, figure.computed_rests_on, figure.computed_ruleset = computed
        store(figure, user=user, why="computed")
    record_override(
        claim=claim,
        subject=f"figure:{figure.key}",
        ruleset=check.ruleset,
        suggested=str(check.verdict),
        chosen=figure.verdict or str(check.verdict),
        reason=figure.explanation,
        user=user,
    )


def _appraise_assessment(claim: Claim, assessment: Assessment, results: list[StudyResult], *, user: User) -> None:
    """Enter every judgement that differs from what the rules could suggest from the evidence as recorded."""
    for row in suggestions_part(assessment, results):
        known = row["suggested"] is not None
        reason = assessment.start_reason if row["name"] == "start" else assessment.reasons.get(row["name"], "")
        record_override(
            claim=claim,
            subject=f"assessment:{assessment.outcome or 'claim'}:{row['name']}",
            ruleset=assessment.ruleset,
            suggested=str(row["suggested"]) if known else str(row["chosen"]),
            chosen=str(row["chosen"]),
            reason=reason,
            user=user,
        )


def appraise_claim(claim: Claim, *, user: User) -> None:
    """Compute the verdict of every figure of the claim and bring the override ledger up to date."""
    fresh = Claim.objects.with_everything().get(pk=claim.pk)
    findings = pure_findings(fresh)
    for figure in fresh.figures.all():
        _appraise_figure(fresh, figure, findings, user=user)
    results = study_results(fresh)
    for assessment in fresh.assessments.all():
        if assessment.superseded_at is None:
            _appraise_assessment(fresh, assessment, results, user=user)


def changed(claim: Claim, *, user: User, why: str) -> None:
    """Follow up a change to the claim or anything below it."""
    reopen(claim, user=user, why=why)
    appraise_claim(claim, user=user)
