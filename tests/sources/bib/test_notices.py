from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.bib.notices import DatedNotice, NoticeKind, Standing, StandingWord, standing

RETRACTION, REPLACEMENT = NoticeKind.RETRACTION, NoticeKind.RETRACT_AND_REPLACE
REINSTATEMENT, CORRECTION, CONCERN = NoticeKind.REINSTATEMENT, NoticeKind.CORRECTION, NoticeKind.EXPRESSION_OF_CONCERN
EARLY, MIDDLE, LATE = date(2020, 1, 2), date(2021, 3, 4), date(2022, 5, 6)


@pytest.mark.parametrize(
    ("why", "notices", "word", "invalidates"),
    [
        ("nothing announced", [], StandingWord.UNMARKED, False),
        ("retracted", [(RETRACTION, EARLY)], StandingWord.RETRACTED, True),
        ("retracted, then reinstated", [(RETRACTION, EARLY), (REINSTATEMENT, LATE)], StandingWord.REINSTATED, False),
        (
            "retracted again after a reinstatement",
            [(RETRACTION, EARLY), (REINSTATEMENT, MIDDLE), (RETRACTION, LATE)],
            StandingWord.RETRACTED,
            True,
        ),
        (
            "a later correction does not undo a retraction",
            [(RETRACTION, EARLY), (CORRECTION, LATE)],
            StandingWord.RETRACTED,
            True,
        ),
        ("corrected", [(CORRECTION, EARLY), (CORRECTION, LATE)], StandingWord.CORRECTED, False),
        ("concern", [(CONCERN, EARLY)], StandingWord.CONCERN, False),
        ("a correction does not settle a concern", [(CONCERN, EARLY), (CORRECTION, LATE)], StandingWord.CONCERN, False),
        ("a concern, then retracted", [(CONCERN, EARLY), (RETRACTION, LATE)], StandingWord.RETRACTED, True),
        (
            "the reinstatement settles an older concern",
            [(CONCERN, EARLY), (RETRACTION, MIDDLE), (REINSTATEMENT, LATE)],
            StandingWord.REINSTATED,
            False,
        ),
        (
            "a concern after the reinstatement",
            [(RETRACTION, EARLY), (REINSTATEMENT, MIDDLE), (CONCERN, LATE)],
            StandingWord.CONCERN,
            False,
        ),
        ("retracted and replaced", [(REPLACEMENT, EARLY)], StandingWord.REPLACED, True),
        ("the replacement was retracted too", [(REPLACEMENT, EARLY), (RETRACTION, LATE)], StandingWord.RETRACTED, True),
        ("a reinstatement alone", [(REINSTATEMENT, EARLY)], StandingWord.REINSTATED, False),
        ("both on one day", [(RETRACTION, EARLY), (REINSTATEMENT, EARLY)], StandingWord.UNCLEAR, True),
        ("an undated reinstatement", [(RETRACTION, EARLY), (REINSTATEMENT, None)], StandingWord.UNCLEAR, True),
        ("an undated retraction", [(RETRACTION, None)], StandingWord.RETRACTED, True),
        ("an undated concern is not settled", [(CONCERN, None), (REINSTATEMENT, LATE)], StandingWord.CONCERN, False),
    ],
)
def test_standing_in_any_order_of_telling(
    why: str, notices: list[DatedNotice], word: StandingWord, invalidates: bool
) -> None:
    found = {(told.word, told.invalidates) for told in map(standing, permutations(notices))}
    assert found == {(word, invalidates)}, why


def test_the_reason_names_the_deciding_notice_and_its_date() -> None:
    assert standing([(RETRACTION, EARLY), (REINSTATEMENT, LATE)]) == Standing(
        StandingWord.REINSTATED, False, "The last word is the reinstatement of 2022-05-06."
    )
    assert standing([(REPLACEMENT, None)]).reason == "The last word is the retraction and replacement of unknown date."


dated = st.tuples(st.sampled_from(NoticeKind), st.none() | st.sampled_from([EARLY, MIDDLE, LATE]))


@given(st.lists(dated, max_size=6))
def test_corrections_and_concerns_never_change_whether_a_work_is_invalid(notices: list[DatedNotice]) -> None:
    deciding = [notice for notice in notices if notice[0] not in {CORRECTION, CONCERN}]
    assert standing(notices).invalidates == standing(deciding).invalidates
