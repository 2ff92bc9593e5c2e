"""Checks of reported effects against the groups they come from, and of numbers that cannot be.

A relative change is (treated - control) / control, a risk ratio the quotient of two risks, an odds ratio that of two
odds. Reported effects are often adjusted, so a tenth of the ratio is left as room; what lies further away, or on the
other side of no effect, is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.figures.amounts import show
from claims.figures.problems import Problem
from claims.figures.quantity import Arm, Finding, Statistic
from claims.figures.roles import RATIO_KINDS, is_one_arm_only, two_groups
from claims.figures.rounding import half_step
from claims.figures.units import parse_unit

#: How far a reported ratio may lie from the one of the bare groups, as a share of it.
_ADJUSTED = 0.1


def effect_problems(finding: Finding) -> Iterator[Problem]:
    """Yield what cannot be as a number of its kind, or does not follow from the two groups."""
    impossible = list(_impossible(finding))
    yield from impossible
    if finding.value is None or impossible or is_one_arm_only(finding):
        return
    kind = parse_unit(finding.unit or "").kind
    if kind == "percent" and finding.statistic is Statistic.RELATIVE_CHANGE:
        yield from _relative_problem(finding, finding.value)
    elif kind in {"ratio", "odds ratio"} and finding.statistic in {None, Statistic.RATIO, Statistic.RELATIVE_CHANGE}:
        yield from _ratio_problem(finding, finding.value, is_odds=kind == "odds ratio")


def _impossible(finding: Finding) -> Iterator[Problem]:
    parsed = parse_unit(finding.unit or "")
    for number in (finding.value, finding.low, finding.high):
        if number is None:
            continue
        said = ""
        if parsed.kind in RATIO_KINDS and number < 0:
            said = "a ratio is never below 0"
        elif parsed.kind == "percent" and finding.statistic is Statistic.PROPORTION:
            share = number * parsed.factor
            said = "a share lies between 0 and 100 %" if not 0 <= share <= 100 else ""
        elif parsed.kind == "percent" and finding.statistic is Statistic.RELATIVE_CHANGE and number < -100:
            said = "a fall of more than 100 % is possible only for what can be negative"
        if said:
            yield Problem("impossible_number", f"{show(number)} {finding.unit}: {said}.", (("value", number),))
            return


def _relative_problem(finding: Finding, value: float) -> Iterator[Problem]:
    found = _quotient(finding, is_odds=False)
    if found is None:
        return
    shown, quotient = found
    expected = 100.0 * (quotient - 1.0)
    step = half_step(value)
    # A positive number may be the size of a fall, but a negative one is no rise.
    allowed = [1.0 + value / 100.0] + ([1.0 - value / 100.0] if value > 0 and expected < 0 else [])
    if any(_is_near(ratio, quotient, step / 100.0) for ratio in allowed):
        return
    message = f"{shown} is a relative change of {show(round(expected, 1))} %, printed is {show(value)}."
    yield _problem("effect_against_groups", message, expected, value)


def _ratio_problem(finding: Finding, value: float, *, is_odds: bool) -> Iterator[Problem]:
    found = _quotient(finding, is_odds=is_odds)
    if found is None:
        return
    shown, quotient = found
    turned = 1.0 / quotient if quotient > 0 else quotient
    if _is_near(value, quotient, half_step(value)) or _is_near(value, turned, half_step(value)):
        return
    name = "an odds ratio" if is_odds else "a ratio"
    message = f"{shown} gives {name} of {show(round(quotient, 2))}, printed is {show(value)}."
    yield _problem("effect_against_groups", message, quotient, value)


def _problem(code: str, message: str, expected: float, value: float) -> Problem:
    said = f"{message} An adjusted estimate is an innocent reason for a small difference."
    return Problem(code, said, (("expected", expected), ("value", value)))


def _quotient(finding: Finding, *, is_odds: bool) -> tuple[str, float] | None:
    """Return the groups in words and the quotient of their risks, odds or means, the second being the base.

    Means are compared only where both are levels above 0 and no odds are asked for.
    """
    arms = two_groups(finding)
    if arms is None:
        return None
    risks = [_risk(arm) for arm in arms]
    first, second = risks
    if first is not None and second is not None:
        if is_odds:
            first, second = (risk / (1 - risk) if risk < 1 else None for risk in (first, second))
        shown = " against ".join(f"{arm.events} of {arm.n}" for arm in arms)
    else:
        first, second = (None, None) if is_odds else (arm.mean for arm in arms)
        shown = " against ".join(f"{show(arm.mean or 0.0)} ({arm.label})" for arm in arms)
    if first is None or second is None or first < 0 or second <= 0 or _are_changes(arms):
        return None
    return shown, first / second


def _are_changes(arms: tuple[Arm, Arm]) -> bool:
    return any("change" in arm.label.lower() for arm in arms)


def _risk(arm: Arm) -> float | None:
    return arm.events / arm.n if arm.events is not None and arm.n and 0 <= arm.events <= arm.n else None


def _is_near(reported: float, quotient: float, step: float) -> bool:
    """Tell whether a reported ratio is that of the groups, with room for rounding and for adjustment."""
    if (reported - 1.0) * (quotient - 1.0) < 0 and abs(reported - 1.0) > step:
        return abs(reported - quotient) <= step
    return abs(reported - quotient) <= step + _ADJUSTED * quotient
