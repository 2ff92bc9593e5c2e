"""Which two groups of a finding are compared, and whether they are separate people."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.figures.quantity import Arm, Finding
from claims.figures.roles import two_groups
from claims.grade.mean_difference import Group
from claims.grade.vocabulary import Design

#: Labels of a group that gets nothing, or what others get.
_CONTROL = re.compile(
    r"\b(?:placebo|controls?|sham|no treatment|usual care|standard care|untreated|dummy)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Compared:
    """The treated group and the one it is held against."""

    treated: Arm
    control: Arm

    @property
    def with_means(self) -> tuple[Group, Group] | None:
        """Return both groups where each has a size, a mean and an SD; None where one lacks any."""
        first, second = _group(self.treated), _group(self.control)
        return (first, second) if first and second else None


def in_order(finding: Finding) -> Compared | None:
    """Return the two groups, the treated one first; a label such as "placebo" tells more than the order does."""
    pair = two_groups(finding)
    if pair is None:
        return None
    first, second = pair
    if _is_control(first, finding) and not _is_control(second, finding):
        first, second = second, first
    return Compared(first, second)


def compared(finding: Finding, *, need_sizes: bool = True) -> Compared | None:
    """Return the two groups where they are separate people; None in a crossover trial and where that is unclear.

    Groups that together hold more people than the evidence are the same people twice.
    """
    if finding.design in {Design.RCT_CROSSOVER, Design.CASE_REPORT, Design.CASE_SERIES}:
        return None
    groups = in_order(finding)
    sizes = [arm.n for arm in finding.arms if arm.n is not None]
    if groups is None or (need_sizes and len(sizes) < 2):
        return None
    people = finding.n
    return None if people is not None and sum(sizes) > people else groups


def _is_control(arm: Arm, finding: Finding) -> bool:
    label = arm.label.strip().lower()
    return bool(_CONTROL.search(label)) or (bool(label) and label == finding.comparator.strip().lower())


def _group(arm: Arm) -> Group | None:
    if arm.n is None or arm.n < 2 or arm.mean is None or not arm.sd or arm.sd < 0:
        return None
    return Group(arm.n, arm.mean, arm.sd)
