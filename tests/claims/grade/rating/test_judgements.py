"""What is wrong with a set of judgements, row by row."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claims.grade.judgements import Judgements, check_judgements
from claims.grade.vocabulary import Certainty, Design, Domain, Upgrade

CORE = "core-grade-2025"
ROBINS = "grade18-robins-i"
NOTHING_DOWN = dict.fromkeys(Domain, 0)
COHORT = Judgements(CORE, Certainty.LOW, NOTHING_DOWN, {}, {}, "Two cohort studies.")
TRIALS = replace(COHORT, start=Certainty.HIGH, start_reason="Two trials.")


def down(domain: Domain, step: Any) -> dict[Domain, Any]:
    return {**NOTHING_DOWN, domain: step}


LARGE: dict[str, Any] = {"upgrades": {Upgrade.LARGE_EFFECT: 1}, "reasons": {"large_effect": "Risk ratio 4."}}
BIAS: dict[str, Any] = {"downgrades": down(Domain.RISK_OF_BIAS, -1), "reasons": {"risk_of_bias": "Open trial."}}
BOTH: dict[str, Any] = {
    "downgrades": BIAS["downgrades"],
    "upgrades": {Upgrade.PLAUSIBLE_CONFOUNDING: 1},
    "reasons": {"risk_of_bias": "Confounding.", "plausible_confounding": "It works against the effect."},
}

ROWS: list[tuple[str, Judgements, dict[str, Any], dict[str, Any], list[tuple[str, str, str]]]] = [
    ("nothing is wrong", TRIALS, {}, {}, []),
    ("a reasoned step is fine", TRIALS, BIAS, {}, []),
    ("unknown ruleset", TRIALS, {"ruleset": "x"}, {}, [("unknown-ruleset", "ruleset", "error")]),
    ("unknown start", TRIALS, {"start": "great"}, {}, [("bad-start", "start", "error")]),
    ("start without a reason", TRIALS, {"start_reason": " "}, {},
     [("start-without-reason", "start_reason", "warning")]),
    ("imprecision may fall by three", TRIALS,
     {"downgrades": down(Domain.IMPRECISION, -3), "reasons": {"imprecision": "Six people."}}, {}, []),
    ("inconsistency may not", TRIALS, {"downgrades": down(Domain.INCONSISTENCY, -3), "reasons": {"inconsistency": "?"}},
     {}, [("out-of-range", "downgrades.inconsistency", "error")]),
    ("a step down is never positive", TRIALS, {"downgrades": down(Domain.INDIRECTNESS, 1)}, {},
     [("out-of-range", "downgrades.indirectness", "error")]),
    ("a step up is never negative", COHORT, {"upgrades": {Upgrade.DOSE_RESPONSE: -1}}, {},
     [("out-of-range", "upgrades.dose_response", "error")]),
    ("half a step", TRIALS, {"downgrades": down(Domain.INDIRECTNESS, -0.5)}, {},
     [("not-a-step", "downgrades.indirectness", "error")]),
    ("a truth value is no step", COHORT, {"upgrades": {Upgrade.DOSE_RESPONSE: True}}, {},
     [("not-a-step", "upgrades.dose_response", "error")]),
    ("a step without a reason", TRIALS, {**BIAS, "reasons": {"risk_of_bias": "  "}}, {},
     [("missing-reason", "reasons.risk_of_bias", "error")]),
    ("a domain nobody knows", TRIALS, {"downgrades": {**NOTHING_DOWN, "luck": -1}}, {},
     [("unknown-field", "downgrades.luck", "error")]),
    ("a domain left out", TRIALS, {"downgrades": {d: 0 for d in Domain if d != Domain.IMPRECISION}}, {},
     [("not-judged", "downgrades.imprecision", "warning")]),
    ("rated up and down", COHORT, {**BIAS, **LARGE, "reasons": {**BIAS["reasons"], **LARGE["reasons"]}}, {},
     [("up-with-down", "upgrades", "warning")]),
    ("rated up from a randomised start", TRIALS, LARGE, {}, [("up-on-randomised", "upgrades", "error")]),
    ("large effect in cohorts", COHORT, LARGE, {}, []),
    ("randomised trials that somebody lets start low", COHORT, LARGE,
     {"designs": [Design.RCT_PARALLEL, Design.RCT_CROSSOVER]}, [("up-on-randomised", "upgrades", "error")]),
    ("robins-i: and there too", replace(COHORT, ruleset=ROBINS), LARGE, {"designs": [Design.RCT_CROSSOVER]},
     [("up-on-randomised", "upgrades", "error")]),
    ("a trial among case reports", COHORT, LARGE, {"designs": [Design.RCT_PARALLEL, Design.CASE_REPORT]}, []),
    ("robins-i: rated up and down is open", TRIALS,
     {"ruleset": ROBINS, **BIAS, **LARGE, "reasons": {**BIAS["reasons"], **LARGE["reasons"]}},
     {"designs": [Design.COHORT], "robins_i_used": True}, []),
    ("robins-i: confounding judged twice", TRIALS, {"ruleset": ROBINS, **BOTH},
     {"designs": [Design.COHORT], "robins_i_used": True},
     [("confounding-twice", "upgrades.plausible_confounding", "error")]),
    ("robins-i: trials are not rated up", TRIALS, {"ruleset": ROBINS, **LARGE}, {"designs": [Design.RCT_PARALLEL]},
     [("up-on-randomised", "upgrades", "error")]),
    ("robins-i: cohorts start high only with it", TRIALS, {"ruleset": ROBINS}, {"designs": [Design.COHORT]},
     [("robins-i-needed", "start", "error")]),
    ("robins-i: and with it they do", TRIALS, {"ruleset": ROBINS},
     {"designs": [Design.COHORT], "robins_i_used": True}, []),
    ("core: cohorts starting high", TRIALS, {}, {"designs": [Design.COHORT]},
     [("start-above-design", "start", "warning")]),
    ("a review may hold trials", TRIALS, {}, {"designs": [Design.META_ANALYSIS]}, []),
    ("one trial among cohorts starts high", TRIALS, {}, {"designs": [Design.COHORT, Design.RCT_CROSSOVER]}, []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("base", "change", "known", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_problems(
    base: Judgements, change: dict[str, Any], known: dict[str, Any], expected: list[tuple[str, str, str]]
) -> None:
    problems = check_judgements(replace(base, **change), **known)
    assert [(problem.code, problem.field, problem.severity) for problem in problems] == expected


def test_a_message_names_the_step_and_its_limits() -> None:
    (problem,) = check_judgements(replace(TRIALS, downgrades=down(Domain.INCONSISTENCY, -3)))
    assert problem.message == "Inconsistency may move certainty by -2 to 0, not by -3."
