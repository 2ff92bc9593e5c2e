"""What follows from every change to a claim: it is a draft again, and its computed verdicts are made anew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from claims.documents.appraisal_instrument import judged
from claims.documents.pure import pure_figure, pure_findings
from claims.documents.suggestion_part import suggesting, suggestions_part
from claims.figures.checking import check_figure
from claims.figures.quantity import Finding
from claims.models import Assessment, Claim, Figure, Override
from sources.actions import User, store

#: Name in the override ledger for choices that came with a bundle.
PROGRAM = "the bundle"
#: The width of the ledger's column; only a result described at length comes near it.
LONGEST_SUBJECT = 255


def name_of(user: User) -> str:
    """Return the name that the ledger shows for a person, or for the program."""
    return user.get_username() if user else PROGRAM


def reopen(claim: Claim, *, user: User, why: str) -> None:
    """Make the claim a draft again: whoever submitted or approved it did not see this change.

    ``claim`` is as the database has it.
    """
    if claim.status != Claim.Status.DRAFT:
        claim.status = Claim.Status.DRAFT
        claim.submitted_by = None
        store(claim, user=user, why=why or "reopened by a change")


def record_override(
    *,
    claim: Claim,
    subject: str,
    ruleset: str,
    suggested: str,
    chosen: str,
    reason: str,
    user: User,
    at: datetime | None = None,
) -> None:
    """Keep the ledger: one current row for each subject where the choice differs from the suggestion.

    ``user`` chose, at ``at`` (now, if not given). Where only the suggestion changed, the row that takes over names
    the one who chose and when, as before.
    """
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
    made = {"made_by": user, "made_by_name": name_of(user), "made_at": at or now}
    if current and (current.chosen, current.reason) == (chosen, reason):
        made = {name: getattr(current, name) for name in made}
    Override.objects.create(
        claim=claim, subject=subject, ruleset=ruleset, suggested=suggested, chosen=chosen, reason=reason, **made
    )


def _choice_of(figure: Figure) -> tuple[User, datetime | None]:
    """Return who chose the figure's verdict as it stands, and when, from its history."""
    chooser, moment = None, None
    for entry in figure.history.select_related("history_user").order_by("-history_date", "-history_id"):
        if (entry.verdict, entry.explanation) != (figure.verdict, figure.explanation):
            break
        chooser, moment = entry.history_user, entry.history_date
    return chooser, moment


def _appraise_figure(claim: Claim, figure: Figure, findings: Sequence[Finding], *, user: User) -> str:
    """Compute the figure's verdict, enter a choice that differs, and return the subject in the ledger."""
    check = check_figure(pure_figure(figure), findings, attribution=claim.attribution)
    computed = (str(check.verdict), list(check.reasons), list(check.rests_on), check.ruleset)
    stored = (figure.computed_verdict, figure.computed_reasons, figure.computed_rests_on, figure.computed_ruleset)
    if computed != stored:
        figure.computed_verdict, figure.computed_reasons, figure.computed_rests_on, figure.computed_ruleset = computed
        store(figure, user=user, why="computed")
    chooser, moment = _choice_of(figure) if figure.is_overridden else (user, None)
    subject = f"figure:{figure.key}"
    record_override(
        claim=claim,
        subject=subject,
        ruleset=check.ruleset,
        suggested=str(check.verdict),
        chosen=figure.verdict or str(check.verdict),
        reason=figure.explanation,
        user=chooser,
        at=moment,
    )
    return subject


def _appraise_assessment(claim: Claim, assessment: Assessment) -> list[str]:
    """Enter every judgement that differs from what the rules could suggest; return the subjects in the ledger."""
    subjects = []
    for row in suggestions_part(suggesting(claim, assessment)):
        subjects.append(f"assessment:{assessment.outcome or 'claim'}:{row['name']}")
        known = row["suggested"] is not None
        reason = assessment.start_reason if row["name"] == "start" else assessment.reasons.get(row["name"], "")
        record_override(
            claim=claim,
            subject=subjects[-1],
            ruleset=assessment.ruleset,
            suggested=str(row["suggested"]) if known else str(row["chosen"]),
            chosen=str(row["chosen"]),
            reason=reason,
            user=assessment.recorded_by,
            at=assessment.recorded_at,
        )
    return subjects


def _appraise_instruments(claim: Claim) -> list[str]:
    """Enter every overall judgement by an instrument that a person decided; return the subjects in the ledger."""
    subjects = []
    for item in claim.evidence.all():
        for row in item.appraisals.all():
            computed = judged(row).computed if row.superseded_at is None and row.overall_choice else None
            if computed is None:
                continue
            subjects.append(f"appraisal:{item.source.citekey}:{row.instrument}:{row.result}"[:LONGEST_SUBJECT])
            record_override(
                claim=claim,
                subject=subjects[-1],
                ruleset=row.instrument,
                suggested=str(computed),
                chosen=row.overall_choice,
                reason=row.choice_reason,
                user=row.recorded_by,
                at=row.recorded_at,
            )
    return subjects


def appraise_claim(claim: Claim, *, user: User) -> None:
    """Compute the verdict of every figure of the claim and bring the override ledger up to date."""
    fresh = Claim.objects.with_everything().get(pk=claim.pk)
    findings = pure_findings(fresh)
    subjects = [_appraise_figure(fresh, figure, findings, user=user) for figure in fresh.figures.all()]
    for assessment in fresh.assessments.all():
        if assessment.superseded_at is None:
            subjects += _appraise_assessment(fresh, assessment)
    subjects += _appraise_instruments(fresh)
    gone = fresh.overrides.filter(superseded_at__isnull=True).exclude(subject__in=subjects)
    gone.update(superseded_at=timezone.now())


def changed(claim: Claim, *, user: User, why: str) -> None:
    """Follow up a change to the claim or anything below it."""
    # the instance at hand may be older than what others did to the claim since
    claim.refresh_from_db()
    reopen(claim, user=user, why=why)
    appraise_claim(claim, user=user)
