"""Why a finding is not the claimed quantity, as a clause without its subject, and numbers that only look like it."""

from __future__ import annotations

from claims.figures.amounts import Amount, interval_text, show
from claims.figures.quantity import Figure, Finding, Statistic
from claims.figures.ratio_kinds import OTHER_RATIOS
from claims.figures.roles import CHANGES, RATIO_KINDS, figure_role, finding_role, is_calendar_year
from claims.figures.rounding import equal_within, half_step
from claims.figures.units import parse_unit


def stated(amount: Amount) -> str:
    """Return an amount in words, with its interval."""
    interval = ""
    if amount.ci_low is not None and amount.ci_high is not None:
        interval = f" ({interval_text(amount.ci_low, amount.ci_high)})"
    if amount.value is not None:
        value = float(f"{amount.value:.3g}") if amount.is_worked_out else amount.value
        return f"{show(value)} {amount.unit}".rstrip() + interval
    ends = " to ".join(show(end) for end in (amount.low, amount.high) if end is not None)
    return f"{ends} {amount.unit}".rstrip() + interval


def given(finding: Finding) -> str:
    """Return what a finding gives, in words."""
    numbers = (finding.value, finding.low, finding.high)
    if finding.unit is None or all(number is None for number in numbers):
        return "reports no number with a unit"
    return f"gives {stated(Amount(*numbers, finding.unit, None))}"


def why_not(finding: Finding, figure: Figure) -> str:
    """Say why a finding is another quantity than the claimed one."""
    if is_calendar_year(finding):
        return f"gives a year of the calendar ({finding.value:.0f}), which alone is no length of time"
    found = given(finding)
    if not found.startswith("gives"):
        return found
    role, claimed = finding_role(finding), figure_role(figure)
    ratio = _other_ratio(finding, figure)
    if ratio:
        return ratio
    if role is None:
        return f"{found} without saying what kind of quantity it is, and a bare number confirms nothing"
    if claimed is not None and role is not claimed:
        return f"{found}, {_role_clash(claimed, role, finding.unit)}"
    return f"{found}, which cannot be converted into the claimed unit ({figure.unit})"


def _other_ratio(finding: Finding, figure: Figure) -> str:
    """Say why a ratio of odds, hazards or rates is not held against another kind of change."""
    kinds = [parse_unit(unit).kind for unit in (finding.unit or "", figure.unit)]
    told = [OTHER_RATIOS[kind] for kind in kinds if kind in OTHER_RATIOS]
    if not told or kinds[0] == kinds[1] or not set(kinds) <= {*RATIO_KINDS, "percent"}:
        return ""
    found = given(finding)
    if kinds[0] in RATIO_KINDS:
        number, _, interval = found.removeprefix("gives ").partition(f" {finding.unit}")
        found = f"gives {_with_article(finding.unit or '')} of {number}{interval}"
    other = "which" if kinds[0] in OTHER_RATIOS else f"while {told[0].name}"
    return f"{found}, {other} {told[0].why}, so it is not compared with the claimed “{figure.text}”"


def confusable_number(finding: Finding, figure: Figure) -> str:
    """Warn where the reported number looks like the claimed one but is the other kind of change."""
    role, claimed = finding_role(finding), figure_role(figure)
    number = figure.high if figure.high is not None else figure.low
    if finding.value is None or number is None or role is claimed or not {role, claimed} <= CHANGES:
        return ""
    if not equal_within(abs(finding.value), abs(number), half_step(number)) or claimed is None:
        return ""
    if role is None:
        return ""
    return f"; the {show(abs(finding.value))} in the source is {_role_clash(claimed, role, finding.unit)}"


def _role_clash(claimed: Statistic, role: Statistic, unit: str | None) -> str:
    if (claimed, role) == (Statistic.RELATIVE_CHANGE, Statistic.ABSOLUTE_CHANGE):
        if parse_unit(unit or "").kind in {"points", "percent"}:
            return "an absolute change; read as a relative one it would take percentage points for per cent"
        return f"an absolute change in {unit}; a relative one would need the value that it started from"
    if (claimed, role) == (Statistic.ABSOLUTE_CHANGE, Statistic.RELATIVE_CHANGE):
        return "a relative change; shown as an absolute one it would look like more than it is"
    both = " and changes" if {claimed, role} <= CHANGES else ""
    return f"which is {_with_article(role.label)}{both}, while the claim states {_with_article(claimed.label)}"


def _with_article(name: str) -> str:
    return f"{'an' if name[:1] in 'aeiou' else 'a'} {name}"
