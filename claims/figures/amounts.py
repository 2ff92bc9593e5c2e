"""The quantities that one finding yields: what it reports, and what follows from its arms by arithmetic."""

from __future__ import annotations

from dataclasses import replace

from claims.figures.amount import Amount, interval_text, show
from claims.figures.group_amounts import from_groups, groups_difference, groups_shown
from claims.figures.quantity import Finding, Statistic
from claims.figures.ratio_kinds import OTHER_RATIOS
from claims.figures.roles import RATIO_KINDS, finding_role, value_is_difference
from claims.figures.rounding import precision
from claims.figures.units import fold_to_percent_change, parse_unit

__all__ = ["Amount", "amounts_of", "canonical", "interval_text", "show"]


def amounts_of(finding: Finding) -> tuple[Amount, ...]:
    """Return what a finding reports and what follows from it, each in the canonical form of its statistic."""
    found = [*_reported(finding), *from_groups(finding)]
    return tuple(canonical(amount) for amount in found)


def canonical(amount: Amount) -> Amount:
    """Return an amount in the one form that its statistic is compared in.

    Ratios and folds become relative changes in per cent (odds, hazard and rate ratios: of the odds, the hazard, the
    rate, which is not the same as of the risk, see `ratio_kinds`), absolute changes in per cent become percentage
    points. Everything else is unchanged.
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
    kind = parse_unit(amount.unit).kind
    unit = OTHER_RATIOS[kind].unit if kind in OTHER_RATIOS else "%"
    printed = [100.0 * precision(number, amount.unit) for number in amount.numbers]
    return Amount(
        change(amount.value), change(amount.low), change(amount.high), unit, Statistic.RELATIVE_CHANGE,
        change(amount.ci_low), change(amount.ci_high), amount.arithmetic or step, is_signed=True, is_restated=True,
        step=max(printed, default=None),
    )  # fmt: skip


def _reported(finding: Finding) -> list[Amount]:
    if finding.unit is None or (finding.value is None and finding.low is None and finding.high is None):
        return []
    value, is_signed = finding.value, False
    difference = groups_difference(finding)
    if value is not None and difference is not None:
        fits = value_is_difference(finding)
        # A negative number that is not the groups' difference may be adjusted for how they began, so its sign stays.
        if fits or (difference and value > 0):
            value, is_signed = (value if difference * value >= 0 else -value), True
    mirrored = finding.value is not None and value == -finding.value and value != 0
    shown = groups_shown(finding) if is_signed and (finding.value or 0) > 0 else ""
    ends = (finding.ci_low, finding.ci_high)
    if mirrored:
        ends = (_minus(finding.ci_high), _minus(finding.ci_low))
    role = finding_role(finding)
    amount = Amount(value, finding.low, finding.high, finding.unit, role, *ends, is_signed=is_signed, direction=shown)
    return [amount]


def _minus(number: float | None) -> float | None:
    return None if number is None else -number
