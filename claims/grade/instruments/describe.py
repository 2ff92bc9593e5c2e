"""An instrument as plain data for the methodology page, its fingerprint, and a result as a traffic-light table."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from claims.grade.instruments.charts import lines
from claims.grade.instruments.domains import DomainResult, DomainSpec, Part
from claims.grade.instruments.instrument import Instrument, InstrumentResult
from claims.grade.instruments.questions import Question
from claims.words import Word


class NotJudged(Word):
    """Why a domain or a result shows no judgement."""

    NOT_COMPLETE = "not_complete", "not complete", "…", "Questions that are needed have no answer yet."
    UNDECIDED = "undecided", "undecided: see the official chart", "⁇", "No rule for these answers is known here."


Light = tuple[str, str, str]

#: What is said about an instrument and its domains; it may be corrected under the same id.
ABOUT = ("title", "source", "applies_to", "note", "superseded_by", "origin", "undecided", "readings")


def describe(instrument: Instrument) -> dict[str, Any]:
    """Return all of an instrument as strings, lists and dicts: words, questions and every line of its charts."""
    specs = (instrument.triage, *instrument.domains) if instrument.triage else instrument.domains
    return {
        "id": instrument.id,
        "title": instrument.title,
        "source": instrument.source,
        "applies_to": instrument.applies_to,
        "note": instrument.note,
        "superseded_by": instrument.superseded_by,
        "origin": instrument.origin,
        "undecided": undecided(instrument),
        "judgements": [_word(word) for word in instrument.judgements],
        "overall_words": [_word(word) for word in instrument.overall_words],
        "overall": list(instrument.overall.sentences()),
        "domains": [_domain(spec) for spec in specs],
    }


def undecided(instrument: Instrument) -> list[str]:
    """Return the lines of the instrument's charts that end in no judgement, each with its domain."""
    return [
        f"{spec.label}: {line}"
        for spec in instrument.domains
        for part in (*spec.parts, *(settling for _, settling in spec.then))
        for line in lines(part.chart, undecided_only=True)
    ]


def _word(word: Word) -> dict[str, str]:
    return {"value": word.value, "label": word.label, "symbol": word.symbol, "definition": word.definition}


def _domain(spec: DomainSpec) -> dict[str, Any]:
    settling = [{"when": level.label, **_part(part)} for level, part in spec.then]
    return {
        "id": spec.id,
        "label": spec.label,
        "prompts": list(spec.prompts),
        "readings": list(spec.readings),
        "questions": [_question(question) for question in spec.questions],
        "rules": [*(_part(part) for part in spec.parts), *settling],
    }


def _part(part: Part) -> dict[str, Any]:
    return {"label": part.label, "lines": list(lines(part.chart))}


def _question(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "text": question.text,
        "help": question.help,
        "conditional": question.conditional,
        "answers": [_word(word) for word in question.answers],
    }


def fingerprint(instrument: Instrument) -> str:
    """Return the SHA-256 (hex) of an instrument's words, questions and rules; equal content has an equal one.

    An appraisal kept under an id must be readable by the same rules for ever, so another fingerprint means a new id.
    What is said about the instrument (title, source, scope, note, readings) may be corrected and is left out.
    """
    described = describe(instrument)
    domains = [_ruling(domain) for domain in described["domains"]]
    content = {**_ruling(described), "domains": domains}
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _ruling(described: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in described.items() if key not in ABOUT}


def traffic_light(result: InstrumentResult) -> tuple[Light, ...]:
    """Return (label, word, symbol) for each domain in order and for the overall judgement last."""
    first = (result.triage,) if result.triage else ()
    rows = [_light(found.label, found.judgement or _open(found)) for found in (*first, *result.domains)]
    return (*rows, _light("Overall", result.overall or NotJudged.NOT_COMPLETE))


def _open(found: DomainResult) -> Word:
    return NotJudged.NOT_COMPLETE if found.missing else NotJudged.UNDECIDED


def _light(label: str, word: Word) -> Light:
    return label, word.label, word.symbol
