"""The absolute effects of a finding as a document holds them: numbers, and what they were computed from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claims.figures.quantity import Finding
from claims.grade.absolute import AbsoluteEffect, absolute_effects
from claims.grade.risk import Estimate, NumberNeeded


def absolute_part(finding: Finding, beside: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return the absolute effects of a finding, an empty list where none can be had; ``beside`` is its evidence."""
    return [_effect(effect) for effect in absolute_effects(finding, beside)]


def _effect(effect: AbsoluteEffect) -> dict[str, Any]:
    return {
        **_numbers(effect.estimate),
        "unit": effect.unit or None,
        "control": effect.control,
        "needed": _numbers(effect.needed) if effect.needed else None,
        "standardised": _numbers(effect.standardised) if effect.standardised else None,
        "basis": effect.basis,
    }


def _numbers(estimate: Estimate | NumberNeeded) -> dict[str, Any]:
    return {"value": estimate.value, "low": estimate.low, "high": estimate.high}
