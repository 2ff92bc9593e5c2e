from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.sentences import Sentence, sentences


@pytest.mark.parametrize(
    ("why", "expected"),
    [
        ("stops, question and exclamation marks", ["It helps.", "Does it?", "Yes!", "Well … maybe."]),
        ("a decimal point is inside a word", ["A rise of 3.5 mg was seen.", "It fell."]),
        ("abbreviations", ["Salts, e.g. Citrate or vs. Oxide, differ.", "See Reno et al. Tables are there."]),
        ("U.S.", ["The U.S. National Institutes agree.", "So do others."]),
        ("an abbreviation only before a number", ["See fig. 3 for more.", "The answer is no.", "The end."]),
        ("initials", ["J. H. Smith wrote it.", "A. Reno read it with Anna M. Green."]),
        (
            "a single letter that is no initial",
            ["It acts like vitamin D.", "The level rose in group A.", "Then it fell."],
        ),
        ("closing quotes and brackets", ["He said “it works.”", "(It did not.)", "“So.”"]),
        ("note numbers", ["It is absorbed.[3]", "It is lost.¹²", "The rest stays."]),
        ("a number opens a sentence", ["It was small.", "40% were women."]),
        ("a lower-case word does not", ["The product by e.lab. inc. is sold."]),
        ("units end sentences", ["They took 350 mg.", "Nobody stopped."]),
        ("several marks", ["What?!", "Nothing ...", "Nothing at all."]),
        ("emoji count as one", ["Good 👍🏽.", "Bad."]),
        ("Arabic and Hebrew have no capitals", ["מגנזיום עוזר.", "הוא נספג."]),
    ],
)
def test_sentences_are_found(why: str, expected: list[str]) -> None:
    text = " ".join(expected)
    assert [text[found.start : found.end] for found in sentences(text)] == expected, why


def test_spans_are_offset_by_the_start_of_the_paragraph_and_numbered_from_one() -> None:
    assert sentences("  One.\nTwo.  ", 100) == [Sentence(102, 106, 1), Sentence(107, 111, 2)]


@pytest.mark.parametrize("text", ["", " \n "])
def test_no_text_has_no_sentence(text: str) -> None:
    assert sentences(text) == []


@given(st.text(st.sampled_from(list("aB1 .!?…\n“”()[],-\u00a0 é👍")), max_size=60))
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    position = 0
    for number, found in enumerate(sentences(text), start=1):
        assert found.number == number
        assert text[position : found.start].strip() == ""
        assert text[found.start : found.end] == text[found.start : found.end].strip() != ""
        position = found.end
    assert text[position:].strip() == ""


@pytest.mark.parametrize("text", ["." * 200_000, "A. " * 60_000, "[1]" * 60_000, "a" * 200_000], ids=len)
def test_the_work_grows_with_the_text_only(text: str) -> None:
    assert sum(found.end - found.start for found in sentences(text)) == len(text.rstrip())
