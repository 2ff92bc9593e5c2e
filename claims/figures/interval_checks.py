"""Checks of a value against its 95 % interval, and of the interval against the printed p."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from claims.figures.amounts import interval_text, show
from claims.figures.printed_p import PrintedP, parse_p, printed_number
from claims.figures.problems import Problem
from claims.figures.quantity import Finding, Statistic
from claims.figures.roles import RATIO_KINDS, is_one_arm_only
from claims.figures.rounding import equal_within, shared_half_step
from claims.figures.student import critical_t, two_sided_p
from claims.figures.units import parse_unit, percent_change_to_fold

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
    room = 2 * shared_half_step(value, low, high)
    # At the very edge of the rounding an interval would have no width on that side.
    if (value < low and not low - value < room) or (value > high and not value - high < room):
        yield Problem("value_outside_interval", f"{shown}: a value lies inside its own interval.", numbers)
        return
    is_ratio = is_ratio_scale(finding)
    if is_ratio and min(value, low, high) <= 0:
        return
    scales = _scales(finding, (value, low, high))
    if (is_ratio or _is_difference(finding)) and not any(scale.is_symmetric for scale in scales):
        middle = math.sqrt(low * high) if is_ratio else (low + high) / 2
        scale = "on the logarithmic scale, as for a ratio, " if is_ratio else ""
        message = f"{shown}: {scale}the middle of this interval is {show(float(f'{middle:.4g}'))}, not {show(value)}."
        yield Problem("interval_asymmetric", message, (*numbers, ("middle", middle)))
        return
    printed = parse_p(finding.p)
    if printed is not None and (is_ratio or _is_difference(finding)):
        yield from _p_problem(finding, scales, printed, shown, numbers)


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


@dataclass(frozen=True, slots=True)
class _Scale:
    """Value and interval on the scale on which the interval should be symmetric, each with its room for rounding."""

    value: float
    low: float
    high: float
    value_step: float
    low_step: float
    high_step: float

    @property
    def is_symmetric(self) -> bool:
        """Tell whether the value lies in the middle of the interval, with room for rounding and for methods."""
        room = 2 * self.value_step + self.low_step + self.high_step + _SKEW * (self.high - self.low)
        return equal_within(self.low + self.high, 2 * self.value, room)


def _scales(finding: Finding, printed: tuple[float, float, float]) -> list[_Scale]:
    """Return the scales that value and interval may be symmetric on; no effect is 0 on each.

    A ratio has the logarithmic one; a relative change in per cent may be a ratio written otherwise, so it has both.
    """
    step = shared_half_step(*printed)
    if is_ratio_scale(finding):
        return [_log_scale(printed, step)]
    scales = [_Scale(*printed, step, step, step)]
    is_percent = parse_unit(finding.unit or "").kind == "percent" and finding.statistic is Statistic.RELATIVE_CHANGE
    if is_percent and min(printed) > -100:
        value, low, high = (percent_change_to_fold(number) for number in printed)
        scales.append(_log_scale((value, low, high), step / 100.0))
    return scales


def _log_scale(ratios: tuple[float, float, float], step: float) -> _Scale:
    value, low, high = ratios
    return _Scale(math.log(value), math.log(low), math.log(high), step / value, step / low, step / high)


def _p_problem(
    finding: Finding, scales: list[_Scale], printed: PrintedP, shown: str, numbers: tuple[tuple[str, float], ...]
) -> Iterator[Problem]:
    ranges = [_p_range(finding, scale) for scale in scales]
    smallest, largest = min(low for low, _ in ranges), max(high for _, high in ranges)
    if printed.low / _P_SLACK <= largest and smallest <= printed.high * _P_SLACK:
        return
    expected = show(float(f"{smallest:.2g}")) if smallest == largest else f"{smallest:.2g} to {largest:.2g}"
    message = f"{shown} means a p of {expected} with all roundings allowed for; printed is “{finding.p}”."
    yield Problem("interval_against_p", message, (*numbers, ("p_low", smallest), ("p_high", largest)))


def _p_range(finding: Finding, scale: _Scale) -> tuple[float, float]:
    """Return the smallest and largest p that value and interval allow, over roundings and degrees of freedom.

    t = t_crit x |value - null| / half the width, p = P(|T| >= t), on the scale where no effect is 0.
    """
    rounding = (scale.low_step + scale.high_step) / 2
    half_width = (scale.high - scale.low) / 2
    found = []
    for df in (_fewest_df(finding), math.inf):
        critical = critical_t(df)
        for distance, width in (
            (abs(scale.value) + scale.value_step, max(half_width - rounding, 1e-12)),
            (max(abs(scale.value) - scale.value_step, 0.0), half_width + rounding),
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
