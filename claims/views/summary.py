"""The plain-language summary: what is claimed, what was found, how sure one can be, what it means for the figures."""

from __future__ import annotations

from typing import Any

from claims.figures.quantity import FigureVerdict
from claims.grade.vocabulary import Attribution, Certainty, Verdict
from claims.views.absolute import absolute_lines

COUNTED = {1: "one source", 0: "no source"}


def summary_of(document: dict[str, Any]) -> dict[str, Any]:
    """Return the summary's sentences from a claim's document, all in the words of the vocabularies."""
    return {
        "claimed": document["statement"],
        "attribution": Attribution(document["attribution"]).definition,
        "verdict": Verdict(document["verdict"]).definition,
        "found": document["verdict_reason"],
        "basis": basis(document["totals"]),
        "absolute": absolute_lines(document),
        "sure": certainty_sentence(document),
        "figures": [figure_sentence(figure) for figure in document["figures"]],
        "instead": document["accurate_wording"],
    }


def basis(totals: dict[str, Any]) -> str:
    """Return how much evidence the verdict rests on, as a sentence."""
    bearing = totals["bearing"]
    if not bearing:
        return "No source was found that tests it."
    counted = COUNTED.get(bearing, f"{bearing} sources")
    direct = totals["direct"]
    if direct == bearing:
        directly = "which is about exactly this" if bearing == 1 else "all of them about exactly this"
    elif direct:
        directly = f"of which {direct} {'is' if direct == 1 else 'are'} about exactly this"
    else:
        directly = "which studied something else than exactly this" if bearing == 1 else "none about exactly this"
    return f"It was checked against {counted}, {directly}."


def certainty_sentence(document: dict[str, Any]) -> str:
    """Return what the certainty means, or why there is none."""
    if not document["certainty"]:
        return str(document["certainty_reason"])
    certainty = Certainty(document["certainty"])
    return f"The certainty is {certainty.label}. {certainty.definition}"


def figure_sentence(figure: dict[str, Any]) -> dict[str, Any]:
    """Return a figure with what its verdict means."""
    return {**figure, "means": FigureVerdict(figure["verdict"]).definition}
