"""A report with every value as it is printed, shared by Markdown, HTML and PDF."""

from __future__ import annotations

from typing import Any

from claims.reports.absolute import absolute_sentence
from claims.reports.appraisal_view import appraisal_view
from claims.reports.comparison import comparison_of
from claims.reports.ledger import override_view
from claims.reports.report import READ_LABELS, Report, facts_about, scorecard, sources_of
from claims.reports.standing import standing_text, with_standing
from claims.reports.words import change, day, dose, finding_text, label, level, marked, participants

View = dict[str, Any]


def report_view(report: Report) -> View:
    """Return the report as plain strings, lists and mappings of them."""
    sources = sources_of(report.claims, report.article)
    numbers = {source["citekey"]: number for number, source in enumerate(sources, 1)}
    return {
        "title": report.title,
        "link": report.link,
        "as_of": day(report.coverage.as_of),
        "facts": facts_about(report),
        "scorecard": scorecard(report.coverage) if len(report.claims) != 1 else [],
        "claims": [claim_view(document, numbers) for document in report.claims],
        "omissions": [
            {"statement": omission["statement"], "why": omission["why_it_matters"]}
            for omission in (report.article["omissions"] if report.article else [])
        ],
        "sources": [
            {"number": numbers[source["citekey"]], "text": _citation(source), "notices": _notices(source)}
            for source in sources
        ],
    }


def _citation(source: View) -> str:
    return with_standing(source["vancouver"], source["notices"], title=source["csl"].get("title", ""))


def claim_view(document: View, numbers: dict[str, int]) -> View:
    """Return a claim; ``numbers`` are the places of its sources in the report's list of references."""
    totals = document["totals"]
    cited = {source["citekey"]: {**source, "number": numbers[source["citekey"]]} for source in document["sources"]}
    short = {citekey: f"{source['short']} [{source['number']}]" for citekey, source in cited.items()}
    figures = document["figures"]
    flagged = sum(figure["flagged"] for figure in figures)
    return {
        "id": document["id"],
        "statement": document["statement"],
        "topics": ", ".join(document["topics"]),
        "verdict": marked("verdict", document["verdict"]),
        "facts": [
            ("Certainty", marked("certainty", document["certainty"])),
            ("Figures flagged", f"{flagged} of {len(figures)}" if figures else "states none"),
            ("Independent sources", str(totals["independent"])),
            *([("Retracted, not counted", str(totals["excluded"]))] if totals.get("excluded") else []),
            ("Participants", participants(totals["participants"])),
            ("Direct evidence", f"{totals['direct']} of {totals['bearing']}"),
            ("Sources read", READ_LABELS[document["coverage"]["checked"]]),
            ("Version", f"{document['id']}v{document['version']}"),
            ("Published", day(document["published_at"])),
        ],
        "certainty": marked("certainty", document["certainty"]),
        "flagged": f"{flagged} of {len(figures)}" if figures else "–",
        "verdict_reason": document["verdict_reason"],
        "accurate_wording": document["accurate_wording"],
        "figures": [_figure_view(figure) for figure in figures],
        "wording": _wording_view(document),
        "evidence": [_evidence_view(item, cited[item["source"]]) for item in document["evidence"]],
        "appraisals": [
            appraisal_view(appraisal, short[item["source"]])
            for item in document["evidence"]
            for appraisal in item.get("appraisals", ())
        ],
        "assessments": [_assessment_view(item) for item in document["assessments"]],
        "overrides": [override_view(item, figures) for item in document["overrides"]],
        "notices": [f"{source['short']}: {said}" for source in document["sources"] for said in _notices(source)],
    }


def _figure_view(figure: View) -> View:
    computed = figure["computed"]
    differs = computed["verdict"] != figure["verdict"]
    because = " ".join(computed["reasons"])
    said = label("figure", computed["verdict"], "not computed") if differs else "as chosen"
    return {
        "text": figure["text"],
        "verdict": marked("figure", figure["verdict"]),
        "flag": "flagged" if figure["flagged"] else "traced",
        "flagged": figure["flagged"],
        "reason": figure["reason"],
        "computed": said,
        # where nobody gave another reason the computed ones are the reason, and are not said twice
        "computed_reason": "" if because == figure["reason"] else because,
    }


def _wording_view(document: View) -> View | None:
    """Return how the claim is worded, and what in that goes beyond its certainty; older documents do not hold it."""
    wording = document.get("wording")
    if not wording:
        return None
    return {
        "strength": label("wording", document["wording_strength"]),
        "problems": wording["problems"] or ["Nothing in the strength of its wording goes beyond this certainty."],
        "allowed": wording["allowed"] or "",
    }


def _evidence_view(item: View, source: View) -> View:
    """Return a piece of evidence; ``source`` is the source it comes from, with its number in the references."""
    what = [item["population"], item["intervention"], item["comparator"] and f"against {item['comparator']}"]
    return {
        "source": f"{source['short']} [{source['number']}]",
        "standing": standing_text(source, item),
        "funding": source["funding"] or "not known",
        "stance": marked("stance", item["stance"]),
        "design": label("design", item["design"]),
        "n": participants(item["n"]),
        "what": "; ".join(part for part in what if part) or "not stated",
        "dose": item.get("elemental_note") or dose(item["dose_mg_elemental"]),
        "findings": [line for finding in item["findings"] for line in _finding_lines(finding)],
        "problems": [problem["message"] for finding in item["findings"] for problem in finding["problems"]],
        "indirectness": ", ".join(label("indirectness", code) for code in item["indirectness"]) or "direct",
        "bias": marked("risk", item["risk_of_bias"]),
        "read": label("scope", item["scope"]),
    }


def _finding_lines(finding: View) -> list[str]:
    """Return what a finding reports, and a line for each absolute effect; older documents hold none."""
    effects = finding.get("absolute", [])
    return [finding_text(finding), *(absolute_sentence(effect) for effect in effects)]


def _assessment_view(assessment: View) -> View:
    changes = assessment.get("changes", [])  # documents of the first version have none
    return {
        "outcome": assessment["outcome"],
        "ruleset": assessment["ruleset"],
        "certainty": marked("certainty", assessment["certainty"]),
        "steps": [
            {
                "label": step["label"],
                "change": change(step["change"]),
                "after": level(step["after"]),
                "reason": step["reason"] or ("" if step["change"] else "No step was taken."),
            }
            for step in assessment["steps"]
        ],
        "comparison": comparison_of(assessment),
        "changes": [item["sentence"] for item in changes],
    }


def _notices(source: View) -> list[str]:
    return [
        f"{label('notice', notice['kind'])}, {day(notice['date'])}. {notice['reason']}".strip()
        for notice in source["notices"]
    ]
