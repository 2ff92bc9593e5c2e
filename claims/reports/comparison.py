"""What the suggestions of an assessment compare, in words: the target, the information size, the effects."""

from __future__ import annotations

from typing import Any

from claims.reports.quantities import number_text, with_unit


def comparison_of(assessment: dict[str, Any]) -> dict[str, Any] | None:
    """Return sentences, and as texts the effects used and left out; None for documents from before they were kept."""
    if "effects" not in assessment:
        return None
    effects = assessment["effects"]
    # documents from before say nothing about the studies; those that use all evidence have no reason
    studies = assessment.get("studies", {}).get("reason") or ""
    said = [studies, assessment["target_reason"], assessment["information_size"]["reason"], effects["reason"]]
    return {
        "sentences": [sentence for sentence in said if sentence],
        "used": [used_text(one, effects["unit"]) for one in effects["used"]],
        "left_out": [f"{one['source']}: {one['what'].rstrip('.')}: {one['reason']}." for one in effects["left_out"]],
    }


def used_text(one: dict[str, Any], unit: str) -> str:
    """Return one effect with its interval, e.g. ``Berg2019: days ill: −2 days (95% CI −3 to −1)``."""
    ends = f"95% CI {number_text(one['ci_low'])} to {number_text(one['ci_high'])}"
    return f"{one['source']}: {one['what'].rstrip('.')}: {with_unit(number_text(one['value']), unit)} ({ends})"
