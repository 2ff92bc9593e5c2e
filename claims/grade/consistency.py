"""Inconsistency: do the results disagree, and does the disagreement matter for the question asked?

Guidance 36 and Core GRADE 3 (Guyatt 2025): point estimates, overlap of the intervals and the side of the chosen
threshold count; I² (Higgins 2003, BMJ 327:557) is context only. Directions are never counted as votes.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from claims.grade.studies import StudyResult, Suggestion, independent, not_computable
from claims.grade.targets import ImprecisionTarget, Scale, TargetKind
from claims.grade.vocabulary import Stance

#: Half the width of a 95 % interval in standard errors.
Z95 = NormalDist().inv_cdf(0.975)
#: Intervals narrower than this count as this wide, so that their weights stay numbers.
NARROWEST = 1e-100


@dataclass(frozen=True, slots=True)
class Interval:
    """An effect with its 95 % interval, a difference in the unit of the outcome or a ratio."""

    effect: float
    low: float
    high: float
    scale: Scale

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"The interval ends are in the wrong order ({self.low}, {self.high}).")
        if self.scale == "ratio" and min(self.effect, self.low) <= 0:
            raise ValueError("A ratio and its interval lie above zero.")

    def describe(self) -> str:
        """Return effect and interval as printed in a reason."""
        return f"{_shown(self.effect)} ({_shown(self.low)} to {_shown(self.high)})"


def _shown(number: float) -> str:
    return f"{number:.4g}" if abs(number) < 1000 else f"{number:g}"


def interval_of(result: StudyResult) -> Interval | None:
    """Return the interval of a result, or ``None`` where a part of it is not recorded."""
    if result.effect is None or result.ci_low is None or result.ci_high is None or result.scale is None:
        return None
    return Interval(result.effect, result.ci_low, result.ci_high, result.scale)


def suggest_inconsistency(results: Sequence[StudyResult], target: ImprecisionTarget | None = None) -> Suggestion:
    """Return the step that intervals and thresholds suggest: 0, -1 or -2, or what is missing."""
    studies = independent(results)
    if not studies:
        return not_computable("no result bears on the question.")
    if len(studies) == 1:
        return Suggestion(0, "One independent result: there is nothing for it to disagree with.", {"results": 1})
    intervals = [interval for interval in map(interval_of, studies) if interval]
    if len(intervals) < len(studies):
        return _without_intervals(studies)
    if len({interval.scale for interval in intervals}) > 1:
        return not_computable("differences and ratios stand side by side and cannot be compared.")
    return _judge(intervals, target or ImprecisionTarget(TargetKind.NULL))


def _judge(intervals: Sequence[Interval], target: ImprecisionTarget) -> Suggestion:
    thresholds = target.thresholds(intervals[0].scale)
    sides = {bisect_left(thresholds, interval.effect) for interval in intervals}
    overlap = max(one.low for one in intervals) <= min(one.high for one in intervals)
    heterogeneity = i_squared(intervals)
    numbers = {"results": float(len(intervals)), "sides": float(len(sides)), "i2": heterogeneity}
    context = f"I² is {heterogeneity * 100:.0f} % (context only)."
    against = f"held against {target.describe()}"
    if len(sides) == 1:
        size = "the intervals overlap" if overlap else "they differ in size, not in side"
        return Suggestion(0, f"All point estimates lie on one side, {against}; {size}. {context}", numbers)
    if overlap:
        reason = (
            f"Point estimates lie on different sides, {against}, but every interval overlaps every other. {context}"
        )
        return Suggestion(0, reason, numbers)
    if _clearly_apart(intervals, thresholds):
        return Suggestion(-2, f"Whole intervals lie on different sides, {against}. {context}", numbers)
    reason = f"Point estimates lie on different sides, {against}, and not all intervals overlap. {context}"
    return Suggestion(-1, reason, numbers)


def _clearly_apart(intervals: Sequence[Interval], thresholds: Sequence[float]) -> bool:
    zones = {(bisect_left(thresholds, one.low), bisect_left(thresholds, one.high)) for one in intervals}
    return len({low for low, high in zones if low == high}) > 1


def _without_intervals(studies: Sequence[StudyResult]) -> Suggestion:
    missing = ", ".join(study.source for study in studies if not study.has_interval)
    agree = sum(study.stance in (Stance.SUPPORTS, Stance.PARTLY_SUPPORTS) for study in studies)
    against = sum(study.stance == Stance.CONTRADICTS for study in studies)
    numbers = {"results": float(len(studies)), "agreeing": float(agree), "disagreeing": float(against)}
    stances = f"{agree} agree with the claim at least in part and {against} disagree, which is no count of votes."
    lacking = f"no effect with interval that can be compared is recorded for {missing}"
    return not_computable(f"{lacking}; of {len(studies)} independent results {stances}", numbers)


def common_effect(intervals: Sequence[Interval]) -> float:
    """Return the inverse-variance mean of the effects (of their logarithms for ratios); needs at least one interval.

    Intervals without width count as exact; then only they are averaged.
    """
    exact = [interval for interval in intervals if interval.low == interval.high]
    pairs = [(_centre(one), 1.0) for one in exact] or [(_centre(one), _precision(one)) for one in intervals]
    mean = sum(centre * weight for centre, weight in pairs) / sum(weight for _, weight in pairs)
    return math.exp(mean) if intervals[0].scale == "ratio" else mean


def pooled_interval(intervals: Sequence[Interval]) -> Interval | None:
    """Return the random-effects mean with its 95 % interval, on logarithms for ratios; all have one scale.

    ``None`` for fewer than two, for one without width, and for numbers too far apart to be computed.
    """
    if len(intervals) < 2 or any(one.low == one.high for one in intervals):
        return None
    turn = math.exp if intervals[0].scale == "ratio" else float
    try:
        mean, half = _random_effects([(_centre(one), _precision(one)) for one in intervals])
        return Interval(turn(mean), turn(mean - half), turn(mean + half), intervals[0].scale)
    except (OverflowError, ZeroDivisionError, ValueError):
        return None


def _random_effects(pairs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the mean of pairs of effect and weight w = 1 / v, and half the width of its 95 % interval.

    DerSimonian and Laird 1986 (Control Clin Trials 7:177, eq. 8): weights 1 / (v + τ²), with
    τ² = max(0, (Q - df) / (Σw - Σw² / Σw)).
    """
    total = sum(weight for _, weight in pairs)
    fixed = sum(weight * effect for effect, weight in pairs) / total
    q = sum(weight * (effect - fixed) ** 2 for effect, weight in pairs)
    tau2 = max(0.0, (q - (len(pairs) - 1)) / (total - sum(weight**2 for _, weight in pairs) / total))
    weighted = [(effect, 1 / (1 / weight + tau2)) for effect, weight in pairs]
    whole = sum(weight for _, weight in weighted)
    return sum(weight * effect for effect, weight in weighted) / whole, Z95 / math.sqrt(whole)


def i_squared(intervals: Sequence[Interval]) -> float:
    """Return I² as a share from 0 to 1: the part of the spread beyond chance, max(0, (Q - df) / Q)."""
    wide = [interval for interval in intervals if interval.low < interval.high]
    if len(wide) < 2:
        return 0.0
    mean = common_effect(wide)
    mean = math.log(mean) if wide[0].scale == "ratio" else mean
    q = sum(_precision(one) * (_centre(one) - mean) ** 2 for one in wide)
    return max(0.0, (q - (len(wide) - 1)) / q) if q > 0 else 0.0


def _centre(interval: Interval) -> float:
    return math.log(interval.effect) if interval.scale == "ratio" else interval.effect


def _precision(interval: Interval) -> float:
    low, high = interval.low, interval.high
    width = math.log(high) - math.log(low) if interval.scale == "ratio" else high - low
    return (2 * Z95 / max(width, NARROWEST)) ** 2
