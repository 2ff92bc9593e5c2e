"""Checks of percentages and means against the numbers of people behind them.

GRIM: a mean of n whole numbers is a whole number divided by n (Brown & Heathers 2017, Soc Psychol Personal
Sci 8:363).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from claims.figures.amounts import show
from claims.figures.problems import Problem
from claims.figures.quantity import Arm, Finding, Statistic
from claims.figures.roles import two_groups
from claims.figures.rounding import equal_within, half_step, printed_decimals
from claims.figures.units import parse_unit

_WHOLE_POINTS = re.compile(r"^points?(?: on (?:an?|the) [\w\s–-]+)?$")
#: What is no mean of whole points.
_AVERAGED = re.compile(r"\b(?:median|cut-?off|threshold|weighted|item)\b", re.IGNORECASE)
_PERCENT_KINDS = frozenset({"percent", "points"})


def count_problems(finding: Finding) -> Iterator[Problem]:
    """Yield what does not fit between percentages or means and the numbers of people."""
    impossible = list(_impossible_events(finding))
    yield from impossible
    yield from _arms_above_n(finding)
    if not impossible:
        yield from _percent_against_events(finding)
    yield from _percent_against_n(finding)
    if _WHOLE_POINTS.match((finding.unit or "").strip().lower()):
        for label, mean, n in _means(finding):
            yield from _mean_against_n(label, mean, n)


def is_whole_count(mean: float, n: int) -> bool:
    """Tell whether a printed mean can be a sum of whole numbers divided by ``n``, by GRIM.

    With n of 10^decimals or more every printed mean is possible. Raises ValueError for n below 1.
    """
    if n < 1:
        raise ValueError(f"n is {n}; expected at least one person")
    step = half_step(mean)
    candidates = (math.floor(mean * n), math.ceil(mean * n))
    return any(equal_within(total / n, mean, step) for total in candidates)


def _impossible_events(finding: Finding) -> Iterator[Problem]:
    for arm in finding.arms:
        if arm.events is not None and (arm.events < 0 or (arm.n is not None and arm.events > arm.n)):
            of = f" of {arm.n}" if arm.n is not None else ""
            message = f"{arm.label}: {arm.events} events{of}; expected a number from none to the size of the group."
            yield Problem("events_above_n", message, _numbers(arm))


def _arms_above_n(finding: Finding) -> Iterator[Problem]:
    sizes = [arm.n for arm in finding.arms if arm.n is not None]
    if finding.design != "rct-parallel" or finding.n is None or two_groups(finding) is None or len(sizes) < 2:
        return
    if sum(sizes) > finding.n:
        message = (
            f"The groups have {' + '.join(str(size) for size in sizes)} = {sum(sizes)} people, "
            f"the whole trial {finding.n}."
        )
        yield Problem("arms_above_n", message, (("arms", float(sum(sizes))), ("n", float(finding.n))))


def _percent_against_events(finding: Finding) -> Iterator[Problem]:
    shares = [_share(arm) for arm in finding.arms]
    kind = parse_unit(finding.unit or "").kind
    if kind == "percent" and finding.statistic is Statistic.ABSOLUTE_CHANGE:
        kind = "points"
    if finding.value is None or kind not in _PERCENT_KINDS or not shares or None in shares:
        return
    known = [share for share in shares if share is not None]
    factor = parse_unit(finding.unit or "").factor
    value, step = finding.value * factor, half_step(finding.value) * factor
    if kind == "points" and len(known) == 2:
        # A difference is often taken of two rounded percentages, so three roundings add up.
        yield from _difference_of_shares(finding, known[0] - known[1], value, 3 * step)
    elif len(known) == 1 or finding.statistic is Statistic.PROPORTION:
        expected = [*known, _share_of_all(finding.arms)]
        if not any(equal_within(abs(value), share, step) for share in expected):
            nearest = min(expected, key=lambda share: abs(share - value))
            yield _against_events(finding, nearest, value, "%")


def _difference_of_shares(finding: Finding, expected: float, value: float, tolerance: float) -> Iterator[Problem]:
    if not equal_within(abs(value), abs(expected), tolerance):
        yield _against_events(finding, expected, value, "percentage points")
    elif value < -tolerance and expected > tolerance:
        # A positive number may be the size of a fall, but a negative one is no rise.
        yield sign_problem(finding, expected, value)


def sign_problem(finding: Finding, expected: float, value: float) -> Problem:
    """Return the problem that a fall is printed where the first group has more than the second."""
    message = (
        f"{finding.arms[0].label} has more than {finding.arms[1].label}, a difference of {show(round(expected, 2))}, "
        f"but printed is {show(value)}. The groups may be in the other order."
    )
    return Problem("sign_against_groups", message, (("expected", expected), ("value", value)))


def _against_events(finding: Finding, expected: float, value: float, unit: str) -> Problem:
    counts = " against ".join(f"{arm.events} of {arm.n}" for arm in finding.arms)
    message = f"{counts} gives {show(round(expected, 2))} {unit}, printed is {show(value)}."
    return Problem("percent_against_events", message, (("expected", expected), ("value", value)))


def _share_of_all(arms: Sequence[Arm]) -> float:
    return 100.0 * sum(arm.events or 0 for arm in arms) / sum(arm.n or 0 for arm in arms)


def _percent_against_n(finding: Finding) -> Iterator[Problem]:
    """A share of people with a known n but no events: some whole number of people must give it."""
    sizes = [arm.n for arm in finding.arms] if finding.arms else [None if finding.subgroup else finding.n]
    is_share = finding.statistic is Statistic.PROPORTION and parse_unit(finding.unit or "").kind == "percent"
    if not is_share or finding.value is None or len(sizes) != 1 or not sizes[0]:
        return
    if finding.arms and finding.arms[0].events is not None:
        return
    factor, n = parse_unit(finding.unit or "").factor / 100.0, sizes[0]
    step = half_step(finding.value) * factor
    nearest = round(finding.value * factor * n)
    if not equal_within(nearest / n, finding.value * factor, step):
        message = (
            f"{show(finding.value)} {finding.unit} of {n} people is no whole number of people; "
            f"the nearest is {nearest} of {n}, {show(round(nearest / n / factor, 2))} {finding.unit}."
        )
        yield Problem("percent_against_n", message, (("value", finding.value), ("n", float(n))))


def _means(finding: Finding) -> Iterator[tuple[str, float, int]]:
    """Yield who, mean and size of every group whose mean is known, else of all together where the value is a level."""
    for arm in finding.arms:
        if arm.mean is not None and arm.n:
            yield arm.label, arm.mean, arm.n
    n = finding.arms[0].n if len(finding.arms) == 1 else None if finding.arms or finding.subgroup else finding.n
    is_mean = finding.statistic is Statistic.LEVEL and all(arm.mean is None for arm in finding.arms)
    if is_mean and finding.value is not None and n and _AVERAGED.search(finding.what) is None:
        yield "All together" if not finding.arms else finding.arms[0].label, finding.value, n


def _mean_against_n(label: str, mean: float, n: int) -> Iterator[Problem]:
    if n >= 10 ** printed_decimals(mean) or is_whole_count(mean, n):
        return
    nearest = round(mean * n)
    message = (
        f"{label}: a mean of {show(mean)} in {n} people does not come from whole points; the nearest "
        f"is {nearest} / {n} = {show(round(nearest / n, 3))}. Adjusted means are an innocent reason."
    )
    yield Problem("mean_against_n", message, (("n", float(n)), ("mean", mean)))


def _share(arm: Arm) -> float | None:
    return 100.0 * arm.events / arm.n if arm.events is not None and arm.n else None


def _numbers(arm: Arm) -> tuple[tuple[str, float], ...]:
    named = (("events", arm.events), ("n", arm.n), ("mean", arm.mean))
    return tuple((name, float(number)) for name, number in named if number is not None)
