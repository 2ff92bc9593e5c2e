"""What an instrument makes of the answers so far, as the page prints it and as its script asks for it: one mapping."""

from __future__ import annotations

from typing import Any

from claims.documents.appraisal_instrument import instrument_of, judged
from claims.grade.instruments.describe import traffic_light
from claims.grade.instruments.domains import DomainResult
from claims.grade.instruments.instrument import InstrumentResult
from claims.grade.instruments.questions import ChoiceNotOpen
from claims.models import Appraisal
from sources.labels import label, translated

Judgement = dict[str, Any]


def judgement_of(appraisal: Appraisal) -> Judgement:
    """Return judgements with reasons, which questions are asked, and the overall judgement; stores nothing.

    A choice of the overall judgement that is not open is left out of account, and ``refused`` says why.
    Raises InstrumentError for a question or an answer that the instrument does not know.
    """
    result, refused = _judged(appraisal)
    *lights, overall = traffic_light(result)
    judged_domains = [*([result.triage] if result.triage else []), *result.domains]
    return {
        "domains": [
            {**_domain(found), "word": translated(word), "symbol": symbol}
            for found, (_, word, symbol) in zip(judged_domains, lights, strict=True)
        ],
        "asked": {
            question.id: question.asked_when(appraisal.answers) for question in instrument_of(appraisal).questions()
        },
        "overall": {
            "word": translated(overall[1]),
            "symbol": overall[2],
            "reason": result.overall_reason,
            "computed": label(result.computed) if result.computed else None,
            "choices": [{"value": word.value, "label": label(word)} for word in result.choices],
            "decision_open": result.decision_open,
            "refused": refused,
        },
        "complete": result.complete,
    }


def _judged(appraisal: Appraisal) -> tuple[InstrumentResult, str]:
    try:
        return judged(appraisal), ""
    except ChoiceNotOpen as refusal:
        plain = Appraisal(instrument=appraisal.instrument, answers=appraisal.answers, critical=appraisal.critical)
        return judged(plain), str(refusal)


def _domain(found: DomainResult) -> Judgement:
    return {"id": found.id, "label": translated(found.label), "path": list(found.path), "missing": list(found.missing)}
