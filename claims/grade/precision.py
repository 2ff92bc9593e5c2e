"""Imprecision: does the interval cross what the question is about, and were there enough participants or events?

Guidelines 6 (Guyatt 2011), guidance 34/35 and Core GRADE 2 (Guyatt 2025): state the target, count the thresholds that
the interval crosses; where it crosses none, compare with the optimal information size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.grade.consistency import Interval, interval_of, pooled_interval
from claims.grade.rulesets import Thresholds
from claims.grade.studies import AT_MOST, StudyResult, Suggestion, independent, not_computable, without_size
from claims.grade.targets import ImprecisionTarget, TargetKind

#: Why the fall-backs of the ruleset are used.
NO_SIZE = "as no optimal information size was given"


def suggest_imprecision(
    results: Sequence[StudyResult],
    target: ImprecisionTarget | None = None,
    *,
    pooled: Interval | None = None,
    information_size: int | None = None,
    limits: Thresholds,
) -> Suggestion:
    """Return the step that interval and size suggest: 0 to -3, or what is missing.

    ``pooled`` is the pooled result where one was calculated; without it the interval of a single independent result is
    used, or several are pooled with random effects where each has its interval on one scale.
    ``information_size`` is in participants; without it the fall-backs of ``limits`` are used.
    """
    studies = independent(results)
    if not studies:
        return not_computable("no result bears on the question.")
    interval = pooled or interval_held(studies)
    chosen = target or ImprecisionTarget(TargetKind.NULL)
    said = "" if target else "No target was chosen, so the interval is held against no effect. "
    if interval and not pooled and len(studies) > 1:
        said += f"{len(studies)} independent results are pooled with random effects. "
    if interval:
        crossing = _crossing(interval, chosen, limits)
        if crossing:
            return _with_size(crossing, said, studies, information_size)
        prefix = f"{said}The interval {interval.describe()} crosses no threshold of {chosen.describe()}. "
        prefix += _beyond(interval, chosen)
    else:
        prefix = "No interval to hold against a threshold: " + _why_no_interval(studies) + " "
    suggestion = _by_size(studies, prefix, information_size, limits)
    # too few people are imprecise wherever the effect lies; enough of them say nothing without it
    return suggestion if interval or suggestion.step else _open(suggestion)


def _open(suggestion: Suggestion) -> Suggestion:
    """Return what size alone leaves open: whether a threshold is crossed."""
    if suggestion.step is None:
        return suggestion
    return not_computable(f"{suggestion.reason} Whether a threshold is crossed is not known.", suggestion.numbers)


def _beyond(interval: Interval, target: ImprecisionTarget) -> str:
    """Say where every threshold of a range lies on the other side of no effect than the result."""
    (none,) = ImprecisionTarget(TargetKind.NULL).thresholds(interval.scale)
    sides = {(value > none) for value in target.thresholds(interval.scale)}
    if target.kind != TargetKind.RANGE or interval.effect == none or (interval.effect > none) in sides:
        return ""
    return "Every threshold lies on the other side of no effect than the result. "


def interval_held(studies: Sequence[StudyResult]) -> Interval | None:
    """Return the interval that is held against a target: that of one independent result, or of several pooled."""
    return interval_of(studies[0]) if len(studies) == 1 else _pooled(studies)


def crosses(interval: Interval, target: ImprecisionTarget | None) -> tuple[float, ...]:
    """Return the thresholds that lie within an interval; without a target, no effect is the one."""
    thresholds = (target or ImprecisionTarget(TargetKind.NULL)).thresholds(interval.scale)
    return tuple(value for value in thresholds if interval.low < value < interval.high)


def _pooled(studies: Sequence[StudyResult]) -> Interval | None:
    intervals = [interval for study in studies if (interval := interval_of(study))]
    if len(intervals) < len(studies) or len({one.scale for one in intervals}) > 1:
        return None
    return pooled_interval(intervals)


def _why_no_interval(studies: Sequence[StudyResult]) -> str:
    if len(studies) == 1:
        return f"{studies[0].source} gives none that can be used."
    return f"{len(studies)} independent results and no pooled one."


def _crossing(interval: Interval, target: ImprecisionTarget, limits: Thresholds) -> Suggestion | None:
    crossed = crosses(interval, target)
    if not crossed:
        return None
    step = -min(len(crossed), 3)
    numbers = {
        "effect": interval.effect,
        "ci_low": interval.low,
        "ci_high": interval.high,
        "crossed": float(len(crossed)),
    }
    values = ", ".join(f"{value:g}" for value in crossed)
    reason = f"The interval {interval.describe()} crosses {values} ({target.describe()})."
    harm, benefit = limits.appreciable_ratio
    if target.kind == TargetKind.NULL and interval.scale == "ratio" and interval.low < harm and interval.high > benefit:
        return Suggestion(
            -2, f"{reason} It holds both {harm:g} and {benefit:g}: appreciable harm and benefit.", numbers
        )
    return Suggestion(step, reason, numbers)


def _with_size(
    crossing: Suggestion, said: str, studies: Sequence[StudyResult], information_size: int | None
) -> Suggestion:
    """Add to a crossing, which decides alone, how far the information size is reached where one was given."""
    if information_size is None:
        return Suggestion(crossing.step, said + crossing.reason, crossing.numbers)
    have, unknown = sum(study.n or 0 for study in studies), without_size(studies)
    without = f" (not recorded for {unknown})" if unknown else ""
    size = f" There are {have} participants{without} of an optimal information size of {information_size}."
    numbers = {**crossing.numbers, "participants": float(have), "needed": float(information_size)}
    return Suggestion(crossing.step, said + crossing.reason + size, numbers)


@dataclass(frozen=True, slots=True)
class _Information:
    """How much information there is, in what unit, how much is needed, and which sources do not state theirs."""

    have: int
    unit: str
    needed: int
    unknown: str

    @property
    def missing(self) -> int:
        return max(0, self.needed - self.have)


def _by_size(
    studies: Sequence[StudyResult], prefix: str, information_size: int | None, limits: Thresholds
) -> Suggestion:
    size = _information(studies, information_size, limits)
    if size is None:
        return not_computable(prefix + "The number of events is not recorded for every result.")
    numbers = {size.unit: float(size.have), "needed": float(size.needed), "missing": float(size.missing)}
    compared = f"{size.have} {size.unit} of an optimal information size of {size.needed}"
    if information_size is None:
        compared = f"{size.have} {size.unit} against {size.needed} by the usual rule of thumb, {NO_SIZE}"
    if size.missing == 0:
        return Suggestion(0, f"{prefix}Enough information: {compared}.", numbers)
    if size.unknown:
        unknown = f"The number of participants is not recorded for {size.unknown}; known are {compared}."
        return not_computable(prefix + unknown, numbers)
    if size.have < size.needed * limits.far_below:
        return Suggestion(-2, f"{prefix}Far too little information: {compared}.", numbers)
    return Suggestion(-1, f"{prefix}Too little information: {compared}.", numbers)


def _information(
    studies: Sequence[StudyResult], information_size: int | None, limits: Thresholds
) -> _Information | None:
    """Return what there is and what is needed; ``None`` where events count and are neither recorded nor bounded."""
    participants = sum(study.n or 0 for study in studies)
    unknown = without_size(studies)
    if information_size is not None:
        return _Information(participants, "participants", information_size, unknown)
    if not any(study.scale == "ratio" or study.events is not None for study in studies):
        return _Information(participants, "participants", limits.participants, unknown)
    if all(study.events is not None for study in studies):
        return _Information(sum(study.events or 0 for study in studies), "events", limits.events, "")
    # There are never more events than participants, so few participants settle it.
    bounded = not unknown and participants < limits.events
    return _Information(participants, f"events{AT_MOST}", limits.events, "") if bounded else None


def missing_information(
    results: Sequence[StudyResult], information_size: int | None, limits: Thresholds
) -> tuple[int, str] | None:
    """Return how much information is still missing and in what unit; ``None`` where sizes are not recorded.

    The unit ends in ``AT_MOST`` where only a bound on what there is is known, so that at least as much is missing.
    """
    studies = independent(results)
    size = _information(studies, information_size, limits) if studies else None
    if size is None or (size.unknown and size.missing):
        return None
    return size.missing, size.unit
