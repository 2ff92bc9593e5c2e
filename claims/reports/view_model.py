"""A claim's document with every value as reports print it, shared by HTML and PDF."""

from __future__ import annotations

from typing import Any

from claims.reports.words import dose, finding_text, label, level, marked, participants


def _figure_view(figure: dict[str, Any]) -> dict[str, Any]:
    computed = figure["computed"]
    return {
        "text": figure["text"],
        "verdict": marked("figure_verdict", figure["verdict"]),
        "flag": "flagged" if figure["flagged"] else "traced",
        "flagged": figure["flagged"],
        "reason": figure["reason"],
        "computed": label("figure_verdict", computed["verdict"], "not computed"),
        "computed_reason": " ".join(computed["reasons"]),
        "overridden": figure["overridden"],
    }


def _evidence_view(item: dict[str, Any], short: dict[str, str]) -> dict[str, Any]:
    what = [item["population"], item["intervention"]]
    return {
        "source": short[item["source"]],
        "stance": marked("stance", item["stance"]),
        "design": label("design", item["design"]),
        "n": participants(item["n"]),
        "what": "; ".join(part for part in what if part) or "not stated",
        "dose": dose(item["dose_mg_elemental"]),
        "outcome": item["outcome"] or "not stated",
        "findings": [finding_text(finding) for finding in item["findings"]],
        "problems": [problem["message"] for finding in item["findings"] for problem in finding["problems"]],
        "indirectness": ", ".join(label("indirectness", code) for code in item["indirectness"]) or "direct",
        "bias": marked("risk_of_bias", item["risk_of_bias"]),
        "read": label("scope", item["scope"]),
    }


def _assessment_view(assessment: dict[str, Any]) -> dict[str, Any]:
    return {
        "outcome": assessment["outcome"],
        "ruleset": assessment["ruleset"],
        "certainty": marked("certainty", assessment["certainty"]),
        "steps": [
            {
                "label": step["label"],
                "change": f"{step['change']:+d}".replace("-", "−") if step["change"] else "0",
                "after": level(step["after"]),
                "reason": step["reason"] or "no reason to change",
            }
            for step in assessment["steps"]
        ],
    }


def _notices(document: dict[str, Any]) -> list[str]:
    return [
        f"{source['short']}: {notice['kind'].replace('_', ' ')}, {notice['date']}. {notice['reason']}".strip()
        for source in document["sources"]
        for notice in source["notices"]
    ]


def claim_view(document: dict[str, Any]) -> dict[str, Any]:
    """Return the claim as plain strings and lists of them."""
    short = {source["citekey"]: source["short"] for source in document["sources"]}
    totals = document["totals"]
    return {
        "id": document["id"],
        "version": f"{document['id']}v{document['version']}",
        "published_at": document["published_at"],
        "statement": document["statement"],
        "kind": label("kind", document["kind"]),
        "verdict": marked("verdict", document["verdict"]),
        "verdict_code": document["verdict"],
        "certainty": marked("certainty", document["certainty"]),
        "verdict_reason": document["verdict_reason"],
        "accurate_wording": document["accurate_wording"],
        "studies": str(totals["independent"]),
        "participants": str(totals["participants"]),
        "direct": f"{totals['direct']} of {totals['bearing']}",
        "figures": [_figure_view(figure) for figure in document["figures"]],
        "evidence": [_evidence_view(item, short) for item in document["evidence"]],
        "assessments": [_assessment_view(item) for item in document["assessments"]],
        "overrides": document["overrides"],
        "notices": _notices(document),
        "read": document["coverage"]["checked"],
    }
