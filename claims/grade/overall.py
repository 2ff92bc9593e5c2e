"""Overall certainty across outcomes: the lowest among those that are critical for a decision (GRADE; Guyatt 2013)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claims.grade.rulesets import LEVELS
from claims.grade.vocabulary import Certainty


@dataclass(frozen=True, slots=True)
class OverallCertainty:
    """The certainty across outcomes with its reason; ``None`` where no critical outcome was rated."""

    certainty: Certainty | None
    reason: str


def overall_certainty(ratings: Mapping[str, tuple[Certainty, bool]]) -> OverallCertainty:
    """Return the lowest certainty among critical outcomes.

    ``ratings`` map an outcome to its certainty and whether it is critical for a decision.
    """
    critical = {outcome: Certainty(certainty) for outcome, (certainty, is_critical) in ratings.items() if is_critical}
    if len(ratings) == 1 and not critical:
        return OverallCertainty(None, "The one outcome that was rated is not marked as critical.")
    if not critical:
        return OverallCertainty(None, f"None of {len(ratings)} rated outcomes is marked as critical.")
    if len(ratings) == 1:
        ((outcome, only),) = critical.items()
        return OverallCertainty(only, f"{only.label.capitalize()} for {outcome}, the one outcome that was rated.")
    lowest = min(critical.values(), key=LEVELS.__getitem__)
    names = ", ".join(outcome for outcome, certainty in critical.items() if certainty == lowest)
    count = f"{len(critical)} critical outcome{'s' if len(critical) > 1 else ''}"
    return OverallCertainty(lowest, f"The lowest among {count}: {lowest.label} for {names}.")
