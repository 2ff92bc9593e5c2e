"""How reports print values: labels of the vocabularies, numbers, figures, findings, doses."""

from __future__ import annotations

from typing import Any

from claims.figures.quantity import Bound, Direction, FigureVerdict, Statistic
from claims.grade.vocabulary import (
    Certainty,
    Design,
    Indirectness,
    Kind,
    RiskOfBias,
    Scope,
    Stance,
    Verdict,
    WordingStrength,
)
from sources.words import Word

VOCABULARIES: dict[str, type[Word]] = {
    "bound": Bound,
    "certainty": Certainty,
    "design": Design,
    "direction": Direction,
    "figure_verdict": FigureVerdict,
    "indirectness": Indirectness,
    "kind": Kind,
    "risk_of_bias": RiskOfBias,
    "scope": Scope,
    "stance": Stance,
    "statistic": Statistic,
    "verdict": Verdict,
    "wording_strength": WordingStrength,
}


def label(vocabulary: str, value: str | None, missing: str = "not rated") -> str:
    """Return the words for a stored value; ``missing`` where there is none."""
    return VOCABULARIES[vocabulary](value).label if value else missing


def marked(vocabulary: str, value: str | None, missing: str = "not rated") -> str:
    """Return symbol and words for a stored value."""
    if not value:
        return missing
    word = VOCABULARIES[vocabulary](value)
    return f"{word.symbol} {word.label}".strip()


def number(value: float | None) -> str:
    """Print a number without needless zeros and with a true minus sign."""
    return "" if value is None else f"{value:.12g}".replace("-", "−")


def finding_text(finding: dict[str, Any]) -> str:
    """Print what a finding reports: words, value or range, unit, interval, p, subgroup."""
    low, high, value = finding["low"], finding["high"], finding["value"]
    amount = number(value) if value is not None else ""
    if low is not None or high is not None:
        ends = f"{number(low)} to {number(high)}"
        amount = f"{amount} ({ends})" if amount else ends
    unit = finding["unit"] or ""
    measured = " ".join(part for part in (amount, unit) if part)
    interval = ""
    if finding["ci_low"] is not None:
        interval = f"95 % CI {number(finding['ci_low'])} to {number(finding['ci_high'])}"
    p = f"p: {finding['p']}" if finding["p"] else ""
    subgroup = "subgroup only" if finding["subgroup"] else ""
    numbers = "; ".join(part for part in (measured, interval, p, subgroup) if part)
    return f"{finding['what']}: {numbers}" if numbers else str(finding["what"])


def dose(value: float | None) -> str:
    """Print an elemental dose."""
    return "not stated" if value is None else f"{number(value)} mg/day"


def participants(value: int | None) -> str:
    return "not stated" if value is None else str(value)


#: Certainty by its level in the sum of GRADE steps.
LEVELS = {4: Certainty.HIGH, 3: Certainty.MODERATE, 2: Certainty.LOW, 1: Certainty.VERY_LOW}


def level(total: int) -> str:
    """Print a running sum of GRADE steps, which can leave the scale on the way."""
    if total > max(LEVELS):
        return "above high"
    return LEVELS[total].label if total in LEVELS else "below very low"
