"""Quantities are put in words without losing what is unknown."""

from __future__ import annotations

from typing import Any

import pytest

from claims.reports.quantities import arm_text, asserted_text, doubt_text, found_text, number_text, p_text

NOTHING: dict[str, Any] = dict.fromkeys(("value", "low", "high", "unit", "ci_low", "ci_high", "p"))
FIGURE: dict[str, Any] = {
    "low": None,
    "high": 33.0,
    "unit": "%",
    "bound": "up_to",
    "statistic": "relative_change",
    "direction": "decrease",
    "comparator": None,
    "population": None,
}


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, "0"), (20.0, "20"), (-1.5, "−1.5"), (1254, "1,254"), (0.05, "0.05"), (2_500_000, "2,500,000")],
)
def test_numbers(value: float, expected: str) -> None:
    assert number_text(value) == expected


@pytest.mark.parametrize(
    ("description", "finding", "expected"),
    [
        ("nothing reported", {}, ""),
        ("a value with a close unit", {"value": 20.0, "unit": "%"}, "20%"),
        ("a value with a word for a unit", {"value": 0.0, "unit": "mg"}, "0\u00a0mg"),
        ("a range", {"low": -2.0, "high": -1.0, "unit": "points"}, "−2 to −1\u00a0points"),
        ("a range of one number", {"low": 4.0, "high": 4.0, "unit": "%"}, "4%"),
        ("an open range", {"low": 4.0, "unit": "%"}, "4%"),
    ],
)
def test_what_was_found(description: str, finding: dict[str, Any], expected: str) -> None:
    assert found_text({**NOTHING, **finding}) == expected


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        ({}, ""),
        ({"ci_low": 5.0, "ci_high": 35.0}, "95% CI 5 to 35"),
        ({"ci_low": 5.0, "ci_high": 35.0, "p": "0.01"}, "95% CI 5 to 35; p = 0.01"),
        ({"ci_low": 5.0}, ""),
    ],
)
def test_how_sure_the_finding_is(finding: dict[str, Any], expected: str) -> None:
    assert doubt_text({**NOTHING, **finding}) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("0.03", "p = 0.03"), (".03", "p = .03"), ("<0.001", "p <0.001"), ("not significant", "not significant")],
)
def test_p_as_printed(printed: str, expected: str) -> None:
    assert p_text(printed) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "relative change, decrease, up to 33%"),
        ({"bound": "range", "low": 10.0}, "relative change, decrease, 10 to 33%"),
        ({"direction": "none", "statistic": "dose", "unit": "mg"}, "dose, up to 33\u00a0mg"),
        (
            {"comparator": "placebo", "population": "adults"},
            "relative change, decrease, up to 33%, against placebo, in adults",
        ),
    ],
)
def test_what_a_figure_asserts(changes: dict[str, Any], expected: str) -> None:
    assert asserted_text({**FIGURE, **changes}) == expected


@pytest.mark.parametrize(
    ("arm", "expected"),
    [
        ({"label": "zinc"}, "zinc"),
        ({"label": "zinc", "n": 60, "mean": 4.2, "sd": 1.1}, "zinc: n = 60, mean 4.2 (SD 1.1)"),
        ({"label": "zinc", "n": 60, "events": 0}, "zinc: n = 60, 0 with the event"),
    ],
)
def test_groups(arm: dict[str, Any], expected: str) -> None:
    assert arm_text(arm) == expected
