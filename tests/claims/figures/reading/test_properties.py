"""What holds for every text: exact spans, no overlap, no error, and the same reading under typographic variants."""

from __future__ import annotations

import re
import time
import timeit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.figures.folding import fold
from claims.figures.reading import read_figures
from claims.figures.typography import plain_signs
from tests.claims.figures.reading.labelled import keys, labelled_sentences

SENTENCES = [sentence.text for sentence in labelled_sentences()]
FRAGMENTS = (
    "up to |40|%| mg|–|-| to |1,200|0.5|about |±|between | and |people| (|)|95% CI |p = |two|-fold| a third of|$|€|/day"
    "| per |1,000|.|, |10⁶|[3]|\n"
)
HOSTILE = (
    "9|9-|9–|1,|1.|(1|[1, |1/|1 |one |one-|up to |half |1 and |1, |5 of |95% CI | |\n|a |per |5 mg of |no more than |1e"
    "|10^|twice a |p = |$|5–|aged |1:|a year |more than a year |1/2 of |1 (SD 1) |one egg a "
    "|of 9 men, 5 (4%) |5 of them |two- to |None of "
)
PIECES = st.sampled_from(FRAGMENTS.split("|"))
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map("".join), st.sampled_from(SENTENCES))


@given(TEXTS)
@settings(max_examples=400)
def test_spans_are_slices_in_order_without_overlap(text: str) -> None:
    done = 0
    for figure in read_figures(text):
        assert text[figure.start : figure.end] == figure.text
        assert done <= figure.start < figure.end
        done = figure.end


@given(TEXTS)
@settings(max_examples=400)
def test_ends_fit_the_bound(text: str) -> None:
    for figure in read_figures(text):
        assert (figure.low is None) == (figure.bound in {"up_to", "less_than"})
        assert (figure.high is None) == (figure.bound in {"at_least", "more_than"})
        assert figure.low is None or figure.high is None or figure.low <= figure.high


@given(TEXTS)
@settings(max_examples=400)
def test_folded_copies_keep_every_position(text: str) -> None:
    folded = fold(plain_signs(text))
    assert (len(folded.numbers), len(folded.words)) == (len(text), len(text))


@given(st.sampled_from(SENTENCES), st.sampled_from(["\u00a0", "\u2009", "\u202f", "  ", "\n"]))
@settings(max_examples=300)
def test_white_space_does_not_change_the_reading(sentence: str, space: str) -> None:
    # a space inside a grouped number (1 250 000) is part of the number and stays
    spaced = re.sub(r"(?<![0-9]) | (?![0-9])", space, sentence)
    assert keys(spaced) == keys(sentence)


@given(st.sampled_from(SENTENCES), st.sampled_from(list("-‐‑‒–−")))
@settings(max_examples=300)
def test_the_kind_of_dash_does_not_change_the_reading(sentence: str, dash: str) -> None:
    assert keys(re.sub("[-‐‑‒–−]", dash, sentence)) == keys(sentence)


@pytest.mark.parametrize(("straight", "curly"), [("'", "’"), ('"', "”")])
def test_the_kind_of_quote_does_not_change_the_reading(straight: str, curly: str) -> None:
    sentences = [*SENTENCES, "The firm's 'up to 40%' claim fell by \"about 3 points\" in 5 weeks' time."]
    assert [keys(s.replace(straight, curly)) for s in sentences] == [keys(s) for s in sentences]


@pytest.mark.parametrize("piece", HOSTILE.split("|"))
def test_time_grows_with_length_not_with_its_square(piece: str) -> None:
    few, many = (piece * (length // len(piece)) for length in (3_000, 12_000))
    # four times the text: four times the time if linear, sixteen times if quadratic
    assert _seconds(many) < 9 * _seconds(few) + 0.02


def _seconds(text: str) -> float:
    return min(timeit.repeat(lambda: read_figures(text), timer=time.process_time, number=1, repeat=3))
