"""Student's t distribution: tail probability and quantile, for recomputing p values from intervals."""

from __future__ import annotations

import math

_TINY = 1e-300


def two_sided_p(t: float, df: float) -> float:
    """Return P(|T| >= |t|) for Student's t with ``df`` degrees of freedom; ``math.inf`` gives the normal.

    P = I_x(df/2, 1/2) with x = df / (df + t^2) (Abramowitz & Stegun 1964, 26.5.27 and 26.7.1).
    """
    if math.isinf(df):
        return math.erfc(abs(t) / math.sqrt(2.0))
    return regularised_beta(df / (df + t * t), df / 2.0, 0.5)


def critical_t(df: float, p: float = 0.05) -> float:
    """Return the t whose two-sided tail probability is ``p``, found by bisection to 1e-10."""
    low, high = 0.0, 1e6
    while high - low > 1e-10 * max(1.0, low):
        middle = (low + high) / 2.0
        low, high = (middle, high) if two_sided_p(middle, df) > p else (low, middle)
    return (low + high) / 2.0


def regularised_beta(x: float, a: float, b: float) -> float:
    """Return I_x(a, b) for 0 <= x <= 1 by its continued fraction (Abramowitz & Stegun 1964, 26.5.8)."""
    if x <= 0.0 or x >= 1.0:
        return 0.0 if x <= 0.0 else 1.0
    if x > (a + 1.0) / (a + b + 2.0):
        return 1.0 - regularised_beta(1.0 - x, b, a)
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(log_front) * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    """Evaluate the continued fraction by Lentz's method (Lentz 1976, Appl Opt 15:668)."""
    numerator, denominator, value = 1.0, 0.0, 1.0
    for step in range(400):
        half = step // 2
        if step == 0:
            term = 1.0
        elif step % 2 == 0:
            term = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        else:
            term = -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        denominator = 1.0 / ((1.0 + term * denominator) or _TINY)
        numerator = (1.0 + term / numerator) or _TINY
        factor = numerator * denominator
        value *= factor
        if step and abs(factor - 1.0) < 1e-15:
            break
    return value - 1.0
