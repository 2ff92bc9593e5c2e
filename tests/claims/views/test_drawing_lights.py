"""The bars below a traffic-light table: where each part starts and ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.views.drawing_lights import bars

LOW, SOME, HIGH = ("+", "low"), ("!", "some concerns"), ("✗", "high")
MARKS = [LOW, SOME, HIGH]


def test_a_bar_has_a_part_for_each_judgement_that_occurs() -> None:
    first, second = bars(["Randomisation", "Overall"], [[LOW, LOW], [LOW, HIGH], [LOW, HIGH], [LOW, SOME]], MARKS)

    assert [(share.word, share.count, share.percent) for share in first.shares] == [("low", 4, 100)]
    assert [(share.word, share.start, share.width, share.middle) for share in second.shares] == [
        ("low", 0, 25, 12.5),
        ("some concerns", 25, 25, 37.5),
        ("high", 50, 50, 75),
    ]


def test_a_narrow_part_is_not_written_on() -> None:
    (bar,) = bars(["Overall"], [[LOW]] * 9 + [[HIGH]], MARKS)
    assert [(share.percent, share.written) for share in bar.shares] == [(90, True), (10, False)]


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="expected a judgement for each of 2 domains, found 1"):
        bars(["Randomisation", "Overall"], [[LOW]], MARKS)


@given(st.lists(st.sampled_from(MARKS), min_size=1, max_size=60))
def test_the_parts_fill_the_bar_without_gaps(found: list[tuple[str, str]]) -> None:
    (bar,) = bars(["Overall"], [[mark] for mark in found], MARKS)

    assert sum(share.count for share in bar.shares) == len(found)
    ends = [share.start + share.width for share in bar.shares]
    assert [share.start for share in bar.shares] == pytest.approx([0, *ends[:-1]], abs=0.02)
    assert ends[-1] == pytest.approx(100, abs=0.02)
