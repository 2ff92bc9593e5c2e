"""Ratios that look like a change of risk and are none: of odds, of hazards, of rates.

A claim of "20 % less risk", or of "20 % less" of anything, is never held against one of them: the numbers agree only
where events are rare or every person is followed equally long, which a finding does not tell. Each kind confirms
claims of its own kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class OtherRatio:
    """What a ratio compares: the unit of its change in per cent, its name with an article, and why it is no risk."""

    unit: str
    name: str
    why: str


OTHER_RATIOS: Mapping[str, OtherRatio] = MappingProxyType(
    {
        "odds ratio": OtherRatio(
            "% of the odds",
            "an odds ratio",
            "compares odds and lies further from 1 than the ratio of risks (Davies, Crombie & Tavakoli 1998)",
        ),
        "hazard ratio": OtherRatio(
            "% of the hazard",
            "a hazard ratio",
            "compares how fast events come, not how many people have one (Sutradhar & Austin 2018)",
        ),
        "rate ratio": OtherRatio(
            "% of the rate",
            "a rate ratio",
            "compares events in time, of which one person can have several, not people with an event (Cochrane "
            "Handbook, section 6.7)",
        ),
    }
)
