"""The reader against the labelled set."""

from __future__ import annotations

import pytest

from tests.claims.figures.reading.labelled import BLIND, labelled_sentences, score


def test_the_set_is_large_and_has_sentences_without_figures() -> None:
    sentences = labelled_sentences()
    assert len({sentence.text for sentence in sentences}) == len(sentences)
    assert sum(not sentence.figures for sentence in sentences) >= 50


def test_every_label_is_a_place_in_its_sentence() -> None:
    assert [s.text for s in labelled_sentences() if any(text not in s.text for text in s.texts)] == []


@pytest.mark.parametrize("part", ["tuning", *BLIND])
def test_value_unit_and_bound_are_read_together(part: str) -> None:
    assert score(labelled_sentences(part)).f1 >= 0.95
