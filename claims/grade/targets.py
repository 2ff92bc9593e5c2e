"""The target of a judgement of imprecision: no effect, the smallest difference that matters, or a range of thresholds.

GRADE guidance 34 and 35 (Zeng 2022; Schünemann 2022) introduced the three; their labels ("minimally, partially, fully
contextualised") were dropped in 2025 and are read here only from older records.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claims.figures.roles import RATIO_KINDS
from claims.figures.units import parse_unit
from claims.words import Word

Scale = Literal["difference", "ratio"]

#: How a target is written down, for messages.
NOTATION = "null, mid VALUE UNIT (mid 3 points) or range VALUE; VALUE UNIT (range 2; 5 mmHg)"
#: "Ratio" as a word of its own: concentration and duration hold its letters.
_RATIO = re.compile(r"(?<![a-z])ratios?(?![a-z])", re.IGNORECASE)
#: A ratio on the scale of logarithms, where no effect is 0.
_LOG = re.compile(r"(?<![a-z])(?:log|ln)(?![a-z])", re.IGNORECASE)
_WRITTEN = re.compile(r"(?P<kind>[^\W\d]+(?: contextuali[sz]ed| effect)?)\s*:?\s*(?P<rest>.*)", re.DOTALL)
_VALUE = re.compile(r"(?P<value>[-+−]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)(?![\d.,])\s*(?:;\s*)?")


def scale_of(unit: str) -> Scale:
    """Return whether an effect in this unit is a ratio (no effect is 1) or a difference (no effect is 0)."""
    if _LOG.search(unit):
        return "difference"
    # one dimension only: "times a week" is how often, not how many times as much
    kinds = [kind for kind, _ in parse_unit(unit).dimension]
    is_ratio = len(kinds) == 1 and kinds[0] in RATIO_KINDS
    return "ratio" if is_ratio or _RATIO.search(unit) else "difference"


class TargetKind(Word):
    """Against what the interval of an effect is held."""

    NULL = "null", "no effect", "", "Is there any effect at all?"
    MID = "mid", "smallest difference that matters", "", "Is the effect large enough for people to notice or care?"
    RANGE = "range", "range of effects", "", "Is the effect trivial, small, moderate or large?"


#: Labels of older records and the kind each stood for.
OLDER_LABELS = {
    "minimally contextualised": TargetKind.NULL,
    "partially contextualised": TargetKind.RANGE,
    "fully contextualised": TargetKind.RANGE,
}


@dataclass(frozen=True, slots=True)
class ImprecisionTarget:
    """A kind with its values, in ``unit`` (for ratios the ratio itself); raises `ValueError` where they do not fit.

    No values for null; one for the smallest difference that matters, which counts in both directions; one or more
    in rising order for a range.
    """

    kind: TargetKind
    values: tuple[float, ...] = ()
    unit: str = ""

    def __post_init__(self) -> None:
        if any(not math.isfinite(value) for value in self.values):
            raise ValueError("Every value of an imprecision target must be a finite number.")
        if self.kind == TargetKind.NULL and self.values:
            raise ValueError("The target 'no effect' takes no value.")
        if self.kind == TargetKind.MID and (len(self.values) != 1 or self.values[0] == 0):
            raise ValueError("The smallest difference that matters takes exactly one value, and not zero.")
        if self.kind == TargetKind.RANGE and (not self.values or list(self.values) != sorted(set(self.values))):
            raise ValueError("A range takes at least one threshold, in rising order.")

    def thresholds(self, scale: Scale) -> tuple[float, ...]:
        """Return the values that an interval must not cross, in rising order.

        Raises `ValueError` for a ratio scale with values that no ratio can have.
        """
        if scale == "ratio" and any(value <= 0 for value in self.values):
            raise ValueError("Thresholds of a ratio are above zero.")
        if self.kind == TargetKind.NULL:
            return (0.0,) if scale == "difference" else (1.0,)
        if self.kind == TargetKind.RANGE:
            return self.values
        value = self.values[0]
        mirrored = -value if scale == "difference" else 1 / value
        return tuple(sorted({value, mirrored}))

    def write(self) -> str:
        """Return the target as `parse_target` reads it."""
        numbers = "; ".join(repr(float(value)).removesuffix(".0") for value in self.values)
        return " ".join(part for part in (self.kind.value, numbers, self.unit) if part)

    def describe(self) -> str:
        """Return the target in words, with its values and unit."""
        numbers = ", ".join(f"{value:g}" for value in self.values)
        return f"{self.kind.label} ({numbers} {self.unit}".rstrip() + ")" if numbers else self.kind.label


def read_target(kind: str, values: Sequence[float] = (), unit: str = "") -> ImprecisionTarget:
    """Return the target for a stored kind, an older label included; raises `ValueError` naming what was expected."""
    known = OLDER_LABELS.get(kind.replace("contextualized", "contextualised"))
    if known is TargetKind.NULL and values:
        known = TargetKind.MID
    try:
        return ImprecisionTarget(known or TargetKind(kind), tuple(values), unit)
    except ValueError as error:
        if known or kind in TargetKind.__members__.values():
            raise
        raise ValueError(f"{kind!r} is no imprecision target; expected null, mid or range.") from error


def checked_target(kind: str, values: Sequence[float], unit: str) -> ImprecisionTarget:
    """Return the target, held to the unit that its values need; raises `ValueError` naming what was expected."""
    target = read_target(kind, values, unit)
    if problem := _unit_problem(target):
        raise ValueError(problem)
    return target


def parse_target(text: str) -> ImprecisionTarget | None:
    """Return the target that is written down, ``None`` for empty text; the form is that of `NOTATION`.

    Decimals have a point. Values need their unit, for ratios the kind of ratio, because an interval in another unit
    cannot be held against them. Raises `ValueError` naming what was expected.
    """
    plain = " ".join(text.split())
    if not plain:
        return None
    written = _WRITTEN.fullmatch(plain)
    if written is None:
        raise ValueError(f"expected {NOTATION}, found {plain!r}")
    kind = written["kind"].lower().replace("no effect", TargetKind.NULL.value)
    values, unit = _values_and_unit(written["rest"])
    try:
        return checked_target(kind, values, unit)
    except ValueError as error:
        raise ValueError(f"expected {NOTATION}, found {plain!r}. {error}") from error


def _values_and_unit(rest: str) -> tuple[tuple[float, ...], str]:
    values: list[float] = []
    while found := _VALUE.match(rest):
        values.append(float(found["value"].replace("−", "-")))
        rest = rest[found.end() :]
    return tuple(values), rest.strip()


def _unit_problem(target: ImprecisionTarget) -> str:
    """Return what is wrong with values and unit taken together, or an empty text."""
    if not target.values:
        return f"The target 'no effect' takes no unit, not {target.unit!r}." if target.unit else ""
    if not target.unit or target.unit[0].isdigit() or target.unit[0] in ",;.":
        return "Give the unit of the values, for ratios which ratio (risk ratio); decimals have a point."
    if scale_of(target.unit) == "ratio":
        if min(target.values) <= 0:
            return "Thresholds of a ratio are above zero."
        if target.kind == TargetKind.MID and target.values == (1.0,):
            return "A ratio of 1 is no difference."
    return ""
