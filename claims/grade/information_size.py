"""How many participants a question needs before its answer is precise enough: the optimal information size.

It is the sample size of one adequately powered trial (GRADE guidelines 6, Guyatt 2011).
"""

from __future__ import annotations

import math
from statistics import NormalDist


def optimal_information_size_continuous(delta: float, sd: float, alpha: float = 0.05, power: float = 0.8) -> int:
    """Return the participants of two equal groups together that show a difference ``delta``, in the unit of ``sd``.

    Per group 2 (z(1-alpha/2) + z(power))² (sd/delta)², rounded up (Julious 2004, Stat Med 23:1921, eq. 8; normal
    approximation). Raises `ValueError` for a zero difference, a standard deviation not above zero, or an alpha or
    power outside 0 to 1.
    """
    if delta == 0 or not math.isfinite(delta) or not (math.isfinite(sd) and sd > 0):
        raise ValueError("An information size needs a difference other than zero and a standard deviation above zero.")
    return 2 * math.ceil(2 * _z_sum(alpha, power) ** 2 * (sd / delta) ** 2)


def optimal_information_size_binary(
    p_control: float, relative_reduction: float, alpha: float = 0.05, power: float = 0.8
) -> int:
    """Return the participants of two equal groups together that show a relative risk reduction (0.25 for a quarter).

    Per group (z(1-alpha/2) √(2 p̄ q̄) + z(power) √(p1 q1 + p2 q2))² / (p1 - p2)², rounded up (Fleiss 1981,
    Statistical methods for rates and proportions, eq. 3.14, without continuity correction). A negative reduction is a
    rise. Raises `ValueError` for risks outside 0 to 1 or no difference.
    """
    treated = _treated_risk(p_control, relative_reduction)
    mean = (p_control + treated) / 2
    z_alpha, z_power = _z(alpha, power)
    root = z_alpha * math.sqrt(2 * mean * (1 - mean)) + z_power * math.sqrt(
        p_control * (1 - p_control) + treated * (1 - treated)
    )
    return 2 * math.ceil((root / (p_control - treated)) ** 2)


def expected_events(participants: int, p_control: float, relative_reduction: float) -> int:
    """Return the events expected among that many participants of two equal groups, rounded up."""
    return math.ceil(participants / 2 * (p_control + _treated_risk(p_control, relative_reduction)))


def _treated_risk(p_control: float, relative_reduction: float) -> float:
    treated = p_control * (1 - relative_reduction)
    if not (0 < p_control < 1 and 0 <= treated <= 1 and treated != p_control):
        raise ValueError("An information size needs a control risk between 0 and 1 and a reduction that changes it.")
    return treated


def _z(alpha: float, power: float) -> tuple[float, float]:
    if not (0 < alpha < 1 and 0 < power < 1):
        raise ValueError("Alpha and power lie between 0 and 1.")
    normal = NormalDist()
    return normal.inv_cdf(1 - alpha / 2), normal.inv_cdf(power)


def _z_sum(alpha: float, power: float) -> float:
    return sum(_z(alpha, power))
