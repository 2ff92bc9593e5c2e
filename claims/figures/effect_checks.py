"""Checks of reported effects against the groups they come from, and of numbers that cannot be.

A relative change is (treated - control) / control, a risk ratio the quotient of two risks, an odds ratio that of two
odds. Reported effects are often adjusted, so a tenth of the ratio is left as room; what lies further away, or on the
other side of no effect, is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.figures.amounts import show
from claims.figures.problems import Problem
from claims.figures.quantity import Arm, Finding, Statistic
from claims.figures.roles import RATIO_KINDS, is_one_arm_only, two_groups
from claims.figures.rounding import half_step
from claims.figures.units import Unit, parse_unit

#: How far a reported ratio may lie from the one of the bare groups, as a share of it.
_ADJUSTED = 0.1
#: How far the ways to correct for groups without events lie apart, as a factor.
_CORRECTIONS = 2.0
_SCALE = re.compile(r"\b\d+\s*(?:-|–|to)\s*(?P<top>\d+)[ -](?:point )?scale\b")


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
    stated = [(number, False) for number in (finding.value, finding.low, finding.high)]
    for number, is_end in (*stated, (finding.ci_low, True), (finding.ci_high, True)):
        said = "" if number is None else _why_impossible(number, parsed, finding, is_end=is_end)
        if number is not None and said:
            yield Problem("impossible_number", f"{show(number)} {finding.unit}: {said}.", (("value", number),))
            return
    yield from _impossible_groups(finding)


def _why_impossible(number: float, parsed: Unit, finding: Finding, *, is_end: bool) -> str:
    """Say why a number of this kind, or the end of its interval, cannot be; empty where it can."""
    if parsed.kind in RATIO_KINDS and number < 0:
        return "a ratio is never below 0"
    if parsed.kind != "percent":
        return ""
    if finding.statistic is Statistic.PROPORTION and not 0 <= number * parsed.factor <= 100:
        return f"a share{' and its interval lie' if is_end else ' lies'} between 0 and 100 %"
    if finding.statistic is Statistic.RELATIVE_CHANGE and number < -100 and not is_end:
        return "a fall of more than 100 % is possible only for what can be negative"
    return ""


def _impossible_groups(finding: Finding) -> Iterator[Problem]:
    scale = _SCALE.search(finding.unit or "")
    for arm in finding.arms:
        if arm.sd is not None and arm.sd < 0:
            message = f"{arm.label}: a standard deviation of {show(arm.sd)}; none is below 0."
            yield Problem("impossible_number", message, (("sd", arm.sd),))
        if scale and arm.mean is not None and abs(arm.mean) > float(scale["top"]):
            message = f"{arm.label}: a mean of {show(arm.mean)} lies outside the scale ({finding.unit})."
            yield Problem("impossible_number", message, (("mean", arm.mean),))


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
    found, corrected = _quotient(finding, is_odds=is_odds), _corrected(finding, is_odds=is_odds)
    if value == 0 and finding.arms and finding.arms[0].events == 0:
        return
    if found and any(_is_near(value, ratio, half_step(value)) for ratio in _both_ways(found[1])):
        return
    if corrected and any(1 / _CORRECTIONS <= value / ratio <= _CORRECTIONS for ratio in _both_ways(corrected)):
        return
    shown, quotient = found or ("", 0.0)
    if corrected:
        shown, quotient = f"{_counts(finding)}, with half an event added to each cell,", corrected
    if not shown:
        return
    name = "an odds ratio" if is_odds else "a ratio"
    message = f"{shown} gives {name} of {show(round(quotient, 2))}, printed is {show(value)}."
    yield _problem("effect_against_groups", message, quotient, value)


def _both_ways(ratio: float) -> list[float]:
    """Return a ratio and, where there is one, that of the groups in the other order."""
    return [ratio, *([1.0 / ratio] if ratio > 0 else [])]


def _counts(finding: Finding) -> str:
    return " against ".join(f"{arm.events} of {arm.n}" for arm in finding.arms)


def _corrected(finding: Finding, *, is_odds: bool) -> float | None:
    """Return the ratio of two groups with half an event added to each cell, where one has no events, or only events.

    The usual correction for zero cells (Cochrane Handbook, section 10.4.4.2).
    """
    arms = two_groups(finding)
    if arms is None or not any(_risk(arm) in {0.0, 1.0} for arm in arms):
        return None
    if any(_risk(arm) is None for arm in arms):
        return None
    ratios = []
    for arm in arms:
        events, n = (arm.events or 0) + 0.5, (arm.n or 0) + 1.0
        ratios.append(events / (n - events) if is_odds else events / n)
    return ratios[0] / ratios[1]


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
        shown = _counts(finding)
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
