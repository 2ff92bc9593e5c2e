"""An appraisal by an instrument: judged anew from its answers, as rows of a traffic-light table."""

from __future__ import annotations

from typing import Any

from claims.documents.canonical import timestamp
from claims.grade.instruments.amstar2 import DEFAULT_CRITICAL, rate_amstar2, with_critical
from claims.grade.instruments.describe import traffic_light
from claims.grade.instruments.instrument import Instrument, InstrumentResult, judge_by, published_word
from claims.grade.instruments.registry import instrument
from claims.models import Appraisal

AMSTAR2 = "amstar2-2017"


def instrument_of(appraisal: Appraisal) -> Instrument:
    """Return the instrument of the appraisal, with the critical items that were declared for it."""
    if appraisal.instrument == AMSTAR2 and appraisal.critical:
        return with_critical(appraisal.critical)
    return instrument(appraisal.instrument)


def judged(appraisal: Appraisal) -> InstrumentResult:
    """Return what the instrument makes of the answers. Raises InstrumentError for answers it does not know."""
    return judge_by(instrument_of(appraisal), appraisal.answers, overall_choice=appraisal.overall_choice or None)


def checked(appraisal: Appraisal) -> InstrumentResult:
    """Return what the instrument makes of an appraisal that is to be kept.

    Raises InstrumentError for answers, an overall judgement or a published rating that it does not know.
    """
    published_word(instrument(appraisal.instrument), appraisal.published_rating)
    return judged(appraisal)


def _amstar2_part(appraisal: Appraisal) -> dict[str, Any]:
    rated = rate_amstar2(
        appraisal.answers,
        appraisal.critical or DEFAULT_CRITICAL,
        overall_choice=appraisal.overall_choice or None,
    )
    return {
        "critical": list(rated.critical),
        "critical_flaws": list(rated.critical_flaws),
        "weaknesses": list(rated.weaknesses),
        "overall": rated.rating.label if rated.rating else None,
        "computed": rated.computed.label if rated.computed else None,
        "overall_reason": rated.reason,
    }


def appraisal_part(appraisal: Appraisal) -> dict[str, Any]:
    """Return the judgement of each domain as symbol and word with its reasons, and the overall judgement.

    What an instrument asks before its domains comes first, as if it were one.
    """
    result = judged(appraisal)
    lights = traffic_light(result)
    published = published_word(instrument(appraisal.instrument), appraisal.published_rating)
    differs = None if published is None or result.computed is None else published != result.computed
    return {
        "instrument": appraisal.instrument,
        "title": instrument(appraisal.instrument).title,
        "result": appraisal.result,
        "lights": [{"label": label, "word": word, "symbol": symbol} for label, word, symbol in lights],
        "domains": [
            {"id": domain.id, "label": domain.label, "path": list(domain.path), "missing": list(domain.missing)}
            for domain in (*((result.triage,) if result.triage else ()), *result.domains)
        ],
        "overall": result.overall.label if result.overall else None,
        "computed": result.computed.label if result.computed else None,
        "overall_reason": result.overall_reason,
        "decision_open": result.decision_open,
        "choice_reason": appraisal.choice_reason or None,
        "published_rating": appraisal.published_rating or None,
        "published_differs": differs,
        "complete": result.complete,
        "recorded_at": timestamp(appraisal.recorded_at),
        **(_amstar2_part(appraisal) if appraisal.instrument == AMSTAR2 else {}),
    }
