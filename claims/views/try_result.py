"""What the rules say about a typed sentence and typed findings, as one plain document for page and JSON alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from claims.figures.checking import RULESET, FigureCheck, check_figure
from claims.figures.consistency import check_consistency
from claims.figures.quantity import Figure, Finding, is_flagged
from claims.figures.reading import figure_json, read_figures
from claims.grade.grammatical_number import looks_plural
from claims.grade.strength import strength_of
from claims.grade.vocabulary import Certainty
from claims.grade.wording import check_wording, propose_sentence
from claims.views.try_findings import compared_with
from claims.views.try_sentences import claiming_spans
from claims.views.try_weights import elemental_sentences, weighed_figure


def try_result(given: dict[str, Any], findings: Sequence[Finding]) -> dict[str, Any]:
    """Return the document; ``given`` is the cleaned sentence form.

    Keys: text, ruleset, figures (the keys of `figure_json`, number, checked_unit, verdict, flagged, reasons,
    rests_on, notes, elemental), findings (key, source, what, problems), sentences (text, strength, figures,
    problems, allowed), proposed.
    """
    text = given["text"]
    figures = [_figure(text, figure, number, given, findings) for number, figure in enumerate(read_figures(text), 1)]
    return {
        "text": text,
        "ruleset": RULESET,
        "figures": figures,
        "findings": [_finding(finding) for finding in findings],
        "sentences": _sentences(text, figures, given, findings),
        "proposed": _proposed(given, figures),
    }


def _figure(
    text: str, figure: Figure, number: int, given: dict[str, Any], findings: Sequence[Finding]
) -> dict[str, Any]:
    weighed = weighed_figure(text, figure)
    check = check_figure(*compared_with(weighed, number, findings), attribution=given["attribution"] or "none")
    return {
        "number": number,
        **figure_json(figure),
        "checked_unit": weighed.unit,
        **_checked(check),
        "elemental": elemental_sentences(weighed),
    }


def _checked(check: FigureCheck) -> dict[str, Any]:
    return {
        "verdict": check.verdict.value,
        "flagged": is_flagged(check.verdict),
        "reasons": list(check.reasons),
        "rests_on": list(check.rests_on),
        "notes": [asdict(note) for note in check.notes],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    problems = [{"code": problem.code, "message": problem.message} for problem in check_consistency(finding)]
    return {"key": finding.key, "source": finding.source, "what": finding.what, "problems": problems}


def _sentences(
    text: str, figures: list[dict[str, Any]], given: dict[str, Any], findings: Sequence[Finding]
) -> list[dict[str, Any]]:
    """Return each sentence with the strength of its wording and what the evidence as typed leaves of it."""
    certainty = Certainty(given["certainty"]) if given["certainty"] else None
    codes = frozenset[str]().union(*(finding.indirectness for finding in findings))
    found = []
    for start, end in claiming_spans(text):
        inside = [figure for figure in figures if start <= figure["start"] < end]
        strength = strength_of(text[start:end])
        verdicts = [figure["verdict"] for figure in inside]
        check = check_wording(strength, certainty, indirectness=codes, figure_verdicts=verdicts)
        found.append(
            {
                "text": text[start:end],
                "strength": strength.value,
                "figures": [figure["number"] for figure in inside],
                "problems": list(check.problems),
                "allowed": check.allowed,
            }
        )
    return found


def _proposed(given: dict[str, Any], figures: list[dict[str, Any]]) -> str | None:
    """Return the sentence that the chosen certainty allows, or None where certainty, subject or outcome is missing."""
    if not (given["certainty"] and given["subject"] and given["outcome"]):
        return None
    directions = [figure["direction"] for figure in figures if figure["direction"]]
    return propose_sentence(
        given["subject"],
        given["verb"],
        given["outcome"],
        Certainty(given["certainty"]),
        given["size"] or None,
        directions[0] if directions else None,
        plural=given["number"] == "several" or (not given["number"] and looks_plural(given["subject"])),
    )
