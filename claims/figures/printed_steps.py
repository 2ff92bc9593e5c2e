"""How precisely a claim prints its number: half a unit of the last digit printed, whatever the unit.

The words of the figure are asked first, because a number alone does not tell "2 g" from "2,000 mg"; so a change of
unit that keeps the words keeps the precision.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.figures.numerals import read_digits, read_words
from claims.figures.quantity import Figure, Statistic
from claims.figures.rounding import equal_within, half_step, precision
from claims.figures.units import RATIO_KINDS, SCALED_KINDS, fold_to_percent_change, parse_unit, percent_change_to_fold

#: A multiple is read with at least one decimal: "doubled" is 1.95-fold to 2.05-fold.
FOLD_STEP = 0.05

_FOLD_WORDS = re.compile(r"fold|\btimes\b|\btwice\b|\bthrice\b|doubl|tripl|trebl|quadrupl|\bhal[fv]", re.IGNORECASE)
#: "Half of the people" is a share and no multiple.
_MULTIPLES = frozenset({Statistic.RELATIVE_CHANGE, Statistic.RATIO})
_NUMBER_START = re.compile(r"(?<![\w.,])\d|(?<![\w-])[a-z]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Printed:
    value: float
    step: float


def claimed_step(figure: Figure, substance: str | None = None) -> float:
    """Return how far, in the unit in which ratios are compared, a claimed number may lie from the unrounded one.

    That is per cent for a ratio, and the figure's own unit for anything else; the larger of the steps of both ends.
    """
    return max(_step(figure, end, substance) for end in (figure.low, figure.high) if end is not None)


def _step(figure: Figure, end: float, substance: str | None) -> float:
    kind = parse_unit(figure.unit).kind
    if kind in RATIO_KINDS:
        step = 100.0 * min(FOLD_STEP, half_step(end))
        # A "threefold fall" is compared as the third that it leaves: d(1/x) = dx / x^2.
        return step / end**2 if figure.direction == "decrease" and end > 1 else step
    if kind == "percent" and figure.statistic in _MULTIPLES and _FOLD_WORDS.search(figure.text):
        fold = percent_change_to_fold(end)
        return abs(fold_to_percent_change(1.0 + min(FOLD_STEP, half_step(fold))))
    return _printed_step(figure.text, end, kind in SCALED_KINDS) or precision(end, figure.unit, substance=substance)


def _printed_step(text: str, end: float, is_scaled: bool) -> float | None:
    """Return the step of the number in the text that is this end, or of the only one where the unit was changed."""
    printed = _numbers_in(text)
    same = next((number for number in printed if equal_within(abs(number.value), abs(end), 0.0)), None)
    if same is not None:
        return same.step
    if is_scaled and len(printed) == 1 and printed[0].value:
        return printed[0].step * abs(end / printed[0].value)
    return None


def _numbers_in(text: str) -> list[_Printed]:
    found, done = [], 0
    for match in _NUMBER_START.finditer(text):
        numeral = None if match.start() < done else read_digits(text, match.start()) or read_words(text, match.start())
        if numeral is not None:
            done = numeral.end
            found.append(_Printed(numeral.value, _step_of(text[match.start() : done], numeral.value, numeral.scale)))
    return found


def _step_of(printed: str, value: float, scale: float) -> float:
    """Return half a unit of the last digit printed; zeros behind a decimal sign are printed digits: 2.0 -> 0.05."""
    digits, decimals = re.sub(r"\D", "", printed), re.search(r"[.,]([0-9]+)$", printed)
    if decimals and float(digits) != value:
        return 0.5 * 10.0 ** -len(decimals[1])
    return half_step(value / scale) * scale
