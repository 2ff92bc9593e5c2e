"""Checks of a value against its 95 % interval, and of the interval against the printed p."""

from __future__ import annotations

import math
from collections.abc import Iterator

from claims.figures.amounts import interval_text, show
from claims.figures.printed_p import PrintedP, parse_p, printed_number
from claims.figures.problems import Problem
from claims.figures.quantity import Finding, Statistic
from claims.figures.roles import RATIO_KINDS, is_one_arm_only
from claims.figures.rounding import equal_within, half_step
from claims.figures.student import critical_t, two_sided_p
from claims.figures.units import parse_unit

#: How far the value may lie from the middle, as a share of the interval's width: covers bootstrap and exact methods.
_SKEW = 0.10
#: The fewest degrees of freedom tried where the size or the method is not known.
_FEWEST_DF = 2.0
#: Room for intervals that come from another test than p does.
_P_SLACK = 1.25
_REVIEWS = frozenset({"meta-analysis", "systematic-review"})


def interval_problems(finding: Finding) -> Iterator[Problem]:
    """Yield what does not fit between range, value, interval and p of a finding."""
    if _above(finding.low, finding.high):
        yield _reversed("range_reversed", "reported range", finding.low or 0.0, finding.high or 0.0)
    number = printed_number(finding.p)
    if number is not None and number > 1:
        yield Problem("p_out_of_range", f"p is printed as {finding.p}; a p lies between 0 and 1.", (("p", number),))
    low, high = finding.ci_low, finding.ci_high
    if low is None or high is None:
        return
    if low > high:
        yield _reversed("interval_reversed", "95 % CI", low, high)
    elif finding.value is not None:
        yield from _value_problems(finding, finding.value, low, high)


def _value_problems(finding: Finding, value: float, low: float, high: float) -> Iterator[Problem]:
    numbers = (("value", value), ("ci_low", low), ("ci_high", high))
    shown = f"{show(value)} with a {interval_text(low, high)}"
    if value < low - half_step(low) - half_step(value) or value > high + half_step(high) + half_step(value):
        yield Problem("value_outside_interval", f"{shown}: a value lies inside its own interval.", numbers)
        return
    is_ratio = is_ratio_scale(finding)
    if is_ratio and min(value, low, high) <= 0:
        return
    if (is_ratio or _is_difference(finding)) and not _is_symmetric(value, low, high, is_ratio):
        middle = math.sqrt(low * high) if is_ratio else (low + high) / 2
        scale = "on the logarithmic scale, as for a ratio, " if is_ratio else ""
        message = f"{shown}: {scale}the middle of this interval is {show(float(f'{middle:.4g}'))}, not {show(value)}."
        yield Problem("interval_asymmetric", message, (*numbers, ("middle", middle)))
        return
    printed = parse_p(finding.p)
    if printed is not None and (is_ratio or _is_difference(finding)):
        yield from _p_problem(finding, printed, shown, numbers)


def is_ratio_scale(finding: Finding) -> bool:
    """Tell whether a finding is a ratio, for which no effect is 1 and the scale is logarithmic."""
    kind = parse_unit(finding.unit or "").kind
    return kind in RATIO_KINDS or finding.statistic is Statistic.RATIO


def _is_difference(finding: Finding) -> bool:
    """Tell whether the interval is one of a difference, so that no effect is 0; shares and levels are not."""
    if finding.unit is None or is_one_arm_only(finding):
        return False
    if finding.statistic is not None:
        return finding.statistic in {Statistic.RELATIVE_CHANGE, Statistic.ABSOLUTE_CHANGE}
    return parse_unit(finding.unit).kind != "percent"


def _is_symmetric(value: float, low: float, high: float, is_ratio: bool) -> bool:
    steps = (half_step(value), half_step(low), half_step(high))
    if is_ratio:
        steps = (steps[0] / value, steps[1] / low, steps[2] / high)
        value, low, high = math.log(value), math.log(low), math.log(high)
    return equal_within(low + high, 2 * value, 2 * steps[0] + steps[1] + steps[2] + _SKEW * (high - low))


def _p_problem(
    finding: Finding, printed: PrintedP, shown: str, numbers: tuple[tuple[str, float], ...]
) -> Iterator[Problem]:
    smallest, largest = _p_range(finding)
    if printed.low / _P_SLACK <= largest and smallest <= printed.high * _P_SLACK:
        return
    expected = show(float(f"{smallest:.2g}")) if smallest == largest else f"{smallest:.2g} to {largest:.2g}"
    message = f"{shown} means a p of {expected} with all roundings allowed for; printed is “{finding.p}”."
    yield Problem("interval_against_p", message, (*numbers, ("p_low", smallest), ("p_high", largest)))


def _p_range(finding: Finding) -> tuple[float, float]:
    """Return the smallest and largest p that value and interval allow, over roundings and degrees of freedom.

    t = t_crit x |value - null| / half the width, p = P(|T| >= t); on the log scale for a ratio.
    """
    value, low, high = finding.value or 0.0, finding.ci_low or 0.0, finding.ci_high or 0.0
    rounding = half_step(value), (half_step(low) + half_step(high)) / 2
    if is_ratio_scale(finding):
        rounding = half_step(value) / value, (half_step(low) / low + half_step(high) / high) / 2
        value, low, high = math.log(value), math.log(low), math.log(high)
    half_width = (high - low) / 2
    found = []
    for df in (_fewest_df(finding), math.inf):
        critical = critical_t(df)
        for distance, width in (
            (abs(value) + rounding[0], max(half_width - rounding[1], 1e-12)),
            (max(abs(value) - rounding[0], 0.0), half_width + rounding[1]),
        ):
            found.append(two_sided_p(critical * distance / width, df))
    return min(found), max(found)


def _fewest_df(finding: Finding) -> float:
    if finding.n is None or finding.design in _REVIEWS or finding.subgroup:
        return _FEWEST_DF
    return max(_FEWEST_DF, finding.n / 2.0 - 2.0)


def _above(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and low > high


def _reversed(code: str, name: str, low: float, high: float) -> Problem:
    message = f"The {name} runs from {show(low)} to {show(high)}; the low end should come first."
    return Problem(code, message, (("low", low), ("high", high)))
