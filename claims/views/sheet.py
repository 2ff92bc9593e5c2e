"""What the printed sheet of a claim holds after its summary: the evidence in brief, the rating, and the sources.

It is held to one side, so that a claim prints on two pages however much evidence it has; what had no room is counted.
Only a summary longer than a page, or figures by the dozen, still asks for a third page.
"""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import Any

from claims.grade.vocabulary import Stance

MOST_ASSESSMENTS = 2
MOST_FIGURES = 3  # of those that print with their reasons; the summary and the panel name every one
LONGEST_FINDING, LONGEST_REASON, LONGEST_TITLE = 100, 95, 60  # characters

#: Lines that the second side, the smaller paper taken, leaves to rows, ratings and citations beside its headings.
LINES = 45.0
#: Lines that the first side leaves to the statement, the summary and the figures, and the characters of each.
FIRST_LINES = 31.0
#: Lines that go over to the second side where anything does: a figure's block is never parted.
LEAST_SPILT = 12.0
#: Lines of a box above the summary.
NOTE_LINES = 4.5
#: Lines of the summary that the panel beside it is as high as, and of the two verdicts where a person chose otherwise.
PANEL_LINES, OVERRIDE_LINES = 22.0, 3
STATEMENT_WIDTH, SUMMARY_WIDTH, PAGE_WIDTH = 40, 53, 85
#: Characters of a line in the column of a source, of a finding, of how close it is, of a reason and of a citation:
#: as print.css sets them in DejaVu, the widest of the usual fonts and the only one of a bare Debian.
SOURCE_WIDTH, FINDING_WIDTH, CLOSE_WIDTH, REASON_WIDTH, CITATION_WIDTH = 25, 33, 20, 80, 45
#: What the rule and the white between two rows take, in lines.
BETWEEN_ROWS = 0.6


def sheet_of(
    document: dict[str, Any],
    *,
    summary: dict[str, Any],
    notes: int,
    evidence: list[dict[str, Any]],
    references: list[dict[str, Any]],
    assessments: list[dict[str, Any]],
) -> dict[str, Any]:
    """Return the rows, ratings and citations of the sheet, and how many of each stand on the page alone.

    ``notes`` counts the boxes above the summary: notices, a withdrawal, that a version is an old one.
    """
    over = first_lines(document, summary) + notes * NOTE_LINES - FIRST_LINES
    spilt = max(over, LEAST_SPILT) if over > 0 else 0.0
    ratings = [rating_of(assessment) for assessment in assessments[:MOST_ASSESSMENTS]]
    citations = {source["number"]: citation_of(source) for source in references}
    rows = [row_of(row) for row in evidence]
    costs = [row_lines(row) + citation_lines(citations[row["number"]]) for row in rows]
    kept = chosen(rows, costs, LINES - spilt - sum(map(rating_lines, ratings)))
    cited = {row["number"] for row in kept}
    return {
        "flows": spilt > 0,
        "rows": kept,
        "more_sources": len(rows) - len(kept),
        "ratings": ratings,
        "more_ratings": len(assessments) - len(ratings),
        "more_figures": max(0, len(document["figures"]) - MOST_FIGURES),
        "citations": [citation for number, citation in citations.items() if number in cited],
    }


def first_lines(document: dict[str, Any], summary: dict[str, Any]) -> float:
    """Return how many lines the first side takes at most: where they do not fit, the rest goes on below them."""
    figures = document["figures"]
    told = sum(ceil(len(text) / SUMMARY_WIDTH) for text in texts_of(summary)) + 1.6 * len(figures)
    reasons = sum(
        4 + ceil(len(figure["reason"]) / PAGE_WIDTH) + (OVERRIDE_LINES if figure["overridden"] else 0)
        for figure in figures[:MOST_FIGURES]
    )
    return 2.0 * ceil(len(document["statement"]) / STATEMENT_WIDTH) + max(told, PANEL_LINES) + reasons


def texts_of(summary: dict[str, Any]) -> list[str]:
    """Return what the summary prints: its sentences, those on each figure, and what its lines on amounts say."""
    sentences = [summary[name] for name in ("claimed", "attribution", "found", "basis", "sure", "instead")]
    amounts = [f"{line['what']}: {line['text']}" for line in summary["absolute"]]
    return [*sentences, *amounts, *(f"{figure['verdict']} {figure['means']}" for figure in summary["figures"])]


def chosen(rows: list[dict[str, Any]], costs: list[float], room: float) -> list[dict[str, Any]]:
    """Return the rows that there is room for, in the page's order.

    Each stance gives one in turn, so that neither side crowds out the other; what was read for context gives last.
    """
    given: Counter[str] = Counter()
    turns = []
    for place, row in enumerate(rows):
        turns.append((row["stance"] == Stance.CONTEXT, given[row["stance"]], place))
        given[row["stance"]] += 1
    kept = []
    for _, _, place in sorted(turns):
        room -= costs[place]
        if room < 0:
            break
        kept.append(place)
    return [rows[place] for place in sorted(kept)]


def row_lines(row: dict[str, Any]) -> float:
    """Return how many lines a row takes at most."""
    told = row["finding"]
    finding = f"{told['what']} {told['found']} {told['doubt']} and 10 more findings" if told else ""
    source = ceil((len(row["short"]) + 5) / SOURCE_WIDTH) + ceil((len(row["design"]) + 22) / SOURCE_WIDTH)
    close = " ".join([*row["indirectness"], "Indirect: risk of bias:", row["risk_of_bias"]])
    return max(source, ceil(len(finding) / FINDING_WIDTH), ceil(len(close) / CLOSE_WIDTH)) + BETWEEN_ROWS


def rating_lines(rating: dict[str, Any]) -> float:
    """Return how many lines a rating takes at most: its title, its start, its steps and what took none."""
    reasons = [step["reason"] for step in (rating["start"], *rating["moving"])] + [", ".join(rating["still"])]
    return 2 + sum(max(1, ceil(len(reason) / REASON_WIDTH)) + BETWEEN_ROWS for reason in reasons)


def citation_lines(citation: dict[str, Any]) -> float:
    """Return how many lines of the two columns a citation takes."""
    return ceil(len("".join(map(str, citation.values()))) / CITATION_WIDTH) / 2


def row_of(row: dict[str, Any]) -> dict[str, Any]:
    """Return a piece of evidence with its most telling finding alone: one on a figure, else one with a number."""
    findings = sorted(row["findings"], key=lambda finding: (not finding["figure"], not finding["found"]))
    told = findings[0] if findings else None
    return {
        **row,
        "finding": {**told, "what": shortened(told["what"], LONGEST_FINDING)} if told else None,
        "more_findings": max(0, len(findings) - 1),
    }


def rating_of(assessment: dict[str, Any]) -> dict[str, Any]:
    """Return an assessment with the steps that move it and their reasons, and the names of those that do not."""
    steps = [{**step, "reason": shortened(step["reason"], LONGEST_REASON)} for step in assessment["steps"]]
    return {
        **assessment,
        "start": steps[0],
        "moving": [step for step in steps[1:] if step["moves"]],
        "still": [step["label"] for step in steps[1:] if not step["moves"]],
    }


def citation_of(source: dict[str, Any]) -> dict[str, Any]:
    """Return a source as short as it can be found by: its name, where it appeared, one identifier, where it stands."""
    csl = source["csl"]
    where = csl.get("container-title") or csl.get("publisher") or csl["title"]
    return {
        "number": source["number"],
        "short": source["short"].removesuffix("."),  # a work without a date ends in "n.d."
        "where": shortened(where, LONGEST_TITLE).removesuffix("."),
        "doi": csl.get("DOI", ""),
        "pmid": "" if csl.get("DOI") else csl.get("PMID", ""),
        "standing": source.get("standing", ""),
    }


def shortened(text: str | None, longest: int) -> str:
    """Return the text, ended at a word with three dots where it is longer than this many characters."""
    text = text or ""
    if len(text) <= longest:
        return text
    return f"{text[:longest].rsplit(' ', 1)[0].rstrip(' ,;:.')}…"
