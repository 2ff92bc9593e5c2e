"""From rows to the plain values that the pure rule rooms work on."""

from __future__ import annotations

from typing import Any

from claims.figures import quantity
from claims.models import Claim, Evidence, Figure, Finding
from sources.bib.notices import NoticeKind


def pure_figure(figure: Figure) -> quantity.Figure:
    """Return the figure as the rules see it."""
    return quantity.Figure(
        text=figure.text,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        bound=quantity.Bound(figure.bound),
        statistic=quantity.Statistic(figure.statistic),
        direction=quantity.Direction(figure.direction) if figure.direction else None,
        comparator=figure.comparator or None,
        population=figure.population or None,
        key=figure.key,
    )


def _pure_arm(arm: dict[str, Any]) -> quantity.Arm:
    given = {name: arm.get(name) for name in ("n", "mean", "sd", "events")}
    return quantity.Arm(label=arm.get("label", ""), **given)


def _kinds(evidence: Evidence) -> tuple[str, ...]:
    """Return the kinds of notices; a reinstatement that a later retraction undid, or may have undone, is none."""
    kinds = (notice.kind for notice in evidence.source.notices.all())
    return tuple(kind for kind in kinds if kind != NoticeKind.REINSTATEMENT or evidence.excluded is None)


def pure_finding(finding: Finding, evidence: Evidence) -> quantity.Finding:
    """Return the finding with what its evidence says about it, as the rules see it."""
    return quantity.Finding(
        key=finding.key,
        what=finding.what,
        figure=finding.figure.key if finding.figure else None,
        value=finding.value,
        low=finding.low,
        high=finding.high,
        unit=finding.unit or None,
        ci_low=finding.ci_low,
        ci_high=finding.ci_high,
        p=finding.p or None,
        arms=tuple(_pure_arm(arm) for arm in finding.arms),
        subgroup=finding.subgroup,
        statistic=quantity.Statistic(finding.statistic) if finding.statistic else None,
        note=finding.note,
        source=evidence.source.citekey,
        stance=evidence.stance,
        design=evidence.design,
        n=evidence.n,
        population=evidence.population,
        intervention=evidence.intervention,
        dose_mg_elemental=evidence.dose_mg_elemental,
        comparator=evidence.comparator,
        outcome=evidence.outcome,
        indirectness=frozenset(evidence.indirectness),
        risk_of_bias=evidence.risk_of_bias,
        scope=evidence.scope,
        cluster=evidence.cluster or None,
        notices=_kinds(evidence),
    )


def pure_findings(claim: Claim) -> list[quantity.Finding]:
    """Return all findings of the claim's evidence, in order."""
    return [pure_finding(finding, item) for item in claim.evidence.all() for finding in item.findings.all()]
