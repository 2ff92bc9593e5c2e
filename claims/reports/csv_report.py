"""CSV: a row for each figure (or claim without one), each finding, or each override; safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from claims.documents.card import forms_of
from claims.grade.vocabulary import Stance
from claims.reports.absolute import computed_from
from claims.reports.ledger import override_columns, override_sentence
from claims.reports.record import recorded, recorded_parts
from claims.reports.report import READ, Coverage, Report
from claims.reports.standing import standing_of
from claims.reports.words import label

Row = dict[str, Any]
BOM = "\ufeff"  # makes spreadsheets read the file as UTF-8
#: What a spreadsheet takes for the start of a formula (OWASP, CSV injection), at the start of the cell or behind
#: a sign that another spreadsheet's settings take for the border of a cell.
_FORMULA = re.compile(r"(^|[;\t\r\n|])((?:[^\S\t\r\n]|[\u200b-\u200f\ufeff])*)(?=[=+\-@＝＋－＠])")
_CONTROL = ("\t", "\r", "\n")


def safe(value: Any) -> Any:
    """Return the value so that no spreadsheet runs it: an apostrophe stands before what looks like a formula.

    Numbers stay numbers, negative ones too.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str):
        return "" if value is None else value
    quoted = _FORMULA.sub(r"\1\2'", value)
    return f"'{quoted}" if quoted.startswith(_CONTROL) else quoted


def _claim_columns(document: dict[str, Any]) -> Row:
    return {
        "claim": document["id"],
        "version": document["version"],
        "statement": document["statement"],
        "kind": label("kind", document["kind"]),
        "topics": "; ".join(document["topics"]),
        "verdict": label("verdict", document["verdict"]),
        "certainty": label("certainty", document["certainty"]),
    }


def _size(assessment: dict[str, Any]) -> int | None:
    """Return the optimal information size; documents from before it was asked for have none."""
    size: int | None = assessment.get("information_size", {}).get("participants")
    return size


def _by_outcome(document: dict[str, Any], said: Callable[[dict[str, Any]], Any]) -> str:
    return "; ".join(": ".join(filter(None, [one["outcome"], str(said(one))])) for one in document["assessments"])


def _end_columns(document: dict[str, Any]) -> Row:
    return {
        "checked_against": document["coverage"]["checked"],
        "imprecision_target": _by_outcome(document, lambda one: one["target"] or "not chosen"),
        "information_size": _by_outcome(document, lambda one: _size(one) or "not given"),
        "overrides": "; ".join(override_sentence(item, document["figures"]) for item in document["overrides"]),
        "rulesets": "; ".join(sorted({name for names in document["rulesets"].values() for name in names})),
        "published_at": document["published_at"],
    }


def _figure_columns(figure: dict[str, Any] | None) -> Row:
    given = figure or {}
    computed = given.get("computed", {})
    return {
        "figure": given.get("text"),
        "low": given.get("low"),
        "high": given.get("high"),
        "unit": given.get("unit"),
        "bound": label("bound", given.get("bound"), ""),
        "statistic": label("statistic", given.get("statistic"), ""),
        "direction": label("direction", given.get("direction"), ""),
        "figure_verdict": label("figure", given.get("verdict"), ""),
        "figure_flagged": given.get("flagged"),
        "figure_reason": given.get("reason"),
        "figure_computed_verdict": label("figure", computed.get("verdict"), ""),
        "figure_computed_reasons": " ".join(computed.get("reasons", ())),
    }


def figure_rows(document: dict[str, Any]) -> Iterator[Row]:
    """Yield a row for each figure of the claim, or one row where it has none."""
    totals = document["totals"]
    middle = {
        "verdict_reason": document["verdict_reason"],
        "accurate_wording": document["accurate_wording"],
        "wording_problems": "; ".join((document.get("wording") or {}).get("problems", ())),
        "evidence": totals["evidence"],
        "evidence_excluded": totals.get("excluded", 0),
        "independent": totals["independent"],
        "participants": totals["participants"],
        **{f"evidence_{stance}": totals["stances"].get(stance, 0) for stance in Stance},
        "sources": "; ".join(source["citekey"] for source in document["sources"]),
        "notices": "; ".join(
            f"{s['citekey']}: {n['kind']} {n['date']}" for s in document["sources"] for n in s["notices"]
        ),
    }
    for figure in document["figures"] or [None]:
        yield {**_claim_columns(document), **_figure_columns(figure), **middle, **_end_columns(document)}


def _evidence_columns(item: dict[str, Any], source: dict[str, Any]) -> Row:
    return {
        "source": item["source"],
        "stance": label("stance", item["stance"]),
        "design": label("design", item["design"]),
        "participants": item["n"],
        "population": item["population"],
        "intervention": item["intervention"],
        "forms": "; ".join(label("form", form) for form in forms_of(item)),
        "dose_mg_elemental": item["dose_mg_elemental"],
        "comparator": item["comparator"],
        "outcome": item["outcome"],
        "duration": item["duration"],
        "indirectness": "; ".join(label("indirectness", code) for code in item["indirectness"]),
        "risk_of_bias": label("risk", item["risk_of_bias"]),
        "appraisal": "; ".join(appraised["title"] for appraised in item.get("appraisals", ())),
        "appraisal_overall": "; ".join(appraised["lights"][-1]["word"] for appraised in item.get("appraisals", ())),
        "read": label("scope", item["scope"]),
        "funding": source["funding"],
        "standing": label("standing", standing_of(source), ""),
        "excluded": (item.get("excluded") or {}).get("reason"),
        "locator": item["locator"],
        "cluster": item["cluster"],
    }


def _finding_columns(finding: dict[str, Any] | None) -> Row:
    names = ("what", "value", "low", "high", "unit", "ci_low", "ci_high", "p", "subgroup", "figure", "note")
    given = finding or {}
    problems = "; ".join(problem["message"] for problem in given.get("problems", []))
    return {
        **{f"finding_{name}" if name != "what" else "finding": given.get(name) for name in names},
        **_absolute_columns(given.get("absolute", [])),
        "problems": problems,
    }


def _absolute_columns(effects: list[dict[str, Any]]) -> Row:
    """Return the absolute effects; numbers stay numbers where there is one, several are joined."""
    columns = {name: [effect[name] for effect in effects] for name in ("value", "low", "high", "unit")}
    columns["number_needed"] = [effect["needed"]["value"] if effect["needed"] else None for effect in effects]
    columns["basis"] = [computed_from(effect) for effect in effects]
    return {f"absolute_{name}": _joined(values) for name, values in columns.items()}


def _joined(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else "; ".join("–" if value is None else str(value) for value in values)


def evidence_rows(document: dict[str, Any]) -> Iterator[Row]:
    """Yield a row for each finding of the claim's evidence, or one row for evidence without a finding."""
    sources = {source["citekey"]: source for source in document["sources"]}
    for item in document["evidence"]:
        for finding in item["findings"] or [None]:
            yield {
                **_claim_columns(document),
                **_evidence_columns(item, sources[item["source"]]),
                **_finding_columns(finding),
                **_end_columns(document),
            }


def ledger_rows(document: dict[str, Any]) -> Iterator[Row]:
    """Yield a row for each judgement of the claim that differs from what the rules suggest."""
    for item in document["overrides"]:
        yield {
            **_claim_columns(document),
            **override_columns(item, document["figures"]),
            "published_at": document["published_at"],
        }


TABLES: dict[str, Callable[[dict[str, Any]], Iterator[Row]]] = {
    "figures": figure_rows,
    "evidence": evidence_rows,
    "overrides": ledger_rows,
}


def _lines(rows: Iterable[Row], columns: list[str]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writerows({name: safe(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _about_columns(title: str, selection: str, coverage: Coverage) -> Row:
    return {
        "exported": title,
        "selection": selection,
        "as_of": coverage.as_of,
        "claims_exported": coverage.claims,
        **{f"claims_checked_{name.replace('-', '_')}": coverage.checked[name] for name in READ},
    }


def columns_of(table: str) -> list[str]:
    """Return the header of a table."""
    row = next(iter(TABLES[table](_EMPTY)))
    return [*row, *_about_columns("", "", Coverage())]


@recorded_parts
def stream_csv(
    title: str, selection: str, documents: Iterable[dict[str, Any]], coverage: Coverage, table: str = "figures"
) -> Iterator[str]:
    """Yield the table claim by claim; the last columns of every row say what was exported and how far it was read."""
    columns = columns_of(table)
    said = _about_columns(title, selection, coverage)
    yield BOM + ",".join(columns) + "\r\n"
    for document in documents:
        yield _lines(({**row, **said} for row in TABLES[table](document)), columns)


@recorded
def write_csv(report: Report, table: str = "figures") -> bytes:
    """Return the report as CSV bytes (UTF-8 with a byte order mark, CRLF)."""
    return "".join(stream_csv(report.title, report.selection, report.claims, report.coverage, table)).encode()


#: A document without content, from which the header is read.
_EMPTY: dict[str, Any] = {
    **dict.fromkeys(("id", "version", "statement", "kind", "verdict", "certainty"), ""),
    **dict.fromkeys(("verdict_reason", "accurate_wording", "published_at"), ""),
    **dict.fromkeys(("topics", "figures", "assessments"), ()),
    "sources": [{"citekey": "", "funding": "", "notices": ()}],
    "evidence": [
        {
            **dict.fromkeys(("source", "stance", "design", "n", "population", "intervention", "dose_mg_elemental"), ""),
            **dict.fromkeys(("comparator", "outcome", "duration", "risk_of_bias", "scope", "locator", "cluster"), ""),
            "indirectness": (),
            "findings": (),
        }
    ],
    "totals": {"evidence": 0, "independent": 0, "participants": 0, "stances": {stance.value: 0 for stance in Stance}},
    "coverage": {"checked": ""},
    "rulesets": {},
    "overrides": [dict.fromkeys(("subject", "suggested", "chosen", "reason", "by", "at"), "")],
}
