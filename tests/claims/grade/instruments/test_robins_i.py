"""ROBINS-I: the 2016 instrument judged by the appraiser, and the charts of the V2 draft row by row."""

from __future__ import annotations

import pytest

from claims.grade.instruments.describe import undecided
from claims.grade.instruments.domains import DomainSpec, judge_domain
from claims.grade.instruments.questions import ChoiceNotOpen, UnknownAnswer
from claims.grade.instruments.registry import instrument, judge
from claims.grade.instruments.robins_i_v2 import (
    CLASSIFICATION,
    MEASUREMENT,
    MISSING_DATA,
    REPORTING,
    ROBINS_I_V2,
    SELECTION,
)
from claims.grade.instruments.robins_i_v2_confounding import CONFOUNDING
from claims.grade.instruments.robins_i_v2_first import CLASSIFICATION as FIRST_CLASSIFICATION
from claims.grade.instruments.robins_i_v2_first import MISSING_DATA as FIRST_MISSING_DATA
from claims.grade.instruments.robins_i_v2_first import SELECTION as FIRST_SELECTION
from claims.grade.instruments.robins_i_v2_first_confounding import CONFOUNDING as FIRST_CONFOUNDING


def levels(written: str) -> dict[str, str]:
    """Return the seven answers of the 2016 instrument from their first letters, n being no information."""
    words = {"l": "low", "m": "moderate", "n": "no_information", "s": "serious", "c": "critical"}
    return {str(number): words[letter] for number, letter in enumerate(written, start=1)}


@pytest.mark.parametrize(
    ("written", "overall", "is_open"),
    [
        pytest.param("lllllll", "low", False, id="all low"),
        pytest.param("lllmlll", "moderate", False, id="one moderate"),
        pytest.param("lnlmlll", "no_information", False, id="unknown, and nothing serious"),
        pytest.param("lnlslll", "serious", False, id="one serious, whatever is unknown"),
        pytest.param("slllsll", "serious", True, id="several serious leave a decision"),
        pytest.param("sllsscl", "critical", False, id="one critical"),
    ],
)
def test_2016_overall_is_the_worst_domain(written: str, overall: str, is_open: bool) -> None:
    result = judge("robins-i-2016", levels(written))
    assert (result.overall, result.decision_open, result.complete) == (overall, is_open, True)


def test_2016_several_serious_may_be_recorded_as_critical() -> None:
    result = judge("robins-i-2016", levels("slllsll"), overall_choice="critical")
    assert (result.computed, result.overall, result.decision_open) == ("serious", "critical", False)
    with pytest.raises(ChoiceNotOpen):
        judge("robins-i-2016", levels("sllllll"), overall_choice="critical")


def test_2016_an_unjudged_domain_leaves_all_open() -> None:
    result = judge("robins-i-2016", levels("llllll"))
    assert (result.overall, result.complete) == (None, False)
    assert result.overall_reason == "Not complete. Domain 7: unanswered 7."


def test_2016_takes_only_its_own_levels() -> None:
    with pytest.raises(UnknownAnswer, match="allowed: low, moderate, no_information, serious, critical"):
        judge("robins-i-2016", {"1": "high"})


def read(written: str) -> dict[str, str]:
    """Return answers from "2.1 Y, 2.4 N"."""
    return dict(pair.split(" ") for pair in written.split(", "))


FIRST_ROWS: list[tuple[DomainSpec, str, str | None]] = [
    (FIRST_CONFOUNDING, "1.0 assignment, 1a.1 SN, 1a.4 N", "serious"),
    (FIRST_CONFOUNDING, "1.0 assignment, 1a.1 NI, 1a.4 PY", "critical"),
    (FIRST_CONFOUNDING, "1.0 assignment, 1a.1 WN, 1a.3 Y, 1a.4 PN", "serious"),
    (FIRST_CONFOUNDING, "1.0 assignment, 1a.1 Y, 1a.3 PY, 1a.4 Y", "critical"),
    (FIRST_CONFOUNDING, "1.0 assignment, 1a.1 Y, 1a.3 NI, 1a.2 SN", "serious"),
    (FIRST_CONFOUNDING, "1.0 assignment, 1a.1 PY, 1a.3 N, 1a.2 WN, 1a.4 N", "low_except_confounding"),
    (FIRST_CONFOUNDING, "1.0 assignment, 1a.1 PY, 1a.3 N, 1a.2 Y, 1a.4 Y", "moderate"),
    (FIRST_CONFOUNDING, "1.0 assignment, 1a.1 PY, 1a.3 N, 1a.2 Y, 1a.4 NI", None),
    (FIRST_CONFOUNDING, "1.0 per_protocol, 1b.1 N, 1b.4 Y", "critical"),
    (FIRST_CONFOUNDING, "1.0 per_protocol, 1b.1 NI, 1b.4 NI, 1b.5 N", "serious"),
    (FIRST_CONFOUNDING, "1.0 per_protocol, 1b.1 NI, 1b.4 N, 1b.5 Y", "critical"),
    (FIRST_CONFOUNDING, "1.0 per_protocol, 1b.1 Y, 1b.2 NI", "serious"),
    (FIRST_CONFOUNDING, "1.0 per_protocol, 1b.1 Y, 1b.2 WN, 1b.3 SN", "serious"),
    (FIRST_CONFOUNDING, "1.0 per_protocol, 1b.1 Y, 1b.2 Y, 1b.3 Y, 1b.5 N", "low"),
    (FIRST_CONFOUNDING, "1.0 per_protocol, 1b.1 Y, 1b.2 Y, 1b.3 Y, 1b.5 Y", "moderate"),
    (FIRST_CONFOUNDING, "1.0 per_protocol, 1b.1 Y, 1b.2 Y, 1b.3 WN, 1b.5 N", "low_except_confounding"),
    (FIRST_CONFOUNDING, "1.0 per_protocol, 1b.1 Y, 1b.2 WN, 1b.3 Y, 1b.5 Y", "serious"),
    (FIRST_CLASSIFICATION, "2.1 Y, 2.4 N, 2.5 N", "low"),
    (FIRST_CLASSIFICATION, "2.1 Y, 2.4 N, 2.5 NI", "moderate"),
    (FIRST_CLASSIFICATION, "2.1 N, 2.2 Y, 2.4 WY, 2.5 N", "moderate"),
    (FIRST_CLASSIFICATION, "2.1 Y, 2.4 NI, 2.5 Y", "serious"),
    (FIRST_CLASSIFICATION, "2.1 Y, 2.4 SY, 2.5 N", "serious"),
    (FIRST_CLASSIFICATION, "2.1 Y, 2.4 SY, 2.5 Y", "critical"),
    (FIRST_CLASSIFICATION, "2.1 N, 2.2 NI, 2.3 N, 2.4 WY", "critical"),
    (FIRST_CLASSIFICATION, "2.1 N, 2.2 N, 2.3 N, 2.4 N, 2.5 N", "serious"),
    (FIRST_CLASSIFICATION, "2.1 N, 2.2 N, 2.3 N, 2.4 N, 2.5 Y", "critical"),
    (FIRST_CLASSIFICATION, "2.1 NI, 2.2 N, 2.3 WY, 2.4 SY, 2.5 N", "serious"),
    (FIRST_CLASSIFICATION, "2.1 NI, 2.2 N, 2.3 WY, 2.4 SY, 2.5 NI", "critical"),
    (FIRST_CLASSIFICATION, "2.1 NI, 2.2 N, 2.3 SY, 2.4 N, 2.5 N", "moderate"),
    (FIRST_CLASSIFICATION, "2.1 NI, 2.2 N, 2.3 NI, 2.4 N, 2.5 Y", "serious"),
    (FIRST_CLASSIFICATION, "2.1 NI, 2.2 N, 2.3 SY, 2.4 WY, 2.5 N", None),
    (FIRST_CLASSIFICATION, "2.1 NI, 2.2 N, 2.3 SY, 2.4 NI, 2.5 N", None),
    (FIRST_SELECTION, "3.1 Y, 3.2 N, 3.3 N", "low"),
    (FIRST_SELECTION, "3.1 Y, 3.2 Y, 3.3 N", "moderate"),
    (FIRST_SELECTION, "3.1 WN, 3.3 N", "moderate"),
    (FIRST_SELECTION, "3.1 Y, 3.2 NI, 3.3 NI", "moderate"),
    (FIRST_SELECTION, "3.1 Y, 3.2 N, 3.3 Y, 3.4 N", "low"),
    (FIRST_SELECTION, "3.1 Y, 3.2 N, 3.3 Y, 3.4 NI", "moderate"),
    (FIRST_SELECTION, "3.1 Y, 3.2 N, 3.3 Y, 3.4 Y, 3.5 NI", "moderate"),
    (FIRST_SELECTION, "3.1 Y, 3.2 N, 3.3 Y, 3.4 Y, 3.5 Y, 3.6 Y", "moderate"),
    (FIRST_SELECTION, "3.1 SN, 3.3 N, 3.6 N, 3.7 Y", "moderate"),
    (FIRST_SELECTION, "3.1 SN, 3.3 N, 3.6 NI, 3.7 N, 3.8 N", "serious"),
    (FIRST_SELECTION, "3.1 SN, 3.3 Y, 3.4 Y, 3.5 Y, 3.6 NI, 3.7 N, 3.8 Y", "critical"),
    (FIRST_SELECTION, "3.1 SN, 3.3 N, 3.6 N, 3.7 N, 3.8 NI", None),
    (FIRST_MISSING_DATA, "4.1 Y, 4.2 PY, 4.3 Y", "low"),
    (FIRST_MISSING_DATA, "4.1 N, 4.4 Y, 4.5 N", "low"),
    (FIRST_MISSING_DATA, "4.1 Y, 4.2 N, 4.4 NI, 4.5 NI, 4.6 WN, 4.11 Y", "moderate"),
    (FIRST_MISSING_DATA, "4.1 Y, 4.2 Y, 4.3 NI, 4.4 Y, 4.5 Y, 4.6 NI, 4.11 N", "serious"),
    (FIRST_MISSING_DATA, "4.1 N, 4.4 Y, 4.5 Y, 4.6 SN, 4.11 Y", "serious"),
    (FIRST_MISSING_DATA, "4.1 N, 4.4 Y, 4.5 Y, 4.6 SN, 4.11 N", "critical"),
    (FIRST_MISSING_DATA, "4.1 N, 4.4 N, 4.7 Y, 4.8 NI, 4.11 Y", "moderate"),
    (FIRST_MISSING_DATA, "4.1 N, 4.4 N, 4.7 Y, 4.8 N, 4.11 N", "serious"),
    (FIRST_MISSING_DATA, "4.1 N, 4.4 N, 4.7 Y, 4.8 Y, 4.9 Y", "low"),
    (FIRST_MISSING_DATA, "4.1 N, 4.4 N, 4.7 Y, 4.8 Y, 4.9 WN, 4.11 Y", "moderate"),
    (FIRST_MISSING_DATA, "4.1 N, 4.4 N, 4.7 Y, 4.8 Y, 4.9 SN, 4.11 N", "critical"),
    (FIRST_MISSING_DATA, "4.1 N, 4.4 N, 4.7 NI, 4.10 PY", "low"),
    (FIRST_MISSING_DATA, "4.1 N, 4.4 N, 4.7 N, 4.10 NI, 4.11 N", "serious"),
    (FIRST_MISSING_DATA, "4.1 N, 4.4 N, 4.7 N, 4.10 SN, 4.11 Y", "serious"),
    (FIRST_MISSING_DATA, "4.1 N, 4.4 N, 4.7 N, 4.10 SN, 4.11 NI", None),
]


V2 = "robins-i-v2-draft-2025-11-20"
DIFFER = "the readings of the official chart differ between moderate and low with a remark on confounding"
V2_ROWS: list[tuple[DomainSpec, str, str | None]] = [
    (CONFOUNDING, "1.0 assignment, 1a.1 SN, 1a.4 N", "serious"),
    (CONFOUNDING, "1.0 assignment, 1a.1 NI, 1a.4 PY", "critical"),
    (CONFOUNDING, "1.0 assignment, 1a.1 Y, 1a.3 N, 1a.2 PY, 1a.4 N", "low_except_confounding"),
    (CONFOUNDING, "1.0 assignment, 1a.1 PY, 1a.3 N, 1a.2 Y, 1a.4 Y", "serious"),
    (CONFOUNDING, "1.0 assignment, 1a.1 Y, 1a.3 NI, 1a.2 WN, 1a.4 PN", "moderate"),
    (CONFOUNDING, "1.0 assignment, 1a.1 Y, 1a.3 N, 1a.2 WN, 1a.4 PY", "serious"),
    (CONFOUNDING, "1.0 assignment, 1a.1 Y, 1a.3 NI, 1a.2 SN", "serious"),
    (CONFOUNDING, "1.0 assignment, 1a.1 Y, 1a.3 PY, 1a.4 Y", "critical"),
    (CONFOUNDING, "1.0 assignment, 1a.1 Y, 1a.3 Y, 1a.4 N, 1a.2 Y", "serious"),
    (CONFOUNDING, "1.0 assignment, 1a.1 Y, 1a.3 Y, 1a.4 N, 1a.2 WN", "critical"),
    (CONFOUNDING, "1.0 assignment, 1a.1 WN, 1a.3 Y, 1a.4 PN, 1a.2 PY", "serious"),
    (CONFOUNDING, "1.0 assignment, 1a.1 WN, 1a.3 Y, 1a.4 N, 1a.2 NI", "critical"),
    (CONFOUNDING, "1.0 assignment, 1a.1 WN, 1a.3 N, 1a.2 Y, 1a.4 N", "moderate"),
    (CONFOUNDING, "1.0 assignment, 1a.1 WN, 1a.3 N, 1a.2 WN, 1a.4 Y", "serious"),
    (CONFOUNDING, "1.0 assignment, 1a.1 WN, 1a.3 N, 1a.2 NI", "serious"),
    (CONFOUNDING, "1.0 per_protocol, 1b.1 N, 1b.4 Y", "critical"),
    (CONFOUNDING, "1.0 per_protocol, 1b.1 NI, 1b.4 NI, 1b.5 N", "serious"),
    (CONFOUNDING, "1.0 per_protocol, 1b.1 NI, 1b.4 N, 1b.5 Y", "critical"),
    (CONFOUNDING, "1.0 per_protocol, 1b.1 Y, 1b.2 NI", "serious"),
    (CONFOUNDING, "1.0 per_protocol, 1b.1 Y, 1b.2 Y, 1b.3 Y, 1b.5 N", "low_except_confounding"),
    (CONFOUNDING, "1.0 per_protocol, 1b.1 Y, 1b.2 Y, 1b.3 Y, 1b.5 Y", "serious"),
    (CONFOUNDING, "1.0 per_protocol, 1b.1 Y, 1b.2 Y, 1b.3 WN, 1b.5 N", None),
    (CONFOUNDING, "1.0 per_protocol, 1b.1 Y, 1b.2 Y, 1b.3 WN, 1b.5 Y", "serious"),
    (CONFOUNDING, "1.0 per_protocol, 1b.1 Y, 1b.2 Y, 1b.3 SN", "serious"),
    (CONFOUNDING, "1.0 per_protocol, 1b.1 Y, 1b.2 WN, 1b.3 WN, 1b.5 N", "moderate"),
    (CONFOUNDING, "1.0 per_protocol, 1b.1 Y, 1b.2 WN, 1b.3 Y, 1b.5 Y", "serious"),
    (CONFOUNDING, "1.0 per_protocol, 1b.1 Y, 1b.2 WN, 1b.3 SN", "serious"),
    (SELECTION, "3.1 Y, 3.2 N, 3.3 N", "low"),
    (SELECTION, "3.1 Y, 3.2 Y, 3.3 N", "moderate"),
    (SELECTION, "3.1 WN, 3.3 N", "moderate"),
    (SELECTION, "3.1 Y, 3.2 N, 3.3 Y, 3.4 Y, 3.5 NI", "moderate"),
    (SELECTION, "3.1 Y, 3.2 N, 3.3 Y, 3.4 Y, 3.5 Y, 3.6 Y", "moderate"),
    (SELECTION, "3.1 SN, 3.3 N, 3.6 N, 3.7 Y", "moderate"),
    (SELECTION, "3.1 SN, 3.3 N, 3.6 NI, 3.7 N, 3.8 N", "serious"),
    (SELECTION, "3.1 SN, 3.3 N, 3.6 N, 3.7 N, 3.8 NI", "serious"),
    (SELECTION, "3.1 SN, 3.3 Y, 3.4 Y, 3.5 Y, 3.6 NI, 3.7 N, 3.8 Y", "critical"),
    (MISSING_DATA, "4.1 Y, 4.2 PY, 4.3 Y", "low"),
    (MISSING_DATA, "4.1 N, 4.4 Y, 4.5 N", "low"),
    (MISSING_DATA, "4.1 N, 4.4 NI, 4.5 NI, 4.6 Y, 4.11 Y", "low"),
    (MISSING_DATA, "4.1 N, 4.4 Y, 4.5 Y, 4.6 PY, 4.11 N", "moderate"),
    (MISSING_DATA, "4.1 Y, 4.2 N, 4.4 NI, 4.5 NI, 4.6 WN, 4.11 Y", "moderate"),
    (MISSING_DATA, "4.1 Y, 4.2 Y, 4.3 NI, 4.4 Y, 4.5 Y, 4.6 NI, 4.11 N", "serious"),
    (MISSING_DATA, "4.1 N, 4.4 Y, 4.5 Y, 4.6 SN, 4.11 Y", "serious"),
    (MISSING_DATA, "4.1 N, 4.4 Y, 4.5 Y, 4.6 SN, 4.11 N", "critical"),
    (MISSING_DATA, "4.1 N, 4.4 N, 4.7 Y, 4.8 NI", "serious"),
    (MISSING_DATA, "4.1 N, 4.4 N, 4.7 Y, 4.8 Y, 4.9 Y", "low"),
    (MISSING_DATA, "4.1 N, 4.4 N, 4.7 Y, 4.8 Y, 4.9 WN, 4.11 Y", "moderate"),
    (MISSING_DATA, "4.1 N, 4.4 N, 4.7 Y, 4.8 Y, 4.9 SN, 4.11 N", "critical"),
    (MISSING_DATA, "4.1 N, 4.4 N, 4.7 NI, 4.10 PY", "low"),
    (MISSING_DATA, "4.1 N, 4.4 N, 4.7 N, 4.10 NI, 4.11 N", "serious"),
    (MISSING_DATA, "4.1 N, 4.4 N, 4.7 N, 4.10 SN, 4.11 Y", "serious"),
    (MEASUREMENT, "5.1 Y", "serious"),
    (MEASUREMENT, "5.1 N, 5.2 N", "low"),
    (MEASUREMENT, "5.1 N, 5.2 Y, 5.3 N", "low"),
    (MEASUREMENT, "5.1 N, 5.2 NI, 5.3 WY", "moderate"),
    (MEASUREMENT, "5.1 N, 5.2 Y, 5.3 SY", "serious"),
    (MEASUREMENT, "5.1 NI, 5.2 N", "moderate"),
    (MEASUREMENT, "5.1 NI, 5.2 Y, 5.3 SY", "serious"),
    (MEASUREMENT, "5.1 NI, 5.2 NI, 5.3 N", "moderate"),
    (REPORTING, "6.1 Y", "low"),
    (REPORTING, "6.1 N, 6.2 N, 6.3 PN, 6.4 N", "low"),
    (REPORTING, "6.1 N, 6.2 NI, 6.3 NI, 6.4 N", "moderate"),
    (REPORTING, "6.1 NI, 6.2 NI, 6.3 NI, 6.4 NI", "serious"),
    (REPORTING, "6.1 N, 6.2 NI, 6.3 NI, 6.4 Y", "serious"),
    (REPORTING, "6.1 N, 6.2 Y, 6.3 NI, 6.4 Y", "critical"),
]


@pytest.mark.parametrize(("spec", "written", "expected"), V2_ROWS, ids=[row[1] for row in V2_ROWS])
def test_v2_charts(spec: DomainSpec, written: str, expected: str | None) -> None:
    found = judge_domain(spec, read(written))
    assert (found.judgement, found.missing) == (expected, ())
    assert found.undecided == ("" if expected else DIFFER)


@pytest.mark.parametrize(("spec", "written", "expected"), FIRST_ROWS, ids=[row[1] for row in FIRST_ROWS])
def test_the_first_reading_of_v2_stays_as_it_was(spec: DomainSpec, written: str, expected: str | None) -> None:
    found = judge_domain(spec, read(written))
    assert (found.judgement, found.missing) == (expected, ())
    assert found.undecided == ("" if expected else "see the official chart")


LADDER = ["low", "moderate", "serious", "critical"]
STARTS = {"2.1 Y": 0, "2.1 N, 2.2 PY": 0, "2.1 N, 2.2 NI, 2.3 SY": 0, "2.1 N, 2.2 N, 2.3 WY": 1,
          "2.1 NI, 2.2 N, 2.3 NI": 1, "2.1 N, 2.2 N, 2.3 PN": 2}  # fmt: skip


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize(("outcome", "steps"), [("N", 0), ("PN", 0), ("WY", 1), ("NI", 1), ("SY", 2)])
@pytest.mark.parametrize(("errors", "more"), [("N", 0), ("PN", 0), ("Y", 1), ("PY", 1), ("NI", 1)])
def test_v2_classification_adds_up_levels(start: str, outcome: str, steps: int, errors: str, more: int) -> None:
    found = judge_domain(CLASSIFICATION, read(f"{start}, 2.4 {outcome}, 2.5 {errors}"))
    assert found.judgement == LADDER[min(STARTS[start] + steps + more, 3)]


@pytest.mark.parametrize(("spec", "question"), [(CONFOUNDING, "1a.4"), (CONFOUNDING, "1b.5"), (MISSING_DATA, "4.11")])
def test_v2_has_no_answer_no_information_where_the_draft_has_none(spec: DomainSpec, question: str) -> None:
    (asked,) = [found for found in spec.questions if found.id == question]
    assert [answer.value for answer in asked.answers] == ["Y", "PY", "N", "PN"]
    with pytest.raises(UnknownAnswer, match="allowed: Y, PY, N, PN"):
        judge(V2, {question: "NI"})


def test_v2_has_one_undecided_line_and_says_where_every_domain_comes_from() -> None:
    (line,) = undecided(ROBINS_I_V2)
    assert line == (
        "Confounding: 1.0 of keeping to it; 1b.1 yes or probably yes; 1b.2 yes or probably yes; 1b.3 weak no; "
        f"1b.5 no or probably no: undecided, {DIFFER}"
    )
    assert [spec.id for spec in ROBINS_I_V2.domains if not spec.readings] == []
    assert "robins-i-mcp 0.1.0" in ROBINS_I_V2.origin


def test_the_first_reading_of_v2_names_what_to_use_instead() -> None:
    assert instrument(instrument("robins-i-v2-draft-2025").superseded_by).id == V2


BEST = "B1 Y, B3 N, 1.0 per_protocol, 1b.1 Y, 1b.2 Y, 1b.3 Y, 1b.5 N, 2.1 Y, 2.4 N, 2.5 N, 3.1 Y, 3.2 N, 3.3 N, "
BEST += "4.1 Y, 4.2 Y, 4.3 Y, 5.1 N, 5.2 N, 6.1 Y"


def test_v2_is_never_better_than_low_except_confounding() -> None:
    result = judge(V2, read(BEST))
    assert [found.judgement for found in result.domains] == ["low_except_confounding", *["low"] * 5]
    assert (result.overall, result.complete) == ("low_except_confounding", True)


@pytest.mark.parametrize(
    ("changed", "overall", "choices"),
    [
        pytest.param({"5.1": "NI"}, "moderate", [], id="one moderate"),
        pytest.param({"5.1": "NI", "2.5": "Y"}, "moderate", ["moderate", "serious"], id="two moderate"),
        pytest.param({"5.1": "Y", "2.5": "Y"}, "serious", [], id="one serious, one moderate"),
        pytest.param({"5.1": "Y", "2.4": "SY"}, "serious", ["serious", "critical"], id="two serious"),
        pytest.param({"5.1": "Y", "2.4": "SY", "2.5": "Y"}, "critical", [], id="one critical"),
    ],
)
def test_v2_overall_is_the_worst_domain_and_several_leave_a_choice(
    changed: dict[str, str], overall: str, choices: list[str]
) -> None:
    result = judge(V2, read(BEST) | changed)
    assert (result.overall, list(result.choices), result.decision_open) == (overall, choices, bool(choices))
    if choices:
        assert judge(V2, read(BEST) | changed, overall_choice=choices[1]).overall == choices[1]


def test_v2_an_undecided_line_leaves_the_appraisal_open_and_says_so() -> None:
    result = judge(V2, read(BEST) | {"1b.3": "WN"})
    assert (result.overall, result.complete) == (None, False)
    assert result.overall_reason == f"Not complete. Domain 1: undecided: {DIFFER}."
    assert result.domains[0].path[-1] == f"Therefore: undecided: {DIFFER}"


@pytest.mark.parametrize(
    ("first", "reason"),
    [
        ("B1 N, B2 Y", "B2 Is so much confounding to be expected that the result is of no use? yes."),
        ("B1 Y, B3 PY", "B3 Was the outcome measured in a way that cannot work? probably yes."),
    ],
)
def test_v2_triage_can_stop_at_critical(first: str, reason: str) -> None:
    result = judge(V2, read(first))
    assert (result.overall, result.complete) == ("critical", True)
    assert result.overall_reason == f"Already critical before any domain is judged: {reason}"
    with pytest.raises(ChoiceNotOpen):
        judge(V2, read(first), overall_choice="serious")


def test_v2_without_its_triage_is_not_complete() -> None:
    answers = {question: given for question, given in read(BEST).items() if question != "B3"}
    result = judge(V2, answers)
    assert (result.overall, result.overall_reason) == (None, "Not complete. Before the domains: unanswered B3.")


def test_v2_shows_only_the_questions_of_the_effect_chosen() -> None:
    asked = {question.id: question.asked_when for question in CONFOUNDING.questions}
    given = {"1.0": "assignment", "1a.1": "Y"}
    assert [code for code, asked_when in asked.items() if asked_when(given)] == ["1.0", "1a.1", "1a.3"]
