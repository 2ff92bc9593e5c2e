"""When a claim may be submitted and published. Each refusal says what to do about it.

``check_can_x`` raises `Refused` with every reason at once; ``reasons_against_x`` returns them.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext

from claims.figures.quantity import FigureVerdict
from claims.grade.judgements import check_judgements, errors_of
from claims.grade.rating import START
from claims.grade.targets import parse_target
from claims.grade.vocabulary import Certainty, Domain, Kind, Stance, Upgrade, Verdict
from claims.models import Assessment, Claim, Evidence, Figure, Override
from claims.models.appraisal import assessed_with_robins_i
from claims.models.studies import studies_for

#: Kinds of claim whose evidence is not rated for certainty.
UNRATED_KINDS = frozenset({Kind.OPINION, Kind.DEFINITION})
#: Verdicts that can stand without any evidence.
WITHOUT_EVIDENCE = frozenset({Verdict.UNSUPPORTED, Verdict.NOT_CHECKABLE, Verdict.UNTESTED})
#: The stances that a verdict rests on; a verdict that is not named rests on the evidence as a whole.
RESTS_ON = {
    Verdict.SUPPORTED: frozenset({Stance.SUPPORTS, Stance.PARTLY_SUPPORTS}),
    Verdict.PARTLY_SUPPORTED: frozenset({Stance.SUPPORTS, Stance.PARTLY_SUPPORTS}),
    Verdict.CONTRADICTED: frozenset({Stance.CONTRADICTS}),
}
#: What moves certainty, by its code.
MOVES = {str(move): move for move in (*Domain, *Upgrade)}


class Refused(Exception):
    """An action is not allowed now; ``reasons`` are sentences that say what to do."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


def _wording_reasons(claim: Claim) -> list[str]:
    wanted = {
        "verdict": gettext("Choose a verdict for the claim."),
        "verdict_reason": gettext("Give the reason for the verdict."),
        "accurate_wording": gettext("Write an accurate wording that the evidence would allow."),
    }
    return [reason for field, reason in wanted.items() if not getattr(claim, field)]


def _figure_reasons(figure: Figure) -> list[str]:
    if not figure.final_verdict:
        return [
            gettext("The figure “%(text)s” has no verdict yet: save the claim once to have it computed.")
            % {"text": figure.text}
        ]
    if figure.is_overridden and not figure.explanation:
        computed = FigureVerdict(figure.computed_verdict).label if figure.computed_verdict else "none"
        return [
            gettext("The verdict chosen for “%(text)s” differs from the computed one (%(computed)s): give the reason.")
            % {"text": figure.text, "computed": computed}
        ]
    return []


def _assessment_reasons(assessment: Assessment, evidence: Sequence[Evidence]) -> list[str]:
    """Return what the ruleset forbids, the designs of the evidence on this outcome and its appraisals considered."""
    studies = studies_for(evidence, assessment.outcome)
    used = assessed_with_robins_i(studies.used)
    problems = errors_of(check_judgements(assessment.judgements, designs=studies.designs, robins_i_used=used))
    of = f"{assessment.outcome}: " if assessment.outcome else ""
    return [f"{of}{problem.message}" for problem in problems]


def _target_reasons(assessment: Assessment) -> list[str]:
    """Return what is wrong with a target of imprecision that was recorded before its form was checked."""
    try:
        parse_target(assessment.target)
    except ValueError as error:
        return [
            gettext("Give the target of imprecision in a form that the rules can read: %(error)s") % {"error": error}
        ]
    return []


def _override_reasons(claim: Claim) -> list[str]:
    """Return the GRADE judgements that differ from the suggested ones and have no reason.

    They are read from the ledger, which every change to the claim brings up to date.
    """
    rows = claim.overrides.filter(subject__startswith="assessment:", superseded_at__isnull=True).order_by("subject")
    return [_override_reason(row) for row in rows if not row.reason.strip()]


def _override_reason(row: Override) -> str:
    outcome, _, name = row.subject.removeprefix("assessment:").rpartition(":")
    of = "" if outcome == "claim" else f" for {outcome}"
    if name == START:
        suggested, chosen = (Certainty(level).label for level in (row.suggested, row.chosen))
        return gettext(
            "The starting level%(of)s (%(chosen)s) differs from the suggested one (%(suggested)s): give the reason."
        ) % {"of": of, "chosen": chosen, "suggested": suggested}
    label = MOVES[name].label.capitalize()
    return f"{label}{of} is rated {row.chosen}, the rules suggest {row.suggested}: give the reason for that."


def _evidence_of(claim: Claim) -> list[Evidence]:
    return list(claim.evidence.select_related("source").prefetch_related("appraisals", "findings", "source__notices"))


def _retraction_reasons(claim: Claim, evidence: Sequence[Evidence]) -> list[str]:
    """Return why the verdict cannot stand where everything that it rests on was retracted."""
    if not claim.verdict or claim.verdict in WITHOUT_EVIDENCE:
        return []
    stances = RESTS_ON.get(Verdict(claim.verdict), frozenset(Stance))
    behind = [item for item in evidence if item.stance in stances]
    if not behind or any(item.excluded is None for item in behind):
        return []
    return [
        gettext(
            "A claim cannot be “%(label)s” while every source for that is retracted (%(sources)s): link evidence that"
            " still stands or choose another verdict."
        )
        % {"label": Verdict(claim.verdict).label, "sources": ", ".join(item.source.citekey for item in behind)}
    ]


def _evidence_reasons(claim: Claim, assessments: list[Assessment], *, has_evidence: bool) -> list[str]:
    if not has_evidence and claim.verdict and claim.verdict not in WITHOUT_EVIDENCE:
        label = Verdict(claim.verdict).label
        return [
            gettext("A claim cannot be “%(label)s” without evidence: link a source or choose another verdict.")
            % {"label": label}
        ]
    if has_evidence and not assessments and claim.kind not in UNRATED_KINDS:
        return [gettext("Record an assessment: the claim has evidence, but its certainty is not rated.")]
    return []


def reasons_against_submitting(claim: Claim) -> list[str]:
    """Return what is missing before another person can review the claim."""
    if claim.status == Claim.Status.SUBMITTED:
        return [gettext("%(name)s is submitted already and waits for another curator.") % {"name": claim.name}]
    assessments = list(claim.assessments.filter(superseded_at__isnull=True))
    reasons = _wording_reasons(claim)
    if not claim.occurrences.exists():
        reasons.append(gettext("Place at least one occurrence: say where an article makes the claim."))
    for figure in claim.figures.all():
        reasons += _figure_reasons(figure)
    evidence = _evidence_of(claim)
    for assessment in assessments:
        reasons += [*_assessment_reasons(assessment, evidence), *_target_reasons(assessment)]
    reasons += [*_override_reasons(claim), *_evidence_reasons(claim, assessments, has_evidence=bool(evidence))]
    return [*reasons, *_retraction_reasons(claim, evidence)]


def reasons_against_publishing(claim: Claim, user: AbstractBaseUser) -> list[str]:
    """Return why this person cannot publish the claim now."""
    if claim.status != Claim.Status.SUBMITTED:
        return [
            gettext("Submit %(name)s first: only what was submitted for review can be published.")
            % {"name": claim.name}
        ]
    if claim.submitted_by_id is None:
        return [
            gettext("Submit %(name)s again: who submitted it is not known, so nobody can be told apart from them.")
            % {"name": claim.name}
        ]
    if claim.submitted_by_id == user.pk:
        return [gettext("Ask another curator to publish it: nobody publishes what they submitted themselves.")]
    return _retraction_reasons(claim, _evidence_of(claim))


def check_can_submit(claim: Claim) -> None:
    """Raise `Refused` where the claim is not ready for review."""
    if reasons := reasons_against_submitting(claim):
        raise Refused(*reasons)


def _note_reasons(claim: Claim, change_note: str) -> list[str]:
    latest = claim.publications.order_by("-version").first()
    if latest is None or change_note.strip():
        return []
    return [
        gettext("Give a change note: say what is new since %(name)sv%(version)s, and why, for readers of the claim.")
        % {"name": claim.name, "version": latest.version}
    ]


def check_can_publish(claim: Claim, user: AbstractBaseUser, *, change_note: str) -> None:
    """Raise `Refused` where this person cannot publish the claim, or a later version says nothing about its change."""
    if reasons := reasons_against_publishing(claim, user) or _note_reasons(claim, change_note):
        raise Refused(*reasons)


def check_can_withdraw(claim: Claim, reason: str) -> None:
    """Raise `Refused` where there is nothing public to withdraw or no reason is given."""
    if not claim.publications.filter(is_current=True).exists():
        raise Refused(gettext("%(name)s has no current publication to withdraw.") % {"name": claim.name})
    if not reason.strip():
        raise Refused(gettext("Give the reason for the withdrawal: readers of the claim's page will see it."))
