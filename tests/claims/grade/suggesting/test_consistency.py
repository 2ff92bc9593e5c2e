"""Inconsistency: sides of the threshold and overlap, never votes."""

from __future__ import annotations

import math

import pytest

from claims.grade.consistency import (
    Z95,
    Interval,
    common_effect,
    i_squared,
    pooled_interval,
    suggest_inconsistency,
)
from claims.grade.studies import StudyResult
from claims.grade.targets import ImprecisionTarget, Scale, TargetKind

NULL = ImprecisionTarget(TargetKind.NULL)
MID = ImprecisionTarget(TargetKind.MID, (10,), "mm")


def results(*intervals: tuple[float, float, float], scale: Scale = "difference") -> list[StudyResult]:
    return [
        StudyResult(f"S{number}", "rct-parallel", 100, None, effect, low, high, scale)
        for number, (effect, low, high) in enumerate(intervals)
    ]


@pytest.mark.parametrize(
    ("why", "studies", "target", "step"),
    [
        ("one result has nothing to disagree with", results((1, 0, 2)), NULL, 0),
        ("same side, overlapping", results((-3, -5, -1), (-2, -4, 0)), NULL, 0),
        ("same side, sizes differ", results((-30, -35, -25), (-2, -4, -1)), NULL, 0),
        ("but not the same side of what matters", results((-30, -35, -25), (-2, -4, -1)), MID, -2),
        ("different sides, overlapping", results((-1, -4, 2), (1, -2, 4)), NULL, 0),
        ("different sides, not overlapping", results((-3, -5, -1), (1, -0.5, 3)), NULL, -1),
        ("whole intervals on different sides", results((-3, -5, -1), (3, 1, 5)), NULL, -2),
        ("ratios around one", results((0.5, 0.3, 0.8), (1.5, 1.1, 2.0), scale="ratio"), NULL, -2),
        ("no target means no effect", results((-3, -5, -1), (3, 1, 5)), None, -2),
        ("nothing at all", [], NULL, None),
    ],
)
def test_intervals(why: str, studies: list[StudyResult], target: ImprecisionTarget | None, step: int | None) -> None:
    assert suggest_inconsistency(studies, target).step == step, why


def test_scales_are_not_mixed() -> None:
    mixed = results((1, 0, 2)) + results((0.5, 0.3, 0.8), scale="ratio")
    assert suggest_inconsistency(mixed).reason == (
        "cannot be computed: differences and ratios stand side by side and cannot be compared."
    )


def test_stances_without_intervals_are_shown_and_not_counted_as_votes() -> None:
    studies = [
        StudyResult("A", "rct-parallel", stance="supports"),
        StudyResult("B", "rct-parallel", stance="contradicts"),
        StudyResult("C", "rct-parallel", stance="context"),
    ]
    suggestion = suggest_inconsistency(studies)
    assert suggestion.step is None
    assert suggestion.numbers == {"results": 2, "agreeing": 1, "disagreeing": 1}
    missing = "no effect with interval that can be compared is recorded for A, B;"
    assert suggestion.reason.startswith(f"cannot be computed: {missing}")


def test_i_squared_and_mean_by_hand() -> None:
    # Standard errors are 1: weights 1, mean 2, Q = 4 + 0 + 4 = 8, I² = (8 - 2) / 8.
    z = 1.959963984540054
    intervals = [Interval(effect, effect - z, effect + z, "difference") for effect in (0.0, 2.0, 4.0)]
    assert common_effect(intervals) == pytest.approx(2)
    assert i_squared(intervals) == pytest.approx(0.75)


def test_ratios_are_averaged_on_their_logarithms() -> None:
    intervals = [Interval(0.5, 0.25, 1.0, "ratio"), Interval(2.0, 1.0, 4.0, "ratio")]
    assert common_effect(intervals) == pytest.approx(1)


#: Log risk ratios and variances of 13 trials of the BCG vaccine (Colditz 1994, JAMA 271:698).
BCG = [
    (-0.8893, 0.3256), (-1.5854, 0.1946), (-1.3481, 0.4154), (-1.4416, 0.0200), (-0.2175, 0.0512), (-0.7861, 0.0069),
    (-1.6209, 0.2230), (0.0120, 0.0040), (-0.4694, 0.0564), (-1.3713, 0.0730), (-0.3394, 0.0124), (0.4459, 0.5325),
    (-0.0173, 0.0714),
]  # fmt: skip


def test_random_effects_agree_with_a_published_pooled_result() -> None:
    """The often printed result of DerSimonian and Laird for these trials: -0.714 (-1.064 to -0.364)."""
    ends = [(middle, middle - Z95 * variance**0.5, middle + Z95 * variance**0.5) for middle, variance in BCG]
    for scale, turn in (("difference", float), ("ratio", math.exp)):
        pooled = pooled_interval([Interval(*(turn(end) for end in row), scale) for row in ends])  # type: ignore[arg-type]
        assert pooled is not None
        back = [math.log(end) if scale == "ratio" else end for end in (pooled.effect, pooled.low, pooled.high)]
        assert back == pytest.approx([-0.7141, -1.0644, -0.3638], abs=5e-4)


def test_agreeing_results_pool_to_the_common_effect() -> None:
    alike = [Interval(-2, -3, -1, "difference"), Interval(-2, -4, 0, "difference")]
    pooled = pooled_interval(alike)
    assert pooled is not None
    assert pooled.effect == pytest.approx(common_effect(alike))
    assert pooled.high - pooled.low < 2


def test_one_result_or_an_exact_one_is_not_pooled() -> None:
    wide, exact = Interval(-2, -3, -1, "difference"), Interval(-2, -2, -2, "difference")
    assert (pooled_interval([wide]), pooled_interval([wide, exact])) == (None, None)


def test_numbers_too_far_apart_are_not_pooled() -> None:
    far = Interval(1e300, 1.0, 1e300, "ratio")
    assert pooled_interval([far, far]) is None
    narrow = Interval(1.0, 1.0, 1.0 + 2**-52, "difference")
    assert pooled_interval([narrow, Interval(0.0, -1e200, 1e200, "difference")]) is None


def test_the_narrowest_intervals_are_still_compared() -> None:
    narrow = StudyResult("A", "rct-parallel", 9, None, 1e-200, 0.0, 2e-200, "difference")
    assert suggest_inconsistency([narrow, narrow]).step == 0


def test_an_exact_result_leaves_no_spread_to_share() -> None:
    intervals = [Interval(1, 1, 1, "difference"), Interval(3, 2, 4, "difference")]
    assert (common_effect(intervals), i_squared(intervals)) == (1, 0)


@pytest.mark.parametrize(("low", "high", "scale"), [(2, 1, "difference"), (-1, 1, "ratio")])
def test_impossible_intervals_are_refused(low: float, high: float, scale: Scale) -> None:
    with pytest.raises(ValueError, match=r"wrong order|above zero"):
        Interval(1, low, high, scale)
    with pytest.raises(ValueError, match=r"A: .*(wrong order|above zero)"):
        StudyResult("A", "cohort", effect=1, ci_low=low, ci_high=high, scale=scale)


def test_nobody_is_fewer_than_none() -> None:
    with pytest.raises(ValueError, match="A: participants and events are never negative"):
        StudyResult("A", "cohort", n=-1)
