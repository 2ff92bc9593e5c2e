"""The quantities that follow from the groups of a finding by arithmetic, and the direction that the groups show."""

from __future__ import annotations

from claims.figures.amount import Amount, show, signed
from claims.figures.quantity import Arm, Finding, Statistic
from claims.figures.roles import CHANGES, RATIO_KINDS, finding_role, is_one_arm_only, two_groups, value_is_difference
from claims.figures.units import parse_unit


def from_groups(finding: Finding) -> list[Amount]:
    """Return what follows from the groups of a finding by arithmetic: a share, or absolute and relative change."""
    if len(finding.arms) == 1:
        return _share_of_one(finding.arms[0])
    arms = two_groups(finding)
    if arms is None:
        return []
    shares = [_share(arm) for arm in arms]
    if shares[0] is not None and shares[1] is not None:
        return _changes(arms, shares[0], shares[1], "%")
    treated, control = arms[0].mean, arms[1].mean
    if treated is None or control is None or finding.unit is None:
        return []
    if is_one_arm_only(finding):
        return [_beyond_control(finding, arms, treated, control)]
    return _changes(arms, treated, control, finding.unit)


def _share_of_one(arm: Arm) -> list[Amount]:
    share = _share(arm)
    if share is None:
        return []
    shown = f"{arm.label} {arm.events} of {arm.n} = {show(share)} %"
    return [Amount(share, None, None, "%", Statistic.PROPORTION, arithmetic=shown)]


def _changes(arms: tuple[Arm, Arm], treated: float, control: float, unit: str) -> list[Amount]:
    """Return the absolute and, where the control value can be a base, the relative difference of two arms."""
    kind = parse_unit(unit).kind
    is_percent = kind in {"percent", "points"}
    names = f"{_named(arms[0], treated)}, {_named(arms[1], control)}"
    difference = treated - control
    of = "percentage points" if is_percent else unit
    shown = f"{names}: {show(treated)} − {show(control)} = {show(round(difference, 6))} {of}"
    found = [Amount(difference, None, None, of, Statistic.ABSOLUTE_CHANGE, arithmetic=shown, is_signed=True)]
    are_levels = not any("change" in arm.label.lower() for arm in arms)
    if are_levels and control > 0 and treated >= 0:
        relative = 100.0 * difference / control
        shown = f"{names}: ({show(treated)} − {show(control)}) / {show(control)} = {_with_sign(relative)} %"
        found.append(Amount(relative, None, None, "%", Statistic.RELATIVE_CHANGE, arithmetic=shown, is_signed=True))
    return found


def _beyond_control(finding: Finding, arms: tuple[Arm, Arm], treated: float, control: float) -> Amount:
    role = finding_role(finding)
    shown = (
        f"within {arms[0].label} the change is {show(treated)}, within {arms[1].label} {show(control)}; "
        f"beyond that comparison {show(round(treated - control, 6))} are left"
    )
    statistic = role if role in CHANGES else None
    return Amount(treated - control, None, None, finding.unit or "", statistic, arithmetic=shown, is_signed=True)


def groups_difference(finding: Finding) -> float | None:
    """Return the first group's mean or share less the second's, where the value is an effect; its sign is a direction.

    None where the finding does not compare two groups, or its value is no change: a ratio tells its direction itself.
    """
    arms = two_groups(finding)
    is_change = finding_role(finding) in CHANGES or value_is_difference(finding)
    if arms is None or not is_change or is_one_arm_only(finding) or parse_unit(finding.unit or "").kind in RATIO_KINDS:
        return None
    shares = [_share(arm) for arm in arms]
    first, second = shares if None not in shares else [arm.mean for arm in arms]
    return None if first is None or second is None else first - second


def groups_shown(finding: Finding) -> str:
    """Return the groups with the number that each of them has."""
    shares = [_share(arm) for arm in finding.arms]
    numbers = shares if None not in shares else [arm.mean for arm in finding.arms]
    return ", ".join(_named(arm, number or 0.0) for arm, number in zip(finding.arms, numbers, strict=True))


def _share(arm: Arm) -> float | None:
    if arm.events is None or not arm.n or not 0 <= arm.events <= arm.n:
        return None
    return 100.0 * arm.events / arm.n


def _named(arm: Arm, number: float) -> str:
    counts = f"{arm.events} of {arm.n} = " if _share(arm) is not None else ""
    return f"{arm.label} {counts}{show(number)}{' %' if counts else ''}"


def _with_sign(percent: float) -> str:
    return signed(f"{percent:+.1f}")
