"""The target of a judgement of imprecision: no effect, the smallest difference that matters, or a range of thresholds.

GRADE guidance 34 and 35 (Zeng 2022; Schünemann 2022) introduced the three; their labels ("minimally, partially, fully
contextualised") were dropped in 2025 and are read here only from older records.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claims.words import Word

Scale = Literal["difference", "ratio"]


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
