"""Risk differences and numbers needed to treat, against published worked examples and metafor."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.grade.risk import (
    Estimate,
    NumberNeeded,
    Ratio,
    difference_by_ratio,
    difference_of_counts,
    number_needed,
    risk_with,
)


@pytest.mark.parametrize(
    ("source", "ratio", "measure", "control", "per_1000", "needed"),
    [
        ("Cochrane Handbook, worked example for a risk ratio", 0.92, "risk ratio", 0.3, -24, 42),
        ("Cochrane Handbook, worked example for an odds ratio", 0.73, "odds ratio", 0.3, -62, 17),
        ("by hand: 1 - 0.8^0.5 = 0.1056", 0.5, "hazard ratio", 0.2, -94, 11),
        ("a risk cannot pass 1", 3.0, "risk ratio", 0.5, 500, 2),
    ],
)
def test_ratios_at_a_control_risk(
    source: str, ratio: float, measure: Ratio, control: float, per_1000: int, needed: int
) -> None:
    difference = difference_by_ratio(Estimate(ratio, ratio, ratio), measure, control)
    # printed as whole people per 1,000 and whole people to treat
    assert round(1000 * difference.value) == per_1000, source
    assert number_needed(difference) == NumberNeeded(needed, needed, needed), source


def test_the_interval_of_the_ratio_is_that_of_the_difference() -> None:
    difference = difference_by_ratio(Estimate(0.8, 0.6, 1.1), "risk ratio", 0.2)
    # decimals of products of decimals: equal but for binary noise
    assert (difference.value, difference.low, difference.high) == pytest.approx((-0.04, -0.08, 0.02), abs=1e-12)


#: Newcombe 1998, Stat Med 17:873, table II, method 10; printed to four decimals.
NEWCOMBE = [
    (56, 70, 48, 80, 0.2, 0.0524, 0.3339),
    (9, 10, 3, 10, 0.6, 0.1705, 0.8090),
    (6, 7, 2, 7, 0.5714, 0.0582, 0.8062),
    (5, 56, 0, 29, 0.0893, -0.0381, 0.1926),
    (0, 10, 0, 20, 0.0, -0.1611, 0.2775),
    (0, 10, 0, 10, 0.0, -0.2775, 0.2775),
    (10, 10, 0, 20, 1.0, 0.6791, 1.0),
    (10, 10, 0, 10, 1.0, 0.6075, 1.0),
]


@pytest.mark.parametrize(("events", "n", "control_events", "control_n", "value", "low", "high"), NEWCOMBE)
def test_counts_give_newcombes_intervals(
    events: int, n: int, control_events: int, control_n: int, value: float, low: float, high: float
) -> None:
    found = difference_of_counts(events, n, control_events, control_n)
    assert (found.value, found.low, found.high) == pytest.approx((value, low, high), abs=0.00005)


#: Trials of BCG (Colditz 1994): cases and others with and without the vaccine, and metafor 3.8.1's risk difference.
BCG = [
    (4, 119, 11, 128, -0.0466163654442),
    (6, 300, 29, 274, -0.0761017278198),
    (3, 228, 11, 209, -0.037012987013),
]


@pytest.mark.parametrize(("cases", "others", "control_cases", "control_others", "difference"), BCG)
def test_counts_give_metafors_differences(
    cases: int, others: int, control_cases: int, control_others: int, difference: float
) -> None:
    found = difference_of_counts(cases, cases + others, control_cases, control_cases + control_others)
    # the reference is printed to 12 significant digits
    assert found.value == pytest.approx(difference, rel=1e-11)


@pytest.mark.parametrize(
    ("why", "difference", "needed"),
    [
        ("Altman 1998: a reduction of 10 % from 5 % to 15 %", Estimate(-0.1, -0.15, -0.05), NumberNeeded(10, 7, 20)),
        ("more with the event", Estimate(0.2, 0.1, 0.5), NumberNeeded(5, 2, 10)),
        ("rounded up, as no part of a person is treated", Estimate(0.3, 0.21, 0.49), NumberNeeded(4, 3, 5)),
        ("Altman 1998: from -5 % to 25 % runs through infinity", Estimate(0.1, -0.05, 0.25), None),
        ("an end at no effect", Estimate(0.1, 0.0, 0.25), None),
        ("no difference", Estimate(0.0, -0.05, 0.05), None),
    ],
)
def test_numbers_needed(why: str, difference: Estimate, needed: NumberNeeded | None) -> None:
    assert number_needed(difference) == needed, why


@pytest.mark.parametrize(("ratio", "control"), [(0.0, 0.5), (-1.0, 0.5), (math.nan, 0.5), (1.2, 0.0), (1.2, 1.0)])
def test_what_cannot_be_is_refused(ratio: float, control: float) -> None:
    with pytest.raises(ValueError, match="expected a"):
        risk_with(ratio, "odds ratio", control)


@pytest.mark.parametrize(("events", "n"), [(5, 4), (-1, 4), (0, 0)])
def test_counts_that_cannot_be_are_refused(events: int, n: int) -> None:
    with pytest.raises(ValueError, match="expected from none to all"):
        difference_of_counts(events, n, 1, 2)


@given(
    st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
)
def test_exchanging_the_groups_turns_the_sign(first: tuple[int, int], second: tuple[int, int]) -> None:
    one, other = difference_of_counts(*first, *second), difference_of_counts(*second, *first)
    assert (one.value, one.low, one.high) == pytest.approx((-other.value, -other.high, -other.low), abs=1e-12)
    assert -1 <= one.low <= one.value <= one.high <= 1


@given(st.floats(0.01, 20), st.floats(0.001, 0.999))
def test_an_odds_ratio_keeps_its_odds(ratio: float, control: float) -> None:
    risk = risk_with(ratio, "odds ratio", control)
    # odds are quotients of small numbers, so a share of them is lost to binary noise
    assert risk / (1 - risk) == pytest.approx(ratio * control / (1 - control), rel=1e-6)
