"""Two texts are held against each other so that a reader sees what came and what went."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.views.word_diff import GONE, NEW, SAME, Piece, pieces_of

#: What it shows, the older text, the newer one, and the pieces: [-gone-], {+new+}, the rest is in both.
CASES = [
    ("nothing changed", "Zinc helps.", "Zinc helps.", "Zinc helps."),
    ("a number", "by up to 33%.", "by up to 20%.", "by up to [-33%-]{+20%+}."),
    ("a decimal number is one word", "a ratio of 1.85 here", "a ratio of 1.8 here", "a ratio of [-1.85-]{+1.8+} here"),
    ("words added", "It shortens colds now.", "It may shorten colds now.", "It [-shortens-]{+may shorten+} colds now."),
    ("words removed", "It really does help adults.", "It does help adults.", "It[- really-] does help adults."),
    ("an end added", "It helps adults.", "It helps adults. It harms few.", "It helps adults.{+ It harms few.+}"),
    (
        "one common word between two changes goes with them",
        "The trial found that soreness fell by ten points in a week.",
        "The trial found that pain fell slightly points in a week.",
        "The trial found that [-soreness fell by ten-]{+pain fell slightly+} points in a week.",
    ),
    ("too little in common", "Nobody was ill", "Two felt sick", "[-Nobody was ill-]{+Two felt sick+}"),
    ("one word for another", "supported", "misleading", "[-supported-]{+misleading+}"),
    ("something for nothing", "", "Few people.", "{+Few people.+}"),
    ("nothing for something", "Few people.", "", "[-Few people.-]"),
    ("other dashes and quotes", "a 5-20 “dose” here now", "a 5–20 “dose” here now", "a 5[---]{+–+}20 “dose” here now"),
    ("a word with its apostrophe", "Don’t take it with tea", "Do take it with tea", "[-Don’t-]{+Do+} take it with tea"),
]  # fmt: skip
MARKED = {SAME: "{}", GONE: "[-{}-]", NEW: "{{+{}+}}"}


@pytest.mark.parametrize(("description", "before", "after", "expected"), CASES, ids=[case[0] for case in CASES])
def test_texts_are_compared_word_by_word(description: str, before: str, after: str, expected: str) -> None:
    assert "".join(MARKED[piece.kind].format(piece.text) for piece in pieces_of(before, after)) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [(" may ", (" ", "may", " ")), ("may", ("", "may", "")), (" ", ("", "", " ")), ("a b", ("", "a b", ""))],
)
def test_blanks_around_words_are_told_apart(text: str, parts: tuple[str, str, str]) -> None:
    assert Piece(NEW, text).parts == parts


WORDS = st.lists(
    st.sampled_from(["zinc", "helps", "33%", "1.5", "a", "cold,", "(not)", "\n", "e\u0301", "🙂"]), max_size=12
)


@given(WORDS, WORDS)
def test_the_pieces_hold_both_texts_whole(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    pieces = pieces_of(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != NEW) == before
    assert "".join(piece.text for piece in pieces if piece.kind != GONE) == after
    assert all(piece.text for piece in pieces)


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_loses_a_sign(before: str, after: str) -> None:
    pieces = pieces_of(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != NEW) == before
    assert "".join(piece.text for piece in pieces if piece.kind != GONE) == after
