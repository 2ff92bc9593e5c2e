"""The rulesets are complete, versioned and pinned."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from claims.grade.rulesets import (
    LEVELS,
    NON_RANDOMISED,
    RANDOMISED,
    RULESETS,
    Needs,
    Ruleset,
    Thresholds,
    UnknownRuleset,
    certainty_of,
    fingerprint,
    get_ruleset,
)
from claims.grade.vocabulary import Certainty, Design, Domain, Upgrade

PINNED = {
    "core-grade-2025": "ee792f8776b9478d460973ea415d1b3b3f5e9556df197bc0a71a250ffe25c6ef",
    "grade18-robins-i": "775dcc4f9d651a3e2e6ddfe52bcf78ecaf8fc31658f8391a60a068909da19e76",
}


def test_a_ruleset_never_changes_under_its_id() -> None:
    now = {id: fingerprint(ruleset) for id, ruleset in RULESETS.items()}
    assert now == PINNED, (
        "A weight of a ruleset changed. Publications made under the old id must keep their rules: leave the old "
        "ruleset as it was, add the changed one under a new id, and pin that."
    )


def with_imprecision_to_two(ruleset: Ruleset) -> Ruleset:
    return dataclasses.replace(ruleset, lowest={**ruleset.lowest, Domain.IMPRECISION: -2})


def with_a_lower_fallback(ruleset: Ruleset) -> Ruleset:
    return dataclasses.replace(ruleset, thresholds=Thresholds(participants=399))


def with_another_start(ruleset: Ruleset) -> Ruleset:
    survey = dataclasses.replace(ruleset.start[Design.PRODUCT_SURVEY], level=Certainty.VERY_LOW)
    return dataclasses.replace(ruleset, start={**ruleset.start, Design.PRODUCT_SURVEY: survey})


@pytest.mark.parametrize("change", [with_imprecision_to_two, with_a_lower_fallback, with_another_start])
def test_any_changed_weight_changes_the_fingerprint(change: Callable[[Ruleset], Ruleset]) -> None:
    core = get_ruleset("core-grade-2025")
    assert fingerprint(change(core)) != fingerprint(core)


def test_a_better_sentence_is_not_a_new_rule() -> None:
    core = get_ruleset("core-grade-2025")
    assert fingerprint(dataclasses.replace(core, title="Core GRADE, better put")) == fingerprint(core)


@pytest.mark.parametrize("ruleset", RULESETS.values(), ids=str)
def test_every_word_has_its_rule(ruleset: Ruleset) -> None:
    assert set(ruleset.start) == set(Design)
    assert set(ruleset.lowest) == set(Domain)
    assert set(ruleset.highest) == set(Upgrade)
    assert set(ruleset.levels) == set(Certainty)
    assert all(start.reason for start in ruleset.start.values())
    assert all((start.level is None) == (start.needs != Needs.NOTHING) for start in ruleset.start.values())


@pytest.mark.parametrize(
    ("id", "randomised", "non_randomised"),
    [("core-grade-2025", Certainty.HIGH, Certainty.LOW), ("grade18-robins-i", Certainty.HIGH, None)],
)
def test_where_trials_and_cohorts_start(id: str, randomised: Certainty, non_randomised: Certainty | None) -> None:
    start = get_ruleset(id).start
    assert {start[design].level for design in RANDOMISED} == {randomised}
    assert {start[design].level for design in NON_RANDOMISED} == {non_randomised}


def test_only_imprecision_may_fall_by_three_in_core_grade() -> None:
    lowest = get_ruleset("core-grade-2025").lowest
    assert dict(lowest) == {
        Domain.RISK_OF_BIAS: -2,
        Domain.INCONSISTENCY: -2,
        Domain.INDIRECTNESS: -2,
        Domain.IMPRECISION: -3,
        Domain.PUBLICATION_BIAS: -2,
    }


def test_levels_and_certainties_are_each_others_inverse() -> None:
    assert {certainty: certainty_of(level) for certainty, level in LEVELS.items()} == {c: c for c in Certainty}


@pytest.mark.parametrize("level", [0, 5, -1])
def test_there_is_no_certainty_beyond_the_scale(level: int) -> None:
    with pytest.raises(ValueError, match=f"1 to 4, not {level}"):
        certainty_of(level)


def test_an_unknown_ruleset_is_named_with_the_known_ones() -> None:
    with pytest.raises(UnknownRuleset) as caught:
        get_ruleset("grade-1999")
    assert str(caught.value) == "There is no ruleset 'grade-1999'; there are: core-grade-2025, grade18-robins-i."
