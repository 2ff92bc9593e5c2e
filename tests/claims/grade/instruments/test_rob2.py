"""RoB 2 against every row of its reference charts, and what must never happen when answers are missing."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest

from claims.grade.instruments.domains import DomainSpec, judge_domain
from claims.grade.instruments.questions import ChoiceNotOpen, UnknownAnswer, UnknownInstrument, UnknownQuestion
from claims.grade.instruments.registry import judge
from claims.grade.instruments.rob2 import (
    ADHERING,
    ASSIGNMENT,
    MEASUREMENT,
    MISSING_DATA,
    RANDOMISATION,
    REPORTING,
    Rob2Judgement,
)

REFERENCE = json.loads(Path(__file__).with_name("rob2_reference.json").read_text())
LETTERS = {"L": Rob2Judgement.LOW, "S": Rob2Judgement.SOME_CONCERNS, "H": Rob2Judgement.HIGH}
DOMAINS = {
    "domain1": RANDOMISATION,
    "domain2a_assignment": ASSIGNMENT,
    "domain2b_adhering": ADHERING,
    "domain3": MISSING_DATA,
    "domain4": MEASUREMENT,
    "domain5": REPORTING,
}
QUESTIONS = {"domain1": 3, "domain2a_assignment": 7, "domain2b_adhering": 6, "domain3": 4, "domain4": 5, "domain5": 3}

ALL_LOW = {
    question: answer
    for answer, questions in {
        "Y": "1.1 1.2 2.6 5.1",
        "PY": "3.1",
        "N": "1.3 2.1 4.1 4.2 4.3 5.2",
        "PN": "2.2 5.3",
    }.items()
    for question in questions.split()
}


def grid(spec: DomainSpec) -> list[dict[str, str]]:
    ids = [question.id for question in spec.questions]
    return [dict(zip(ids, row, strict=True)) for row in product(("Y", "N", "NI"), repeat=len(ids))]


@pytest.mark.parametrize("name", DOMAINS)
def test_every_reference_row_is_reproduced(name: str) -> None:
    expected = [LETTERS[letter] for letter in REFERENCE[name]]
    assert len(expected) == 3 ** QUESTIONS[name]
    assert [judge_domain(DOMAINS[name], answers).judgement for answers in grid(DOMAINS[name])] == expected


@pytest.mark.parametrize("name", DOMAINS)
def test_probably_counts_like_the_plain_answer(name: str) -> None:
    softer = {"Y": "PY", "N": "PN", "NI": "NI"}
    for answers in grid(DOMAINS[name]):
        soft = {question: softer[given] for question, given in answers.items()}
        assert judge_domain(DOMAINS[name], soft).judgement == judge_domain(DOMAINS[name], answers).judgement


@pytest.mark.parametrize("name", DOMAINS)
def test_a_removed_answer_leaves_the_domain_incomplete_or_changes_nothing(name: str) -> None:
    for answers in grid(DOMAINS[name]):
        whole = judge_domain(DOMAINS[name], answers)
        for question in answers:
            fewer = judge_domain(DOMAINS[name], {key: given for key, given in answers.items() if key != question})
            if fewer.complete:
                assert fewer == whole
            else:
                assert (fewer.judgement, fewer.missing) == (None, (question,))


@pytest.mark.parametrize("name", DOMAINS)
def test_an_empty_domain_names_what_is_missing_and_judges_nothing(name: str) -> None:
    found = judge_domain(DOMAINS[name], {})
    assert (found.judgement, found.complete) == (None, False)
    assert found.missing


def test_all_low_is_low() -> None:
    result = judge("rob2-2019-assignment", ALL_LOW)
    assert [found.judgement for found in result.domains] == [Rob2Judgement.LOW] * 5
    assert (result.overall, result.complete, result.decision_open) == (Rob2Judgement.LOW, True, False)
    assert result.overall_reason == "All 5 domains are low."


@pytest.mark.parametrize("removed", ALL_LOW)
def test_removing_any_needed_answer_never_yields_low(removed: str) -> None:
    result = judge("rob2-2019-assignment", {key: given for key, given in ALL_LOW.items() if key != removed})
    assert (result.overall, result.complete) == (None, False)
    assert [found.missing for found in result.domains if not found.complete] == [(removed,)]
    assert removed in result.overall_reason


def test_one_high_makes_the_result_high() -> None:
    result = judge("rob2-2019-assignment", {**ALL_LOW, "5.2": "Y", "1.3": "Y"})
    assert (result.overall, result.decision_open, result.choices) == (Rob2Judgement.HIGH, False, ())
    assert result.overall_reason == "The worst domain decides; high: 5 Selection of the reported result."


def test_one_some_concerns_leaves_no_choice() -> None:
    result = judge("rob2-2019-assignment", {**ALL_LOW, "1.3": "Y"})
    assert (result.overall, result.decision_open, result.choices) == (Rob2Judgement.SOME_CONCERNS, False, ())
    with pytest.raises(ChoiceNotOpen, match="overall choice 'high'"):
        judge("rob2-2019-assignment", {**ALL_LOW, "1.3": "Y"}, overall_choice="high")


TWO_CONCERNS = {**ALL_LOW, "1.3": "Y", "5.1": "NI"}


@pytest.mark.parametrize(
    ("choice", "overall", "is_open"),
    [(None, "some_concerns", True), ("some_concerns", "some_concerns", False), ("high", "high", False)],
)
def test_several_some_concerns_leave_a_decision(choice: str | None, overall: str, is_open: bool) -> None:
    result = judge("rob2-2019-assignment", TWO_CONCERNS, overall_choice=choice)
    assert (result.overall, result.computed, result.decision_open) == (overall, "some_concerns", is_open)
    assert result.choices == (Rob2Judgement.SOME_CONCERNS, Rob2Judgement.HIGH)


def test_the_reason_says_who_decided() -> None:
    assert judge("rob2-2019-assignment", TWO_CONCERNS).overall_reason == (
        "The worst domain decides; some concerns: 1 Randomisation, 5 Selection of the reported result. "
        "A decision is open: a person may decide on high."
    )
    assert judge("rob2-2019-assignment", TWO_CONCERNS, overall_choice="high").overall_reason.endswith(
        "A person decided on high."
    )


def test_a_choice_can_never_lower_the_result() -> None:
    with pytest.raises(ChoiceNotOpen):
        judge("rob2-2019-assignment", TWO_CONCERNS, overall_choice="low")


def test_the_path_says_which_answers_led_there() -> None:
    found = judge("rob2-2019-assignment", {"1.2": "NI", "1.3": "PY"}).domains[0]
    assert found.path == (
        "1.2 Was the next allotment hidden until the person was in? no information",
        "1.3 Do differences at the start point to faulty randomisation? probably yes",
        "Therefore: high",
    )


def test_the_two_effects_differ_only_in_domain_2() -> None:
    answers = {**ALL_LOW, "2.1": "Y", "2.3": "N", "2.4": "N", "2.5": "N", "2.6": "N"}
    assignment, adhering = judge("rob2-2019-assignment", {**answers, "2.7": "PN"}), judge("rob2-2019-adhering", answers)
    assert [found.judgement.value for found in assignment.domains if found.judgement] == [
        *("low", "some_concerns", "low", "low", "low")
    ]
    assert [found.judgement.value for found in adhering.domains if found.judgement] == [
        *("low", "high", "low", "low", "low")
    ]


@pytest.mark.parametrize(
    ("spec", "answers", "expected"),
    [
        (ASSIGNMENT, {"2.1": "N", "2.2": "N", "2.3": "NA", "2.6": "Y", "2.7": "NA"}, "low"),
        (ASSIGNMENT, {"2.1": "N", "2.2": "N", "2.6": "N", "2.7": "NA"}, "some_concerns"),
        (ADHERING, {"2.1": "Y", "2.2": "Y", "2.3": "NA", "2.4": "NA", "2.5": "NA"}, "low"),
        (ADHERING, {"2.1": "Y", "2.2": "Y", "2.3": "N", "2.6": "NA"}, "some_concerns"),
        (MISSING_DATA, {"3.1": "N", "3.2": "NA"}, None),
        (MEASUREMENT, {"4.1": "N", "4.2": "N", "4.3": "NA"}, None),
    ],
)
def test_not_applicable_is_read_as_the_charts_read_it_or_not_at_all(
    spec: DomainSpec, answers: dict[str, str], expected: str | None
) -> None:
    assert judge_domain(spec, answers).judgement == expected


@pytest.mark.parametrize("skipped", [("2.3",), ("2.4",), ("2.5",), ("2.3", "2.4"), ("2.3", "2.4", "2.5")])
def test_what_does_not_apply_never_stands_against_low_for_the_effect_of_adhering(skipped: tuple[str, ...]) -> None:
    """The criteria for low put "if applicable" before 2.3, 2.4 and 2.5 (Syst Rev 2021;10:171, table 2)."""
    answers = {"2.1": "Y", "2.2": "Y", "2.3": "Y", "2.4": "N", "2.5": "N", **dict.fromkeys(skipped, "NA")}
    assert judge_domain(ADHERING, answers).judgement == Rob2Judgement.LOW


def test_a_form_shows_a_question_once_the_answers_lead_to_it() -> None:
    asked_when = {question.id: question.asked_when for question in ASSIGNMENT.questions}
    assert [asked_when["2.3"](given) for given in ({}, {"2.1": "N"}, {"2.1": "N", "2.2": "NI"}, {"2.1": "Y"})] == [
        *(False, False, True, True)
    ]
    assert [asked_when["2.7"](given) for given in ({}, {"2.6": "Y"}, {"2.6": "NI"})] == [False, False, True]
    assert asked_when["2.6"]({}) is True


def test_what_the_instrument_does_not_know_is_refused_by_name() -> None:
    with pytest.raises(UnknownInstrument, match="instrument 'rob9'"):
        judge("rob9", {})
    with pytest.raises(UnknownQuestion, match=r"question '7\.1' is not known; allowed: 1\.1, 1\.2"):
        judge("rob2-2019-adhering", {"7.1": "Y"})
    with pytest.raises(UnknownAnswer, match=r"question 1\.1: answer 'maybe' is not known; allowed: Y, PY, N, PN, NI"):
        judge("rob2-2019-adhering", {"1.1": "maybe"})
    with pytest.raises(UnknownAnswer, match=r"question 1\.1: answer 'NA'"):
        judge("rob2-2019-adhering", {"1.1": "NA"})


def test_an_empty_answer_is_no_answer() -> None:
    assert judge("rob2-2019-assignment", {**ALL_LOW, "1.1": ""}).domains[0].missing == ("1.1",)
