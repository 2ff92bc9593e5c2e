"""What a figure takes from its neighbours: a part in a smaller unit, the unit of the figure before, a negated verb."""

from __future__ import annotations

import pytest

from tests.claims.figures.reading.labelled import Key, keys


@pytest.mark.parametrize(
    ("description", "text", "expected"),
    [
        ("feet and inches", "He is 6 ft 3 in tall.", [(75, 75, "inches", "exactly")]),
        ("hours and minutes", "It took 3 hours and 20 minutes.", [(200, 200, "minutes", "exactly")]),
        ("pounds and ounces", "The baby weighed 7 lb 4 oz.", [(116, 116, "oz", "exactly")]),
        ("a preposition is no inch", "It hung 6 ft 3 in the air.", [(6, 6, "feet", "exactly")]),
        (
            "two times joined by or",
            "Wait 2 hours or 90 minutes.",
            [(2, 2, "hours", "exactly"), (90, 90, "minutes", "exactly")],
        ),
        (
            "more than before",
            "It sold 400 tickets, 25 more than in May.",
            [(400, 400, "tickets", "exactly"), (25, 25, "tickets", "exactly")],
        ),
        (
            "some of them",
            "All 90 adults came, 12 of whom were ill.",
            [(90, 90, "adults", "exactly"), (12, 12, "adults", "exactly")],
        ),
        (
            "two values of one ratio",
            "Odds ratios of 0.58 and 0.71 were found.",
            [(0.58, 0.58, "odds ratio", "exactly"), (0.71, 0.71, "odds ratio", "exactly")],
        ),
        ("a year takes no unit over", "The index rose to 5.2 and 2019 was over.", [(5.2, 5.2, "", "exactly")]),
        ("do not take more than", "Do not take more than 400 mg.", [(None, 400, "mg", "up_to")]),
        ("should not be less than", "Intake should not be less than 50 g.", [(50, None, "g", "at_least")]),
        ("not only is no negation", "It holds not only more than 5 mg.", [(5, None, "mg", "more_than")]),
    ],
)
def test_a_figure_is_read_with_its_neighbours(description: str, text: str, expected: list[Key]) -> None:
    assert keys(text) == expected, description
