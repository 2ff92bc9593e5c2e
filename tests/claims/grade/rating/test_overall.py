"""Certainty across outcomes: the lowest of the critical ones."""

from __future__ import annotations

import pytest

from claims.grade.overall import OverallCertainty, overall_certainty
from claims.grade.vocabulary import Certainty


@pytest.mark.parametrize(
    ("why", "ratings", "expected"),
    [
        ("the lowest critical one", {"pain": ("high", True), "sleep": ("low", True), "cost": ("moderate", True)},
         OverallCertainty(Certainty.LOW, "The lowest among 3 critical outcomes: low for sleep.")),
        ("others do not count", {"pain": ("high", True), "colour": ("very_low", False)},
         OverallCertainty(Certainty.HIGH, "The lowest among 1 critical outcome: high for pain.")),
        ("two share the lowest", {"pain": ("low", True), "sleep": ("low", True)},
         OverallCertainty(Certainty.LOW, "The lowest among 2 critical outcomes: low for pain, sleep.")),
        ("one alone", {"pain": ("very_low", True)},
         OverallCertainty(Certainty.VERY_LOW, "Very low for pain, the one outcome that was rated.")),
        ("none is critical", {"pain": ("high", False)},
         OverallCertainty(None, "The one outcome that was rated is not marked as critical.")),
        ("none of several", {"pain": ("high", False), "sleep": ("low", False)},
         OverallCertainty(None, "None of 2 rated outcomes is marked as critical.")),
        ("nothing was rated", {}, OverallCertainty(None, "None of 0 rated outcomes is marked as critical.")),
    ],
)  # fmt: skip
def test_overall(why: str, ratings: dict[str, tuple[Certainty, bool]], expected: OverallCertainty) -> None:
    assert overall_certainty(ratings) == expected, why
