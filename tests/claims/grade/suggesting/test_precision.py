"""Imprecision: thresholds crossed, size, and what is said when neither is known."""

from __future__ import annotations

import pytest

from claims.grade.consistency import Interval
from claims.grade.precision import missing_information, suggest_imprecision
from claims.grade.rulesets import Thresholds
from claims.grade.studies import StudyResult
from claims.grade.targets import ImprecisionTarget, Scale, TargetKind

LIMITS = Thresholds()
NULL = ImprecisionTarget(TargetKind.NULL)
MID = ImprecisionTarget(TargetKind.MID, (10,), "mm")
RANGES = ImprecisionTarget(TargetKind.RANGE, (2, 5, 9), "mm")


def one(n: int | None, effect: float, low: float, high: float, scale: Scale, events: int | None = None) -> StudyResult:
    return StudyResult("A", "rct-parallel", n, events, effect, low, high, scale)


@pytest.mark.parametrize(
    ("why", "result", "target", "size", "step"),
    [
        ("crosses no effect", one(600, -3, -8, 2, "difference"), NULL, None, -1),
        ("crosses neither, enough people", one(600, -5, -8, -2, "difference"), NULL, None, 0),
        ("touches without crossing", one(600, -5, -8, 0, "difference"), NULL, None, 0),
        ("crosses neither, too few people", one(200, -5, -8, -2, "difference"), NULL, None, -1),
        ("crosses neither, far too few", one(40, -5, -8, -2, "difference"), NULL, None, -2),
        ("just at thirty per cent is not far too few", one(120, -5, -8, -2, "difference"), NULL, None, -1),
        ("an information size replaces the rule of thumb", one(200, -5, -8, -2, "difference"), NULL, 126, 0),
        ("crosses what matters on one side", one(600, 8, 4, 12, "difference"), MID, None, -1),
        ("crosses what matters on both sides", one(600, 1, -12, 13, "difference"), MID, None, -2),
        ("a tight null is precise for what matters", one(600, 1, -4, 5, "difference"), MID, None, 0),
        ("three ranges crossed", one(600, 5, 1, 12, "difference"), RANGES, None, -3),
        ("a ratio crosses one", one(900, 0.9, 0.8, 1.1, "ratio"), NULL, None, -1),
        ("and both appreciable harm and benefit", one(900, 0.9, 0.6, 1.4, "ratio"), NULL, None, -2),
        ("events count for ratios", one(5000, 0.8, 0.7, 0.9, "ratio", 299), NULL, None, -1),
        ("enough events", one(5000, 0.8, 0.7, 0.9, "ratio", 300), NULL, None, 0),
        ("few people bound the events", one(200, 0.5, 0.3, 0.8, "ratio"), NULL, None, -1),
        ("many people do not", one(5000, 0.5, 0.3, 0.8, "ratio"), NULL, None, None),
        ("size not recorded", one(None, -5, -8, -2, "difference"), NULL, None, None),
    ],
)
def test_one_result(
    why: str, result: StudyResult, target: ImprecisionTarget, size: int | None, step: int | None
) -> None:
    assert suggest_imprecision([result], target, information_size=size, limits=LIMITS).step == step, why


def test_the_reason_has_the_numbers() -> None:
    suggestion = suggest_imprecision([one(40, -5, -8, -2, "difference")], NULL, limits=LIMITS)
    assert suggestion.reason == (
        "The interval -5 (-8 to -2) crosses no threshold of no effect. "
        "Far too little information: 40 participants against 400 by the usual rule of thumb, "
        "as no optimal information size was given."
    )
    assert suggestion.numbers == {"participants": 40, "needed": 400, "missing": 360}


@pytest.mark.parametrize(
    ("why", "n", "size", "reason", "numbers"),
    [
        (
            "reached",
            200,
            126,
            "The interval -5 (-8 to -2) crosses no threshold of no effect. "
            "Enough information: 200 participants of an optimal information size of 126.",
            {"participants": 200, "needed": 126, "missing": 0},
        ),
        (
            "not reached",
            100,
            126,
            "The interval -5 (-8 to -2) crosses no threshold of no effect. "
            "Too little information: 100 participants of an optimal information size of 126.",
            {"participants": 100, "needed": 126, "missing": 26},
        ),
    ],
)
def test_the_information_size_is_named_with_its_numbers(
    why: str, n: int, size: int, reason: str, numbers: dict[str, float]
) -> None:
    suggestion = suggest_imprecision([one(n, -5, -8, -2, "difference")], NULL, information_size=size, limits=LIMITS)
    assert (suggestion.reason, suggestion.numbers) == (reason, numbers), why


@pytest.mark.parametrize(
    ("n", "said"),
    [(200, "There are 200 participants of"), (None, "There are 0 participants (not recorded for A) of")],
)
def test_a_crossing_decides_and_the_information_size_is_still_told(n: int | None, said: str) -> None:
    suggestion = suggest_imprecision([one(n, -3, -8, 2, "difference")], NULL, information_size=500, limits=LIMITS)
    reason = f"The interval -3 (-8 to 2) crosses 0 (no effect). {said} an optimal information size of 500."
    assert (suggestion.step, suggestion.reason) == (-1, reason)
    assert suggestion.numbers["needed"] == 500


def test_a_target_that_nobody_chose_is_said() -> None:
    suggestion = suggest_imprecision([one(600, -3, -8, 2, "difference")], limits=LIMITS)
    assert suggestion.reason == (
        "No target was chosen, so the interval is held against no effect. "
        "The interval -3 (-8 to 2) crosses 0 (no effect)."
    )


def test_several_results_use_the_pooled_interval_only_where_given() -> None:
    results = [StudyResult("A", "rct-parallel", 300), StudyResult("B", "rct-parallel", 300)]
    pooled = suggest_imprecision(results, NULL, pooled=Interval(-1, -3, 1, "difference"), limits=LIMITS)
    sizes = suggest_imprecision(results, NULL, limits=LIMITS)
    assert (pooled.step, sizes.step) == (-1, None)
    assert sizes.reason == (
        "cannot be computed: No interval to hold against a threshold: 2 independent results and no pooled one. Enough "
        "information: 600 participants against 400 by the usual rule of thumb, as no optimal information size was "
        "given. Whether a threshold is crossed is not known."
    )


@pytest.mark.parametrize(("n", "step"), [(600, None), (200, -1), (40, -2), (None, None)])
def test_without_an_interval_only_too_few_people_tell(n: int | None, step: int | None) -> None:
    assert suggest_imprecision([StudyResult("A", "rct-parallel", n)], limits=LIMITS).step == step


@pytest.mark.parametrize(
    ("why", "values", "ends", "scale", "said"),
    [
        ("a fall against thresholds of a rise", (2, 5), (-5, -1), "difference", True),
        ("a rise", (2, 5), (0.5, 1.5), "difference", False),
        ("thresholds on both sides", (-2, 2), (0.5, 1.5), "difference", False),
        ("a ratio below 1 against thresholds above it", (1.25, 2), (0.5, 0.9), "ratio", True),
        ("and against one below", (0.4, 2), (0.5, 0.9), "ratio", False),
    ],
)
def test_thresholds_on_the_other_side_of_no_effect_are_pointed_out(
    why: str, values: tuple[float, ...], ends: tuple[float, float], scale: Scale, said: bool
) -> None:
    target = ImprecisionTarget(TargetKind.RANGE, values, "risk ratio" if scale == "ratio" else "mm")
    result = one(600, sum(ends) / 2, *ends, scale, 600)
    suggestion = suggest_imprecision([result], target, limits=LIMITS)
    assert suggestion.step == 0, why
    assert ("Every threshold lies on the other side of no effect than the result." in suggestion.reason) == said, why


def test_several_results_with_intervals_are_pooled_and_held_against_the_target() -> None:
    ends = {"effect": 8.0, "ci_low": 3.0, "ci_high": 13.0, "scale": "difference"}
    results = [StudyResult(name, "rct-parallel", 300, None, **ends) for name in "ABCD"]  # type: ignore[arg-type]
    near = suggest_imprecision(results, ImprecisionTarget(TargetKind.MID, (9,), "mm"), limits=LIMITS)
    far = suggest_imprecision(results, ImprecisionTarget(TargetKind.MID, (4,), "mm"), limits=LIMITS)
    assert near.reason == (
        "4 independent results are pooled with random effects. The interval 8 (5.5 to 10.5) crosses 9 (smallest "
        "difference that matters (9 mm))."
    )
    assert (near.step, far.step) == (-1, 0)


def test_the_same_people_count_once() -> None:
    results = [StudyResult(name, "rct-parallel", 300, cluster="c") for name in "AB"]
    assert suggest_imprecision(results, limits=LIMITS).numbers["participants"] == 300


def test_no_result_suggests_nothing() -> None:
    suggestion = suggest_imprecision([], limits=LIMITS)
    assert (suggestion.step, suggestion.reason) == (None, "cannot be computed: no result bears on the question.")


@pytest.mark.parametrize(
    ("why", "results", "size", "missing"),
    [
        ("to the rule of thumb", [StudyResult("A", "rct-parallel", 22)], None, (378, "participants")),
        ("to the information size", [StudyResult("A", "rct-parallel", 22)], 126, (104, "participants")),
        ("nothing is missing", [StudyResult("A", "rct-parallel", 500)], None, (0, "participants")),
        ("in events", [one(900, 0.8, 0.7, 0.9, "ratio", 120)], None, (180, "events")),
        ("unknown", [StudyResult("A", "rct-parallel")], None, None),
        ("no results", [], None, None),
    ],
)
def test_missing_information(
    why: str, results: list[StudyResult], size: int | None, missing: tuple[int, str] | None
) -> None:
    assert missing_information(results, size, LIMITS) == missing, why
