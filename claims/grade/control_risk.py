"""The risk without the intervention: the control group's own, or a baseline risk that the evidence states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.figures.amounts import show
from claims.figures.quantity import Finding
from claims.figures.units import parse_unit
from claims.grade.arms_compared import in_order
from claims.grade.measures import ratio_of
from claims.grade.vocabulary import Design

#: What a finding that states a baseline risk is about.
_BASELINE = re.compile(
    r"\b(?:baseline|control|comparator|assumed|background)(?:[ -](?:group|event))* (?:risk|rate)\b|\brisk without\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ControlRisk:
    """A risk as a share of people, and the words for where it comes from."""

    share: float
    said: str


def control_risks(finding: Finding, beside: Sequence[Finding]) -> tuple[ControlRisk, ...]:
    """Return the control risks that the ratio of a finding may be applied to, in the order of the record.

    The finding's own control group comes first; without one, baseline risks that findings of the same evidence
    state. Those belong to a ratio where it is the evidence's only one with an interval, or where their key begins
    with its key; a ratio in a subgroup takes only the latter.
    """
    own = _own(finding)
    return (own,) if own else tuple(_stated(finding, beside))


def _own(finding: Finding) -> ControlRisk | None:
    """Return the control group's risk, unless the counts of both groups point the other way than the ratio."""
    groups = in_order(finding)
    if groups is None or finding.design == Design.CASE_CONTROL:
        return None
    arm, treated = groups.control, groups.treated
    if not arm.n or arm.events is None or not 0 < arm.events < arm.n:
        return None
    if treated.n and treated.events is not None:
        crude = treated.events / treated.n - arm.events / arm.n
        if crude * ((finding.value or 1.0) - 1) < 0:
            return None
    share = arm.events / arm.n
    return ControlRisk(share, f"a risk of {_per_1000(share)} ({arm.label}: {arm.events} of {arm.n})")


def _stated(finding: Finding, beside: Sequence[Finding]) -> Iterator[ControlRisk]:
    ratios = [other for other in beside if ratio_of(other) and other.ci_low is not None]
    is_only_one = len(ratios) <= 1 and not finding.subgroup
    for other in beside:
        share = _share(other)
        if other is finding or share is None or not _BASELINE.search(other.what):
            continue
        if is_only_one or other.key.startswith(f"{finding.key}-"):
            yield ControlRisk(share, f"a risk of {_per_1000(share)} as the source states it (“{other.what}”)")


def _share(finding: Finding) -> float | None:
    """Return a finding in per cent, per 1,000 or as a proportion as a share between 0 and 1, else None."""
    unit = parse_unit(finding.unit or "")
    if finding.value is None or unit.kind != "percent" or len(unit.dimension) != 1:
        return None
    share = finding.value * unit.factor / 100.0
    return share if 0 < share < 1 else None


def _per_1000(share: float) -> str:
    return f"{show(round(1000 * share, 1))} per 1,000"
