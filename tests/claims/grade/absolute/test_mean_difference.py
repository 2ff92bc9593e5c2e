"""Differences of means against metafor and R."""

from __future__ import annotations

import math

import pytest

from claims.grade.mean_difference import (
    Group,
    in_natural_units,
    mean_difference,
    pooled_sd,
    standardised_difference,
)
from claims.grade.risk import Estimate

#: Length of stay after stroke (Normand 1999): n, mean, SD of both groups; metafor 3.8.1's MD, SMD and its variance.
NORMAND = [
    (Group(155, 55, 47), Group(156, 75, 64), -20.0, -0.35516964094, 0.0130646755415),
    (Group(31, 27, 7), Group(32, 29, 4), -2.0, -0.347940022739, 0.0644688760989),
    (Group(75, 64, 17), Group(71, 119, 29), -55.0, -2.31756916016, 0.0458121102802),
]


@pytest.mark.parametrize(("first", "second", "difference", "g", "variance"), NORMAND)
def test_metafors_differences(first: Group, second: Group, difference: float, g: float, variance: float) -> None:
    found = standardised_difference(first, second)
    assert mean_difference(first, second).value == difference
    # the references are printed to 12 significant digits
    assert found.value == pytest.approx(g, rel=1e-10)
    assert (found.high - found.low) / 2 == pytest.approx(1.959963984540054 * math.sqrt(variance), rel=1e-10)


def test_welchs_interval_as_r_prints_it() -> None:
    """Student's sleep data, t.test(extra ~ group): -3.3654832 to 0.2054832 at 17.776 degrees of freedom."""
    first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
    second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    found = mean_difference(_group(first), _group(second))
    # R prints seven decimals
    assert (found.value, found.low, found.high) == pytest.approx((-1.58, -3.3654832, 0.2054832), abs=5e-8)


def _group(values: list[float]) -> Group:
    mean = math.fsum(values) / len(values)
    return Group(len(values), mean, math.sqrt(math.fsum((v - mean) ** 2 for v in values) / (len(values) - 1)))


def test_a_standardised_difference_in_natural_units() -> None:
    assert in_natural_units(Estimate(-0.5, -0.75, -0.25), 8.0) == Estimate(-4.0, -6.0, -2.0)


def test_pooled_sd_of_equal_groups_is_theirs() -> None:
    assert pooled_sd(Group(10, 1, 3.0), Group(20, 5, 3.0)) == pytest.approx(3.0, rel=1e-12)


@pytest.mark.parametrize(("n", "sd"), [(1, 2.0), (10, 0.0), (10, -1.0), (10, math.nan)])
def test_groups_that_cannot_be_are_refused(n: int, sd: float) -> None:
    with pytest.raises(ValueError, match="expected at least two"):
        Group(n, 1.0, sd)


def test_an_sd_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="above 0"):
        in_natural_units(Estimate(0.0, 0.0, 0.0), 0.0)
