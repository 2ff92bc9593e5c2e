"""The consistency checks: each problem with its message, each sound finding without one."""

from __future__ import annotations

from typing import Any

import pytest

from claims.figures.arm_checks import standardised_differences
from claims.figures.consistency import CHECKS, check_consistency
from claims.figures.count_checks import is_whole_count
from claims.figures.printed_p import PrintedP, parse_p
from claims.figures.quantity import Arm, Finding, Statistic
from claims.figures.student import critical_t, two_sided_p

POINTS = "percentage points"
SMD = "standardised mean difference"
SCALE = "points on a 0-6 scale"
SHARE = Statistic.PROPORTION
CHANGE = Statistic.RELATIVE_CHANGE


def arms(*groups: dict[str, Any]) -> tuple[Arm, ...]:
    return tuple(Arm(name, **group) for name, group in zip(("tablet", "placebo"), groups, strict=False))


TEN_OF_TWENTY = arms({"n": 100, "events": 10}, {"n": 100, "events": 20})
ADJUSTED = "An adjusted estimate is an innocent reason for a small difference."


# The p of an interval by hand, rounding included: 4 (-2 to 10) is t = 3.5 x 1.960 / 6.5 = 1.06 (p 0.29) to
# 4.5 x 1.960 / 5.5 = 1.60 (p 0.11).
PROBLEMS: list[tuple[dict[str, Any], str, str]] = [
    ({"low": 9, "high": 3}, "range_reversed", "The reported range runs from 9 to 3; the low end should come first."),
    ({"value": 5, "ci_low": 7, "ci_high": 3}, "interval_reversed",
     "The 95 % CI runs from 7 to 3; the low end should come first."),
    ({"value": 9, "ci_low": 3, "ci_high": 7}, "value_outside_interval",
     "9 with a 95 % CI 3 to 7: a value lies inside its own interval."),
    ({"value": 6, "ci_low": 2.0, "ci_high": 7.0}, "interval_asymmetric",
     "6 with a 95 % CI 2 to 7: the middle of this interval is 4.5, not 6."),
    ({"value": 1.52, "ci_low": 0.51, "ci_high": 2.53, "unit": "odds ratio"}, "interval_asymmetric",
     "1.52 with a 95 % CI 0.51 to 2.53: on the logarithmic scale, as for a ratio, "
     "the middle of this interval is 1.136, not 1.52."),
    ({"value": 4.0, "ci_low": -2.0, "ci_high": 10.0, "p": "<0.001", "n": 200}, "interval_against_p",
     "4 with a 95 % CI −2 to 10 means a p of 0.11 to 0.29 with all roundings allowed for; "
     "printed is “<0.001”."),
    ({"value": 4.0, "ci_low": 2.0, "ci_high": 6.0, "p": "not significant", "n": 200}, "interval_against_p",
     "4 with a 95 % CI 2 to 6 means a p of 4.1e-09 to 0.0066 with all roundings allowed for; "
     "printed is “not significant”."),
    ({"value": 0.5, "ci_low": 0.31, "ci_high": 0.81, "p": "0.4", "unit": "risk ratio", "n": 500},
     "interval_against_p",
     "0.5 with a 95 % CI 0.31 to 0.81 means a p of 0.0033 to 0.0066 with all roundings allowed for; "
     "printed is “0.4”."),
    ({"p": "1.4"}, "p_out_of_range", "p is printed as 1.4; a p lies between 0 and 1."),
    ({"arms": arms({"n": 20, "events": 21})}, "events_above_n",
     "tablet: 21 events of 20; expected a number from none to the size of the group."),
    ({"value": 30, "unit": POINTS, "arms": arms({"n": 100, "events": 45}, {"n": 100, "events": 26})},
     "percent_against_events", "45 of 100 against 26 of 100 gives 19 percentage points, printed is 30."),
    ({"value": 71.4, "unit": "%", "arms": arms({"n": 7, "events": 4})}, "percent_against_events",
     "4 of 7 gives 57.14 %, printed is 71.4."),
    ({"value": 37.0, "unit": "%", "n": 20, "statistic": SHARE}, "percent_against_n",
     "37 % of 20 people is no whole number of people; the nearest is 7 of 20, 35 %."),
    ({"arms": arms({"n": 19, "mean": 3.45}), "unit": SCALE}, "mean_against_n",
     "tablet: a mean of 3.45 in 19 people does not come from whole points; the nearest is 66 / 19 = 3.474. "
     "Adjusted means are an innocent reason."),
    ({"n": 60, "design": "rct-parallel", "arms": arms({"n": 40}, {"n": 40})}, "arms_above_n",
     "The groups have 40 + 40 = 80 people, the whole trial 60."),
    ({"value": 5.0, "unit": "mmol", "arms": arms({"mean": 9.5}, {"mean": 7.7})}, "value_against_arms",
     "tablet 9.5 and placebo 7.7 differ by 1.8 mmol; printed is 5."),
    ({"value": 1.9, "unit": SMD, "arms": arms({"mean": 10.0, "sd": 4.0, "n": 20}, {"mean": 8.0, "sd": 4.0, "n": 20})},
     "smd_against_arms",
     "Means of 10 and 8 with SDs of 4 and 4 give a standardised difference of 0.49 to 0.50; printed is 1.9. "
     "A standard error taken for an SD would do this."),
    ({"value": 0.4, "unit": SMD, "arms": arms({"mean": 10.0}, {"mean": 12.0})}, "smd_sign",
     "The mean of 10 (tablet) is lower than that of 12 (placebo), but the standardised difference is 0.4. Some reports "
     "turn the sign so that above 0 is better."),
    ({"value": -20, "unit": "%", "statistic": CHANGE, "arms": TEN_OF_TWENTY}, "effect_against_groups",
     f"10 of 100 against 20 of 100 is a relative change of −50 %, printed is −20. {ADJUSTED}"),
    ({"value": -20, "unit": "%", "statistic": CHANGE, "arms": arms({"mean": 60.0}, {"mean": 50.0})},
     "effect_against_groups",
     f"60 (tablet) against 50 (placebo) is a relative change of 20 %, printed is −20. {ADJUSTED}"),
    ({"value": 0.8, "unit": "risk ratio", "arms": TEN_OF_TWENTY}, "effect_against_groups",
     f"10 of 100 against 20 of 100 gives a ratio of 0.5, printed is 0.8. {ADJUSTED}"),
    ({"value": 0.6, "unit": "odds ratio", "arms": TEN_OF_TWENTY}, "effect_against_groups",
     f"10 of 100 against 20 of 100 gives an odds ratio of 0.44, printed is 0.6. {ADJUSTED}"),
    ({"value": 30, "unit": "%", "statistic": Statistic.ABSOLUTE_CHANGE, "arms": TEN_OF_TWENTY[::-1]},
     "percent_against_events", "20 of 100 against 10 of 100 gives 10 percentage points, printed is 30."),
    ({"value": 140, "unit": "%", "statistic": SHARE}, "impossible_number",
     "140 %: a share lies between 0 and 100 %."),
    ({"value": -140, "unit": "%", "statistic": CHANGE}, "impossible_number",
     "−140 %: a fall of more than 100 % is possible only for what can be negative."),
    ({"value": -0.5, "unit": "risk ratio"}, "impossible_number", "−0.5 risk ratio: a ratio is never below 0."),
    ({"value": 0.5, "ci_low": -0.1, "ci_high": 1.1, "unit": "RR"}, "impossible_number",
     "−0.1 RR: a ratio is never below 0."),
    ({"value": 2, "ci_low": -3, "ci_high": 7, "unit": "%", "statistic": SHARE}, "impossible_number",
     "−3 %: a share and its interval lie between 0 and 100 %."),
    ({"arms": arms({"n": 20, "mean": 3.0, "sd": -1.0}), "unit": "mmol/L"}, "impossible_number",
     "tablet: a standard deviation of −1; none is below 0."),
    ({"arms": arms({"mean": 6.5}), "unit": SCALE}, "impossible_number",
     "tablet: a mean of 6.5 lies outside the scale (points on a 0-6 scale)."),
    ({"value": -5, "ci_low": -4, "ci_high": -1}, "value_outside_interval",
     "−5 with a 95 % CI −4 to −1: a value lies inside its own interval."),
    ({"value": 0.62, "ci_low": 0.25, "ci_high": 1.0, "unit": "risk ratio"}, "interval_asymmetric",
     "0.62 with a 95 % CI 0.25 to 1: on the logarithmic scale, as for a ratio, the middle of this interval is 0.5, "
     "not 0.62."),
    ({"value": -40, "ci_low": -45, "ci_high": -5, "unit": "%", "statistic": CHANGE}, "interval_asymmetric",
     "−40 with a 95 % CI −45 to −5: the middle of this interval is −25, not −40."),
    ({"value": 0.75, "ci_low": 0.6, "ci_high": 0.9, "unit": "RR", "p": "not significant", "n": 500},
     "interval_against_p", "0.75 with a 95 % CI 0.6 to 0.9 means a p of 0.0032 to 0.0088 with all roundings allowed "
     "for; printed is “not significant”."),
    ({"value": -5.2, "ci_low": -10.7, "ci_high": 0.3, "p": "0.001 (one-sided)", "n": 100}, "interval_against_p",
     "−5.2 with a 95 % CI −10.7 to 0.3 means a p of 0.059 to 0.069 with all roundings allowed for; printed is “0.001 "
     "(one-sided)”."),
    ({"value": 3.48, "n": 20, "statistic": Statistic.LEVEL}, "mean_against_n",
     "All together: a mean of 3.48 in 20 people does not come from whole points; the nearest is 70 / 20 = 3.5. "
     "Adjusted means are an innocent reason."),
    ({"value": 3.48, "arms": arms({"n": 20}), "statistic": Statistic.LEVEL, "unit": "points on the 0 to 21 PSQI"},
     "mean_against_n", "tablet: a mean of 3.48 in 20 people does not come from whole points; the nearest is 70 / 20 = "
     "3.5. Adjusted means are an innocent reason."),
    ({"value": 55, "unit": "%", "statistic": SHARE, "arms": TEN_OF_TWENTY}, "percent_against_events",
     "10 of 100 against 20 of 100 gives 20 %, printed is 55."),
    ({"value": -10, "unit": POINTS, "arms": TEN_OF_TWENTY[::-1]}, "sign_against_groups",
     "placebo has more than tablet, a difference of 10, but printed is −10. The groups may be in the other order."),
    ({"value": -2.0, "unit": "mmol", "arms": arms({"mean": 12.1}, {"mean": 10.1})}, "sign_against_groups",
     "tablet has more than placebo, a difference of 2, but printed is −2. The groups may be in the other order."),
    ({"value": 1.2, "unit": "risk ratio", "arms": arms({"n": 50, "events": 5}, {"n": 50, "events": 0})},
     "effect_against_groups", "5 of 50 against 0 of 50, with half an event added to each cell, gives a ratio of 11, "
     f"printed is 1.2. {ADJUSTED}"),
    ({"value": -0.6, "unit": "Cohen’s d", "arms": arms({"mean": 12.0, "sd": 4.0}, {"mean": 12.0, "sd": 4.0})},
     "smd_against_arms", "Means of 12 and 12 with SDs of 4 and 4 give a standardised difference of 0.00 to 0.00; "
     "printed is −0.6. A standard error taken for an SD would do this."),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "code", "message"), PROBLEMS, ids=[f"{row[1]}: {row[2][:40]}" for row in PROBLEMS])
def test_problem(fields: dict[str, Any], code: str, message: str) -> None:
    problems = check_consistency(Finding("f", "what", **{"unit": "points", **fields}))
    assert [(problem.code, problem.message) for problem in problems] == [(code, message)]
    assert problems[0].numbers


def test_every_check_has_a_case() -> None:
    assert {row[1] for row in PROBLEMS} == set(CHECKS)


SOUND: list[tuple[str, dict[str, Any]]] = [
    ("crossover of 20: p by t with 19 df",
     {"value": 0.565, "ci_low": 0.212, "ci_high": 0.918, "p": "0.0034", "n": 20, "unit": "mmol"}),
    ("rounded ends", {"value": -9.59, "ci_low": -23.14, "ci_high": 3.97, "unit": POINTS}),
    ("ratio on its logarithmic scale", {"value": 1.04, "ci_low": 0.84, "ci_high": 1.29, "unit": "risk ratio"}),
    ("a skewed interval of a share", {"value": 5, "ci_low": 1, "ci_high": 17, "unit": "%", "statistic": SHARE}),
    ("a p about something else", {"value": 4.0, "ci_low": -2.0, "ci_high": 10.0, "p": "<=0.001 for non-linearity"}),
    ("difference of two rounded percentages",
     {"value": 25.5, "unit": POINTS, "arms": arms({"n": 43, "events": 37}, {"n": 43, "events": 26})}),
    ("the size of a fall", {"value": 0.38, "unit": "cramps/week", "arms": arms({"mean": -3.41}, {"mean": -3.03})}),
    ("one group's own change", {"value": -43, "unit": "%", "arms": arms({"mean": -43}, {"mean": -36})}),
    ("the relative difference of means", {"value": 23, "unit": "%", "arms": arms({"mean": 9.5}, {"mean": 7.7})}),
    ("a mean of a measured quantity", {"value": 4.0, "unit": "%", "arms": arms({"n": 6, "mean": 4.0, "sd": 2.9})}),
    ("GRIM has no power in large groups", {"arms": arms({"n": 130, "mean": 3.4}), "unit": SCALE}),
    ("Hedges' g", {"value": 0.49, "unit": SMD,
                   "arms": arms({"mean": 10.0, "sd": 4.0, "n": 20}, {"mean": 8.0, "sd": 4.0, "n": 20})}),
    ("groups smaller than the trial after losses",
     {"n": 34, "design": "rct-parallel", "arms": arms({"n": 17}, {"n": 16})}),
    ("nothing reported", {}),
    ("the relative change of two shares", {"value": -50, "unit": "%", "statistic": CHANGE, "arms": TEN_OF_TWENTY}),
    ("its size alone", {"value": 50, "unit": "%", "statistic": CHANGE, "arms": TEN_OF_TWENTY}),
    ("the change of two means", {"value": 20, "unit": "%", "statistic": CHANGE,
                                 "arms": arms({"mean": 60.0}, {"mean": 50.0})}),
    ("the risk ratio of two shares", {"value": 0.5, "unit": "risk ratio", "arms": TEN_OF_TWENTY}),
    ("an adjusted one", {"value": 0.54, "unit": "risk ratio", "arms": TEN_OF_TWENTY}),
    ("turned round", {"value": 2.0, "unit": "risk ratio", "arms": TEN_OF_TWENTY}),
    ("their odds ratio", {"value": 0.44, "unit": "odds ratio", "arms": TEN_OF_TWENTY}),
    ("a hazard ratio needs the times", {"value": 0.8, "unit": "hazard ratio", "arms": TEN_OF_TWENTY}),
    ("changes from the start are no levels", {"value": -20, "unit": "%", "statistic": CHANGE,
     "arms": (Arm("tablet (change)", mean=60.0), Arm("placebo (change)", mean=50.0))}),
    ("no events in one group", {"value": 0.0, "unit": "risk ratio",
                                "arms": arms({"n": 20, "events": 0}, {"n": 20, "events": 0})}),
    ("a rise of more than 100 %", {"value": 140, "unit": "%", "statistic": CHANGE}),
    ("a relative change whose interval is that of a ratio",
     {"value": -50, "ci_low": -75, "ci_high": 0, "unit": "%", "statistic": CHANGE, "p": "0.05"}),
    ("a one-sided p", {"value": -5.2, "ci_low": -10.7, "ci_high": 0.3, "p": "0.032 (one-sided)", "n": 100}),
    ("a p at the border", {"value": -5.0, "ci_low": -10.0, "ci_high": -0.01, "p": "0.05", "n": 100}),
    ("a small p, printed as a bound", {"value": -5, "ci_low": -7, "ci_high": -3, "p": "<0.001", "n": 100}),
    ("an end at no effect", {"value": 0.5, "ci_low": 0.25, "ci_high": 1.0, "unit": "RR", "p": "0.05", "n": 400}),
    ("a ratio of no events, exactly", {"value": 0.0, "unit": "RR",
                                       "arms": arms({"n": 50, "events": 0}, {"n": 50, "events": 5})}),
    ("a ratio of no events, corrected", {"value": 0.09, "unit": "RR",
                                         "arms": arms({"n": 50, "events": 0}, {"n": 50, "events": 5})}),
    ("a ratio over no events, corrected", {"value": 11, "unit": "OR",
                                           "arms": arms({"n": 50, "events": 5}, {"n": 50, "events": 0})}),
    ("the share of one of two groups", {"value": 20, "unit": "%", "statistic": SHARE, "arms": TEN_OF_TWENTY}),
    ("the share of both together", {"value": 15, "unit": "%", "statistic": SHARE, "arms": TEN_OF_TWENTY}),
    ("shares that round to either side", {"value": 12, "unit": "%", "statistic": SHARE, "n": 8}),
    ("a share of a few", {"value": 33.3, "unit": "%", "statistic": SHARE, "n": 3}),
    ("the median of whole points", {"value": 3.48, "n": 20, "statistic": Statistic.LEVEL, "what": "Median score"}),
    ("the level of something measured", {"value": 3.48, "n": 20, "statistic": Statistic.LEVEL, "unit": "mmol/L"}),
    ("a standardised difference below 0", {"value": -0.4, "unit": SMD, "arms": arms({"mean": 10.0}, {"mean": 12.0})}),
]  # fmt: skip


@pytest.mark.parametrize(("_", "fields"), SOUND)
def test_no_false_alarm(_: str, fields: dict[str, Any]) -> None:
    assert check_consistency(Finding(**{"key": "f", "what": "what", "unit": "points", **fields})) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<0.05", PrintedP(0.0, 0.05)),
        ("≤ 0.001", PrintedP(0.0, 0.001)),
        (">0.05", PrintedP(0.05, 1.0)),
        ("not significant", PrintedP(0.05, 1.0)),
        ("not different; exact value not given", PrintedP(0.05, 1.0)),
        ("reported as significant; value not given", PrintedP(0.0, 0.05)),
        ("0.310", PrintedP(0.3095, 0.3105)),
        ("p = 0.04", PrintedP(0.035, 0.045)),
        ("P value 0.04", PrintedP(0.035, 0.045)),
        ("3 × 10^-9", PrintedP(1.5e-9, 4.5e-9)),
        ("0.04 (two-sided)", PrintedP(0.035, 0.045)),
        ("0.04 (one-sided)", PrintedP(0.07, 0.09)),
        ("<0.001, one-tailed test", PrintedP(0.0, 0.002)),
        ("0.7, 1-sided", PrintedP(1.0, 1.0)),
        ("not significant (one-sided)", PrintedP(0.1, 1.0)),
        ("<=0.001 for non-linearity", None),
        (">0.05 between arms", None),
        ("significant within the group only", None),
        ("no association reported; exact value not seen", None),
        ("0,05", None),
        ("1.4", None),
        ("", None),
        (None, None),
    ],
)
def test_p_is_read_strictly_or_not_at_all(text: str | None, expected: PrintedP | None) -> None:
    read = parse_p(text)
    if expected is None or read is None:
        assert read is expected
    else:
        assert (read.low, read.high) == pytest.approx((expected.low, expected.high))


# Two-sided 5 % points of Student's t as printed in any table (Abramowitz & Stegun 1964, Table 26.10).
@pytest.mark.parametrize(
    ("df", "t"), [(1, 12.706), (2, 4.303), (5, 2.571), (10, 2.228), (30, 2.042), (120, 1.980), (float("inf"), 1.960)]
)
def test_student_t(df: float, t: float) -> None:
    assert critical_t(df) == pytest.approx(t, abs=0.0005)
    assert two_sided_p(critical_t(df), df) == pytest.approx(0.05, abs=1e-9)


def test_grim_by_hand() -> None:
    # Brown & Heathers 2017: a mean of 5.19 cannot come from 28 whole numbers (145/28 = 5.18, 146/28 = 5.21).
    assert not is_whole_count(5.19, 28)
    assert is_whole_count(5.18, 28)
    with pytest.raises(ValueError, match="at least one person"):
        is_whole_count(1.0, 0)


def test_standardised_difference_by_hand() -> None:
    # Means 10 and 8, both SDs 4, 20 each: d = 2 / 4 = 0.5; g = 0.5 x (1 - 3 / 151) = 0.490.
    found = standardised_differences(Arm("a", 20, 10.0, 4.0), Arm("b", 20, 8.0, 4.0))
    assert found == pytest.approx((0.5, 0.5, 0.5, 0.5, 0.490), abs=0.0005)
