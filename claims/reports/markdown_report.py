"""Markdown: the report as text that any editor opens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from claims.reports.record import recorded
from claims.reports.report import Report
from claims.reports.view_model import report_view

View = dict[str, Any]
#: Signs that would start markup, an HTML tag, an entity or a formula anywhere in a line.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~&$])")
#: What makes a list, a heading or a rule at the start of a line.
_LIST = re.compile(r"^([-+=])(?=\s|$|[-=])")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


def text(value: str | None) -> str:
    """Return the value so that Markdown shows it as it is, on one line."""
    one_line = " ".join((value or "").split())
    escaped = _SPECIAL.sub(r"\\\1", one_line)
    return _NUMBERED.sub(r"\1\\\2", _LIST.sub(r"\\\1", escaped))


def table(header: list[str], rows: Iterable[list[str]]) -> list[str]:
    """Return the lines of a table and an empty one; cells must be escaped already."""
    return [
        f"| {' | '.join(header)} |",
        f"|{' --- |' * len(header)}",
        *(f"| {' | '.join(cell or '–' for cell in row)} |" for row in rows),
        "",
    ]


@recorded
def write_markdown(report: Report) -> bytes:
    """Return the report as Markdown bytes (UTF-8, LF)."""
    view = report_view(report)
    lines = [
        f"# {text(view['title'])}",
        "",
        *(f"- {name}: {text(value)}" for name, value in view["facts"]),
        f"- Read at: <{view['link']}>",
        "",
        *_scorecard(view),
        *(line for claim in view["claims"] for line in _claim(claim)),
        *_omissions(view),
        *_references(view),
    ]
    return "\n".join(lines).encode()


def _scorecard(view: View) -> list[str]:
    if not view["scorecard"]:
        return []
    rows = [[verdict, str(claims)] for verdict, claims in view["scorecard"]]
    claims = [[c["id"], text(c["statement"]), c["verdict"], c["certainty"], c["flagged"]] for c in view["claims"]]
    return [
        "## Scorecard",
        "",
        *table(["Verdict", "Claims"], rows),
        *table(["Claim", "Statement", "Verdict", "Certainty", "Figures flagged"], claims),
    ]


def _claim(claim: View) -> list[str]:
    return [
        f"## {claim['id']}. {text(claim['statement'])}",
        "",
        *(f"> **Notice.** {text(notice)}\n" for notice in claim["notices"]),
        f"- Verdict: **{claim['verdict']}**",
        *(f"- {name}: {value}" for name, value in claim["facts"]),
        "",
        text(claim["verdict_reason"]),
        "",
        f"Accurate wording: {text(claim['accurate_wording'])}",
        "",
        *_wording(claim["wording"]),
        "### Figures",
        "",
        *_figures(claim),
        "### Evidence",
        "",
        *_evidence(claim),
        *_appraisals(claim),
        "### Certainty",
        "",
        *_assessments(claim),
        *_overrides(claim),
    ]


def _wording(wording: View | None) -> list[str]:
    if wording is None:
        return []
    allowed = [f"What the certainty allows: {text(wording['allowed'])}", ""] if wording["allowed"] else []
    problems = [f"- {text(problem)}" for problem in wording["problems"]]
    return [f"The claim as made: {wording['strength']}.", "", *problems, "", *allowed]


def _figures(claim: View) -> list[str]:
    rows = [
        [
            text(figure["text"]),
            figure["verdict"],
            f"**{figure['flag']}**" if figure["flagged"] else figure["flag"],
            text(figure["reason"]),
            text(
                f"{figure['computed']}. {figure['computed_reason']}"
                if figure["computed_reason"]
                else figure["computed"]
            ),
        ]
        for figure in claim["figures"]
    ]
    header = ["Figure", "Verdict", "Flag", "Reason", "Computed"]
    return table(header, rows) if rows else ["The claim states no figure.", ""]


def _evidence(claim: View) -> list[str]:
    rows = [
        [
            text(". ".join(said for said in (item["source"], item["standing"]) if said)),
            item["stance"],
            f"{item['design']}; participants: {item['n']}",
            text(item["what"]),
            item["dose"],
            " / ".join(text(said) for said in [*item["findings"], *item["problems"]]),
            item["indirectness"],
            item["bias"],
            item["read"],
            text(item["funding"]),
        ]
        for item in claim["evidence"]
    ]
    header = ["Source", "Stance", "Design", "Who and what", "Elemental dose", "Findings", "Indirectness"]
    return table([*header, "Risk of bias", "Read", "Funding"], rows) if rows else ["No evidence was found.", ""]


def _appraisals(claim: View) -> list[str]:
    fields = ("source", "instrument", "domains", "overall", "reason")
    rows = [[text(item[name]) for name in fields] for item in claim["appraisals"]]
    header = ["Source", "Instrument and result", "Domains", "Overall", "Reason"]
    return ["### Appraisals by instrument", "", *table(header, rows)] if rows else []


def _assessments(claim: View) -> list[str]:
    lines = []
    for assessment in claim["assessments"]:
        outcome = f" for {text(assessment['outcome'])}" if assessment["outcome"] else ""
        lines += [f"**{assessment['certainty']}**{outcome}, by ruleset {text(assessment['ruleset'])}.", ""]
        rows = [[step["label"], step["change"], step["after"], text(step["reason"])] for step in assessment["steps"]]
        lines += table(["Step", "Change", "Then", "Reason"], rows)
        lines += _comparison(assessment["comparison"])
        if assessment["changes"]:
            changes = [f"- {text(sentence)}" for sentence in assessment["changes"]]
            lines += ["What would change the rating:", "", *changes, ""]
    return lines or ["The certainty of the evidence was not rated.", ""]


def _comparison(comparison: View | None) -> list[str]:
    if comparison is None:
        return []
    lines = [" ".join(text(sentence) for sentence in comparison["sentences"]), ""]
    for title, rows in (("Effects used:", comparison["used"]), ("Effects left out:", comparison["left_out"])):
        lines += [title, "", *(f"- {text(row)}" for row in rows), ""] if rows else []
    return lines


def _overrides(claim: View) -> list[str]:
    if not claim["overrides"]:
        return []
    fields = ("subject", "suggested", "chosen", "reason", "by", "at")
    rows = [[text(item[name]) for name in fields] for item in claim["overrides"]]
    return [
        "### Judgements that differ from the computed ones",
        "",
        *table(["What", "Computed", "Chosen", "Reason", "By", "When"], rows),
    ]


def _omissions(view: View) -> list[str]:
    if not view["omissions"]:
        return []
    lines = [f"- **{text(omission['statement'])}** {text(omission['why'])}" for omission in view["omissions"]]
    return ["## What the article leaves out", "", *lines, ""]


def _references(view: View) -> list[str]:
    lines = [
        f"{source['number']}. {text(source['text'])}" + "".join(f" **{text(notice)}**" for notice in source["notices"])
        for source in view["sources"]
    ]
    return ["## References", "", *(lines or ["No source is cited."]), ""]
