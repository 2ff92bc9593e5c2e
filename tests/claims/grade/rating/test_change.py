"""What would change a rating: the distance to the next level, each lift with its numbers, each doubt."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claims.grade.change import Change, Way, what_would_change
from claims.grade.judgements import Judgements
from claims.grade.lifting import DIRECT_EVIDENCE
from claims.grade.rating import InvalidJudgements
from claims.grade.rulesets import RULESETS
from claims.grade.studies import StudyResult
from claims.grade.suggesting import suggest_domains
from claims.grade.targets import ImprecisionTarget, Scale, TargetKind
from claims.grade.vocabulary import Certainty, Domain, Indirectness, Upgrade

CORE = "core-grade-2025"
REASONS = {str(name): "A reason." for name in (*Domain, *Upgrade)}
TRIALS = Judgements(CORE, Certainty.HIGH, dict.fromkeys(Domain, 0), {}, REASONS, "Trials.")
COHORTS = replace(TRIALS, start=Certainty.LOW, start_reason="Cohorts.")


def down(base: Judgements, **steps: int) -> Judgements:
    return replace(base, downgrades={**base.downgrades, **{Domain(name): step for name, step in steps.items()}})


def named(changes: tuple[Change, ...], way: Way) -> dict[str, Change]:
    return {change.name: change for change in changes if change.way == way}


def test_low_by_imprecision_shows_the_information_still_missing() -> None:
    results = [StudyResult("A", "rct-parallel", 22, effect=-5, ci_low=-9, ci_high=-1, scale="difference")]
    raising = named(what_would_change(down(TRIALS, imprecision=-2), results, information_size=126), "raise")
    assert raising["next_level"].sentence == "To reach moderate certainty one step must be regained."
    assert raising["imprecision"] == Change(
        "raise",
        "imprecision",
        Certainty.HIGH,
        "About 104 more participants, which the information size still lacks; alone it would make the rating high.",
        {"missing": 104.0},
    )


def result(n: int | None, low: float | None = None, high: float | None = None, scale: Scale = "difference") -> Any:
    """Return a trial with an interval, or without one."""
    middle = None if low is None or high is None else (low + high) / 2
    return StudyResult("A", "rct-parallel", n, None, middle, low, high, scale if middle is not None else None)


MID = ImprecisionTarget(TargetKind.MID, (4.0,), "points")

# description, target, result, what would lift imprecision
LIFTING: list[tuple[str, ImprecisionTarget | None, StudyResult, str]] = [
    ("few people", None, result(22, -9, -1), "About 378 more participants, which the information size still lacks"),
    ("few people, and it crosses no effect", None, result(22, -9, 1),
     "A narrower interval that crosses no threshold, and about 378 more participants, which the information size still "
     "lacks"),
    ("or what matters", MID, result(22, -9, -1),
     "A narrower interval that crosses no threshold, and about 378 more participants, which the information size still "
     "lacks"),
    ("few people and no interval", None, result(22),
     "An effect with an interval that crosses no threshold, and about 378 more participants, which the information "
     "size still lacks"),
    ("enough people", None, result(500, -9, 1),
     "A narrower interval that crosses no threshold; the information size itself is reached"),
    ("enough people and no interval", None, result(500),
     "An effect with an interval that crosses no threshold; the information size itself is reached"),
    ("nothing that the rules would see", None, result(500, -9, -1),
     "A narrower interval still, though it crosses no threshold; the information size itself is reached"),
    ("nobody knows how many", None, result(None, -9, -1),
     "More participants; how many cannot be computed from what is recorded"),
    ("nor where it lies", None, result(None),
     "An effect with an interval that crosses no threshold; how many participants that takes cannot be computed"),
    ("events that are not recorded are no more than the people", None, result(200, 0.5, 0.8, "ratio"),
     "At least 100 more events, which the information size still lacks"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "found", "lift"), [row[1:] for row in LIFTING], ids=[row[0] for row in LIFTING])
def test_what_lifts_imprecision_follows_its_rule(
    target: ImprecisionTarget | None, found: StudyResult, lift: str
) -> None:
    judged = replace(down(TRIALS, imprecision=-1), target=target)
    change = named(what_would_change(judged, [found]), "raise")["imprecision"]
    assert change.sentence == f"{lift}; alone it would make the rating high."


def test_risk_of_bias_asks_for_a_trial_that_outweighs_the_others() -> None:
    results = [
        StudyResult("A", "rct-parallel", 60, risk_of_bias="high"),
        StudyResult("B", "rct-parallel", 40, risk_of_bias="low"),
    ]
    change = named(what_would_change(down(TRIALS, risk_of_bias=-1), results), "raise")["risk_of_bias"]
    assert change.sentence == (
        "A trial at low risk of bias with more than 140 participants, so that most of the information would be at low "
        "risk and less than 25 % at high; alone it would make the rating high."
    )
    assert change.numbers == {"participants": 140}


@pytest.mark.parametrize(
    ("low", "some", "high"), [(0, 100, 0), (40, 0, 60), (0, 0, 60), (30, 50, 1), (9, 0, 7), (74, 0, 26)]
)
def test_what_would_lift_risk_of_bias_is_what_the_rules_ask_for(low: int, some: int, high: int) -> None:
    sizes = {"low": low, "some_concerns": some, "high": high}
    results = [StudyResult(code, "rct-parallel", n, risk_of_bias=code) for code, n in sizes.items() if n]
    people = named(what_would_change(down(TRIALS, risk_of_bias=-1), results), "raise")["risk_of_bias"].numbers

    def suggested(more: int) -> int | None:
        trial = StudyResult("new", "rct-parallel", more, risk_of_bias="low")
        return suggest_domains([*results, trial])[Domain.RISK_OF_BIAS].step

    needed = int(people["participants"])
    assert (suggested(needed), suggested(needed + 1)) == (-1, 0)


@pytest.mark.parametrize("code", Indirectness)
def test_indirectness_asks_for_what_is_lacking(code: Indirectness) -> None:
    results = [StudyResult("A", "rct-parallel", indirectness=frozenset({code}))]
    change = named(what_would_change(down(TRIALS, indirectness=-1), results), "raise")["indirectness"]
    assert change.sentence == f"A trial {DIRECT_EVIDENCE[code]}; alone it would make the rating high."


def test_a_sum_below_the_scale_needs_more_than_one_step() -> None:
    low = down(TRIALS, risk_of_bias=-2, indirectness=-2, imprecision=-1)
    changes = what_would_change(low)
    raising = named(changes, "raise")
    assert raising["next_level"] == Change(
        "raise",
        "next_level",
        Certainty.LOW,
        "To reach low certainty 3 steps must be regained. The steps add up to -1, below the end of the scale.",
        {"steps": 3.0},
    )
    assert raising["imprecision"].sentence.endswith("alone it would leave the rating very low.")
    assert named(changes, "lower") == {}


def test_high_certainty_can_only_fall() -> None:
    changes = what_would_change(TRIALS)
    assert named(changes, "raise") == {}
    assert {name: change.certainty for name, change in named(changes, "lower").items()} == dict.fromkeys(
        Domain, Certainty.MODERATE
    )


def test_evidence_without_random_allocation_can_rise_by_start_and_upgrades() -> None:
    raising = named(what_would_change(COHORTS), "raise")
    assert set(raising) == {"next_level", "start", *Upgrade}
    assert raising["start"].certainty == Certainty.HIGH


def test_a_start_that_takes_more_than_it_gives_is_no_way_up() -> None:
    mixed = replace(down(COHORTS, imprecision=-2), start=Certainty.MODERATE, upgrades={Upgrade.LARGE_EFFECT: 2})
    assert "start" not in named(what_would_change(mixed), "raise")


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (0, "A large effect: a ratio above 2 or below 0.5, seen consistently; alone it would make the rating "
            "moderate."),
        (1, "A very large effect: a ratio above 5 or below 0.2, seen consistently; alone it would make the rating "
            "high."),
    ],
)  # fmt: skip
def test_a_larger_effect_rates_up_further(step: int, sentence: str) -> None:
    upgraded = replace(COHORTS, upgrades={Upgrade.LARGE_EFFECT: step})
    assert named(what_would_change(upgraded), "raise")["large_effect"].sentence == sentence


def test_where_nothing_was_rated_down_a_step_is_gained() -> None:
    said = named(what_would_change(COHORTS), "raise")["next_level"].sentence
    assert said == "To reach moderate certainty one step must be gained."


def test_what_was_rated_down_is_normally_not_rated_up() -> None:
    assert set(named(what_would_change(down(COHORTS, imprecision=-1)), "raise")) == {
        "next_level",
        "start",
        "imprecision",
    }


def test_a_reason_for_rating_up_can_fall() -> None:
    upgraded = replace(COHORTS, upgrades={Upgrade.LARGE_EFFECT: 2})
    change = named(what_would_change(upgraded), "lower")["large_effect"]
    assert (change.certainty, change.sentence) == (
        Certainty.LOW,
        "Doubt about the reason for rating up (large effect); alone it would make the rating low.",
    )


@pytest.mark.parametrize("ruleset", RULESETS)
@pytest.mark.parametrize("domain", Domain)
def test_every_domain_has_a_way_up_and_a_way_down(domain: Domain, ruleset: str) -> None:
    once = down(replace(TRIALS, ruleset=ruleset), **{domain: -1})
    changes = what_would_change(once)
    assert named(changes, "raise")[domain].certainty == Certainty.HIGH
    assert named(changes, "lower")[domain].certainty == Certainty.LOW


def test_broken_judgements_have_no_distance() -> None:
    with pytest.raises(InvalidJudgements):
        what_would_change(down(TRIALS, imprecision=-4))
