"""Reading, converting and comparing units."""

from __future__ import annotations

import pytest

from claims.figures.printed_steps import claimed_step
from claims.figures.quantity import Bound, Figure, Statistic
from claims.figures.rounding import half_step, precision, same_quantity
from claims.figures.substances import substance_in
from claims.figures.units import (
    convert,
    fold_to_percent_change,
    numerator,
    parse_unit,
    percent_change_to_fold,
    time_part,
    without_substance,
)

# Magnesium: 24.305 g/mol (IUPAC abridged), charge 2, so 1 mmol = 24.305 mg = 2 mEq.
CONVERSIONS = [
    ("kg to g", 1.5, "kg", "g", None, 1500.0),
    ("g to mg", 0.3, "g", "mg", None, 300.0),
    ("mcg is µg", 5.0, "mcg", "µg", None, 5.0),
    ("both letters for micro", 5.0, "μg", "µg", None, 5.0),
    ("ng to µg", 250.0, "ng", "µg", None, 0.25),
    ("mol to mmol", 0.01, "mol", "mmol", None, 10.0),
    ("mmol to mg", 10.0, "mmol", "mg", "magnesium", 243.05),
    ("mEq to mmol needs the charge", 10.0, "mEq", "mmol", "magnesium", 5.0),
    ("mEq to mg", 10.0, "mEq", "mg", "magnesium", 121.525),
    ("mEq of a single charge", 10.0, "mEq", "mmol", "potassium", 10.0),
    ("dL to mL", 1.0, "dL", "mL", None, 100.0),
    ("mmol/L to mg/dL", 1.0, "mmol/L", "mg/dL", "magnesium", 2.4305),
    ("24 h is a day", 4.0, "mmol/24 h", "mmol/day", None, 4.0),
    ("per day in words", 300.0, "mg per day", "g/d", None, 0.3),
    ("daily", 300.0, "mg daily", "mg/day", None, 300.0),
    ("a week's dose by the day", 700.0, "mg/week", "mg/day", None, 100.0),
    ("per kg of body weight", 5.0, "mg/kg/day", "mg per kg body weight per day", None, 5.0),
    ("pounds to kg", 1.0, "lb", "kg", None, 0.45359237),
    ("kcal to kJ", 1.0, "kcal", "kJ", None, 4.184),
    ("cL to mL", 33.0, "cL", "mL", None, 330.0),
    ("months to years", 18.0, "months", "years", None, 1.5),
    ("per 1,000 to per cent", 25.0, "per 1,000", "%", None, 2.5),
    ("risk difference to points", -0.05, "risk difference", "percentage points", None, -5.0),
    ("mmol per kg to mg per kg", 1.0, "mmol/kg/day", "mg/kg/day", "magnesium", 24.305),
    ("a week's dose in words", 700.0, "mg weekly", "mg a day", None, 100.0),
    ("IU of vitamin D", 2000.0, "IU/day", "µg/day", "vitamin d", 50.0),
    ("IU of retinol", 3000.0, "international units", "mg", "retinol", 0.9),
    ("IU of natural vitamin E", 100.0, "I.U.", "mg", "natural vitamin e", 67.0),
    ("one word in singular and plural", 3.0, "studies", "study", None, 3.0),
]
REFUSED = [
    ("per cent is not percentage points", "%", "percentage points", None),
    ("a ratio is not per cent", "ratio", "%", None),
    ("mass is not amount without a substance", "mg", "mmol", None),
    ("a dose is not a dose per kg", "mg/day", "mg/kg/day", None),
    ("compound is not element", "mg glycinate", "mg elemental", None),
    ("an odds ratio is not a risk ratio", "odds ratio", "risk ratio", None),
    ("a change of odds is no change of risk", "% of the odds", "%", None),
    ("mm is not mM", "mm", "mM", None),
    ("calories may be either kind", "calories", "kcal", None),
    ("two scales", "points on a 0-6 scale", "points on a 0-10 scale", None),
    ("IU stay IU", "IU", "mg", "magnesium"),
    ("IU of a substance that is not named", "IU", "µg", None),
    ("a vitamin has no equivalents here", "mEq", "µg", "vitamin d"),
    ("weeks are not doses", "weeks", "mg", "magnesium"),
    ("hr is an hour, HR is none", "hr", "HR", None),
]


@pytest.mark.parametrize(("_", "value", "source", "target", "substance", "expected"), CONVERSIONS)
def test_convert(_: str, value: float, source: str, target: str, substance: str | None, expected: float) -> None:
    assert convert(value, source, target, substance=substance) == pytest.approx(expected, rel=1e-12)
    assert convert(expected, target, source, substance=substance) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(("_", "source", "target", "substance"), REFUSED)
def test_units_of_different_kinds_do_not_convert(_: str, source: str, target: str, substance: str | None) -> None:
    assert convert(1.0, source, target, substance=substance) is None
    assert same_quantity(1.0, source, 1.0, target, substance=substance) is None


@pytest.mark.parametrize(
    ("short", "written"),
    [("mm Hg", "mmHg"), ("mM", "mmol/L"), ("bpm", "beats/min"), ("participants", "people"), ("patient", "people"),
     ("% of patients", "%"), ("per 1,000", "‰"), ("lbs", "pounds"), ("RR", "risk ratio"),
     ("OR", "odds ratio"), ("aOR", "odds ratio"), ("HR", "hazard ratio"), ("IRR", "rate ratio"),
     ("RD", "risk difference"), ("adjusted hazard ratio", "hazard ratio"), ("pooled relative risk", "risk ratio")],
)  # fmt: skip
def test_one_unit_under_two_names(short: str, written: str) -> None:
    assert parse_unit(short) == parse_unit(written)


@pytest.mark.parametrize(
    ("unit", "counted", "time"),
    [("mg glycinate/kg/day", "mg glycinate", "day"), ("mmol/24 h", "mmol", "24 h"), ("mg a week", "mg", "week"),
     ("mg daily", "mg", "day"), ("mg/kg", "mg", ""), ("IU", "IU", ""), ("", "", "")],
)  # fmt: skip
def test_what_a_unit_counts_and_over_which_time(unit: str, counted: str, time: str) -> None:
    assert (numerator(unit), time_part(unit)) == (counted, time)


@pytest.mark.parametrize(
    ("texts", "named"),
    [
        (("300 mg of magnesium oxide",), "magnesium"),
        (("2,000 IU", "Vitamin D3 dose"), "vitamin d"),
        (("retinyl palmitate",), "retinol"),
        (("d-alpha-tocopherol",), "natural vitamin e"),
        (("dl-alpha-tocopherol",), None),
        (("vitamin A", "vitamin E"), None),
        (("calcium and magnesium", "zinc"), None),
        (("15 mg", "zinc", "magnesium"), "zinc"),
    ],
)
def test_the_first_text_that_names_a_substance_tells_it(texts: tuple[str, ...], named: str | None) -> None:
    assert substance_in(*texts) == named


def test_an_unknown_substance_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="unknown substance 'unobtainium'; expected one of calcium"):
        convert(1.0, "mg", "mmol", substance="unobtainium")


@pytest.mark.parametrize(("fold", "percent"), [(2.0, 100.0), (1.0, 0.0), (0.6, -40.0), (1.73, 73.0)])
def test_fold_and_per_cent(fold: float, percent: float) -> None:
    assert fold_to_percent_change(fold) == pytest.approx(percent)
    assert percent_change_to_fold(percent) == pytest.approx(fold)


def test_a_unit_keeps_the_substance_it_names() -> None:
    assert parse_unit("mg of magnesium glycinate per day").substance == "magnesium glycinate"
    assert parse_unit("mg elemental/day").substance == "magnesium"
    assert parse_unit("mg/day").substance is None
    assert without_substance("mg of magnesium glycinate per day") == "mg per day"
    assert without_substance("mg elemental/day") == "mg/day"
    assert without_substance("points on a 0-6 scale") == "points on a 0-6 scale"


SAME = [
    ("within the last digit printed", 23.5, "%", 23.54, "%", True),
    ("beyond the last digit printed", 23.5, "%", 23.6, "%", False),
    ("whole per cent", 40.0, "%", 40.4, "%", True),
    ("not the next per cent", 40.0, "%", 41.0, "%", False),
    ("300 mg and 12.3 mmol, rounded", 300.0, "mg", 12.3, "mmol", True),
    ("300 mg and 13 mmol", 300.0, "mg", 13.0, "mmol", False),
    ("units of one kind", 0.25, "g/day", 250.0, "mg per day", True),
    ("248 mg and 250 mg are printed to the milligram", 248.0, "mg", 250.0, "mg", False),
    ("248 and 244 are two doses", 248.0, "mg", 244.0, "mg", False),
]


@pytest.mark.parametrize(("_", "left", "left_unit", "right", "right_unit", "expected"), SAME)
def test_same_quantity(_: str, left: float, left_unit: str, right: float, right_unit: str, expected: bool) -> None:
    assert same_quantity(left, left_unit, right, right_unit, substance="magnesium") is expected
    assert same_quantity(right, right_unit, left, left_unit, substance="magnesium") is expected


def test_precision_does_not_depend_on_the_unit_of_a_weight() -> None:
    assert precision(300.0, "mg") == pytest.approx(0.5)
    assert precision(0.3, "g") == pytest.approx(0.0005)
    assert precision(300.0 / 24.305, "mmol", substance="magnesium") == pytest.approx(0.5 / 24.305)
    assert (precision(17.0, "min"), precision(1020.0, "s")) == pytest.approx((0.5, 30.0))
    assert (precision(12.0, "months"), precision(1.0, "year")) == pytest.approx((0.6, 0.05))
    assert (half_step(23.5), half_step(40.0), half_step(0.125)) == (0.05, 0.5, 0.0005)


STEPS = [
    ("whole minutes", "17 minutes", 17.0, "minutes", 0.5),
    ("minutes with a decimal", "17.0 minutes", 17.0, "minutes", 0.05),
    ("hours with a decimal", "1.5 h", 1.5, "h", 0.05),
    ("a number in words", "seventeen minutes", 17.0, "minutes", 0.5),
    ("a thousand is printed to the unit", "2,000 mg a day", 2000.0, "mg/day", 0.5),
    ("the words keep the precision in another unit", "2,000 mg a day", 2.0, "g/day", 0.0005),
    ("two grams, printed as such", "2 g", 2.0, "g", 0.5),
    ("a quantity in two units", "2 h 14 min", 134.0, "minutes", 0.5),
    ("a scale word", "3 thousand mg", 3000.0, "mg", 500.0),
    ("whole per cent", "17 %", 17.0, "%", 0.5),
    ("a hundred per cent is no fold", "100 %", 100.0, "%", 0.5),
    ("a fold, in per cent", "2-fold", 2.0, "fold", 5.0),
    ("a fold with two decimals", "1.52-fold", 1.52, "fold", 0.5),
    ("a fold that is recorded in per cent", "doubles", 100.0, "%", 5.0),
    ("any other ratio", "odds ratio of 0.6", 0.6, "odds ratio", 5.0),
    ("points on a scale", "3 points", 3.0, "points", 0.5),
]


@pytest.mark.parametrize(("_", "text", "value", "unit", "expected"), STEPS, ids=[row[0] for row in STEPS])
def test_the_printed_digits_say_how_precise_a_claim_is(
    _: str, text: str, value: float, unit: str, expected: float
) -> None:
    change = Figure(text, value, value, unit, Bound.EXACTLY, Statistic.RELATIVE_CHANGE)
    assert claimed_step(change) == pytest.approx(expected)


def test_half_of_the_people_is_no_multiple() -> None:
    assert claimed_step(Figure("half", 50.0, 50.0, "%", Bound.EXACTLY, Statistic.PROPORTION)) == pytest.approx(0.5)
