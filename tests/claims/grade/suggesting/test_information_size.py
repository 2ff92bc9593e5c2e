"""Optimal information sizes against published sample sizes."""

from __future__ import annotations

from typing import Any

import pytest

from claims.grade.information_size import (
    InformationSize,
    expected_events,
    optimal_information_size_binary,
    optimal_information_size_continuous,
    read_information_size,
)


@pytest.mark.parametrize(
    ("why", "delta", "sd", "alpha", "power", "size"),
    [
        ("half a standard deviation: 63 per group", 0.5, 1.0, 0.05, 0.8, 126),
        ("a fifth of one: 393 per group", 0.2, 1.0, 0.05, 0.8, 786),
        ("with power 0.9: 85 per group", 0.5, 1.0, 0.05, 0.9, 170),
        ("the direction does not matter", -0.5, 1.0, 0.05, 0.8, 126),
        ("only the ratio to the spread does", 10.0, 20.0, 0.05, 0.8, 126),
        ("a stricter alpha: 94 per group", 0.5, 1.0, 0.01, 0.8, 188),
    ],
)
def test_continuous(why: str, delta: float, sd: float, alpha: float, power: float, size: int) -> None:
    assert optimal_information_size_continuous(delta, sd, alpha, power) == size, why


@pytest.mark.parametrize(
    ("why", "risk", "reduction", "size", "events"),
    [
        ("50 % against 40 %: 388 per group", 0.5, 0.2, 776, 350),
        ("20 % against 15 %: 906 per group", 0.2, 0.25, 1812, 318),
        ("10 % against 5 %: 435 per group", 0.1, 0.5, 870, 66),
        ("40 % against 50 %, a rise: the same size", 0.4, -0.25, 776, 350),
    ],
)
def test_binary(why: str, risk: float, reduction: float, size: int, events: int) -> None:
    assert optimal_information_size_binary(risk, reduction) == size, why
    assert expected_events(size, risk, reduction) == events, why


@pytest.mark.parametrize(("delta", "sd"), [(0, 1), (1, 0), (1, -1), (float("nan"), 1)])
def test_a_difference_and_a_spread_are_needed(delta: float, sd: float) -> None:
    with pytest.raises(ValueError, match="difference other than zero and a standard deviation above zero"):
        optimal_information_size_continuous(delta, sd)


@pytest.mark.parametrize(("risk", "reduction"), [(0, 0.2), (1, 0.2), (0.5, 0), (0.5, 1.5), (0.5, -1.5)])
def test_risks_are_shares(risk: float, reduction: float) -> None:
    with pytest.raises(ValueError, match="control risk between 0 and 1"):
        optimal_information_size_binary(risk, reduction)


@pytest.mark.parametrize(("alpha", "power"), [(0, 0.8), (0.05, 1)])
def test_alpha_and_power_are_shares(alpha: float, power: float) -> None:
    with pytest.raises(ValueError, match="Alpha and power"):
        optimal_information_size_continuous(1, 1, alpha, power)


def test_nothing_given_is_no_size() -> None:
    assert read_information_size() is None


@pytest.mark.parametrize(
    ("given", "size", "sentence"),
    [
        (
            {"sd": 8, "difference": 3, "unit": "points", "power": 0.9},
            300,
            "The optimal information size is 300 participants: enough to show a difference of 3 points with a standard"
            " deviation of 8 points, at alpha 0.05 and power 0.9.",
        ),
        (
            {"control_risk": 0.5, "relative_reduction": 0.2},
            776,
            "The optimal information size is 776 participants: enough to show a risk of 0.5 without treatment and a"
            " relative reduction of 0.2, at alpha 0.05 and power 0.8.",
        ),
    ],
)
def test_a_size_tells_what_it_comes_from(given: dict[str, Any], size: int, sentence: str) -> None:
    information = read_information_size(**given)
    assert information is not None
    assert (information.participants, information.describe()) == (size, sentence)


@pytest.mark.parametrize(
    ("why", "given", "message"),
    [
        ("half of one kind", {"sd": 1}, "needs a control risk with a relative reduction, or a standard deviation"),
        ("half of the other", {"control_risk": 0.2}, "and not both"),
        ("both", {"sd": 1, "difference": 1, "control_risk": 0.2, "relative_reduction": 0.5}, "and not both"),
        ("only alpha", {"alpha": 0.01}, "needs a control risk"),
        ("only a unit", {"unit": "points"}, "needs a control risk"),
        ("a power of one", {"sd": 1, "difference": 1, "power": 1}, "Alpha and power lie between 0 and 1."),
        ("a difference too small to count", {"sd": 1, "difference": 1e-200}, "no sensible number of people"),
        ("one so large that nobody is needed", {"sd": 1e-300, "difference": 1e300}, "no sensible number of people"),
        ("a reduction of nothing", {"control_risk": 0.2, "relative_reduction": 0}, "a reduction that changes it"),
    ],
)
def test_what_does_not_fit_is_refused(why: str, given: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_information_size(**given)


def test_alpha_and_power_are_the_usual_ones_unless_given() -> None:
    assert read_information_size(sd=1.0, difference=0.5) == InformationSize(sd=1.0, difference=0.5)
