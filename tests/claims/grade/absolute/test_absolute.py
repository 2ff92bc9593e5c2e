"""Absolute effects of findings: what can be had, what it is based on, and nothing where it cannot be had."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claims.figures.quantity import Arm, Finding, Statistic
from claims.grade.absolute import AbsoluteEffect, absolute_effects
from claims.grade.risk import Estimate, NumberNeeded

COUNTS = (Arm("zinc", n=100, events=20), Arm("placebo", n=100, events=40))
MEANS = (Arm("zinc", n=40, mean=4.2, sd=1.5), Arm("placebo", n=40, mean=5.0, sd=1.5))

TIMES = (replace(MEANS[0], label="after"), replace(MEANS[1], label="before"))


def finding(**fields: Any) -> Finding:
    """Return a risk ratio of a half with its interval and both groups' counts."""
    given = {
        "key": "colds",
        "what": "Colds that lasted a week",
        "value": 0.5,
        "unit": "risk ratio",
        "ci_low": 0.3,
        "ci_high": 0.8,
        "statistic": Statistic.RATIO,
        "arms": COUNTS,
        "design": "rct-parallel",
        "n": 200,
        "comparator": "placebo",
    }
    return Finding(**{**given, **fields})


def baseline(**fields: Any) -> Finding:
    given = {"key": "risk", "what": "Baseline risk of a long cold", "value": 30.0, "unit": "%"}
    return Finding(**{**given, **fields})


def only(*effects: AbsoluteEffect) -> AbsoluteEffect:
    (effect,) = effects
    return effect


def test_a_risk_ratio_at_the_risk_of_its_control_group() -> None:
    assert only(*absolute_effects(finding())) == AbsoluteEffect(
        estimate=Estimate(-200.0, -280.0, -80.0),
        unit="per 1,000",
        basis=(
            "the reported risk ratio of 0.5 (0.3 to 0.8) and a risk of 400 per 1,000 (placebo: 40 of 100), "
            "taken as fixed"
        ),
        control=400.0,
        needed=NumberNeeded(5, 4, 13),
    )


def test_an_odds_ratio_at_a_stated_baseline_risk() -> None:
    """Cochrane Handbook: an odds ratio of 0.73 at a control risk of 0.3 is 62 fewer per 1,000."""
    ratio = finding(unit="OR", value=0.73, ci_low=0.6, ci_high=0.9, arms=(), design="meta-analysis", n=None)
    effect = only(*absolute_effects(ratio, [ratio, baseline()]))
    assert round(effect.estimate.value) == -62
    assert (effect.control, effect.needed and effect.needed.value) == (300.0, 17)
    assert effect.basis == (
        "the reported odds ratio of 0.73 (0.6 to 0.9) and a risk of 300 per 1,000 as the source states it "
        "(“Baseline risk of a long cold”), taken as fixed"
    )


def test_several_baseline_risks_give_several_effects() -> None:
    ratio = finding(arms=())
    low, high = baseline(value=50.0, unit="per 1,000"), baseline(key="high", value=0.4, unit="proportion")
    assert [effect.estimate.value for effect in absolute_effects(ratio, [ratio, low, high])] == [-25.0, -200.0]


def test_a_baseline_risk_belongs_to_the_ratio_that_its_key_names() -> None:
    ratio, other = finding(arms=()), finding(key="fever", arms=())
    risks = [baseline(), baseline(key="fever-baseline", value=10.0)]
    assert [absolute_effects(item, [ratio, other, *risks]) == () for item in (ratio, other)] == [True, False]


def test_counts_of_two_groups() -> None:
    # Wilson's intervals are 13.34 to 28.88 % and 30.94 to 49.80 %; √(6.66² + 9.80²) = 11.85, √(8.88² + 9.06²) = 12.69
    effect = only(*absolute_effects(finding(value=-20.0, unit="percentage points", ci_low=None, ci_high=None)))
    assert (effect.estimate, effect.control) == (Estimate(-200.0, -318.5, -73.1), 400.0)
    assert effect.needed == NumberNeeded(5, 4, 14)
    assert effect.basis == "20 of 100 (zinc) against 40 of 100 (placebo); interval by Newcombe's score method"


def test_the_group_called_placebo_is_the_control_in_any_order() -> None:
    turned = finding(value=None, unit="", ci_low=None, ci_high=None, arms=COUNTS[::-1])
    assert absolute_effects(turned) == absolute_effects(replace(turned, arms=COUNTS))


def test_a_reported_risk_difference() -> None:
    effect = only(*absolute_effects(finding(value=0.0, ci_low=-0.05, ci_high=0.05, unit="risk difference", arms=())))
    assert (effect.estimate, effect.needed) == (Estimate(0.0, -50.0, 50.0), None)
    assert effect.basis == "the reported risk difference of 0 (−0.05 to 0.05)"


def test_means_in_natural_units_and_standardised() -> None:
    effect = only(*absolute_effects(finding(value=-0.8, unit="days", ci_low=None, ci_high=None, arms=MEANS)))
    # SE = 1.5 sqrt(2/40) = 0.335, t(78) = 1.991: 0.668 either way; g = 0.8 / 1.5 x 0.9904
    assert (effect.estimate, effect.unit) == (Estimate(-0.8, -1.5, -0.1), "days")
    assert effect.standardised == Estimate(-0.53, -0.97, -0.08)
    assert effect.basis == "means and SDs of 40 people (zinc) and 40 (placebo); interval by Welch's method"


def test_a_standardised_difference_in_the_unit_of_the_groups_sd() -> None:
    arms = tuple(replace(arm, mean=None, sd=8.0) for arm in MEANS)
    smd = finding(value=-0.5, ci_low=-0.75, ci_high=-0.25, unit="SMD", arms=arms)
    effect = only(*absolute_effects(smd))
    assert (effect.estimate, effect.unit) == (Estimate(-4.0, -6.0, -2.0), "")
    assert effect.basis == "the reported standardised difference of −0.5 (−0.75 to −0.25) and an SD of 8"


def test_no_number_needed_where_nobody_was_treated() -> None:
    cohort = finding(value=None, unit="", ci_low=None, ci_high=None, design="cohort")
    assert only(*absolute_effects(cohort)).needed is None


NOTHING: list[tuple[str, dict[str, Any]]] = [
    ("a ratio without an interval and without counts", {"ci_low": None, "ci_high": None, "arms": ()}),
    ("a ratio without a control risk", {"arms": ()}),
    ("a control group without the event", {"arms": (COUNTS[0], Arm("placebo", n=100, events=0))}),
    ("counts that point the other way than the ratio", {"value": 2.0, "ci_low": 1.2, "ci_high": 3.0}),
    ("a rate ratio", {"unit": "rate ratio", "arms": ()}),
    ("a ratio in animals", {"design": "animal"}),
    ("cases and controls", {"design": "case-control"}),
    ("counts of a crossover trial", {"unit": "", "ci_low": None, "ci_high": None, "design": "rct-crossover"}),
    ("totals of a review", {"unit": "", "ci_low": None, "ci_high": None, "design": "meta-analysis"}),
    ("the same people twice", {"unit": "days", "arms": MEANS, "n": 40}),
    ("means without sizes", {"unit": "days", "arms": tuple(replace(arm, n=None) for arm in MEANS)}),
    ("means without SDs", {"unit": "days", "arms": tuple(replace(arm, sd=None) for arm in MEANS)}),
    ("before and after", {"unit": "days", "arms": TIMES}),
    ("one group", {"unit": "days", "arms": MEANS[:1]}),
    ("a standardised difference without SDs", {"unit": "SMD", "arms": ()}),
    ("percentage points of something else", {"unit": "percentage points", "arms": ()}),
    ("more events than people", {"unit": "", "arms": (Arm("zinc", n=10, events=11), COUNTS[1])}),
]  # fmt: skip


@pytest.mark.parametrize(("why", "fields"), NOTHING)
def test_nothing_where_it_cannot_be_had(why: str, fields: dict[str, Any]) -> None:
    assert absolute_effects(finding(**fields)) == (), why


@pytest.mark.parametrize(
    ("why", "stated"),
    [
        ("no risk", baseline(what="Share of people with a cold")),
        ("no share", baseline(value=3.0, unit="days")),
        ("everybody", baseline(value=100.0)),
        ("unknown", baseline(value=None)),
    ],
)
def test_what_is_no_baseline_risk_is_passed_over(why: str, stated: Finding) -> None:
    ratio = finding(arms=())
    assert absolute_effects(ratio, [ratio, stated]) == (), why


def test_a_subgroup_takes_no_risk_of_the_whole() -> None:
    ratio = finding(arms=(), subgroup=True)
    assert absolute_effects(ratio, [ratio, baseline()]) == ()
