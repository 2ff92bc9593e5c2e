"""Targets of imprecision: what they take, what an interval must not cross, and the older labels."""

from __future__ import annotations

import math

import pytest

from claims.grade.targets import ImprecisionTarget, Scale, TargetKind, read_target


@pytest.mark.parametrize(
    ("why", "target", "scale", "thresholds"),
    [
        ("no effect on differences", ImprecisionTarget(TargetKind.NULL), "difference", (0.0,)),
        ("no effect on ratios", ImprecisionTarget(TargetKind.NULL), "ratio", (1.0,)),
        ("what matters counts both ways", ImprecisionTarget(TargetKind.MID, (10,), "mm"), "difference", (-10, 10)),
        ("and given as a fall", ImprecisionTarget(TargetKind.MID, (-10,), "mm"), "difference", (-10, 10)),
        ("and as a ratio", ImprecisionTarget(TargetKind.MID, (0.8,)), "ratio", (0.8, 1.25)),
        ("a range is taken as it is", ImprecisionTarget(TargetKind.RANGE, (2, 5, 9)), "difference", (2, 5, 9)),
    ],
)
def test_thresholds(why: str, target: ImprecisionTarget, scale: Scale, thresholds: tuple[float, ...]) -> None:
    assert target.thresholds(scale) == thresholds, why


@pytest.mark.parametrize(
    ("kind", "values", "message"),
    [
        (TargetKind.NULL, (1.0,), "takes no value"),
        (TargetKind.MID, (), "exactly one value"),
        (TargetKind.MID, (0.0,), "not zero"),
        (TargetKind.RANGE, (), "at least one threshold"),
        (TargetKind.RANGE, (5.0, 2.0), "in rising order"),
        (TargetKind.MID, (math.nan,), "finite"),
    ],
)
def test_values_that_do_not_fit_are_refused(kind: TargetKind, values: tuple[float, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        ImprecisionTarget(kind, values)


def test_a_ratio_has_no_threshold_below_zero() -> None:
    with pytest.raises(ValueError, match="above zero"):
        ImprecisionTarget(TargetKind.MID, (-0.5,)).thresholds("ratio")


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        ("null", (), TargetKind.NULL),
        ("mid", (3.0,), TargetKind.MID),
        ("minimally contextualised", (), TargetKind.NULL),
        ("minimally contextualized", (3.0,), TargetKind.MID),
        ("partially contextualised", (2.0, 5.0), TargetKind.RANGE),
        ("fully contextualised", (2.0,), TargetKind.RANGE),
    ],
)
def test_stored_kinds_and_older_labels(kind: str, values: tuple[float, ...], expected: TargetKind) -> None:
    assert read_target(kind, values) == ImprecisionTarget(expected, values)


@pytest.mark.parametrize(("kind", "message"), [("vague", "expected null, mid or range"), ("range", "at least one")])
def test_unreadable_targets_say_what_was_expected(kind: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_target(kind)


def test_a_target_is_described_with_values_and_unit() -> None:
    described = [
        read_target("null").describe(),
        read_target("mid", (10,), "mm").describe(),
        read_target("range", (2, 5)).describe(),
    ]
    assert described == ["no effect", "smallest difference that matters (10 mm)", "range of effects (2, 5)"]
