"""Risks with and without an intervention: from a ratio and a control risk, or from counts; numbers needed to treat.

Risks and their differences are shares of people (0 to 1, differences -1 to 1); a difference is the risk with the
intervention less the risk without it, so that "more" is positive whether the event is wished for or not.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

Ratio = Literal["risk ratio", "odds ratio", "hazard ratio"]

#: Half the width of a 95 % interval in standard errors.
_Z = NormalDist().inv_cdf(0.975)
#: Room for the binary representation of decimals before a number of people is rounded up.
_NOISE = 1e-9


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its 95 % interval."""

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.value <= self.high:
            raise ValueError(f"{self.value} does not lie between {self.low} and {self.high}.")


@dataclass(frozen=True, slots=True)
class NumberNeeded:
    """How many people need to be treated for one more, or one fewer, to have the event; whole people."""

    value: int
    low: int
    high: int


def risk_with(ratio: float, measure: Ratio, control_risk: float) -> float:
    """Return the risk with the intervention; at most 1.

    Risk ratio: p RR. Odds ratio: p OR / (1 - p + p OR) (Cochrane Handbook, section 15.4.4, the computations of
    absolute risk reductions from a risk ratio and from an odds ratio). Hazard ratio: 1 - (1 - p)^HR (Altman &
    Andersen 1999, BMJ 319:1492, survival with = survival without ^ HR). Raises ValueError for a ratio that is not
    above 0 or a risk that is not between 0 and 1.
    """
    if not ratio > 0:
        raise ValueError(f"a {measure} of {ratio} was given; expected a number above 0")
    if not 0 < control_risk < 1:
        raise ValueError(f"a control risk of {control_risk} was given; expected a share between 0 and 1")
    if measure == "odds ratio":
        return control_risk * ratio / (1 - control_risk + control_risk * ratio)
    if measure == "hazard ratio":
        return 1 - math.pow(1 - control_risk, ratio)
    return min(1.0, control_risk * ratio)


def difference_by_ratio(ratio: Estimate, measure: Ratio, control_risk: float) -> Estimate:
    """Return the risk difference that a ratio means at a control risk, with the interval of the ratio.

    The formula is applied to the ends of the interval as to the value; the control risk is taken as fixed (Cochrane
    Handbook, section 15.4.4, computing confidence limits; Altman 1998, BMJ 317:1309).
    """
    with_it = (risk_with(number, measure, control_risk) for number in (ratio.value, ratio.low, ratio.high))
    return Estimate(*(risk - control_risk for risk in with_it))


def difference_of_counts(events: int, n: int, control_events: int, control_n: int) -> Estimate:
    """Return the risk difference of two separate groups.

    The interval is Newcombe's hybrid score interval (Newcombe 1998, Stat Med 17:873, method 10), which Bender 2001
    (Control Clin Trials 22:102) recommends for numbers needed to treat: it holds in small groups and at 0 or all.
    Raises ValueError where events and sizes cannot be.
    """
    (first, low1, high1), (second, low2, high2) = _wilson(events, n), _wilson(control_events, control_n)
    difference = first - second
    down = math.hypot(first - low1, high2 - second)
    up = math.hypot(high1 - first, second - low2)
    return Estimate(difference, max(-1.0, difference - down), min(1.0, difference + up))


def number_needed(difference: Estimate) -> NumberNeeded | None:
    """Return the number needed to treat, or None where the interval of the difference holds no effect.

    1 / |difference| with the reciprocal ends exchanged (Altman 1998, BMJ 317:1309), each rounded up to whole people
    (Cochrane Handbook, section 15.4.4). An interval that holds no effect would run through infinity, and is left out.
    """
    if difference.low <= 0 <= difference.high:
        return None
    ends = sorted(abs(end) for end in (difference.low, difference.high))
    return NumberNeeded(*(math.ceil(1 / share - _NOISE) for share in (abs(difference.value), ends[1], ends[0])))


def _wilson(events: int, n: int) -> tuple[float, float, float]:
    """Return the share with Wilson's score interval (Wilson 1927, J Am Stat Assoc 22:209)."""
    if n < 1 or not 0 <= events <= n:
        raise ValueError(f"{events} events among {n} people were given; expected from none to all of at least one")
    share, z2 = events / n, _Z * _Z
    middle = share + z2 / (2 * n)
    half = _Z * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    # at none and at all one end is the share itself, which rounding must not put it beyond
    return share, min(share, (middle - half) / (1 + z2 / n)), max(share, (middle + half) / (1 + z2 / n))
