"""What the rules suggest in a document follows from the target, the information size and the effects recorded."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from claims.actions import record_appraisal, record_assessment
from claims.documents.suggestion_part import suggesting, suggestions_part
from claims.models import Claim
from tests.claims.appraisals.answers import ROBINS_SERIOUS
from tests.claims.documents.test_claim_document import document_of
from tests.makers import make_claim, make_curator, make_source

pytestmark = pytest.mark.django_db
NULL_SAID = "No target of imprecision was chosen; the rules hold intervals against no effect."
THUMB = (
    "The usual rule of thumb applies, as no optimal information size was given: 400 participants, or 300 events where"
    " events count."
)


def assessed(claim: Claim) -> dict[str, Any]:
    return document_of(claim)["assessments"][0]


def suggestion(claim: Claim, name: str) -> dict[str, Any]:
    return next(row for row in assessed(claim)["suggestions"] if row["name"] == name)


# description, columns of the assessment, step suggested, what the reason begins with
IMPRECISION: list[tuple[str, dict[str, Any], int, str]] = [
    (
        "no effect by default",
        {},
        -1,
        "No target was chosen, so the interval is held against no effect. The interval 20",
    ),
    ("no effect by choice", {"target": "null"}, -1, "The interval 20 (5 to 35) crosses no threshold of no effect."),
    ("a difference inside the interval", {"target": "mid 10 %"}, -1, "The interval 20 (5 to 35) crosses 10 (smallest"),
    ("one outside it", {"target": "mid 4 %"}, -1, "The interval 20 (5 to 35) crosses no threshold of smallest"),
    ("a range", {"target": "range 6; 10; 30 %"}, -3, "The interval 20 (5 to 35) crosses 6, 10, 30 (range of effects"),
    (
        "a size that is reached",
        {"target": "null", "ois_sd": 20.0, "ois_difference": 10.0},
        0,
        "The interval 20 (5 to 35) crosses no threshold of no effect. "
        "Enough information: 130 participants of an optimal information size of 126.",
    ),
    (
        "a target in another unit",
        {"target": "mid 1 days"},
        -1,
        "No interval to hold against a threshold: Berg2019 gives none that can be used.",
    ),
]


@pytest.mark.parametrize(
    ("columns", "step", "reason"), [row[1:] for row in IMPRECISION], ids=[row[0] for row in IMPRECISION]
)
def test_imprecision(columns: dict[str, Any], step: int, reason: str) -> None:
    claim = make_claim(evidence=[{"n": 130}], assessments=[columns])
    row = suggestion(claim, "imprecision")
    assert (row["suggested"], row["reason"][: len(reason)]) == (step, reason)


@pytest.mark.parametrize(("unit", "step"), [("risk ratio", 1), ("hazard ratio", 1), ("OR", None)])
def test_an_odds_ratio_does_not_tell_whether_an_effect_is_large(unit: str, step: int | None) -> None:
    finding = {"value": 3.0, "ci_low": 2.2, "ci_high": 4.1, "unit": unit, "statistic": "ratio"}
    claim = make_claim(
        evidence=[{"design": "cohort", "findings": [finding]}], assessments=[{"start": "low", "risk_of_bias": 0}]
    )
    assert suggestion(claim, "large_effect")["suggested"] == step


def test_an_assessment_says_what_it_was_held_against_and_with_what() -> None:
    plain = assessed(make_claim())
    assert (plain["target"], plain["target_reason"]) == (None, NULL_SAID)
    assert (plain["information_size"]["participants"], plain["information_size"]["reason"]) == (None, THUMB)
    assert plain["effects"]["reason"] == "One effect is used, in %, on days with a cold."
    size = {"ois_control_risk": 0.5, "ois_relative_reduction": 0.2, "ois_alpha": 0.01}
    given = assessed(make_claim(assessments=[{"target": "mid 5 %", **size}]))
    assert given["target"] == "mid 5 %"
    assert given["target_reason"] == "Imprecision was judged against: smallest difference that matters (5 %)."
    assert given["information_size"]["participants"] == 1154
    assert [given["information_size"][name] for name in ("control_risk", "alpha", "power")] == [0.5, 0.01, 0.8]


def test_units_that_convert_are_compared_and_the_rest_is_left_out_by_name() -> None:
    effects = [
        {"key": "in-mg", "value": -200.0, "ci_low": -300.0, "ci_high": -100.0, "unit": "mg"},
        {"key": "in-g", "value": 0.1, "ci_low": 0.05, "ci_high": 0.15, "unit": "g"},
        {"key": "in-points", "value": 3.0, "ci_low": 1.0, "ci_high": 5.0, "unit": "points"},
    ]
    changes = {"statistic": "absolute_change", "figure": None}
    first, second, third = ([{**effect, **changes}] for effect in effects)
    claim = make_claim(
        evidence=[
            {"source": make_source("Abel2018"), "findings": first},
            {"source": make_source("Berg2019"), "findings": second},
            {
                "source": make_source("Cole2020"),
                "findings": [*third, {"key": "whole", "ci_low": None, "ci_high": None}],
            },
        ]
    )
    shown = assessed(claim)["effects"]
    assert [(one["finding"], one["value"], one["ci_low"]) for one in shown["used"]] == [
        ("in-mg", -200, -300),
        ("in-g", 100, 50),
    ]
    assert (shown["unit"], [one["scale"] for one in shown["used"]]) == ("mg", ["difference"] * 2)
    assert [(one["finding"], one["reason"]) for one in shown["left_out"]] == [
        ("in-points", "its unit (points) does not convert into mg")
    ]


def test_two_sources_in_units_that_convert_are_held_against_each_other() -> None:
    effect = {"statistic": "absolute_change", "figure": None}
    claim = make_claim(
        evidence=[
            {"findings": [{**effect, "value": -200.0, "ci_low": -300.0, "ci_high": -100.0, "unit": "mg"}]},
            {"findings": [{**effect, "value": 0.2, "ci_low": 0.1, "ci_high": 0.3, "unit": "g"}]},
        ]
    )
    row = suggestion(claim, "inconsistency")
    assert (row["suggested"], row["reason"]) == (
        -2,
        "Whole intervals lie on different sides, held against no effect. I² is 97 % (context only).",
    )


@pytest.mark.parametrize(
    ("columns", "field", "message"),
    [
        ({"target": "people notice it"}, "target", "expected null, mid VALUE UNIT"),
        ({"target": "mid 3"}, "target", "Give the unit of the values"),
        ({"ois_control_risk": 0.2}, "ois_control_risk", "needs a control risk with a relative reduction"),
        ({"ois_sd": 1.0, "ois_difference": 0.0}, "ois_sd", "a difference other than zero"),
    ],
)
def test_what_no_rule_can_read_is_refused_with_its_field(columns: dict[str, Any], field: str, message: str) -> None:
    claim = make_claim()
    with pytest.raises(ValidationError) as told:
        record_assessment(claim=claim, user=make_curator(), start="high", start_reason="A trial.", **columns)
    assert set(told.value.message_dict) == {field}
    assert message in told.value.message_dict[field][0]
    assert claim.assessments.count() == 1


def test_a_cohort_starts_high_once_it_was_assessed_with_robins_i() -> None:
    claim = make_claim(evidence=[{"design": "cohort"}], assessments=[{"ruleset": "grade18-robins-i", "start": "low"}])
    assert suggestion(claim, "start")["suggested"] is None
    cohort, ada = claim.evidence.get(), make_curator()
    record_appraisal(evidence=cohort, user=ada, instrument="robins-i-2016", answers={"1": "moderate"})
    assert suggestion(claim, "start")["suggested"] is None, "begun is not assessed"
    record_appraisal(evidence=cohort, user=ada, instrument="robins-i-2016", answers=ROBINS_SERIOUS)
    assert suggestion(claim, "start")["suggested"] == "high"


def test_a_claim_with_two_outcomes_uses_the_findings_of_each() -> None:
    evidence = [{"findings": [{"key": "sleep", "what": "Hours of sleep"}, {"key": "pain", "what": "Pain at night"}]}]
    claim = make_claim(evidence=evidence, assessments=[{"outcome": "sleep"}, {"outcome": "pain"}])
    fresh = Claim.objects.with_everything().get(pk=claim.pk)
    used = {}
    for assessment in fresh.assessments.all():
        given = suggesting(fresh, assessment)
        used[assessment.outcome] = [one.finding for one in given.comparison.used]
        assert len(suggestions_part(given)) == 9
    assert used == {"sleep": ["sleep"], "pain": ["pain"]}
