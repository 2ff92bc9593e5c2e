"""Targets of imprecision: what they take, what an interval must not cross, and the older labels."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.grade.targets import NOTATION, ImprecisionTarget, Scale, TargetKind, parse_target, read_target, scale_of


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


@pytest.mark.parametrize(
    ("text", "expected", "written"),
    [
        ("null", ImprecisionTarget(TargetKind.NULL), "null"),
        ("No effect", ImprecisionTarget(TargetKind.NULL), "null"),
        ("mid 3 points", ImprecisionTarget(TargetKind.MID, (3.0,), "points"), "mid 3 points"),
        ("MID: -0.5 mmol/24 h", ImprecisionTarget(TargetKind.MID, (-0.5,), "mmol/24 h"), "mid -0.5 mmol/24 h"),
        ("mid −2 days", ImprecisionTarget(TargetKind.MID, (-2.0,), "days"), "mid -2 days"),
        ("mid 10%", ImprecisionTarget(TargetKind.MID, (10.0,), "%"), "mid 10 %"),
        ("mid 0.8 risk ratio", ImprecisionTarget(TargetKind.MID, (0.8,), "risk ratio"), "mid 0.8 risk ratio"),
        ("range 2; 5;9 mmHg", ImprecisionTarget(TargetKind.RANGE, (2.0, 5.0, 9.0), "mmHg"), "range 2; 5; 9 mmHg"),
        ("range 2 5 mmHg", ImprecisionTarget(TargetKind.RANGE, (2.0, 5.0), "mmHg"), "range 2; 5 mmHg"),
        ("minimally contextualised 3 mm", ImprecisionTarget(TargetKind.MID, (3.0,), "mm"), "mid 3 mm"),
    ],
)
def test_a_written_target_is_read(text: str, expected: ImprecisionTarget, written: str) -> None:
    target = parse_target(text)
    assert target == expected
    assert expected.write() == written
    assert parse_target(written) == expected


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_nothing_written_is_no_target(text: str) -> None:
    assert parse_target(text) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("3 points", "found '3 points'"),
        ("important 3 points", "'important' is no imprecision target; expected null, mid or range."),
        ("mid points", "takes exactly one value, and not zero"),
        ("mid 2; 3 points", "takes exactly one value"),
        ("mid 3", "Give the unit of the values"),
        ("mid 2,5 points", "takes exactly one value"),
        ("range 5; 2 mmHg", "in rising order"),
        ("range 2,5 mmHg", "at least one threshold"),
        ("null 3", "takes no value"),
        ("null points", "takes no unit, not 'points'"),
        ("mid 0 points", "not zero"),
        ("mid 1e400 points", "finite"),
        ("mid -0.5 odds ratio", "above zero"),
        ("mid 1 risk ratio", "A ratio of 1 is no difference."),
    ],
)
def test_what_cannot_be_read_is_told_with_what_was_expected(text: str, message: str) -> None:
    with pytest.raises(ValueError, match="expected null, mid VALUE UNIT") as told:
        parse_target(text)
    assert NOTATION in str(told.value)
    assert message in str(told.value)


@given(
    st.sampled_from([TargetKind.MID, TargetKind.RANGE]),
    st.lists(st.floats(-1e12, 1e12).filter(bool), min_size=1, max_size=4, unique=True).map(sorted),
    st.sampled_from(["points", "mmol/24 h", "%", "mg/kg/day", "percentage points"]),
)
def test_every_target_is_read_as_it_is_written(kind: TargetKind, values: list[float], unit: str) -> None:
    target = ImprecisionTarget(kind, tuple(values[:1] if kind == TargetKind.MID else values), unit)
    assert parse_target(target.write()) == target


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        target = parse_target(text)
    except ValueError as error:
        said = str(error)
    else:
        said = NOTATION if target is None or parse_target(target.write()) == target else text
    assert NOTATION in said


@pytest.mark.parametrize(
    ("unit", "scale"),
    [("risk ratio", "ratio"), ("Odds ratio", "ratio"), ("fold", "ratio"), ("relative risk", "ratio"),
     ("OR", "ratio"), ("Ratio of means", "ratio"), ("risk_ratio", "ratio"), ("times", "ratio"), ("x", "ratio"),
     ("%", "difference"), ("points", "difference"), ("", "difference"), ("risk difference", "difference"),
     ("duration", "difference"), ("mg/L concentration", "difference"), ("respirations per minute", "difference"),
     ("times per week", "difference"), ("log odds ratio", "difference"), ("ln(RR)", "difference")],
)  # fmt: skip
def test_the_scale_follows_from_the_unit(unit: str, scale: Scale) -> None:
    assert scale_of(unit) == scale
