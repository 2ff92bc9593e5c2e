"""Suggestions for start, domains and upgrades, with what is said where one cannot be computed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claims.grade.funding import Funding, read_funding
from claims.grade.judgements import Judgements
from claims.grade.rulesets import RULESETS, get_ruleset
from claims.grade.suggesting import StudyResult, suggest_domains, suggest_start, suggest_upgrades
from claims.grade.vocabulary import Certainty, Design, Domain, Upgrade

CORE = "core-grade-2025"
ROBINS = "grade18-robins-i"


@pytest.mark.parametrize(
    ("why", "designs", "ruleset", "known", "level"),
    [
        ("a trial", ["rct-parallel"], CORE, {}, 4),
        ("the best design decides", ["animal", "cohort", "rct-crossover"], CORE, {}, 4),
        ("cohorts", ["cohort", "case-report"], CORE, {}, 2),
        ("cohorts need ROBINS-I", ["cohort"], ROBINS, {}, None),
        ("and with it start high", ["cohort"], ROBINS, {"robins_i_used": True}, 4),
        ("a trial beside them settles it", ["cohort", "rct-parallel"], ROBINS, {}, 4),
        ("laboratory work", ["in-vitro", "animal"], CORE, {}, 1),
        ("an opinion", ["expert-opinion"], CORE, {}, 1),
        ("a review of unknown studies", ["meta-analysis"], CORE, {}, None),
        ("a review of unknown studies beside a cohort", ["meta-analysis", "cohort"], CORE, {}, None),
        ("a review of trials", ["meta-analysis"], CORE, {"reviews_hold_randomised": True}, 4),
        ("a review of cohorts", ["systematic-review"], CORE, {"reviews_hold_randomised": False}, 2),
        ("a review of cohorts under ROBINS-I", ["systematic-review"], ROBINS, {"reviews_hold_randomised": False}, None),
        ("a guideline alone", ["guideline"], CORE, {}, None),
        ("a guideline beside a survey", ["guideline", "product-survey"], CORE, {}, 2),
        ("nothing", [], CORE, {}, None),
    ],
)
def test_start(why: str, designs: list[str], ruleset: str, known: dict[str, Any], level: int | None) -> None:
    suggestion = suggest_start([Design(design) for design in designs], ruleset, **known)
    assert suggestion.step == level, why
    assert suggestion.reason.startswith("cannot be computed: ") == (level is None), why


def test_the_start_names_the_deciding_design() -> None:
    suggestion = suggest_start([Design.COHORT, Design.RCT_PARALLEL, Design.GUIDELINE], CORE)
    assert suggestion.reason == (
        "Starts high, by the best design among 3: 1 × randomised trial, parallel groups. "
        "Random allocation balances what is known and what is not. Not counted: guideline or official value."
    )


@pytest.mark.parametrize("ruleset", RULESETS)
@pytest.mark.parametrize("design", Design)
def test_every_design_has_a_start_or_says_why_not(design: Design, ruleset: str) -> None:
    suggestion = suggest_start([design], ruleset)
    level = get_ruleset(ruleset).start[design].level
    assert suggestion.step == (level and get_ruleset(ruleset).levels[level])


def study(name: str, n: int | None = 100, **known: Any) -> StudyResult:
    return StudyResult(name, known.pop("design", "rct-parallel"), n, **known)


def bias(*ratings: tuple[str, int | None]) -> list[StudyResult]:
    return [study(f"S{number}", n, risk_of_bias=code) for number, (code, n) in enumerate(ratings)]


@pytest.mark.parametrize(
    ("why", "results", "step"),
    [
        ("mostly low", bias(("low", 80), ("some_concerns", 20)), 0),
        ("a fifth high", bias(("low", 80), ("high", 20)), 0),
        ("a quarter high", bias(("low", 75), ("high", 25)), -1),
        ("half some concerns", bias(("low", 50), ("some_concerns", 50)), -1),
        ("mostly high", bias(("low", 49), ("high", 51)), -2),
        ("unclear is not low", bias(("unclear", 10)), -1),
        ("sizes unknown but all alike", bias(("high", None), ("high", 5)), -2),
        ("sizes unknown and needed", bias(("high", None), ("low", 5)), None),
        ("not recorded", bias(("", 5)), None),
        ("nothing", [], None),
    ],
)
def test_risk_of_bias(why: str, results: list[StudyResult], step: int | None) -> None:
    assert suggest_domains(results)[Domain.RISK_OF_BIAS].step == step, why


def test_weights_count_before_participants() -> None:
    results = [study("A", 10, risk_of_bias="high", weight=9.0), study("B", 990, risk_of_bias="low", weight=1.0)]
    suggestion = suggest_domains(results)[Domain.RISK_OF_BIAS]
    assert suggestion.step == -2
    assert suggestion.reason == (
        "High risk of bias: 90 % of the information (9 of 10 weight); "
        "low risk: 10 % of the information (1 of 10 weight)."
    )


def test_the_effect_without_high_risk_results_is_shown() -> None:
    results = [
        study("A", risk_of_bias="high", effect=-8.0, ci_low=-10.0, ci_high=-6.0, scale="difference"),
        study("B", risk_of_bias="low", effect=-2.0, ci_low=-4.0, ci_high=0.0, scale="difference"),
    ]
    numbers = suggest_domains(results)[Domain.RISK_OF_BIAS].numbers
    assert [numbers["effect_all"], numbers["effect_without_high"]] == pytest.approx([-5, -2])


@pytest.mark.parametrize(("ruleset", "said"), [(CORE, True), (ROBINS, False)])
def test_missing_allocation_is_counted_once(ruleset: str, said: bool) -> None:
    results = [study("A", design="cohort", risk_of_bias="high")]
    reason = suggest_domains(results, ruleset_id=ruleset)[Domain.RISK_OF_BIAS].reason
    assert ("already in the starting level" in reason) == said


def indirect(*codes: tuple[int, set[str]]) -> list[StudyResult]:
    return [study(f"S{number}", n, indirectness=frozenset(found)) for number, (n, found) in enumerate(codes)]


@pytest.mark.parametrize(
    ("why", "results", "step"),
    [
        ("all direct", indirect((50, set()), (50, set())), 0),
        ("half indirect is not most", indirect((50, {"form"}), (50, set())), 0),
        ("most indirect", indirect((51, {"form"}), (49, set())), -1),
        ("most indirect twice", indirect((51, {"form", "population"}), (49, set())), -2),
        ("the species of laboratory work is in its start",
         [study("A", design="in-vitro", indirectness=frozenset({"species"}))], 0),
        ("its other codes count", [study("A", design="animal", indirectness=frozenset({"species", "form"}))], -1),
    ],
)  # fmt: skip
def test_indirectness(why: str, results: list[StudyResult], step: int) -> None:
    assert suggest_domains(results)[Domain.INDIRECTNESS].step == step, why


def test_indirectness_names_the_codes() -> None:
    reason = suggest_domains(indirect((60, {"form"}), (40, set())))[Domain.INDIRECTNESS].reason
    assert reason == (
        "Indirect in some respect: 60 % of the information (60 of 100 participants); in two or more: "
        "0 % of the information (0 of 100 participants). Results: other form (1 of 2)."
    )


def paid(*studies: tuple[str, int | None]) -> list[StudyResult]:
    return [study(f"S{number}", n, funding=text) for number, (text, n) in enumerate(studies)]


@pytest.mark.parametrize(
    ("why", "results", "step"),
    [
        ("only small ones paid by makers", paid(("The maker.", 20), ("Company employees.", 30)), -1),
        ("one is large", paid(("The maker.", 20), ("The maker.", 100)), 0),
        ("one is public", paid(("The maker.", 20), ("Public body.", 30)), 0),
        ("who paid is unknown", paid(("The maker.", 20), ("Not seen.", 30)), None),
        ("unknown, but large", paid(("The maker.", 20), ("Not seen.", 300)), 0),
        ("size unknown", paid(("The maker.", None)), None),
    ],
)
def test_publication_bias(why: str, results: list[StudyResult], step: int | None) -> None:
    assert suggest_domains(results)[Domain.PUBLICATION_BIAS].step == step, why


def test_without_results_every_domain_says_so() -> None:
    suggestions = suggest_domains([])
    assert {domain: one.step for domain, one in suggestions.items()} == dict.fromkeys(Domain)
    assert {one.reason for one in suggestions.values()} == {"cannot be computed: no result bears on the question."}


def ratio(effect: float, low: float, high: float, design: str = "cohort") -> StudyResult:
    return study("A", design=design, effect=effect, ci_low=low, ci_high=high, scale="ratio")


@pytest.mark.parametrize(
    ("why", "results", "step"),
    [
        ("two is not more than two", [ratio(2.0, 1.5, 2.6)], 0),
        ("large", [ratio(2.1, 1.5, 2.9)], 1),
        ("large the other way", [ratio(0.4, 0.3, 0.6)], 1),
        ("very large", [ratio(0.15, 0.1, 0.3)], 2),
        ("the smallest counts", [ratio(6, 4, 9), ratio(3, 2, 5)], 1),
        ("opposite sides", [ratio(6, 4, 9), ratio(0.1, 0.05, 0.3)], 0),
        ("may be no effect", [ratio(3, 0.9, 9)], 0),
        ("randomised trials are not rated up", [ratio(6, 4, 9, "rct-parallel")], None),
        ("no ratio", [study("A", design="cohort")], None),
    ],
)
def test_large_effect(why: str, results: list[StudyResult], step: int | None) -> None:
    assert suggest_upgrades(results)[Upgrade.LARGE_EFFECT].step == step, why


@pytest.mark.parametrize(
    ("why", "effect", "step"),
    [("not even the odds are doubled", 1.9, 0), ("the odds are, the risk may not be", 3.0, None)],
)
def test_an_odds_ratio_is_no_risk_ratio(why: str, effect: float, step: int | None) -> None:
    odds = replace(ratio(effect, 1.5, 4), is_odds_ratio=True)
    suggestion = suggest_upgrades([odds, ratio(6, 4, 9)])[Upgrade.LARGE_EFFECT]
    assert suggestion.step == step, why
    assert ("An odds ratio overstates the risk ratio" in suggestion.reason) == (step is None), why


def test_only_randomised_trials_leave_nothing_to_rate_up() -> None:
    reason = suggest_upgrades([ratio(6, 4, 9, "rct-parallel")])[Upgrade.LARGE_EFFECT].reason
    assert reason == "cannot be computed: no result without random allocation bears on the question."


LARGE = [StudyResult("A", "cohort", 500, 90, 3.0, 2.5, 4.0, "ratio", risk_of_bias="low")]
DOWN = {"downgrades": {Domain.INDIRECTNESS: -1}, "reasons": {"indirectness": "Other people."}}


@pytest.mark.parametrize(
    ("why", "ruleset", "made", "step", "added"),
    [
        ("nothing stands against it", "core-grade-2025", {}, 1, ""),
        ("something was rated down", "core-grade-2025", DOWN, 0, " Rated up, yet down for indirectness"),
        ("the other ruleset lets both be", "grade18-robins-i", DOWN, 1, ""),
        (
            "it starts high",
            "core-grade-2025",
            {"start": Certainty.HIGH},
            0,
            " Rating up is for evidence without random",
        ),
    ],
)
def test_rating_up_is_suggested_only_where_its_conditions_are_met(
    why: str, ruleset: str, made: dict[str, Any], step: int, added: str
) -> None:
    judgements = Judgements(**{"ruleset": ruleset, "start": Certainty.LOW, "start_reason": "A cohort.", **made})
    plain = suggest_upgrades(LARGE, ruleset_id=ruleset)[Upgrade.LARGE_EFFECT]
    seen = suggest_upgrades(LARGE, ruleset_id=ruleset, judgements=judgements)[Upgrade.LARGE_EFFECT]
    assert (plain.step, seen.step) == (1, step), why
    assert seen.reason.startswith(plain.reason + added), why


def test_every_upgrade_is_answered() -> None:
    assert set(suggest_upgrades([])) == set(Upgrade)


@pytest.mark.parametrize(
    ("statement", "funding"),
    [
        ("", Funding.UNKNOWN),
        ("Not seen.", Funding.UNKNOWN),
        ("A university, but the funder was not stated.", Funding.UNKNOWN),
        ("Authors declare no competing interest.", Funding.UNKNOWN),
        ("Paid by the maker of the tablets.", Funding.INDUSTRY),
        ("Public body; material from a company.", Funding.INDUSTRY),
        ("Two authors are employees of Example GmbH.", Funding.INDUSTRY),
        ("National research foundation.", Funding.INDEPENDENT),
        ("A university fund.", Funding.INDEPENDENT),
    ],
)
def test_funding(statement: str, funding: Funding) -> None:
    assert read_funding(statement) == funding
