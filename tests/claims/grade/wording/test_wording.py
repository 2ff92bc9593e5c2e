"""Statements by certainty and size, and claims that say more than their evidence."""

from __future__ import annotations

from typing import Any

import pytest

from claims.figures.quantity import FigureVerdict, is_flagged
from claims.grade.vocabulary import Certainty, Indirectness, Verdict, WordingStrength
from claims.grade.wording import (
    ALLOWED,
    FIGURE_PROBLEMS,
    INDIRECT_PROBLEMS,
    SIZES,
    VERDICT_PROBLEMS,
    Effect,
    Size,
    WordingCheck,
    allowed_wording,
    check_wording,
    propose_sentence,
)

EFFECT = Effect("zinc", "shortens", "a cold")


@pytest.mark.parametrize(
    ("certainty", "size", "statement"),
    [
        ("high", "large", "Zinc greatly shortens a cold"),
        ("high", "moderate", "Zinc shortens a cold"),
        ("high", "small", "Zinc shortens a cold slightly"),
        ("high", "trivial", "Zinc makes little or no difference to a cold"),
        ("high", None, "Zinc shortens a cold"),
        ("moderate", "large", "Zinc probably greatly shortens a cold"),
        ("moderate", "moderate", "Zinc probably shortens a cold"),
        ("moderate", "small", "Zinc probably shortens a cold slightly"),
        ("moderate", "trivial", "Zinc probably makes little or no difference to a cold"),
        ("low", "large", "Zinc may greatly shorten a cold"),
        ("low", "moderate", "Zinc may shorten a cold"),
        ("low", "small", "Zinc may shorten a cold slightly"),
        ("low", "trivial", "Zinc may make little or no difference to a cold"),
        ("very_low", "large", "The evidence is very uncertain about the effect of zinc on a cold"),
        ("very_low", None, "The evidence is very uncertain about the effect of zinc on a cold"),
        (None, "small", "The evidence on the effect of zinc on a cold was not rated"),
    ],
)
def test_statements(certainty: str | None, size: Size | None, statement: str) -> None:
    assert allowed_wording(Certainty(certainty) if certainty else None, size, EFFECT) == statement


@pytest.mark.parametrize("certainty", Certainty)
@pytest.mark.parametrize("size", SIZES)
def test_every_certainty_and_size_has_a_statement_about_subject_and_outcome(certainty: Certainty, size: Size) -> None:
    statement = allowed_wording(certainty, size, EFFECT)
    assert "zinc" in statement.lower()
    assert "a cold" in statement
    assert certainty in ALLOWED


def test_a_plural_subject_has_a_plural_verb() -> None:
    salts = Effect("zinc salts", "shorten", "a cold", plural=True)
    assert allowed_wording(Certainty.HIGH, None, salts) == "Zinc salts shorten a cold"
    assert allowed_wording(Certainty.MODERATE, "trivial", salts) == (
        "Zinc salts probably make little or no difference to a cold"
    )


@pytest.mark.parametrize(
    ("subject", "inside"), [("Zinc gluconate", "zinc gluconate"), ("DHA", "DHA"), ("B12", "B12"), ("5-HTP", "5-HTP")]
)
def test_names_keep_their_capitals_inside_a_sentence(subject: str, inside: str) -> None:
    statement = allowed_wording(Certainty.VERY_LOW, None, Effect(subject, "improve", "mood"))
    assert statement == f"The evidence is very uncertain about the effect of {inside} on mood"


@pytest.mark.parametrize(("subject", "verb", "outcome"), [("", "v", "o"), ("s", " ", "o"), ("s", "v", "")])
def test_a_statement_needs_all_its_pieces(subject: str, verb: str, outcome: str) -> None:
    with pytest.raises(ValueError, match="a subject, a verb and an outcome"):
        Effect(subject, verb, outcome)


def test_an_unknown_size_is_refused() -> None:
    with pytest.raises(ValueError, match="'huge' is no size of effect"):
        allowed_wording(Certainty.HIGH, "huge", EFFECT)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("certainty", "size", "direction", "verb", "sentence"),
    [
        ("low", "small", "decrease", "reduces",
         "Zinc may reduce coughing slightly; the certainty of the evidence is low."),
        ("moderate", None, "increase", "",
         "Zinc probably increases coughing; the certainty of the evidence is moderate."),
        ("high", None, "decrease", "", "Zinc reduces coughing."),
        ("high", "large", "none", "reduce", "Zinc makes little or no difference to coughing."),
        ("low", None, None, "", "Zinc may affect coughing; the certainty of the evidence is low."),
        ("very_low", "small", "decrease", "", "Zinc may reduce coughing slightly; the evidence is very uncertain."),
        ("very_low", "large", None, "eases", "Zinc may ease coughing; the evidence is very uncertain."),
        ("very_low", None, "none", "",
         "Zinc may make little or no difference to coughing; the evidence is very uncertain."),
        ("very_low", "small", None, "", "The evidence is very uncertain about the effect of zinc on coughing."),
        ("very_low", None, "decrease", "", "The evidence is very uncertain about the effect of zinc on coughing."),
        (None, None, None, "", "The evidence on the effect of zinc on coughing was not rated."),
    ],
)  # fmt: skip
def test_proposed_sentences(
    certainty: str | None, size: Size | None, direction: str | None, verb: str, sentence: str
) -> None:
    chosen = Certainty(certainty) if certainty else None
    assert propose_sentence("Zinc", verb, "coughing", chosen, size, direction) == sentence


def test_an_unknown_direction_is_refused() -> None:
    with pytest.raises(ValueError, match="'sideways' is no direction"):
        propose_sentence("Zinc", "", "coughing", Certainty.LOW, None, "sideways")


STRENGTH_OK = {
    ("high", "absolute"), ("high", "causal"), ("high", "associational"), ("high", "hedged"),
    ("moderate", "associational"), ("moderate", "hedged"),
    ("low", "hedged"),
}  # fmt: skip


@pytest.mark.parametrize("certainty", Certainty)
@pytest.mark.parametrize("strength", WordingStrength)
def test_strength_against_certainty(strength: WordingStrength, certainty: Certainty) -> None:
    check = check_wording(strength, certainty)
    assert check.ok == ((certainty, strength) in STRENGTH_OK)
    assert check.allowed == ALLOWED[certainty]


@pytest.mark.parametrize(
    ("why", "strength", "known", "problems"),
    [
        ("plain wording on animals", "causal", {"indirectness": ["species"]},
         ["It rests on animals or cells and speaks of people."]),
        ("a hedge may extrapolate", "hedged", {"indirectness": ["species"]}, []),
        ("a flagged figure", "hedged", {"figure_verdicts": ["not_in_sources", "confirmed"]},
         ["A figure is in none of the sources that were read."]),
        ("traced figures", "absolute", {"figure_verdicts": ["confirmed", "derivable"]}, []),
        ("partly supported, put plainly", "causal", {"claim_verdict": "partly_supported"},
         ["It states without conditions what holds only in part."]),
        ("partly supported, hedged", "hedged", {"claim_verdict": "partly_supported"}, []),
        ("contradicted even when hedged", "hedged", {"claim_verdict": "contradicted"},
         ["The best evidence found points the other way."]),
        ("untested is said", "hedged", {"claim_verdict": "untested"}, ["Nobody was found to have studied it."]),
        ("several at once", "absolute", {"claim_verdict": "unsupported", "indirectness": ["form", "dose"]},
         ["No adequate evidence was found for it.", "It rests on another form than the one it names.",
          "It rests on another dose than the one it is about."]),
    ],
)  # fmt: skip
def test_other_problems(why: str, strength: str, known: dict[str, Any], problems: list[str]) -> None:
    assert list(check_wording(WordingStrength(strength), Certainty.HIGH, **known).problems) == problems, why


def test_a_cause_on_low_certainty_is_told_in_words() -> None:
    assert check_wording(WordingStrength.CAUSAL, Certainty.LOW) == WordingCheck(
        ok=False,
        problems=("It is stated as cause and effect, which evidence of low certainty does not allow.",),
        allowed="The effect with “may”.",
    )


def test_a_hedge_on_very_low_certainty_leaves_something_out() -> None:
    (problem,) = check_wording(WordingStrength.HEDGED, Certainty.VERY_LOW).problems
    assert problem == "It leaves out that the evidence is very uncertain; a hedge alone says too much."


def test_what_was_not_rated_is_said() -> None:
    check = check_wording(WordingStrength.ABSOLUTE, None)
    assert check == WordingCheck(True, (), "The evidence was not rated, so no strength of wording is named.")


def test_every_word_has_its_sentence() -> None:
    assert set(INDIRECT_PROBLEMS) == set(Indirectness)
    assert set(VERDICT_PROBLEMS) == set(Verdict)
    assert set(FIGURE_PROBLEMS) == set(FigureVerdict)
    assert {verdict for verdict, text in FIGURE_PROBLEMS.items() if text} == set(filter(is_flagged, FigureVerdict))
