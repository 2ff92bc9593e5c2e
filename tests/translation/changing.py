"""What curators do after the first publishing, in other letters: a version that differs in every way, a withdrawal."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import User

from claims.actions import (
    link_evidence,
    mark_notice,
    publish_claim,
    record_assessment,
    record_figure,
    record_finding,
    remove_figure,
    resolve_problem,
    revise_claim,
    revise_evidence,
    revise_finding,
    submit_claim,
    unlink_evidence,
    withdraw_claim,
)
from claims.grade.vocabulary import Domain
from claims.models import Claim, Evidence, Problem
from sources.models import Source
from tests.makers import make_problem
from tests.translation.content import disguised

#: Public numbers of the claim with two versions, and of the withdrawn one.
CHANGED, WITHDRAWN = 43, 4
WHY = disguised("Read anew.")
UNREAD = {"scope": "secondary", "risk_of_bias": "unclear"}


def change_everything(author: User, approver: User) -> None:
    """Publish a second version, withdraw a claim, answer reports with each outcome and leave one waiting."""
    publish_changes(author, approver)
    withdraw_claim(claim=Claim.objects.get(number=WITHDRAWN), user=author, reason=WHY)
    for outcome in ("corrected", "unchanged"):
        resolve_problem(problem=report_on_changed(), user=author, outcome=outcome, note=WHY)
    report_on_changed()


def report_on_changed() -> Problem:
    """Have a reader report what the first version of the changed claim said."""
    claim = Claim.objects.get(number=CHANGED)
    return make_problem(message=WHY, page=f"/claims/C{CHANGED}/", claim=claim, version=1)


def publish_changes(author: User, approver: User) -> None:
    """Change every part of a claim and publish it."""
    claim = Claim.objects.get(number=CHANGED)
    words = f"{claim.statement} {WHY}"
    revise_claim(
        claim=claim, user=author, statement=words, kind="safety", verdict="contradicted", verdict_reason=WHY,
        accurate_wording=WHY, wording_strength="hedged", topics=[disguised("dose"), disguised("new")],
    )  # fmt: skip
    change_figures(claim, author)
    change_evidence(claim, author)
    reasons = {**dict.fromkeys(map(str, Domain), WHY), "large_effect": WHY}
    record_assessment(
        claim=claim, user=author, ruleset="grade18-robins-i", start="high", start_reason=WHY, risk_of_bias=-2,
        reasons=reasons, critical=False, ois_control_risk=0.2, ois_relative_reduction=0.25, ois_alpha=0.05,
        ois_power=0.8, target="null",
    )  # fmt: skip
    submit_claim(claim=claim, user=author)
    publish_claim(claim=claim, user=approver, change_note=WHY)


def change_figures(claim: Claim, author: User) -> None:
    """Put another figure in the place of the first."""
    remove_figure(figure=claim.figures.get(), user=author)
    record_figure(
        claim=claim, user=author, key="new", text="40 %", low=40, high=40, unit="%", bound="exactly",
        statistic="relative_change", direction="decrease",
    )  # fmt: skip


def change_evidence(claim: Claim, author: User) -> None:
    """Take a source off, link another, and change what a third and its findings say; a fourth is retracted."""
    first, second, third, fourth, *_ = evidence_of(claim)
    unlink_evidence(evidence=first, user=author)
    other = Source.objects.exclude(evidence__claim=claim).earliest("pk")
    link_evidence(claim=claim, source=other, user=author, stance="context", design="cohort", position=20, **UNREAD)
    revise_evidence(
        evidence=second, user=author, stance="contradicts", n=1234, indirectness=["population", "form"],
        risk_of_bias="high", risk_of_bias_reason=WHY, note=WHY, cluster="", locator=WHY,
    )  # fmt: skip
    revise_finding(finding=second.findings.get(), user=author, what=WHY, subgroup=True, p="0.2", statistic="")
    change_groups(third, author)
    mark_notice(source=fourth.source, kind="retraction", on=date(2025, 1, 31), user=author, reason=WHY)


def change_groups(evidence: Evidence, author: User) -> None:
    """Correct the numbers of the groups behind a finding, and add another finding."""
    arms = [{"label": disguised("zinc"), "n": 30, "mean": 4.5, "sd": 1.2}, {"label": disguised("none"), "n": 31}]
    revise_finding(finding=evidence.findings.get(), user=author, arms=arms)
    record_finding(evidence=evidence, key="newer-1", what=WHY, user=author, value=3.5, unit="%")


def evidence_of(claim: Claim) -> list[Evidence]:
    """Return the claim's evidence in the curators' order."""
    return list(claim.evidence.order_by("position"))
