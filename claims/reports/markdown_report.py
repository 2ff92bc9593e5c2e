"""Markdown: the report as text that any editor opens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from claims.reports.report import Report, about, reading_sentence, sources_of
from claims.reports.words import dose, finding_text, label, level, marked, participants

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~])")


def text(value: str | None) -> str:
    """Return the value so that Markdown shows it as it is, on one line."""
    one_line = " ".join((value or "").split())
    escaped = _SPECIAL.sub(r"\\\1", one_line)
    return re.sub(r"^([-+=]|\d+[.)])(?=\s|$)", r"\\\1", escaped)


def table(header: list[str], rows: Iterable[list[str]]) -> list[str]:
    """Return the lines of a table; cells must be escaped already."""
    return [
        f"| {' | '.join(header)} |",
        f"|{' --- |' * len(header)}",
        *(f"| {' | '.join(cell or '–' for cell in row)} |" for row in rows),
        "",
    ]


def _figures(claim: dict[str, Any]) -> list[str]:
    if not claim["figures"]:
        return ["The claim states no figure.", ""]
    rows = [
        [
            text(figure["text"]),
            marked("figure_verdict", figure["verdict"]),
            "**flagged**" if figure["flagged"] else "traced",
            text(figure["reason"]),
            label("figure_verdict", figure["computed"]["verdict"], "not computed"),
        ]
        for figure in claim["figures"]
    ]
    return table(["Figure", "Verdict", "Flag", "Reason", "Computed"], rows)


def _evidence(claim: dict[str, Any]) -> list[str]:
    if not claim["evidence"]:
        return ["No evidence was found.", ""]
    short = {source["citekey"]: source["short"] for source in claim["sources"]}
    rows = []
    for item in claim["evidence"]:
        about_it = [
            text(item["population"]),
            text(item["intervention"]),
            f"elemental dose {dose(item['dose_mg_elemental'])}",
        ]
        rows.append(
            [
                text(short[item["source"]]),
                marked("stance", item["stance"]),
                label("design", item["design"]),
                participants(item["n"]),
                "; ".join(part for part in about_it if part),
                " / ".join(text(finding_text(finding)) for finding in item["findings"]),
                ", ".join(label("indirectness", code) for code in item["indirectness"]) or "direct",
                marked("risk_of_bias", item["risk_of_bias"]),
                label("scope", item["scope"]),
            ]
        )
    header = [
        "Source",
        "Stance",
        "Design",
        "Participants",
        "Who and what",
        "Findings",
        "Indirectness",
        "Risk of bias",
        "Read",
    ]
    return table(header, rows)


def _assessment(claim: dict[str, Any]) -> list[str]:
    lines = []
    for assessment in claim["assessments"]:
        rows = [
            [
                step["label"],
                f"{step['change']:+d}" if step["change"] else "0",
                level(step["after"]),
                text(step["reason"]),
            ]
            for step in assessment["steps"]
        ]
        lines += [f"Ruleset {text(assessment['ruleset'])}, result: {marked('certainty', assessment['certainty'])}.", ""]
        lines += table(["Step", "Change", "Then", "Reason"], rows)
    return lines or ["The certainty of the evidence was not rated.", ""]


def _overrides(claim: dict[str, Any]) -> list[str]:
    if not claim["overrides"]:
        return []
    rows = [
        [text(item[name]) for name in ("subject", "suggested", "chosen", "reason", "by", "at")]
        for item in claim["overrides"]
    ]
    return [
        "### Judgements that differ from the computed ones",
        "",
        *table(["What", "Computed", "Chosen", "Reason", "By", "When"], rows),
    ]


def _claim(claim: dict[str, Any]) -> list[str]:
    facts = [
        f"- Verdict: **{marked('verdict', claim['verdict'])}**",
        f"- Certainty: {marked('certainty', claim['certainty'])}",
        f"- Version: {claim['id']}v{claim['version']}, published {claim['published_at']}",
        f"- Read: {claim['coverage']['checked']}",
    ]
    return [
        f"## {claim['id']}. {text(claim['statement'])}",
        "",
        *facts,
        "",
        text(claim["verdict_reason"]),
        "",
        f"Accurate wording: {text(claim['accurate_wording'])}",
        "",
        "### Figures",
        "",
        *_figures(claim),
        "### Evidence",
        "",
        *_evidence(claim),
        "### Certainty",
        "",
        *_assessment(claim),
        *_overrides(claim),
    ]


def _omissions(report: Report) -> list[str]:
    if not report.article:
        return []
    lines = ["## What the article leaves out", ""]
    for omission in report.article["omissions"]:
        lines.append(f"- **{text(omission['statement'])}** {text(omission['why_it_matters'])}")
    return [*lines, ""]


def _references(report: Report) -> list[str]:
    lines = ["## References", ""]
    for place, source in enumerate(sources_of(report.claims, report.article), 1):
        notices = "".join(f" **{notice['kind']} {notice['date']}**" for notice in source["notices"])
        lines.append(f"{place}. {text(source['vancouver'])}{notices}")
    return [*lines, ""]


def write_markdown(report: Report) -> bytes:
    """Return the report as Markdown bytes (UTF-8, LF)."""
    said = about(report.title, report.selection, report.link, report.coverage)
    lines = [
        f"# {text(report.title)}",
        "",
        f"{text(report.selection)} As of {said['as_of'] or 'no publication'}. Read at <{report.link}>.",
        "",
        reading_sentence(report.coverage),
        f"Rulesets: {', '.join(said['rulesets']) or 'none'}.",
        "",
        *(line for claim in report.claims for line in _claim(claim)),
        *_omissions(report),
        *_references(report),
    ]
    return "\n".join(lines).encode()
