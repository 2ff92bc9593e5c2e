"""The plain-language summary: what is claimed, what was found, how sure one can be, what it means for the figures."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext, ngettext

from claims.figures.quantity import FigureVerdict
from claims.grade.vocabulary import Attribution, Certainty, Verdict
from claims.views.absolute import absolute_lines
from sources.labels import definition, label, record_text


def summary_of(document: dict[str, Any]) -> dict[str, Any]:
    """Return the summary's sentences from a claim's document, all in the words of the vocabularies."""
    return {
        "claimed": document["statement"],
        "attribution": definition(Attribution(document["attribution"])),
        "verdict": definition(Verdict(document["verdict"])),
        "found": document["verdict_reason"],
        "basis": basis(document["totals"]),
        "absolute": absolute_lines(document),
        "sure": certainty_sentence(document),
        "figures": [figure_sentence(figure) for figure in document["figures"]],
        "instead": document["accurate_wording"],
    }


def basis(totals: dict[str, Any]) -> str:
    """Return how much evidence the verdict rests on, and how much of it counts no more, as sentences."""
    said = _checked_against(totals)
    if excluded := totals.get("excluded", 0):
        pattern = ngettext(
            "%(count)d source is not counted, because it was retracted.",
            "%(count)d sources are not counted, because they were retracted.",
            excluded,
        )
        said += " " + pattern % {"count": excluded}
    return said


def _checked_against(totals: dict[str, Any]) -> str:
    bearing, direct = totals["bearing"], totals["direct"]
    if not bearing:
        nothing = gettext("No source that still stands tests it.")
        return nothing if totals.get("excluded") else gettext("No source was found that tests it.")
    if bearing == 1:
        return (
            gettext("It was checked against one source, which is about exactly this.")
            if direct
            else gettext("It was checked against one source, which studied something else than exactly this.")
        )
    if direct == bearing:
        said = gettext("It was checked against %(bearing)d sources, all of them about exactly this.")
    elif direct:
        said = ngettext(
            "It was checked against %(bearing)d sources, of which %(direct)d is about exactly this.",
            "It was checked against %(bearing)d sources, of which %(direct)d are about exactly this.",
            direct,
        )
    else:
        said = gettext("It was checked against %(bearing)d sources, none about exactly this.")
    return said % {"bearing": bearing, "direct": direct}


def certainty_sentence(document: dict[str, Any]) -> str:
    """Return what the certainty means, or why there is none."""
    if not document["certainty"]:
        return record_text(document["certainty_reason"])
    certainty = Certainty(document["certainty"])
    return gettext("The certainty is %(level)s.") % {"level": label(certainty)} + f" {definition(certainty)}"


def figure_sentence(figure: dict[str, Any]) -> dict[str, Any]:
    """Return a figure with what its verdict means."""
    return {**figure, "means": definition(FigureVerdict(figure["verdict"]))}
