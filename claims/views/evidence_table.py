"""The rows of a claim's evidence table, its findings in words, and the numbered references they point to."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from claims.documents.card import forms_of
from claims.figures.given_forms import Form
from claims.figures.quantity import Statistic
from claims.reports.quantities import arm_text, asserted_text, doubt_text, found_text, number_text
from claims.reports.standing import standing_of, with_standing
from claims.views.absolute import absolute_row
from claims.views.published import Cited
from sources.labels import label


def finding_row(finding: dict[str, Any]) -> dict[str, Any]:
    """Return a finding with its size, interval and groups in words."""
    return {
        **finding,
        "found": found_text(finding),
        "kind": label(Statistic(finding["statistic"])) if finding["statistic"] else "",
        "doubt": doubt_text(finding),
        "groups": [arm_text(arm) for arm in finding["arms"] or []],
        "absolute": [absolute_row(effect) for effect in finding.get("absolute", [])],
    }


def dose_text(dose: float | None) -> str:
    """Return an elemental dose in words; empty where the source states none."""
    return "" if dose is None else gettext("%(dose)s mg elemental a day") % {"dose": number_text(dose)}


def evidence_rows(document: dict[str, Any], cited: Cited | None = None) -> list[dict[str, Any]]:
    """Return the evidence in the document's order, each with its source, reference number and findings.

    Where a source stands is as of now where ``cited`` is given, else as of the document.
    """
    standings = cited.standings if cited else {source["citekey"]: standing_of(source) for source in document["sources"]}
    sources = {source["citekey"]: (number, source) for number, source in enumerate(document["sources"], 1)}
    rows = []
    for item in document["evidence"]:
        number, source = sources[item["source"]]
        rows.append(
            {
                **item,
                "number": number,
                "listed": cited is not None and item["source"] in cited.listed,
                "short": source["short"],
                "funding": source["funding"],
                "standing": standings.get(item["source"], ""),
                "forms": [form for form in forms_of(item) if form != Form.NONE],
                "dose": dose_text(item["dose_mg_elemental"]),
                "findings": [finding_row(finding) for finding in item["findings"]],
            }
        )
    return rows


def references(document: dict[str, Any], cited: Cited) -> list[dict[str, Any]]:
    """Return the cited sources as a numbered list, with the notices as of now and a citation that tells of them."""
    rows = []
    for number, source in enumerate(document["sources"], 1):
        notices = cited.notices_of(source["citekey"])
        rows.append(
            {
                **source,
                "number": number,
                "listed": source["citekey"] in cited.listed,
                "notices": notices,
                "citation": with_standing(source["vancouver"], notices, title=source["csl"].get("title", "")),
                "standing": cited.standings.get(source["citekey"], ""),
            }
        )
    return rows


def figure_rows(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the figures with what they assert in words, the findings their verdict rests on, and the others read."""
    found = {
        finding["key"]: {**finding, "short": row["short"]}
        for row in evidence_rows(document)
        for finding in row["findings"]
    }
    return [_figure_row(figure, found) for figure in document["figures"]]


def _figure_row(figure: dict[str, Any], found: dict[str, dict[str, Any]]) -> dict[str, Any]:
    rests_on = figure["computed"]["rests_on"]
    return {
        **figure,
        "asserted": asserted_text(figure),
        "rests_on": [found[key] for key in rests_on if key in found],
        "also_read": [row for key, row in found.items() if row["figure"] == figure["key"] and key not in rests_on],
    }
