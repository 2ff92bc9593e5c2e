"""The difference of two groups' means in natural units and standardised, each with its 95 % interval."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

from claims.figures.student import critical_t
from claims.grade.risk import Estimate

_Z = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Group:
    """One of two separate groups: its size, mean and standard deviation; raises ValueError where they cannot be."""

    n: int
    mean: float
    sd: float

    def __post_init__(self) -> None:
        if self.n < 2 or not self.sd > 0:
            raise ValueError(f"{self.n} people with an SD of {self.sd}; expected at least two and an SD above 0")


def mean_difference(first: Group, second: Group) -> Estimate:
    """Return first less second in the unit of the means.

    The variance is sd1²/n1 + sd2²/n2 (Cochrane Handbook, section 6.5.1 and chapter 10), the interval that of Welch
    (1947, Biometrika 34:28) with Satterthwaite's degrees of freedom, because groups can be small and unlike.
    """
    parts = first.sd**2 / first.n, second.sd**2 / second.n
    df = sum(parts) ** 2 / (parts[0] ** 2 / (first.n - 1) + parts[1] ** 2 / (second.n - 1))
    half = critical_t(df) * math.sqrt(sum(parts))
    difference = first.mean - second.mean
    return Estimate(difference, difference - half, difference + half)


def standardised_difference(first: Group, second: Group) -> Estimate:
    """Return Hedges' g: the difference in pooled SDs, corrected for small groups.

    g = J (m1 - m2) / s with J = Γ(m/2) / (√(m/2) Γ((m-1)/2)) for m = n1 + n2 - 2 (Hedges 1981, J Educ Stat 6:107);
    its variance is 1/n1 + 1/n2 + g² / (2 (n1 + n2)) (Hedges & Olkin 1985).
    """
    df = first.n + second.n - 2
    correction = math.exp(math.lgamma(df / 2) - math.lgamma((df - 1) / 2)) / math.sqrt(df / 2)
    g = correction * (first.mean - second.mean) / pooled_sd(first, second)
    half = _Z * math.sqrt(1 / first.n + 1 / second.n + g * g / (2 * (first.n + second.n)))
    return Estimate(g, g - half, g + half)


def pooled_sd(first: Group, second: Group) -> float:
    """Return the SD of both groups together, each weighted by its degrees of freedom (Hedges 1981)."""
    squares = (first.n - 1) * first.sd**2 + (second.n - 1) * second.sd**2
    return math.sqrt(squares / (first.n + second.n - 2))


def in_natural_units(standardised: Estimate, sd: float) -> Estimate:
    """Return a standardised difference in the unit of an SD: each number times the SD.

    Cochrane Handbook, section 15.5.3, re-expressing a standardised difference by a familiar measure.
    Raises ValueError for an SD that is not above 0.
    """
    if not sd > 0:
        raise ValueError(f"an SD of {sd} was given; expected a number above 0")
    return Estimate(standardised.value * sd, standardised.low * sd, standardised.high * sd)
