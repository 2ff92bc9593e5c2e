"""Inconsistency: sides of the threshold and overlap, never votes."""

from __future__ import annotations

import pytest

from claims.grade.consistency import Interval, common_effect, i_squared, suggest_inconsistency
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
