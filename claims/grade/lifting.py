"""What would lift a domain that was rated down, from the results behind it: in words, with numbers where they allow it.

The numbers follow the rules that suggest a step (`suggesting`, `precision`), so that what is asked for would change
what they suggest.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from claims.grade.judgements import Judgements
from claims.grade.precision import crosses, interval_held, missing_information
from claims.grade.rulesets import Thresholds, get_ruleset
from claims.grade.studies import AT_MOST, StudyResult, independent
from claims.grade.vocabulary import Domain, Indirectness, RiskOfBias

#: What evidence would have to be like where it now differs from the claim.
DIRECT_EVIDENCE: Mapping[Indirectness, str] = {
    Indirectness.SPECIES: "in people",
    Indirectness.POPULATION: "in the people that the claim is about",
    Indirectness.FORM: "of the form that the claim names",
    Indirectness.DOSE: "at the dose that the claim is about",
    Indirectness.COMPARATOR: "against the comparison that the claim implies",
    Indirectness.OUTCOME_SURROGATE: "that measures what people notice instead of a marker",
    Indirectness.BASELINE_STATUS: "in people with the same supply of the nutrient",
    Indirectness.ELEMENTAL_VS_COMPOUND: "that states the weight of the element",
}
#: What would lift each domain where nothing more exact can be computed.
_LIFTED_BY: Mapping[Domain, str] = {
    Domain.RISK_OF_BIAS: "Results at low risk of bias that carry most of the information",
    Domain.INCONSISTENCY: "A credible reason for the disagreement, or further results that settle it",
    Domain.INDIRECTNESS: "A study of the claim's own form, dose and people, with an outcome they notice",
    Domain.IMPRECISION: "More participants; how many cannot be computed from what is recorded",
    Domain.PUBLICATION_BIAS: "A registered or publicly funded study, or registers searched with nothing missing",
}

#: A phrase and the numbers named in it.
Lift = tuple[str, Mapping[str, float]]


def what_lifts(
    domain: Domain, judgements: Judgements, results: Sequence[StudyResult], information_size: int | None
) -> Lift:
    """Return what would lift a domain, with numbers where the results allow them."""
    limits = get_ruleset(judgements.ruleset).thresholds
    if domain == Domain.IMPRECISION and independent(results):
        return _imprecision(judgements, results, information_size, limits)
    if domain == Domain.RISK_OF_BIAS and (people := _low_risk_needed(results, limits)):
        shares = f"most of the information would be at low risk and less than {limits.substantial * 100:g} % at high"
        sentence = f"A trial at low risk of bias with more than {people} participants, so that {shares}"
        return sentence, {"participants": float(people)}
    if domain == Domain.INDIRECTNESS and (phrases := _direct_phrases(results)):
        return f"A trial {phrases}", {}
    return _LIFTED_BY[domain], {}


def _imprecision(
    judgements: Judgements, results: Sequence[StudyResult], information_size: int | None, limits: Thresholds
) -> Lift:
    interval = interval_held(independent(results))
    narrower = _narrower(interval is not None, bool(interval and crosses(interval, judgements.target)))
    missing = missing_information(results, information_size, limits)
    if missing is None:
        return (f"{narrower}; how many participants that takes cannot be computed", {}) if narrower else _unknown()
    count, unit = missing
    if not count:
        wanted = narrower or "A narrower interval still, though it crosses no threshold"
        return f"{wanted}; the information size itself is reached", {"missing": 0.0}
    more = (
        f"at least {count} more {unit.removesuffix(AT_MOST)}"
        if unit.endswith(AT_MOST)
        else f"about {count} more {unit}"
    )
    wanted = f"{narrower}, and {more}" if narrower else more.capitalize()
    return f"{wanted}, which the information size still lacks", {"missing": float(count)}


def _unknown() -> Lift:
    return _LIFTED_BY[Domain.IMPRECISION], {}


def _narrower(is_known: bool, is_crossing: bool) -> str:
    if not is_known:
        return "An effect with an interval that crosses no threshold"
    return "A narrower interval that crosses no threshold" if is_crossing else ""


def _low_risk_needed(results: Sequence[StudyResult], limits: Thresholds) -> int | None:
    """Return how many people one more result at low risk must exceed to lift the step; ``None`` where unknown.

    With T people in all, L at low and H at high risk, x more at low risk make (L + x) / (T + x) more than ``most`` and
    H / (T + x) less than ``substantial``.
    """
    studies = independent(results)
    if not studies or any(not study.n for study in studies):
        return None
    whole = sum(study.n or 0 for study in studies)
    low = sum(study.n or 0 for study in studies if study.risk_of_bias == RiskOfBias.LOW)
    high = sum(study.n or 0 for study in studies if study.risk_of_bias == RiskOfBias.HIGH)
    lacking = max((limits.most * whole - low) / (1 - limits.most), high / limits.substantial - whole)
    return math.floor(lacking) if lacking >= 1 else None


def _direct_phrases(results: Sequence[StudyResult]) -> str:
    codes = {code for study in independent(results) for code in study.indirectness}
    return ", ".join(phrase for code, phrase in DIRECT_EVIDENCE.items() if code in codes)
