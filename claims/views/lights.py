"""Traffic-light tables: for each instrument, the appraised results of a claim against the domains, with reasons."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from claims.grade.instruments.amstar2 import DEFAULT_CRITICAL
from claims.grade.instruments.describe import NotJudged
from claims.grade.instruments.instrument import Triage, published_word
from claims.grade.instruments.registry import INSTRUMENTS
from claims.reports.standing import INVALID
from claims.views.drawing_lights import Bar, bars
from claims.views.published import Document
from claims.words import Word
from sources.bib.notices import StandingWord

Table = dict[str, Any]

#: With fewer results a summary would say no more than the table.
FEWEST = 2


def lights_of(document: Document, standings: Mapping[str, str] = MappingProxyType({})) -> list[Table]:
    """Return a table for each instrument by which evidence of the claim was appraised; empty without appraisals.

    ``standings`` tell where sources stand now, by citekey, for those that something was announced about.
    """
    numbers = {source["citekey"]: (number, source["short"]) for number, source in enumerate(document["sources"], 1)}
    tables: dict[str, Table] = {}
    for item in document["evidence"]:
        number, short = numbers[item["source"]]
        for appraisal in item.get("appraisals", ()):
            table = tables.setdefault(appraisal["instrument"], _table(appraisal))
            stands = {"standing": standings.get(item["source"], "")}
            table["rows"].append({"number": number, "short": short, **stands, **_row(appraisal)})
    return [_finished(table) for _, table in sorted(tables.items())]


def _table(appraisal: dict[str, Any]) -> Table:
    return {
        "instrument": appraisal["instrument"],
        "title": appraisal["title"],
        "columns": [light["label"] for light in appraisal["lights"]],
        "rows": [],
    }


def _row(appraisal: dict[str, Any]) -> Table:
    published = published_word(INSTRUMENTS[appraisal["instrument"]], appraisal["published_rating"] or "")
    critical = appraisal.get("critical", [])
    return {
        "result": appraisal["result"],
        "lights": appraisal["lights"],
        "domains": appraisal["domains"],
        "overall_reason": appraisal["overall_reason"],
        "choice_reason": appraisal["choice_reason"],
        "computed": appraisal["computed"],
        "published": published,
        "differs": appraisal.get("published_differs"),
        "critical": ", ".join(critical),
        "declared": bool(critical) and tuple(critical) != DEFAULT_CRITICAL,
        "recorded_at": appraisal["recorded_at"],
    }


def _finished(table: Table) -> Table:
    legend = _legend(table)
    standings = [str(word) for word in StandingWord if word in {row["standing"] for row in table["rows"]}]
    retracted = sum(row["standing"] in INVALID for row in table["rows"])
    return {
        **table,
        "legend": legend,
        "summary": _summary(table, legend),
        "standings": standings,
        "retracted": retracted,
    }


def _summary(table: Table, legend: list[dict[str, str]]) -> list[Bar]:
    """Return how the results of the table are spread over the judgements, domain by domain; empty for one result."""
    if len(table["rows"]) < FEWEST:
        return []
    marks = [(item["symbol"], item["word"]) for item in legend]
    rows = [[(light["symbol"], light["word"]) for light in row["lights"]] for row in table["rows"]]
    return bars(table["columns"], rows, marks)


def _legend(table: Table) -> list[dict[str, str]]:
    """Return the words that stand in the table, each with its symbol and definition, once, from best to worst.

    A document keeps the symbol of its time, so a word is known by its label; one that is not known comes last.
    """
    instrument = INSTRUMENTS[table["instrument"]]
    vocabularies: tuple[type[Word], ...] = (instrument.judgements, instrument.overall_words, Triage, NotJudged)
    definitions: dict[str, str] = {}
    for vocabulary in vocabularies:
        for entry in vocabulary:
            definitions.setdefault(entry.label, entry.definition)
    used = {(light["symbol"], light["word"]) for row in table["rows"] for light in row["lights"]}
    places = {label: place for place, label in enumerate(definitions)}
    return [
        {"symbol": symbol, "word": word, "definition": definitions.get(word, "")}
        for symbol, word in sorted(used, key=lambda mark: (places.get(mark[1], len(places)), mark))
    ]
