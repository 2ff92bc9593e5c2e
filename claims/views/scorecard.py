"""The scorecard of an article: its claims by verdict, its figures traced or flagged, and what nothing supports."""

from __future__ import annotations

from collections import Counter
from typing import Any

from claims.grade.vocabulary import Certainty, Verdict


def scorecard_of(cards: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the scorecard of all cards of an article."""
    return scorecard(
        Counter(card["verdict"] for card in cards),
        figures=sum(len(card["figures"]) for card in cards),
        flagged=[pair for card in cards for pair in flagged_in(card)],
    )


def scorecard(verdicts: dict[str, int], *, figures: int, flagged: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the scorecard. ``verdicts`` maps to counts, ``flagged`` holds figures with their claims.

    ``unsupported`` are those of the flagged figures that nothing supports; ``share`` is in per cent of all claims.
    """
    total = sum(verdicts.values())
    return {
        "claims": total,
        "verdicts": [
            {"value": str(verdict), "count": verdicts[verdict], "share": round(100 * verdicts[verdict] / total)}
            for verdict in Verdict
            if verdicts.get(verdict)
        ],
        "figures": figures,
        "traced": figures - len(flagged),
        "flagged": flagged,
        "unsupported": [figure for figure in flagged if figure["unsupported"]],
        "doubtful": [figure for figure in flagged if not figure["unsupported"]],
    }


def flagged_in(card: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the flagged figures of a card, each with the claim's name and statement."""
    return [
        {**figure, "claim": card["id"], "statement": card["statement"]}
        for figure in card["figures"]
        if figure["flagged"]
    ]


def certainties_of(cards: list[dict[str, Any]]) -> list[tuple[str | None, int]]:
    """Return how many claims have which certainty, ``None`` where it was not rated."""
    counts = Counter(card["certainty"] for card in cards)
    return [(level, counts[level]) for level in [*map(str, Certainty), None] if counts[level]]
