"""p values as sources print them: read strictly, or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

SIGNIFICANCE = 0.05

_NUMBER = re.compile(r"^(?:p\s*)?(<=|>=|<|>|=|≤|≥)?\s*(\d*\.?\d+(?:e-?\d+)?)$")
_WORDS = {
    "not significant": (SIGNIFICANCE, 1.0), "ns": (SIGNIFICANCE, 1.0), "n.s.": (SIGNIFICANCE, 1.0),
    "not different": (SIGNIFICANCE, 1.0), "no significant difference": (SIGNIFICANCE, 1.0),
    "significant": (0.0, SIGNIFICANCE), "reported as significant": (0.0, SIGNIFICANCE),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PrintedP:
    """The values that a printed p allows: anything from ``low`` to ``high``."""

    low: float
    high: float

    @property
    def is_significant(self) -> bool:
        """Tell whether every allowed value is at or below 0.05."""
        return self.high <= SIGNIFICANCE

    @property
    def is_not_significant(self) -> bool:
        """Tell whether every allowed value is at or above 0.05."""
        return self.low >= SIGNIFICANCE


def parse_p(text: str | None) -> PrintedP | None:
    """Read "0.0034", "<0.05", "p = 0.04", "not significant"; anything qualified or unclear is None.

    A remark after a semicolon is ignored; any other added words ("for non-linearity", "within the group")
    say that the p belongs to another question, so nothing is read. A number above 1 is no p value.
    """
    plain = " ".join((text or "").lower().split(";")[0].split())
    if plain in _WORDS:
        return PrintedP(*_WORDS[plain])
    match = _NUMBER.match(plain)
    if match is None:
        return None
    value = float(match.group(2))
    if value > 1:
        return None
    if match.group(1) in {"<", "<=", "≤"}:
        return PrintedP(0.0, value)
    if match.group(1) in {">", ">=", "≥"}:
        return PrintedP(value, 1.0)
    step = 0.5 * value if "e" in plain else 0.5 * 10.0 ** -len(match.group(2).partition(".")[2])
    return PrintedP(max(0.0, value - step), min(1.0, value + step))


def printed_number(text: str | None) -> float | None:
    """Return the number of a printed p, possible or not; None for words."""
    match = _NUMBER.match(" ".join((text or "").lower().split(";")[0].split()))
    return float(match.group(2)) if match else None
