"""Verbs on evidence and its findings."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from claims.actions.appraisal import changed
from claims.models import Claim, Evidence, Finding
from claims.models.validators import check_codes
from sources.actions import User, leave_event, remove, store, verb
from sources.models import Source


def check_indirectness(codes: list[str]) -> None:
    """Raise ValidationError naming the codes that are none; storing evidence checks the same."""
    try:
        check_codes(codes)
    except ValidationError as error:
        raise ValidationError({"indirectness": error.messages}) from error


def _check_figure_belongs(finding: Finding) -> None:
    if finding.figure and finding.figure.claim_id != finding.evidence.claim_id:
        raise ValidationError(
            {"figure": gettext("The figure “%(text)s” belongs to another claim.") % {"text": finding.figure.text}}
        )


@verb
def link_evidence(*, claim: Claim, source: Source, user: User, why: str = "", **fields: Any) -> Evidence:
    """Link a source to a claim and say how it bears on it. ``fields`` are columns of `Evidence`."""
    evidence = Evidence(claim=claim, source=source, **fields)
    store(evidence, user=user, why=why)
    changed(claim, user=user, why=why)
    leave_event(user=user, verb="link_evidence", object_name=claim.name, why=why or source.citekey)
    return evidence


@verb
def revise_evidence(*, evidence: Evidence, user: User, why: str = "", **changes: Any) -> Evidence:
    """Change what is recorded about a source's bearing on the claim."""
    for name, value in changes.items():
        setattr(evidence, name, value)
    store(evidence, user=user, why=why)
    changed(evidence.claim, user=user, why=why)
    leave_event(user=user, verb="revise_evidence", object_name=evidence.claim.name, why=why or evidence.source.citekey)
    return evidence


@verb
def unlink_evidence(*, evidence: Evidence, user: User, why: str = "") -> None:
    """Take a source off a claim, with its findings; their history stays."""
    claim, citekey = evidence.claim, evidence.source.citekey
    for finding in evidence.findings.all():
        remove(finding, user=user, why=why)
    remove(evidence, user=user, why=why)
    changed(claim, user=user, why=why)
    leave_event(user=user, verb="unlink_evidence", object_name=claim.name, why=why or citekey)


@verb
def record_finding(*, evidence: Evidence, key: str, what: str, user: User, why: str = "", **fields: Any) -> Finding:
    """Record a quantity that the evidence reports. ``fields`` are columns of `Finding`."""
    finding = Finding(evidence=evidence, key=key, what=what, **fields)
    _check_figure_belongs(finding)
    store(finding, user=user, why=why)
    changed(evidence.claim, user=user, why=why)
    leave_event(user=user, verb="record_finding", object_name=evidence.claim.name, why=why or key)
    return finding


@verb
def revise_finding(*, finding: Finding, user: User, why: str = "", **changes: Any) -> Finding:
    """Change a finding."""
    for name, value in changes.items():
        setattr(finding, name, value)
    _check_figure_belongs(finding)
    store(finding, user=user, why=why)
    changed(finding.evidence.claim, user=user, why=why)
    leave_event(user=user, verb="revise_finding", object_name=finding.evidence.claim.name, why=why or finding.key)
    return finding


@verb
def remove_finding(*, finding: Finding, user: User, why: str = "") -> None:
    """Take a finding off the evidence; its history stays."""
    claim, key = finding.evidence.claim, finding.key
    remove(finding, user=user, why=why)
    changed(claim, user=user, why=why)
    leave_event(user=user, verb="remove_finding", object_name=claim.name, why=why or key)
