"""Which sentences of a typed text make a claim."""

from __future__ import annotations

import pytest

from claims.views.try_sentences import claiming_spans

ENTRY = "Smith J. Zinc. J Colds 2012;17(3):5-20."


@pytest.mark.parametrize(
    ("why", "text", "claims"),
    [
        ("an entry alone", ENTRY, []),
        (
            "with a number and several authors",
            "[3] Smith J, Berg AB, et al. Colds. J Colds 2012 Dec;17(12):1161-9.",
            [],
        ),
        ("between sentences", f"Zinc helps. {ENTRY} It works.", ["Zinc helps.", "It works."]),
        ("with its links", f"{ENTRY} doi: 10.1000/x.", []),
        ("two on a line", f"{ENTRY} {ENTRY}", []),
        ("on a line of its own", f"Zinc cuts colds by 20 %.\n{ENTRY}", ["Zinc cuts colds by 20 %."]),
        ("a single letter is no author", "Vitamin D. It helps.", ["Vitamin D.", "It helps."]),
        ("a year and numbers are no entry", "In 2012; 17 people slept: 5 well.", ["In 2012; 17 people slept: 5 well."]),
        ("a heading without a stop", "Zinc\nIt helps.", ["Zinc", "It helps."]),
        ("nothing", "", []),
    ],
)
def test_claiming_sentences(why: str, text: str, claims: list[str]) -> None:
    assert [text[start:end] for start, end in claiming_spans(text)] == claims, why
