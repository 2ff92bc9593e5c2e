"""What would change a rating: the distance to the next level, each lift with its numbers, each doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.grade.change import DIRECT_EVIDENCE, Change, Way, what_would_change
from claims.grade.judgements import Judgements
from claims.grade.rating import InvalidJudgements
from claims.grade.rulesets import RULESETS
from claims.grade.studies import StudyResult
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
    results = [StudyResult("A", "rct-parallel", 22)]
    raising = named(what_would_change(down(TRIALS, imprecision=-2), results, information_size=126), "raise")
    assert raising["next_level"].sentence == "To reach moderate certainty one step must be regained."
    assert raising["imprecision"] == Change(
        "raise",
        "imprecision",
        Certainty.HIGH,
        "About 104 more participants, which the information size still lacks; alone it would make the rating high.",
        {"missing": 104.0},
    )


def test_a_reached_size_asks_for_a_narrower_interval() -> None:
    results = [StudyResult("A", "rct-parallel", 500)]
    change = named(what_would_change(down(TRIALS, imprecision=-1), results), "raise")["imprecision"]
    assert change.sentence.startswith("A narrower interval that crosses no threshold; the information size itself is")


def test_an_unknown_size_is_said() -> None:
    results = [StudyResult("A", "rct-parallel")]
    change = named(what_would_change(down(TRIALS, imprecision=-1), results), "raise")["imprecision"]
    assert change.sentence.startswith("More participants; how many cannot be computed from what is recorded;")


def test_risk_of_bias_asks_for_a_trial_that_outweighs_the_others() -> None:
    results = [
        StudyResult("A", "rct-parallel", 60, risk_of_bias="high"),
        StudyResult("B", "rct-parallel", 40, risk_of_bias="low"),
    ]
    change = named(what_would_change(down(TRIALS, risk_of_bias=-1), results), "raise")["risk_of_bias"]
    assert change.numbers == {"participants": 20}
    assert change.sentence.startswith("A trial at low risk of bias with more than 20 participants")


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
