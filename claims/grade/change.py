"""What would change a rating: what is missing to the next level, and what would lower it, in sentences.

Each change says what the rating would be if it alone came true, so that a reader sees which one matters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from claims.grade.judgements import Judgements, check_judgements, errors_of
from claims.grade.precision import missing_information
from claims.grade.rating import Rating, rate_certainty
from claims.grade.rulesets import LEVELS, Ruleset, certainty_of, get_ruleset
from claims.grade.studies import StudyResult, independent
from claims.grade.vocabulary import Certainty, Domain, Indirectness, RiskOfBias, Upgrade

Way = Literal["raise", "lower"]
#: The name of the change that sums up the distance to the next level.
NEXT_LEVEL = "next_level"
START = "start"


@dataclass(frozen=True, slots=True)
class Change:
    """Something that would raise or lower the rating. ``name`` is "next_level", "start", a domain or an upgrade.

    ``certainty`` is the rating if this change alone came true; ``numbers`` are those named in the sentence.
    """

    way: Way
    name: str
    certainty: Certainty
    sentence: str
    numbers: Mapping[str, float] = field(default_factory=dict)


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
_LOWERED_BY: Mapping[Domain, str] = {
    Domain.RISK_OF_BIAS: "Flaws found in the studies, such as results left out or groups that knew what they took",
    Domain.INCONSISTENCY: "A new study that finds the opposite",
    Domain.INDIRECTNESS: "Learning that form, dose, people or outcome differ more from the claim than recorded",
    Domain.IMPRECISION: "A wider interval, for instance after a study is withdrawn",
    Domain.PUBLICATION_BIAS: "Finding studies that were done and never published",
}
_RATED_UP_BY: Mapping[Upgrade, str] = {
    Upgrade.LARGE_EFFECT: "A large effect: a ratio above {large:g} or below {small:g}, seen consistently",
    Upgrade.DOSE_RESPONSE: "More of the effect with more of the dose",
    Upgrade.PLAUSIBLE_CONFOUNDING: "Showing that the confounding left over would have hidden the effect",
}


def what_would_change(
    judgements: Judgements, results: Sequence[StudyResult] = (), *, information_size: int | None = None
) -> tuple[Change, ...]:
    """Return what would raise the rating, then what would lower it.

    ``results`` make the sentences exact (participants still missing, codes of indirectness); ``information_size`` is
    in participants. Raises `InvalidJudgements` where the judgements break their ruleset.
    """
    rating = rate_certainty(judgements)
    ruleset = get_ruleset(judgements.ruleset)
    raising: tuple[Change, ...] = ()
    if rating.certainty != Certainty.HIGH:
        raising = (_next_level(rating), *_raising(judgements, ruleset, results, information_size))
    lowering = () if rating.certainty == Certainty.VERY_LOW else tuple(_lowering(judgements, ruleset))
    return raising + lowering


def _next_level(rating: Rating) -> Change:
    aim = LEVELS[rating.certainty] + 1
    needed = aim - rating.total
    target = certainty_of(aim)
    steps = "one step" if needed == 1 else f"{needed} steps"
    below = f" The steps add up to {rating.total}, below the end of the scale." if rating.clamped else ""
    sentence = f"To reach {target.label} certainty {steps} must be regained.{below}"
    return Change("raise", NEXT_LEVEL, target, sentence, {"steps": float(needed)})


def _raising(
    judgements: Judgements, ruleset: Ruleset, results: Sequence[StudyResult], information_size: int | None
) -> Iterator[Change]:
    for domain in ruleset.lowest:
        if judgements.downgrades.get(domain, 0):
            mended = replace(judgements, downgrades={**judgements.downgrades, domain: 0})
            sentence, numbers = _lifted(domain, ruleset, results, information_size)
            yield _change("raise", domain, judgements, mended, sentence, numbers)
    if judgements.start != Certainty.HIGH:
        higher = replace(judgements, start=Certainty.HIGH, upgrades={})
        yield _change("raise", START, judgements, higher, "A randomised trial, which starts high", {})
    for upgrade, most in ruleset.highest.items():
        step = judgements.upgrades.get(upgrade, 0) + 1
        up = _with_upgrade(judgements, upgrade, step)
        if step <= most and not _has_problems(up):
            yield _change("raise", upgrade, judgements, up, _rated_up_by(upgrade, ruleset), {})


def _rated_up_by(upgrade: Upgrade, ruleset: Ruleset) -> str:
    large = ruleset.thresholds.large_ratio
    return _RATED_UP_BY[upgrade].format(large=large, small=1 / large)


def _with_upgrade(judgements: Judgements, upgrade: Upgrade, step: int) -> Judgements:
    reasons = {**judgements.reasons, str(upgrade): judgements.reasons.get(upgrade) or _RATED_UP_BY[upgrade]}
    return replace(judgements, upgrades={**judgements.upgrades, upgrade: step}, reasons=reasons)


def _has_problems(judgements: Judgements) -> bool:
    problems = check_judgements(judgements)
    return bool(errors_of(problems)) or any(problem.code == "up-with-down" for problem in problems)


def _lowering(judgements: Judgements, ruleset: Ruleset) -> Iterator[Change]:
    for domain, lowest in ruleset.lowest.items():
        step = judgements.downgrades.get(domain, 0) - 1
        if step >= lowest:
            reasons = {**judgements.reasons, str(domain): judgements.reasons.get(domain) or _LOWERED_BY[domain]}
            lower = replace(judgements, downgrades={**judgements.downgrades, domain: step}, reasons=reasons)
            if not errors_of(check_judgements(lower)):
                yield _change("lower", domain, judgements, lower, _LOWERED_BY[domain], {})
    for upgrade, step in judgements.upgrades.items():
        if step:
            without = replace(judgements, upgrades={**judgements.upgrades, upgrade: 0})
            sentence = f"Doubt about the reason for rating up ({Upgrade(upgrade).label})"
            yield _change("lower", upgrade, judgements, without, sentence, {})


def _change(
    way: Way, name: str, before: Judgements, after: Judgements, sentence: str, numbers: Mapping[str, float]
) -> Change:
    old, new = rate_certainty(before).certainty, rate_certainty(after).certainty
    alone = (
        f"alone it would leave the rating {new.label}" if old == new else f"alone it would make the rating {new.label}"
    )
    return Change(way, str(name), new, f"{sentence}; {alone}.", numbers)


def _lifted(
    domain: Domain, ruleset: Ruleset, results: Sequence[StudyResult], information_size: int | None
) -> tuple[str, Mapping[str, float]]:
    """Return what would lift a domain, with numbers where the results allow them."""
    if domain == Domain.IMPRECISION and results:
        missing = missing_information(results, information_size, ruleset.thresholds)
        if missing and missing[0]:
            count, unit = missing
            return f"About {count} more {unit}, which the information size still lacks", {"missing": float(count)}
        if missing:
            return "A narrower interval that crosses no threshold; the information size itself is reached", {
                "missing": 0.0
            }
    if domain == Domain.RISK_OF_BIAS and (people := _low_risk_needed(results)):
        sentence = f"A trial at low risk of bias with more than {people} participants, which would outweigh the others"
        return sentence, {"participants": float(people)}
    if domain == Domain.INDIRECTNESS and (phrases := _direct_phrases(results)):
        return f"A trial {phrases}", {}
    return _LIFTED_BY[domain], {}


def _low_risk_needed(results: Sequence[StudyResult]) -> int | None:
    """Return how many participants all others have more than those at low risk; ``None`` where sizes are unknown."""
    studies = independent(results)
    if not studies or any(not study.n for study in studies):
        return None
    low = sum(study.n or 0 for study in studies if study.risk_of_bias == RiskOfBias.LOW)
    lacking = sum(study.n or 0 for study in studies) - 2 * low
    return lacking if lacking > 0 else None


def _direct_phrases(results: Sequence[StudyResult]) -> str:
    codes = {code for study in independent(results) for code in study.indirectness}
    return ", ".join(phrase for code, phrase in DIRECT_EVIDENCE.items() if code in codes)
