"""The sum from judgements to certainty: cases, properties, and the assessments of the shipped knowledge base."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.grade.judgements import Judgements, check_judgements
from claims.grade.rating import InvalidJudgements, Step, rate_certainty
from claims.grade.rulesets import LEVELS, RULESETS, get_ruleset
from claims.grade.vocabulary import Certainty, Domain, Upgrade

CORE = "core-grade-2025"
ASSESSMENTS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "assessments.json").read_text())
REASONS = {str(name): "A reason." for name in (*Domain, *Upgrade)}


def judge(start: Certainty, down: dict[Domain, int], up: dict[Upgrade, int], ruleset: str = CORE) -> Judgements:
    return Judgements(ruleset, start, down, up, REASONS, "A start.")


@pytest.mark.parametrize("row", ASSESSMENTS, ids=[row["claim"] for row in ASSESSMENTS])
def test_the_shipped_assessments_are_recomputed(row: dict[str, Any]) -> None:
    down = dict(zip(Domain, row["down"], strict=True))
    up = dict(zip(Upgrade, row["up"], strict=True))
    assert rate_certainty(judge(Certainty(row["start"]), down, up)).certainty == row["certainty"]


def test_there_are_fifty_four_of_them() -> None:
    assert len(ASSESSMENTS) == 54


@pytest.mark.parametrize(
    ("why", "start", "down", "up", "certainty", "clamped"),
    [
        ("nothing moves it", "high", {}, {}, "high", False),
        ("one down", "high", {Domain.IMPRECISION: -1}, {}, "moderate", False),
        ("imprecision alone to the floor", "high", {Domain.IMPRECISION: -3}, {}, "very_low", False),
        ("held at the floor", "low", {Domain.RISK_OF_BIAS: -2, Domain.INDIRECTNESS: -1}, {}, "very_low", True),
        ("two up reach the top", "low", {}, {Upgrade.LARGE_EFFECT: 2}, "high", False),
        ("held at the top", "low", {}, {Upgrade.LARGE_EFFECT: 2, Upgrade.DOSE_RESPONSE: 1}, "high", True),
        ("the scale holds the end only, not the way", "very_low", {Domain.INDIRECTNESS: -2}, {Upgrade.DOSE_RESPONSE: 1},
         "very_low", True),
    ],
)  # fmt: skip
def test_cases(
    why: str, start: str, down: dict[Domain, int], up: dict[Upgrade, int], certainty: str, clamped: bool
) -> None:
    rating = rate_certainty(judge(Certainty(start), down, up))
    assert (rating.certainty, rating.clamped) == (certainty, clamped), why


def test_every_step_is_shown_with_its_reason() -> None:
    judgements = Judgements(
        CORE, Certainty.HIGH, {Domain.RISK_OF_BIAS: -1}, {}, {"risk_of_bias": "Open trial."}, "One trial."
    )
    rating = rate_certainty(judgements)
    assert rating.steps[:3] == (
        Step("start", "starts at high", 0, 4, 4, "One trial."),
        Step("risk_of_bias", "risk of bias", -1, 4, 3, "Open trial."),
        Step("inconsistency", "inconsistency", 0, 3, 3, ""),
    )
    assert [step.name for step in rating.steps] == ["start", *Domain, *Upgrade]
    assert (rating.total, rating.ruleset) == (3, CORE)


def test_stored_values_rate_like_the_words() -> None:
    stored = Judgements(CORE, "high", {"imprecision": -2}, {}, {"imprecision": "Six people."}, "A trial.")  # type: ignore[arg-type, dict-item]
    assert rate_certainty(stored).certainty is Certainty.LOW


def test_errors_forbid_a_rating_and_are_all_named() -> None:
    with pytest.raises(InvalidJudgements) as caught:
        rate_certainty(Judgements(CORE, Certainty.HIGH, {Domain.IMPRECISION: -4, Domain.INDIRECTNESS: -1}))
    assert [problem.code for problem in caught.value.problems] == ["out-of-range", "missing-reason"]
    assert str(caught.value).startswith("downgrades.imprecision: Imprecision may move certainty by -3 to 0, not by -4.")


def any_judgements() -> st.SearchStrategy[Judgements]:
    def steps(id: str) -> st.SearchStrategy[Judgements]:
        ruleset = get_ruleset(id)
        return st.builds(
            judge,
            st.sampled_from(Certainty),
            st.fixed_dictionaries({domain: st.integers(low, 0) for domain, low in ruleset.lowest.items()}),
            st.fixed_dictionaries({up: st.integers(0, high) for up, high in ruleset.highest.items()}),
            st.just(id),
        )

    return st.sampled_from(sorted(RULESETS)).flatmap(steps).filter(is_valid)


def is_valid(judgements: Judgements) -> bool:
    return all(problem.severity == "warning" for problem in check_judgements(judgements))


def level(judgements: Judgements) -> int:
    return LEVELS[rate_certainty(judgements).certainty]


@given(any_judgements(), st.sampled_from(Domain))
def test_adding_a_downgrade_never_raises_certainty(judgements: Judgements, domain: Domain) -> None:
    lower = replace(judgements, downgrades={**judgements.downgrades, domain: judgements.downgrades[domain] - 1})
    if is_valid(lower):
        assert level(lower) <= level(judgements)


@given(any_judgements(), st.sampled_from(Upgrade))
def test_adding_an_upgrade_never_lowers_certainty(judgements: Judgements, up: Upgrade) -> None:
    higher = replace(judgements, upgrades={**judgements.upgrades, up: judgements.upgrades[up] + 1})
    if is_valid(higher):
        assert level(higher) >= level(judgements)


@given(any_judgements())
def test_the_steps_add_up_to_the_certainty(judgements: Judgements) -> None:
    rating = rate_certainty(judgements)
    assert all(step.before + step.change == step.after for step in rating.steps)
    assert all(one.after == two.before for one, two in zip(rating.steps, rating.steps[1:], strict=False))
    assert LEVELS[rating.certainty] == min(4, max(1, rating.total))
    assert rating.clamped == (not 1 <= rating.total <= 4)
