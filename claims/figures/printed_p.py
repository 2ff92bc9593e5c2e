"""p values as sources print them: read strictly, or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

SIGNIFICANCE = 0.05

_NUMBER = re.compile(r"^(?:p(?:[- ]?value)?\s*)?(<=|>=|<|>|=|≤|≥)?\s*(\d*\.?\d+(?:e-?\d+)?)$")
_POWER_OF_TEN = re.compile(r"\s*[x×]\s*10\s*\^?\s*-\s*(\d+)$")
_SIDES = re.compile(r"[,\s]*\(?\s*\b(one|two|1|2)[- ](?:sided|tailed)(?: test)?\s*\)?$")
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

    A remark after a semicolon is ignored, and a one-sided p is doubled, which makes it the two-sided one; any other
    added words ("for non-linearity", "within the group") say that the p belongs to another question, so nothing is
    read. A number above 1 is no p value.
    """
    plain = _plain(text)
    sides = _SIDES.search(plain)
    if sides:
        read = parse_p(plain[: sides.start()])
        is_doubled = read is not None and is_one_sided(text)
        return PrintedP(min(1.0, 2 * read.low), min(1.0, 2 * read.high)) if read and is_doubled else read
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
    step = 0.5 * value if "e" in match.group(2) else 0.5 * 10.0 ** -len(match.group(2).partition(".")[2])
    return PrintedP(max(0.0, value - step), min(1.0, value + step))


def is_one_sided(text: str | None) -> bool:
    """Tell whether a printed p is said to be one-sided."""
    sides = _SIDES.search(_plain(text))
    return sides is not None and sides[1] in {"one", "1"}


def printed_number(text: str | None) -> float | None:
    """Return the number of a printed p, possible or not; None for words."""
    match = _NUMBER.match(_SIDES.sub("", _plain(text)))
    return float(match.group(2)) if match else None


def _plain(text: str | None) -> str:
    """Return a printed p in lower case, with powers of ten as "e-9", without any remark."""
    plain = " ".join((text or "").lower().replace("−", "-").split(";")[0].split())
    return _POWER_OF_TEN.sub(r"e-\1", plain)
