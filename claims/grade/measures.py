"""How an effect is expressed, told from the unit of a finding: a ratio of risks, a risk difference, a share of SDs."""

from __future__ import annotations

from claims.figures.quantity import Finding
from claims.grade.risk import Ratio

RISK_DIFFERENCE = "risk difference"

#: Unit as recorded, in lower case -> the measure. A rate ratio is one of events in time, not of people.
_RATIOS: dict[str, Ratio] = {
    "risk ratio": "risk ratio", "relative risk": "risk ratio", "rr": "risk ratio",
    "odds ratio": "odds ratio", "or": "odds ratio", "hazard ratio": "hazard ratio", "hr": "hazard ratio",
}  # fmt: skip
_STANDARDISED = frozenset(
    {"standardised mean difference", "standardized mean difference", "smd", "cohen's d", "hedges' g"}
)


def ratio_of(finding: Finding) -> Ratio | None:
    """Return which ratio of risks a finding reports, or None where its unit names none."""
    return _RATIOS.get(_plain(finding))


def is_standardised(finding: Finding) -> bool:
    """Tell whether a finding is in standard deviations."""
    return _plain(finding) in _STANDARDISED


def _plain(finding: Finding) -> str:
    return " ".join((finding.unit or "").lower().split())
