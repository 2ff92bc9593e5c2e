"""The quantities that one finding yields: what it reports, and what follows from its arms by arithmetic."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.figures.quantity import Arm, Finding, Statistic
from claims.figures.roles import (
    CHANGES,
    RATIO_KINDS,
    finding_role,
    is_one_arm_only,
    two_groups,
    value_is_difference,
)
from claims.figures.units import fold_to_percent_change, parse_unit


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with its role: a value, a reported range, an interval; ``arithmetic`` if it was worked out.

    ``is_signed`` tells that a positive number is surely a rise; otherwise it may be the size of a fall.
    ``is_restated`` tells that the arithmetic only turns a ratio into per cent.
    """

    value: float | None
    low: float | None
    high: float | None
    unit: str
    statistic: Statistic | None
    ci_low: float | None = None
    ci_high: float | None = None
    arithmetic: str = ""
    is_signed: bool = False
    is_restated: bool = False

    @property
    def is_worked_out(self) -> bool:
        """Tell whether the amount follows by arithmetic from others, not only from another way to write it."""
        return bool(self.arithmetic) and not self.is_restated

    @property
    def numbers(self) -> tuple[float, ...]:
        """Return the numbers stated, the interval apart."""
        return tuple(number for number in (self.value, self.low, self.high) if number is not None)


def show(number: float) -> str:
    """Return a number as a reader expects it: thousands separated, at most four significant digits if broken."""
    return f"{number:,.10g}" if number == round(number, 3) else f"{number:,.4g}"


def amounts_of(finding: Finding) -> tuple[Amount, ...]:
    """Return what a finding reports and what follows from it, each in the canonical form of its statistic."""
    found = [*_reported(finding), *_from_arms(finding)]
    return tuple(canonical(amount) for amount in found)


def canonical(amount: Amount) -> Amount:
    """Return an amount in the one form that its statistic is compared in.

    Ratios and folds become relative changes in per cent (odds ratios: of the odds, which is not the same as of
    the risk), absolute changes in per cent become percentage points. Everything else is unchanged.
    """
    kind = parse_unit(amount.unit).kind
    if kind in RATIO_KINDS and amount.statistic in {Statistic.RATIO, Statistic.RELATIVE_CHANGE}:
        return _as_percent(amount)
    if kind == "percent" and amount.statistic is Statistic.ABSOLUTE_CHANGE:
        return replace(amount, unit="percentage points")
    return amount


def _as_percent(amount: Amount) -> Amount:
    def change(ratio: float | None) -> float | None:
        return None if ratio is None else round(fold_to_percent_change(ratio), 9)

    shown = amount.value if amount.value is not None else amount.high
    step = f"a ratio of {show(shown)} is a relative change of {show(change(shown) or 0)} %" if shown else ""
    unit = "% of the odds" if parse_unit(amount.unit).kind == "odds ratio" else "%"
    return Amount(
        change(amount.value), change(amount.low), change(amount.high), unit, Statistic.RELATIVE_CHANGE,
        change(amount.ci_low), change(amount.ci_high), amount.arithmetic or step, is_signed=True, is_restated=True,
    )  # fmt: skip


def _reported(finding: Finding) -> list[Amount]:
    if finding.unit is None or (finding.value is None and finding.low is None and finding.high is None):
        return []
    value, signed = finding.value, False
    arms = two_groups(finding)
    if arms and value is not None and value_is_difference(finding):
        difference = (arms[0].mean or 0.0) - (arms[1].mean or 0.0)
        value, signed = (value if difference * value >= 0 else -value), True
    mirrored = finding.value is not None and value == -finding.value and value != 0
    ends = (finding.ci_low, finding.ci_high)
    if mirrored:
        ends = (_minus(finding.ci_high), _minus(finding.ci_low))
    return [Amount(value, finding.low, finding.high, finding.unit, finding_role(finding), *ends, is_signed=signed)]


def _from_arms(finding: Finding) -> list[Amount]:
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


def _changes(arms: tuple[Arm, Arm], treated: float, control: float, unit: str) -> list[Amount]:
    """Return the absolute and, where the control value can be a base, the relative difference of two arms."""
    kind = parse_unit(unit).kind
    is_percent = kind in {"percent", "points"}
    names = f"{_named(arms[0], treated)}, {_named(arms[1], control)}"
    difference = treated - control
    of = "percentage points" if is_percent else unit
    shown = f"{names}: {show(treated)} - {show(control)} = {show(round(difference, 6))} {of}"
    found = [Amount(difference, None, None, of, Statistic.ABSOLUTE_CHANGE, arithmetic=shown, is_signed=True)]
    are_levels = not any("change" in arm.label.lower() for arm in arms)
    if are_levels and control > 0 and treated >= 0:
        relative = 100.0 * difference / control
        shown = f"{names}: ({show(treated)} - {show(control)}) / {show(control)} = {relative:+.1f} %"
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


def _share(arm: Arm) -> float | None:
    if arm.events is None or not arm.n or not 0 <= arm.events <= arm.n:
        return None
    return 100.0 * arm.events / arm.n


def _named(arm: Arm, number: float) -> str:
    counts = f"{arm.events} of {arm.n} = " if _share(arm) is not None else ""
    return f"{arm.label} {counts}{show(number)}{' %' if counts else ''}"


def _minus(number: float | None) -> float | None:
    return None if number is None else -number
