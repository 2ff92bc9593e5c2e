"""The Evidence Facts panel: what a reader should take in at one glance, drawn like the box on a bottle."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext, ngettext

from claims.grade.vocabulary import Stance
from claims.reports.quantities import number_text


def headline(figures: list[dict[str, Any]]) -> dict[str, str] | None:
    """Return the panel's big line on the figures, or ``None`` where the claim has none.

    ``tone`` is the figure verdict whose colour the line takes: the first one that made it so.
    """
    if not figures:
        return None
    all_of_them = len(figures)
    ways = {
        "unsupported": ngettext("figure unsupported", "figures unsupported", all_of_them),
        "flagged": ngettext("figure flagged", "figures flagged", all_of_them),
    }
    for member, said in ways.items():
        if found := [figure for figure in figures if figure[member]]:
            return {"count": _of(len(found), all_of_them), "said": said, "tone": found[0]["verdict"]}
    traced = ngettext("figure traced", "figures traced", all_of_them)
    return {"count": _of(all_of_them, all_of_them), "said": traced, "tone": figures[0]["verdict"]}


def _of(count: int, figures: int) -> str:
    return gettext("%(count)d of %(all)d") % {"count": count, "all": figures}


def facts_of(document: dict[str, Any], *, notices: int = 0) -> dict[str, Any]:
    """Return the rows of the panel from a claim's document. ``notices`` is the count on cited sources as of now."""
    totals = document["totals"]
    return {
        "id": document["id"],
        "version": document["version"],
        "headline": headline(document["figures"]),
        "figures": document["figures"],
        "verdict": document["verdict"],
        "certainty": document["certainty"],
        "sources": totals["bearing"],
        "independent": totals["independent"],
        "participants": number_text(totals["participants"]) if totals["participants"] else "",
        "direct": totals["direct"],
        "indirect": totals["bearing"] - totals["direct"],
        "stances": [(stance, count) for stance, count in stances_of(document) if stance != Stance.CONTEXT],
        "context": totals["stances"].get(str(Stance.CONTEXT), 0),
        "checked": document["coverage"]["checked"],
        "reviewed": document["published_at"],
        "excluded": totals.get("excluded", 0),  # documents of the first version have none
        "notices": notices,
    }


def stances_of(document: dict[str, Any]) -> list[tuple[str, int]]:
    """Return (stance, count) for the stances that occur, in the order of the vocabulary."""
    counts = document["totals"]["stances"]
    return [(str(stance), counts[str(stance)]) for stance in Stance if counts.get(str(stance))]
