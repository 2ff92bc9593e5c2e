"""A stated weight of a compound is told as the element it would hold, and only where that is certain."""

from __future__ import annotations

import pytest

from claims.documents.evidence_part import elemental_note


def test_weight_of_glycinate_is_told_as_magnesium() -> None:
    said = elemental_note("magnesium glycinate, 2,000 mg a day (elemental or compound weight not stated)", None)

    assert said is not None
    assert said.startswith("If the weight means the compound: 2,000 mg of magnesium bisglycinate")
    assert said.endswith("that is 282 mg of elemental magnesium.")


@pytest.mark.parametrize(
    ("why", "intervention", "dose"),
    [
        ("the elemental dose is known", "magnesium oxide, 500 mg a day", 300.0),
        ("no compound is named", "magnesium, 350 mg a day (salt not stated)", None),
        ("two compounds are named", "magnesium lactate and citrate, 300 mg a day", None),
        ("a range of weights", "magnesium glycinate, 125 to 300 mg with each meal", None),
        ("two weights", "magnesium oxide, 250 mg and then 500 mg a day", None),
        ("another hydrate", "magnesium oxide monohydrate, 226 mg", None),
        ("no weight", "magnesium glycinate", None),
    ],
)
def test_nothing_is_guessed(why: str, intervention: str, dose: float | None) -> None:
    assert elemental_note(intervention, dose) is None, why
