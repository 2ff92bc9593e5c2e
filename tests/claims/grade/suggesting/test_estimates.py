"""Which effects are compared: groups, units, targets, outcomes, one for each source, and every reason for the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.grade.estimates import Comparison, Estimate, compare_estimates
from claims.grade.studies import StudyResult
from claims.grade.suggesting import suggest_domains
from claims.grade.targets import parse_target
from claims.grade.vocabulary import Domain


def one(source: str = "A", **changes: Any) -> Estimate:
    given = {"finding": "f", "what": "Days ill", "value": -2.0, "low": -3.0, "high": -1.0, "unit": "mg", "n": 100}
    return Estimate(**{"source": source, **given, **changes})


def used(comparison: Comparison) -> list[tuple[str, str, float]]:
    return [(one.source, one.finding, one.value) for one in comparison.used]


def reasons(comparison: Comparison) -> list[str]:
    return [left.reason for left in comparison.left_out]


RATIO = {"unit": "risk ratio", "value": 0.5, "low": 0.3, "high": 0.9}
CASES: list[tuple[str, list[Estimate], str, str, list[tuple[str, str, float]], list[str]]] = [
    ("nothing", [], "", "", [], []),
    ("two in one unit", [one(), one("B", value=-1.5)], "", "", [("A", "f", -2.0), ("B", "f", -1.5)], []),
    (
        "units that convert are brought into the first",
        [one(), one("B", unit="g", value=-0.0015, low=-0.003, high=-0.001)],
        "",
        "",
        [("A", "f", -2.0), ("B", "f", -1.5)],
        [],
    ),
    (
        "and into that of the target",
        [one()],
        "mid 0.001 g",
        "",
        [("A", "f", -0.002)],
        [],
    ),
    (
        "a unit that does not convert into the target's is left out",
        [one(), one("B", unit="points")],
        "mid 3 points",
        "",
        [("B", "f", -2.0)],
        ["its unit (mg) does not convert into that of the target (points)"],
    ),
    (
        "a ratio beside differences",
        [one(), one("B"), one("C", **RATIO)],
        "",
        "",
        [("A", "f", -2.0), ("B", "f", -2.0)],
        ["it is a ratio, the effects used are differences"],
    ),
    (
        "more sources before more people",
        [one(n=5000, unit="points"), one("B"), one("C")],
        "",
        "",
        [("B", "f", -2.0), ("C", "f", -2.0)],
        ["its unit (points) does not convert into mg"],
    ),
    (
        "sources that share people are one",
        [one(cluster="x"), one("B", cluster="x"), one("C", n=200, unit="points")],
        "",
        "",
        [("C", "f", -2.0)],
        ["its unit (mg) does not convert into points"] * 2,
    ),
    (
        "another statistic",
        [one(unit="%", statistic="relative_change"), one("B", unit="%", statistic="absolute_change", n=10)],
        "",
        "",
        [("A", "f", -2.0)],
        ["its statistic (absolute change) is not that of the effects used (relative change)"],
    ),
    (
        "another outcome",
        [one(outcome="Pain."), one("B", outcome="pain"), one("C", outcome="Sleep")],
        "",
        "",
        [("A", "f", -2.0), ("B", "f", -2.0)],
        ["its outcome (Sleep) is another than Pain."],
    ),
    (
        "an outcome that was named",
        [one(outcome="pain"), one("B", what="Hours of sleep")],
        "",
        "sleep",
        [("B", "f", -2.0)],
        ["it is not recorded as being about sleep"],
    ),
    (
        "all people before a part of them",
        [one(subgroup=True, finding="women"), one(finding="everybody", value=-1.5)],
        "",
        "",
        [("A", "everybody", -1.5)],
        ["it is about a part of the participants, and everybody is about all"],
    ),
    (
        "the first of several",
        [one(finding="week-4"), one(finding="week-8")],
        "",
        "",
        [("A", "week-4", -2.0)],
        ["one finding of each source counts, and week-4 comes first"],
    ),
    ("context", [one(is_context=True)], "", "", [], ["its source only gives context"]),
    ("a level", [one(statistic="level")], "", "", [], ["it is a level, not an effect"]),
    (
        "a ratio below zero",
        [one(unit="odds ratio", low=-0.1, value=0.2)],
        "",
        "",
        [],
        ["a ratio and its interval lie above zero"],
    ),
]


@pytest.mark.parametrize(
    ("estimates", "target", "outcome", "expected", "why_not"), [row[1:] for row in CASES], ids=[row[0] for row in CASES]
)
def test_what_is_used_and_what_is_left_out(
    estimates: list[Estimate], target: str, outcome: str, expected: list[tuple[str, str, float]], why_not: list[str]
) -> None:
    comparison = compare_estimates(estimates, target=parse_target(target), outcome=outcome)
    assert (used(comparison), reasons(comparison)) == (expected, why_not)


@pytest.mark.parametrize(
    ("estimates", "reason"),
    [
        ([], "No finding gives an effect with its interval."),
        ([one(statistic="dose")], "No finding gives an effect that can be used."),
        ([one(outcome="pain")], "One effect is used, in mg, on pain."),
        (
            [one(), one("B"), one("C", unit="points")],
            "2 effects are used, in mg. The findings fall into 2 groups that cannot be compared with each other; this"
            " one has the most independent sources, then the most participants, or was recorded first.",
        ),
    ],
)
def test_the_choice_is_told(estimates: list[Estimate], reason: str) -> None:
    assert compare_estimates(estimates).reason == reason


MASSES = ("g", "mg", "µg")
ESTIMATES = st.builds(
    one,
    st.sampled_from("ABCD"),
    finding=st.sampled_from(("f1", "f2")),
    unit=st.sampled_from((*MASSES, "mmol", "points", "risk ratio", "%")),
    value=st.just(2.0),
    low=st.sampled_from((-1.0, 0.5, 1.0)),
    high=st.sampled_from((2.0, 4.0)),
    outcome=st.sampled_from(("", "pain")),
    statistic=st.sampled_from(("", "level", "absolute_change")),
    subgroup=st.booleans(),
    is_context=st.booleans(),
)


@given(
    st.lists(ESTIMATES, max_size=8, unique_by=lambda one: (one.source, one.finding)),
    st.sampled_from(["", "null", "mid 1 mg"]),
)
def test_every_effect_is_used_or_left_out_with_a_reason(estimates: list[Estimate], target: str) -> None:
    comparison = compare_estimates(estimates, target=parse_target(target))
    told = [(one.source, one.finding) for one in (*comparison.used, *comparison.left_out)]
    assert sorted(told) == sorted((one.source, one.finding) for one in estimates)
    assert all(reasons(comparison))
    assert len({one.source for one in comparison.used}) == len(comparison.used)
    assert {one.unit for one in comparison.used} <= {comparison.unit}
    assert len({one.scale for one in comparison.used}) <= 1


def study(estimate: Estimate) -> StudyResult:
    return StudyResult(
        estimate.source, "rct-parallel", estimate.n, None, estimate.value, estimate.low, estimate.high, estimate.scale
    )


@given(
    st.lists(st.tuples(st.floats(-50, 50), st.floats(0.1, 60), st.sampled_from(MASSES)), min_size=1, max_size=4),
    st.sampled_from(["", "mid 10 mg", "range 2; 5; 9 mg"]),
)
def test_the_units_of_findings_never_change_a_suggestion(rows: list[tuple[float, float, str]], target: str) -> None:
    """A difference of so many mg, each printed once in mg and once in another unit of mass."""
    factor = {"g": 1e-3, "mg": 1.0, "µg": 1e3}
    plain = [
        one(str(place), value=round(middle, 6), low=round(middle - width, 6), high=round(middle + width, 6))
        for place, (middle, width, _) in enumerate(rows)
    ]
    printed = [
        replace(found, unit=unit, **{end: getattr(found, end) * factor[unit] for end in ("value", "low", "high")})
        for found, (_, _, unit) in zip(plain, rows, strict=True)
    ]
    # the first stands in mg both times, so that both are shown in mg
    printed[0] = plain[0]
    chosen = parse_target(target)
    suggested = []
    for estimates in (plain, printed):
        comparison = compare_estimates(estimates, target=chosen)
        domains = suggest_domains([study(found) for found in comparison.used], chosen)
        suggested.append((domains[Domain.IMPRECISION].step, domains[Domain.INCONSISTENCY].step))
    assert suggested[0] == suggested[1]
