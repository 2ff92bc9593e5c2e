"""Checks of a reported difference against the means and standard deviations of its two groups."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from claims.figures.amounts import show
from claims.figures.count_checks import sign_problem
from claims.figures.interval_checks import is_ratio_scale
from claims.figures.problems import Problem
from claims.figures.quantity import Arm, Finding, Statistic
from claims.figures.roles import two_groups, value_is_difference
from claims.figures.rounding import half_step
from claims.figures.units import parse_unit

_STANDARDISED = re.compile(
    r"(?:std\.?|standardi[sz]ed)(?: mean)? difference|smd|cohen'?s'? d|hedges'?s? g|glass'?s'? (?:delta|Δ|δ)"
    r"|sds?|standard deviations?|d"
)


def arm_problems(finding: Finding) -> Iterator[Problem]:
    """Yield what does not fit between the value and the two groups it is said to come from."""
    if finding.value is None or len(finding.arms) != 2:
        return
    if _STANDARDISED.fullmatch(_plain(finding.unit)):
        yield from _smd_problem(finding.value, *finding.arms)
        yield from _smd_sign_problem(finding.value, *finding.arms)
    elif finding.statistic in {None, Statistic.ABSOLUTE_CHANGE} and not is_ratio_scale(finding):
        yield from _difference_problem(finding, finding.value)


def _plain(unit: str | None) -> str:
    return " ".join((unit or "").lower().replace("’", "'").split())


def standardised_differences(first: Arm, second: Arm) -> tuple[float, ...]:
    """Return the standardised mean differences that two groups allow, or nothing where a number is missing.

    d with the pooled SD (Cohen 1988), g = d x (1 - 3 / (4 (n1 + n2) - 9)) (Hedges 1981), and Glass's delta with
    the SD of either group. Without group sizes the SDs are pooled with equal weight and g is left out.
    """
    if first.mean is None or second.mean is None or not first.sd or not second.sd:
        return ()
    difference = first.mean - second.mean
    equal = math.sqrt((first.sd**2 + second.sd**2) / 2)
    found = [difference / equal, difference / first.sd, difference / second.sd]
    if first.n and second.n and first.n + second.n > 2:
        df = first.n + second.n - 2
        pooled = math.sqrt(((first.n - 1) * first.sd**2 + (second.n - 1) * second.sd**2) / df)
        found += [difference / pooled, difference / pooled * (1 - 3 / (4 * df - 1))]
    return tuple(found)


def _smd_problem(value: float, first: Arm, second: Arm) -> Iterator[Problem]:
    allowed = [abs(number) for number in standardised_differences(first, second)]
    if not allowed:
        return
    spread = min(first.sd or 1.0, second.sd or 1.0)
    # Rounded means change the quotient by a share of the SD, rounded SDs by their own share.
    means = half_step(first.mean or 0.0) + half_step(second.mean or 0.0)
    sds = max(half_step(first.sd or 0.0), half_step(second.sd or 0.0))
    slack = means / spread + max(allowed) * sds / spread + half_step(value)
    if min(allowed) - slack <= abs(value) <= max(allowed) + slack:
        return
    message = (
        f"Means of {show(first.mean or 0.0)} and {show(second.mean or 0.0)} with SDs of {show(first.sd or 0.0)} and "
        f"{show(second.sd or 0.0)} give a standardised difference of {min(allowed):.2f} to {max(allowed):.2f}; "
        f"printed is {show(value)}. A standard error taken for an SD would do this."
    )
    yield Problem("smd_against_arms", message, (("value", value), ("low", min(allowed)), ("high", max(allowed))))


def _smd_sign_problem(value: float, first: Arm, second: Arm) -> Iterator[Problem]:
    if first.mean is None or second.mean is None or (first.mean - second.mean) * value >= 0:
        return
    side = "lower" if first.mean < second.mean else "higher"
    message = (
        f"The mean of {show(first.mean)} ({first.label}) is {side} than that of {show(second.mean)} ({second.label}), "
        f"but the standardised difference is {show(value)}. Some reports turn the sign so that above 0 is better."
    )
    yield Problem("smd_sign", message, (("value", value), ("first", first.mean), ("second", second.mean)))


def _difference_problem(finding: Finding, value: float) -> Iterator[Problem]:
    first, second = (arm.mean for arm in finding.arms)
    if first is None or second is None or value in {first, second}:
        return
    if value_is_difference(finding):
        steps = half_step(value) + half_step(first) + half_step(second)
        if value < 0 < first - second - steps and two_groups(finding):
            yield sign_problem(finding, first - second, value)
        return
    if finding.statistic is None and _is_relative(finding, value, first, second):
        return
    message = (
        f"{finding.arms[0].label} {show(first)} and {finding.arms[1].label} {show(second)} differ by "
        f"{show(round(abs(first - second), 6))} {finding.unit or ''}".rstrip()
        + f"; printed is {show(value)}."
    )
    yield Problem("value_against_arms", message, (("value", value), ("first", first), ("second", second)))


def _is_relative(finding: Finding, value: float, first: float, second: float) -> bool:
    """Tell whether a value in per cent is the relative difference of two means, the base being either."""
    if parse_unit(finding.unit or "").kind != "percent":
        return False
    changes = [100.0 * (first - second) / base for base in (first, second) if base]
    # Means rounded to few digits move the quotient; a tenth of it is left as room.
    return any(abs(abs(value) - abs(change)) <= half_step(value) + 0.1 * abs(change) for change in changes)
