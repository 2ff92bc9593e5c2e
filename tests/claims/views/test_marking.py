"""Claims are marked where they stand in the text, overlapping ones too."""

from __future__ import annotations

from typing import Any

import pytest

from claims.views.marking import Span, mark_text, spans_in

TEXT = "# Title\n\nZinc shortens colds by a third.\n\nIt is safe."


def card(name: str) -> dict[str, Any]:
    return {"id": name, "occurrences": []}


def span(name: str, quote: str) -> Span:
    start = TEXT.index(quote)
    return Span(start, start + len(quote), card(name))


CASES = [
    ("no claim", [], [("Zinc shortens colds by a third.", 0, None, (), ())]),
    (
        "one claim in the middle",
        [span("C1", "shortens colds")],
        [
            ("Zinc ", 0, None, (), ()),
            ("shortens colds", 1, "C1", ("C1",), ("C1",)),
            (" by a third.", 0, None, (), ()),
        ],
    ),
    (
        "a claim inside a longer one belongs to the shorter",
        [span("C1", "Zinc shortens colds by a third."), span("C2", "colds")],
        [
            ("Zinc shortens ", 1, "C1", ("C1",), ()),
            ("colds", 2, "C2", ("C2",), ("C2",)),
            (" by a third.", 1, "C1", (), ("C1",)),
        ],
    ),
    (
        "claims that cross each end in their own place",
        [span("C1", "Zinc shortens colds"), span("C2", "colds by a third.")],
        [
            ("Zinc shortens ", 1, "C1", ("C1",), ()),
            ("colds", 2, "C2", ("C2",), ("C1",)),
            (" by a third.", 1, "C2", (), ("C2",)),
        ],
    ),
]


@pytest.mark.parametrize(("description", "spans", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_paragraph_is_cut_where_claims_begin_and_end(
    description: str, spans: list[Span], expected: list[Any]
) -> None:
    pieces = mark_text(TEXT, spans)[1].pieces

    told = [
        (
            piece.text,
            piece.depth,
            piece.card and piece.card["id"],
            piece.starting,
            tuple(card["id"] for card in piece.ending),
        )
        for piece in pieces
    ]
    assert told == expected


@pytest.mark.parametrize("spans", [[], [span("C1", "Zinc"), span("C2", "safe"), span("C3", "Title")]])
def test_no_letter_of_the_text_is_lost(spans: list[Span]) -> None:
    assert ["".join(piece.text for piece in block.pieces) for block in mark_text(TEXT, spans)] == [
        "Title",
        "Zinc shortens colds by a third.",
        "It is safe.",
    ]


def test_a_claim_made_twice_has_one_address() -> None:
    spans = [span("C1", "Zinc"), Span(TEXT.index("safe"), len(TEXT) - 1, card("C1"))]

    blocks = mark_text(TEXT, spans)

    assert [name for block in blocks for piece in block.pieces for name in piece.starting] == ["C1"]
    assert [[panel["again"] for panel in block.cards] for block in blocks] == [[], [False], [True]]


def test_only_places_in_this_version_of_the_text_count() -> None:
    place = {"slug": "zinc", "version": 2, "start": 3, "end": 5}
    cards = [
        {
            "id": "C1",
            "occurrences": [
                place,
                {**place, "version": 1},
                {**place, "slug": "other"},
                {**place, "start": None, "end": None},
            ],
        }
    ]

    assert [(found.start, found.end) for found in spans_in(cards, "zinc", 2)] == [(3, 5)]
